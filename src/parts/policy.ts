// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoBlockingDisruptionBudget from '../rules/reliability/no-blocking-disruption-budget.ts'
import policyPodDisruptionBudget from '../schema/constraints/policy/pod-disruption-budget.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoBlockingDisruptionBudget, 'reliability', 'no-blocking-disruption-budget'),
  ],
  constraintSets: [
    policyPodDisruptionBudget,
  ],
  constrained: "policy/v1 PodDisruptionBudgetSpec",
}
