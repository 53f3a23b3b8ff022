// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import deprecationNoDeprecatedKustomizationField from '../rules/deprecation/no-deprecated-kustomization-field.ts'
import referencesNoDuplicateKustomizationResource from '../rules/references/no-duplicate-kustomization-resource.ts'
import referencesNoMissingKustomizationFile from '../rules/references/no-missing-kustomization-file.ts'
import referencesNoPatchWithoutTarget from '../rules/references/no-patch-without-target.ts'
import referencesNoUnusedKustomizationEntry from '../rules/references/no-unused-kustomization-entry.ts'
import validityValidKustomization from '../rules/validity/valid-kustomization.ts'

export const part: Part = {
  rules: [
    named(deprecationNoDeprecatedKustomizationField, 'deprecation', 'no-deprecated-kustomization-field'),
    named(referencesNoDuplicateKustomizationResource, 'references', 'no-duplicate-kustomization-resource'),
    named(referencesNoMissingKustomizationFile, 'references', 'no-missing-kustomization-file'),
    named(referencesNoPatchWithoutTarget, 'references', 'no-patch-without-target'),
    named(referencesNoUnusedKustomizationEntry, 'references', 'no-unused-kustomization-entry'),
    named(validityValidKustomization, 'validity', 'valid-kustomization'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
