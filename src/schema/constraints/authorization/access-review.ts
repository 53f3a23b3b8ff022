import type { LocalSubjectAccessReview, SubjectAccessReviewSpec } from 'kubernetes-types/authorization/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'

type Spec = Pick<Loose<SubjectAccessReviewSpec>, 'resourceAttributes' | 'nonResourceAttributes'>

/** Until 1.36 the server names one of the two. */
function checkAttributes({ resourceAttributes, nonResourceAttributes }: Spec, { minor, path, report }: TypeCheckContext): void {
  const printed = (field: string) => ({ path: minor >= 37 ? path : `${path}.${field}` })
  const message = 'must have resourceAttributes or nonResourceAttributes'
  if (resourceAttributes === undefined && nonResourceAttributes === undefined) report([], 'Invalid', message, printed('resourceAttributes'))
  if (resourceAttributes !== undefined && nonResourceAttributes !== undefined) report([], 'Invalid', `${message}, not both`, printed('nonResourceAttributes'))
}

interface Requirement {
  key: string
  operator: string
  values: string[]
}
interface Selector {
  rawSelector: string
  requirements: Requirement[]
}

/** It limits what is asked about; newer than the package of types. */
function checkSelector(isOfLabels: boolean, { rawSelector = '', requirements = [] }: Loose<Selector>, { report }: TypeCheckContext): void {
  if (rawSelector !== '' && requirements.length > 0) report(['rawSelector'], 'Invalid', 'cannot be set together with requirements')
  if (rawSelector === '' && requirements.length === 0) report(['requirements'], 'Required', 'Selector must have rawSelector or requirements')
  for (const [index, { key = '', operator = '', values = [] }] of requirements.entries()) {
    const at = (...steps: (string | number)[]) => ['requirements', index, ...steps]
    if (isOfLabels) for (const reason of qualifiedName(key) ?? []) report(at('key'), 'Invalid', reason)
    else if (key === '') report(at('key'), 'Required', 'is required')
    if ((operator === 'In' || operator === 'NotIn') && values.length === 0) report(at('values'), 'Required', `must not be empty for the operator ${operator}`)
    if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) report(at('values'), 'Forbidden', `must be absent for the operator ${operator}`)
    if (isOfLabels) for (const [j, value] of values.entries()) for (const reason of labelValue(value) ?? []) report(at('values', j), 'Invalid', reason)
  }
}

export default constraints(
  {
    id: 'valid-access-review',
    since: '0.1.0',
    summary: 'Require access reviews that ask one question about somebody.',
    why: 'The API server refuses a review that asks about a resource and a URL at once, or about nobody.',
    howToFix: 'Set `resourceAttributes` or `nonResourceAttributes`, and for others than oneself `user` or `groups`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access'],
    bad: [
      {
        title: 'a review about nobody',
        yaml: yaml`
          apiVersion: authorization.k8s.io/v1
          kind: SubjectAccessReview
          spec: # ✖ spec must have a user or groups
            resourceAttributes:
              resource: pods
              verb: get
        `,
      },
    ],
    good: [
      {
        title: 'a review about a user',
        yaml: yaml`
          apiVersion: authorization.k8s.io/v1
          kind: SubjectAccessReview
          spec:
            user: jane
            resourceAttributes:
              resource: pods
              verb: get
        `,
      },
    ],
  },
  [
    on<SubjectAccessReviewSpec>('authorization/v1 SubjectAccessReviewSpec', () => ({
      dropped: { authorizationOptions: 'always' },
      check: [
        checkAttributes,
        ({ user = '', groups = [] }, { path, report }) => {
          if (user === '' && groups.length === 0) report([], 'Invalid', 'must have a user or groups', { path: `${path}.user` })
        },
      ],
    })),
    on<Spec>('authorization/v1 SelfSubjectAccessReviewSpec', () => ({ dropped: { authorizationOptions: 'always' }, check: checkAttributes })),
    on<LocalSubjectAccessReview>('authorization/v1 LocalSubjectAccessReview', () => ({
      check({ metadata, spec = {} }, { report }) {
        const { namespace = '' } = spec.resourceAttributes ?? {}
        const own = metadata?.namespace ?? ''
        // Without a namespace the review goes to one that nobody can see here.
        if (spec.resourceAttributes !== undefined && namespace !== own && (own !== '' || namespace === '')) report(['spec', 'resourceAttributes', 'namespace'], 'Invalid', 'must equal "metadata.namespace"')
        if (spec.nonResourceAttributes !== undefined) report(['spec', 'nonResourceAttributes'], 'Invalid', 'cannot be set for a review in a namespace')
      },
    })),
    on<{ namespace: string }>('authorization/v1 SelfSubjectRulesReviewSpec', () => ({
      check({ namespace = '' }, { report }) {
        if (namespace === '') report(['namespace'], 'Required', 'is required')
      },
    })),
    on<Selector>('authorization/v1 FieldSelectorAttributes', () => ({ check: (selector, context) => context.minor >= 31 && checkSelector(false, selector, context) })),
    on<Selector>('authorization/v1 LabelSelectorAttributes', () => ({ check: (selector, context) => context.minor >= 31 && checkSelector(true, selector, context) })),
    on<Requirement>('meta/v1 FieldSelectorRequirement', () => ({ fields: { key: checkedElsewhere, operator: checkedElsewhere } })),
  ],
)
