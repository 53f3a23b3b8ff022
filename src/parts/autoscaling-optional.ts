// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoSingleReplicaAutoscaler from '../rules/reliability/no-single-replica-autoscaler.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoSingleReplicaAutoscaler, 'reliability', 'no-single-replica-autoscaler'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
