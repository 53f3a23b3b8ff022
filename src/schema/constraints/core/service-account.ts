import type { ServiceAccount } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'

const MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets'

export default constraints(
  {
    id: 'valid-service-account',
    since: '0.1.0',
    summary: 'Disallow the annotation that limits which Secrets the pods of a ServiceAccount mount.',
    why: 'The annotation is deprecated since 1.32: it never kept a pod from reading other Secrets of its namespace.',
    howToFix: 'Delete the annotation, and keep Secrets that others must not read in a namespace of their own.',
    references: ['https://kubernetes.io/docs/concepts/security/service-accounts/#enforce-mountable-secrets'],
    bad: [
      {
        title: 'the annotation',
        yaml: yaml`
          apiVersion: v1
          kind: ServiceAccount
          metadata:
            name: web
            annotations:
              kubernetes.io/enforce-mountable-secrets: "true" # ✖ Annotation "kubernetes.io/enforce-mountable-secrets" is deprecated since 1.32
        `,
      },
    ],
    good: [
      {
        title: 'a ServiceAccount',
        yaml: yaml`
          apiVersion: v1
          kind: ServiceAccount
          metadata:
            name: web
        `,
      },
    ],
  },
  [
    on<ServiceAccount>('core/v1 ServiceAccount', () => ({
      check({ metadata }, { minor, warn }) {
        if (minor >= 32 && metadata?.annotations?.[MOUNTABLE] !== undefined) warn(['metadata', 'annotations', MOUNTABLE], `Annotation "${MOUNTABLE}" is deprecated since 1.32`)
      },
    })),
  ],
)
