import type { TokenReviewSpec } from 'kubernetes-types/authentication/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on, required } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-token-review',
    since: '0.1.0',
    summary: 'Require a TokenReview with a token.',
    why: 'The API server refuses a review of nothing.',
    howToFix: 'Set `spec.token`.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/'],
    bad: [
      {
        title: 'no token',
        yaml: yaml`
          apiVersion: authentication.k8s.io/v1
          kind: TokenReview
          spec: # ✖ token is required but missing
            audiences: [https://kubernetes.default.svc]
        `,
      },
    ],
    good: [
      {
        title: 'a token',
        yaml: yaml`
          apiVersion: authentication.k8s.io/v1
          kind: TokenReview
          spec:
            token: abc
        `,
      },
    ],
  },
  [on<TokenReviewSpec>('authentication/v1 TokenReviewSpec', () => ({ fields: { token: required() } }))],
)
