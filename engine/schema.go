package main

import (
	"context"
	"encoding/json"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/cel/environment"
)

func readSchema(text json.RawMessage) (*apiextensions.JSONSchemaProps, error) {
	var written apiextensionsv1.JSONSchemaProps
	if err := json.Unmarshal(text, &written); err != nil {
		return nil, err
	}
	schema := &apiextensions.JSONSchemaProps{}
	return schema, apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&written, schema, nil)
}

// checkSchema says what is wrong with the rules in the schema of a CustomResourceDefinition. What is wrong with the rest of it is not said: podlint knows that without us.
func checkSchema(text json.RawMessage, env *environment.EnvSet) []fault {
	schema, err := readSchema(text)
	if err != nil {
		// The server cannot decode it either, which has been said.
		return nil
	}
	validate := func() field.ErrorList {
		return validation.ValidateSchema(context.Background(), schema, env, field.NewPath("schema"))
	}
	var faults []fault
	var ofDefaults field.ErrorList
	for _, each := range validate() {
		isTotal := each.Type == field.ErrorTypeForbidden && strings.Contains(each.Detail, "estimated rule cost total")
		if isTotal || strings.Contains(each.Field, "x-kubernetes-validations") {
			faults = append(faults, faultOf(0, each))
		} else if strings.Contains(each.Field, ".default") {
			ofDefaults = append(ofDefaults, each)
		}
	}
	if len(ofDefaults) == 0 {
		return faults
	}
	// What is wrong with a default without the rules, too, is not for us to say.
	removeRules(schema)
	known := map[string]bool{}
	for _, each := range validate() {
		known[each.Error()] = true
	}
	for _, each := range ofDefaults {
		if !known[each.Error()] {
			faults = append(faults, faultOf(0, each))
		}
	}
	return faults
}

func removeRules(schema *apiextensions.JSONSchemaProps) {
	schema.XValidations = nil
	for name, below := range schema.Properties {
		removeRules(&below)
		schema.Properties[name] = below
	}
	if schema.Items != nil && schema.Items.Schema != nil {
		removeRules(schema.Items.Schema)
	}
	if schema.AdditionalProperties != nil && schema.AdditionalProperties.Schema != nil {
		removeRules(schema.AdditionalProperties.Schema)
	}
	for i := range schema.AllOf {
		removeRules(&schema.AllOf[i])
	}
}

func faultOf(index int, err *field.Error) fault {
	return fault{Index: index, Path: err.Field, Type: strings.TrimPrefix(string(err.Type), "FieldValue"), Detail: err.Detail}
}
