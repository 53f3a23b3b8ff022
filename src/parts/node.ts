// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import nodeRuntimeClass from '../schema/constraints/node/runtime-class.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    nodeRuntimeClass,
  ],
  constrained: "node/v1 RuntimeClass\nnode/v1 Overhead\nnode/v1 Scheduling",
}
