// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import schedulingPriorityClass from '../schema/constraints/scheduling/priority-class.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    schedulingPriorityClass,
  ],
  constrained: "scheduling/v1 PriorityClass",
}
