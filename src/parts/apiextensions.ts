// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import apiextensionsCustomResourceDefinition from '../schema/constraints/apiextensions/custom-resource-definition.ts'
import apiextensionsValidationRule from '../schema/constraints/apiextensions/validation-rule.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    apiextensionsCustomResourceDefinition,
    apiextensionsValidationRule,
  ],
  constrained: "apiextensions/v1 CustomResourceDefinition\napiextensions/v1 CustomResourceDefinitionSpec\napiextensions/v1 CustomResourceDefinitionNames\napiextensions/v1 CustomResourceConversion\napiextensions/v1 WebhookConversion\napiextensions/v1 CustomResourceDefinitionVersion\napiextensions/v1 CustomResourceColumnDefinition\napiextensions/v1 CustomResourceSubresourceScale\napiextensions/v1 SelectableField\napiextensions/v1 ServiceReference\napiextensions/v1 ValidationRule",
}
