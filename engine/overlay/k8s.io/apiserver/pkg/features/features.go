package features

import "k8s.io/component-base/featuregate"

const DeclarativeValidationBeta featuregate.Feature = "DeclarativeValidationBeta"
