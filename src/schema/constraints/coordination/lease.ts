import type { LeaseSpec } from 'kubernetes-types/coordination/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { atLeast, constraints, on } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-lease',
    since: '0.1.0',
    summary: 'Require a Lease that lasts for some time.',
    why: 'The API server refuses a Lease of no seconds, and one that was handed on less than never.',
    howToFix: 'Set `leaseDurationSeconds` to 1 or more.',
    references: ['https://kubernetes.io/docs/concepts/architecture/leases/'],
    bad: [
      {
        title: 'a negative duration',
        yaml: yaml`
          apiVersion: coordination.k8s.io/v1
          kind: Lease
          metadata:
            name: leader
          spec:
            leaseDurationSeconds: -1 # ✖ leaseDurationSeconds is -1, must be at least 1
        `,
      },
    ],
    good: [
      {
        title: 'fifteen seconds',
        yaml: yaml`
          apiVersion: coordination.k8s.io/v1
          kind: Lease
          metadata:
            name: leader
          spec:
            holderIdentity: web-0
            leaseDurationSeconds: 15
        `,
      },
    ],
  },
  // Strategy and preferred holder are behind a gate that is off: the server drops them.
  [on<LeaseSpec>('coordination/v1 LeaseSpec', () => ({ fields: { leaseDurationSeconds: atLeast(1), leaseTransitions: atLeast(0) } }))],
)
