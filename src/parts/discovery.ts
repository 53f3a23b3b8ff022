// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import discoveryEndpointSlice from '../schema/constraints/discovery/endpoint-slice.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    discoveryEndpointSlice,
  ],
}
