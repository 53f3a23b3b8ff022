import type { IPAddressSpec, ParentReference } from 'kubernetes-types/networking/v1alpha1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain, pathSegmentName } from '../../../formats/names.ts'
import { checkedElsewhere, constraints, format, on, required } from '../../constraints.ts'

const VERSIONS = ['networking/v1alpha1', 'networking/v1beta1', 'networking/v1'] as const
const segment = format('a path segment', pathSegmentName)

export default constraints(
  {
    id: 'valid-ip-address',
    since: '0.1.0',
    summary: 'Require an IPAddress with the object that uses it.',
    why: 'The API server refuses an address whose user has no resource or name: it could never be released.',
    howToFix: 'Set `resource` and `name` of `parentRef`, for a Service also its `namespace`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/ip-address-v1/'],
    bad: [
      {
        title: 'a user without a name',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: IPAddress
          metadata:
            name: 192.0.2.42
          spec:
            parentRef: # ✖ name is required but missing
              resource: services
              namespace: shop
        `,
      },
    ],
    good: [
      {
        title: 'an address of a Service',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: IPAddress
          metadata:
            name: 192.0.2.42
          spec:
            parentRef:
              resource: services
              namespace: shop
              name: web
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<IPAddressSpec>(`${version} IPAddressSpec`, () => ({
      fields: { parentRef: checkedElsewhere },
      check({ parentRef }, { report }) {
        // Without fields it is there, and its own constraints say what is missing.
        if (parentRef === undefined) report(['parentRef'], 'Required', 'is required')
      },
    })),
    on<ParentReference>(`${version} ParentReference`, () => ({
      fields: { group: format('a DNS subdomain', dnsSubdomain), resource: required(segment), name: required(segment), namespace: format('a path segment', pathSegmentName) },
    })),
  ]),
)
