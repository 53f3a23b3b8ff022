package validation

import (
	"context"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/cel/environment"
)

// ValidateSchema is what the server does with the schema of a version when a definition is created.
func ValidateSchema(ctx context.Context, schema *apiextensions.JSONSchemaProps, env *environment.EnvSet, path *field.Path) field.ErrorList {
	return validateCustomResourceDefinitionValidation(ctx, &apiextensions.CustomResourceValidation{OpenAPIV3Schema: schema}, false, validationOptions{
		allowDefaults:                      true,
		requireValidPropertyType:           true,
		requireStructuralSchema:            true,
		requirePrunedDefaults:              true,
		requireAtomicSetType:               true,
		requireMapListKeysMapSetValidation: true,
		celEnvironmentSet:                  env,
	}, path)
}
