// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import securityNoUnencryptedStorageClass from '../rules/security/no-unencrypted-storage-class.ts'

export const part: Part = {
  rules: [
    named(securityNoUnencryptedStorageClass, 'security', 'no-unencrypted-storage-class'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
