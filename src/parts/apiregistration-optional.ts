// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import securityNoSkippedTlsVerification from '../rules/security/no-skipped-tls-verification.ts'

export const part: Part = {
  rules: [
    named(securityNoSkippedTlsVerification, 'security', 'no-skipped-tls-verification'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
