import type { ServiceCIDRSpec } from 'kubernetes-types/networking/v1alpha1'
import { yaml } from '../../../engine/define-rule.ts'
import { canonicalCidrText, parseCidr } from '../../../formats/ip.ts'
import { constraints, each, format, on, required } from '../../constraints.ts'

const VERSIONS = ['networking/v1alpha1', 'networking/v1beta1', 'networking/v1'] as const

export default constraints(
  {
    id: 'valid-service-cidr',
    since: '0.1.0',
    summary: 'Require a ServiceCIDR with one range for each IP family.',
    why: 'The API server refuses ranges that are not in canonical form, and two ranges of one family.',
    howToFix: 'Write one IPv4 range, one IPv6 range or one of each, with all bits beyond the prefix at 0.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/service-cidr-v1/'],
    bad: [
      {
        title: 'an address in place of a range',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: ServiceCIDR
          metadata:
            name: more
          spec:
            cidrs:
              - 10.96.0.1/24 # ✖ cidrs[0] is "10.96.0.1/24", must not have bits set beyond its prefix length
        `,
      },
      {
        title: 'two ranges of one family',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: ServiceCIDR
          metadata:
            name: more
          spec:
            cidrs: # ✖ cidrs must have at most one range of each IP family
              - 10.96.0.0/24
              - 10.97.0.0/24
        `,
      },
    ],
    good: [
      {
        title: 'a range of each family',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: ServiceCIDR
          metadata:
            name: more
          spec:
            cidrs:
              - 10.96.0.0/24
              - 2001:db8::/64
        `,
      },
    ],
  },
  VERSIONS.map((version) =>
    on<ServiceCIDRSpec>(`${version} ServiceCIDRSpec`, () => ({
      fields: { cidrs: required(each(format('a range in canonical form', canonicalCidrText, { empty: true }))) },
      check({ cidrs = [] }, { report }) {
        const families = cidrs.map((text) => parseCidr(text)?.ip.family)
        if (cidrs.length > 2) report(['cidrs'], 'Invalid', `has ${cidrs.length} items, and may have 2`)
        else if (cidrs.length === 2 && families[0] === families[1] && families[0] !== undefined) report(['cidrs'], 'Invalid', 'must have at most one range of each IP family')
      },
    })),
  ),
)
