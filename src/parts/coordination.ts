// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import coordinationLeaseCandidate from '../schema/constraints/coordination/lease-candidate.ts'
import coordinationLease from '../schema/constraints/coordination/lease.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    coordinationLeaseCandidate,
    coordinationLease,
  ],
  constrained: "coordination/v1alpha2 LeaseCandidateSpec\ncoordination/v1beta1 LeaseCandidateSpec\ncoordination/v1 LeaseSpec",
}
