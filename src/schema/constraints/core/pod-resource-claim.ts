import type { PodResourceClaim, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain } from '../../../formats/names.ts'
import type { ObjectMeta } from '../../../model/kinds.ts'
import { constraints, format, on, required } from '../../constraints.ts'
import { Seen } from '../../seen.ts'

const MIRROR = 'kubernetes.io/config.mirror'

/** The package of types is older. */
interface Claim {
  readonly name?: string
  readonly resourceClaimName?: string
  readonly resourceClaimTemplateName?: string
}

export default constraints(
  {
    id: 'valid-pod-resource-claim',
    since: '0.1.0',
    summary: 'Require claims on devices with a name and one source.',
    why: 'The API server refuses a pod with a claim that names neither a ResourceClaim nor a template of one, or both.',
    howToFix: 'Set `resourceClaimName` or `resourceClaimTemplateName`, and a name that is used once.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/'],
    bad: [
      {
        title: 'no source, and a name twice',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            resourceClaims:
              - name: gpu # ✖ Claim must have resourceClaimName or resourceClaimTemplateName
              - name: gpu # ✖ name is "gpu", already used by resourceClaims[0]
                resourceClaimTemplateName: gpu
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'a claim of a template',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            resourceClaims:
              - name: gpu
                resourceClaimTemplateName: gpu
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({
      dropped: { resourceClaims: '1.33' },
      check({ resourceClaims = [] }, { kind, minor, object, report, skip }) {
        if (resourceClaims.length === 0 || minor < 34) return
        const { annotations = {} } = (object.metadata ?? {}) as ObjectMeta
        if (kind === 'Pod' && Object.hasOwn(annotations, MIRROR)) {
          report(['resourceClaims'], 'Forbidden', 'cannot be set in a mirror pod', { path: '[]' })
          return skip('resourceClaims')
        }
        const names = new Seen()
        for (const [index, { name = '' }] of resourceClaims.entries()) {
          const earlier = name === '' ? undefined : names.before(name, ['resourceClaims', index, 'name'])
          if (earlier !== undefined) report(['resourceClaims', index, 'name'], 'Duplicate', earlier.message, earlier)
        }
      },
    })),
    on<PodResourceClaim>('core/v1 PodResourceClaim', () => ({
      ownDuplicates: true,
      fields: {
        name: required(format('a DNS label', dnsLabel)),
        resourceClaimName: format('a DNS subdomain', dnsSubdomain, { empty: true }),
        resourceClaimTemplateName: format('a DNS subdomain', dnsSubdomain, { empty: true }),
      } as never,
      check(claim, { report }) {
        const { resourceClaimName, resourceClaimTemplateName } = claim as Claim
        if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) report([], 'Invalid', 'Claim must have resourceClaimName or resourceClaimTemplateName')
        if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) report([], 'Invalid', 'Claim may have only one of resourceClaimName and resourceClaimTemplateName')
      },
    })),
  ],
)
