package features

import "k8s.io/component-base/featuregate"

const CRDValidationRatcheting featuregate.Feature = "CRDValidationRatcheting"
