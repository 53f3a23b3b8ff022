// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import coordinationLease from '../schema/constraints/coordination/lease.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    coordinationLease,
  ],
  constrained: "coordination/v1 LeaseSpec",
}
