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
	var faults []fault
	for _, each := range validation.ValidateSchema(context.Background(), schema, env, field.NewPath("schema")) {
		isTotal := each.Type == field.ErrorTypeForbidden && strings.Contains(each.Detail, "estimated rule cost total")
		if isTotal || strings.Contains(each.Field, "x-kubernetes-validations") {
			faults = append(faults, faultOf(0, each))
		}
	}
	return faults
}

func faultOf(index int, err *field.Error) fault {
	return fault{Index: index, Path: err.Field, Type: strings.TrimPrefix(string(err.Type), "FieldValue"), Detail: err.Detail}
}
