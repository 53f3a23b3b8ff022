package engine

import (
	"context"

	"k8s.io/client-go/rest"
)

type lookupFunc = func(apiVersion, kind, namespace, name string) (map[string]any, error)

type ClientProvider interface{ nothing() }

type clientProviderFromConfig struct{ config *rest.Config }

func (clientProviderFromConfig) nothing() {}

// There is no cluster.
func newLookupFunction(context.Context, ClientProvider) lookupFunc {
	return func(string, string, string, string) (map[string]any, error) { return map[string]any{}, nil }
}
