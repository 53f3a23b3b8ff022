// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import referencesNoDuplicateServiceSelector from '../rules/references/no-duplicate-service-selector.ts'
import referencesNoUnusedObject from '../rules/references/no-unused-object.ts'

export const part: Part = {
  rules: [
    named(referencesNoDuplicateServiceSelector, 'references', 'no-duplicate-service-selector'),
    named(referencesNoUnusedObject, 'references', 'no-unused-object'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
