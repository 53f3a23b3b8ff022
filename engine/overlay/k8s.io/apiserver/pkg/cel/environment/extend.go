package environment

import (
	"math"
	"sync"

	"github.com/google/cel-go/cel"

	"k8s.io/apimachinery/pkg/util/version"
)

func made(env *cel.Env) func() (*cel.Env, error) {
	return func() (*cel.Env, error) { return env, nil }
}

func must(env *cel.Env, err error) *cel.Env {
	if err != nil {
		panic(err)
	}
	return env
}

// extend makes each of the two environments when it is asked for.
func (e *EnvSet) extend(options []VersionedOptions) *EnvSet {
	later := func(base func() (*cel.Env, error), ver *version.Version, gated bool) func() (*cel.Env, error) {
		return sync.OnceValues(func() (*cel.Env, error) {
			env, err := base()
			if err != nil {
				return nil, err
			}
			opts, err := e.filterAndBuildOpts(env, ver, gated, options)
			if err != nil {
				return nil, err
			}
			return env.Extend(opts)
		})
	}
	return &EnvSet{
		compatibilityVersion: e.compatibilityVersion,
		newExpressions:       later(e.newExpressions, e.compatibilityVersion, true),
		storedExpressions:    later(e.storedExpressions, version.MajorMinor(math.MaxUint, math.MaxUint), false),
	}
}

func from(minor uint, options ...cel.EnvOption) VersionedOptions {
	return VersionedOptions{IntroducedVersion: version.MajorMinor(1, minor), EnvOptions: options}
}

func before(minor, since uint, options ...cel.EnvOption) VersionedOptions {
	return VersionedOptions{IntroducedVersion: version.MajorMinor(1, since), RemovedVersion: version.MajorMinor(1, minor), EnvOptions: options}
}
