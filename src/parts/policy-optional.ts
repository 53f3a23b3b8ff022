// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityRequireUnhealthyEviction from '../rules/reliability/require-unhealthy-eviction.ts'

export const part: Part = {
  rules: [
    named(reliabilityRequireUnhealthyEviction, 'reliability', 'require-unhealthy-eviction'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
