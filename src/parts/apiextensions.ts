// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import apiextensionsCustomResourceDefinition from '../schema/constraints/apiextensions/custom-resource-definition.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    apiextensionsCustomResourceDefinition,
  ],
}
