// Package feature has the gates as they are by default in every version that the engine is asked about.
package feature

import "k8s.io/component-base/featuregate"

type gates struct{}

func (gates) Enabled(featuregate.Feature) bool { return true }

var DefaultFeatureGate featuregate.FeatureGate = gates{}
