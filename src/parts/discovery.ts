// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import discoveryEndpointSlice from '../schema/constraints/discovery/endpoint-slice.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    discoveryEndpointSlice,
  ],
  constrained: "discovery/v1 EndpointSlice\ndiscovery/v1 Endpoint\ndiscovery/v1 EndpointHints\ndiscovery/v1 ForZone\ndiscovery/v1 ForNode\ndiscovery/v1 EndpointPort",
}
