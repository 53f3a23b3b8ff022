// Package featuregate has the names of gates alone; which of them are on is said by k8s.io/apiserver/pkg/util/feature.
package featuregate

type Feature string

type FeatureGate interface {
	Enabled(Feature) bool
}
