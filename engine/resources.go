package main

import (
	"context"
	stdjson "encoding/json"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apimachinery/pkg/util/json"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// resources are custom resources of one schema that have passed all of it but its rules.
type resources struct {
	// The same for the same schema: its rules are compiled once.
	ID string `json:"id"`
	// Of the definition's version. Only with its first objects.
	Schema  stdjson.RawMessage   `json:"schema,omitempty"`
	Objects []stdjson.RawMessage `json:"objects"`
}

type compiledSchema struct {
	structural *structuralschema.Structural
	validator  *cel.Validator
}

var compiled = map[string]compiledSchema{}

func (r *resources) validate() (faults []fault) {
	own, ok := compiled[r.ID]
	if !ok {
		schema, err := readSchema(r.Schema)
		if err != nil {
			panic(err)
		}
		own.structural, err = structuralschema.NewStructural(schema)
		if err != nil {
			panic(err)
		}
		own.validator = cel.NewValidator(own.structural, true, celconfig.PerCallLimit)
		compiled[r.ID] = own
	}
	for i, text := range r.Objects {
		var object map[string]any
		if err := json.Unmarshal(text, &object); err != nil {
			panic(err)
		}
		defaulting.PruneNonNullableNullsWithoutDefaults(object, own.structural)
		defaulting.Default(object, own.structural)
		errs, _ := own.validator.Validate(context.Background(), nil, own.structural, object, nil, celconfig.RuntimeCELCostBudget)
		for _, each := range errs {
			faults = append(faults, faultOf(i, each))
		}
	}
	return faults
}
