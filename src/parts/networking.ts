// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import networkingIngressClass from '../schema/constraints/networking/ingress-class.ts'
import networkingIngress from '../schema/constraints/networking/ingress.ts'
import networkingIpAddress from '../schema/constraints/networking/ip-address.ts'
import networkingNetworkPolicy from '../schema/constraints/networking/network-policy.ts'
import networkingServiceCidr from '../schema/constraints/networking/service-cidr.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    networkingIngressClass,
    networkingIngress,
    networkingIpAddress,
    networkingNetworkPolicy,
    networkingServiceCidr,
  ],
}
