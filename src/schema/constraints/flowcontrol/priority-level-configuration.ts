import type { LimitedPriorityLevelConfiguration, LimitResponse, PriorityLevelConfiguration, PriorityLevelConfigurationSpec, QueuingConfiguration } from 'kubernetes-types/flowcontrol/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, between, checkedElsewhere, constraints, embedded, on, type TypeCheckContext } from '../../constraints.ts'
import { mustBe } from '../../sentence.ts'

const VERSIONS = ['flowcontrol/v1beta2', 'flowcontrol/v1beta3', 'flowcontrol/v1'] as const
const KEEPS_ZERO = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares'
const DEFAULTS = { queues: 64, handSize: 8, queueLengthLimit: 50 }
const MOST_QUEUES = 10_000_000
/** The hash by which requests are dealt to queues has no more. */
const HASH_BITS = 60

interface Exempt {
  nominalConcurrencyShares: number
  lendablePercent: number
}
type Spec = Loose<PriorityLevelConfigurationSpec> & { readonly exempt?: Loose<Exempt> | undefined }

/** One of `types`: since 1.36 a missing one is Required, before it is NotSupported. */
function checkType(type: string, types: readonly string[], { minor, report }: TypeCheckContext): void {
  if (type === '' && minor >= 36) report(['type'], 'Required', 'is required')
  else if (!types.includes(type)) report(['type'], 'NotSupported', mustBe(types, type))
}

function checkSpec(spec: Spec, context: TypeCheckContext): void {
  const { minor, object, report, skip } = context
  const { type = '', limited, exempt } = spec
  const isExempt = (object as Loose<PriorityLevelConfiguration>).metadata?.name === 'exempt'
  checkType(type, ['Exempt', 'Limited'], context)
  if (isExempt !== (type === 'Exempt') && (isExempt || type === 'Exempt')) report(['type'], 'Invalid', isExempt ? 'must be "Exempt" for the level exempt' : 'can be "Exempt" only for the level exempt')
  if (type === 'Limited' && limited === undefined) report(['limited'], 'Required', 'is required for the type "Limited"')
  if (limited !== undefined && type !== 'Limited' && (type === 'Exempt' || minor >= 37)) report(['limited'], 'Forbidden', 'can be set only for the type "Limited"')
  if (exempt === undefined || type === 'Exempt' || (type !== 'Limited' && minor < 37)) return
  report(['exempt'], 'Forbidden', 'can be set only for the type "Exempt"')
  skip('exempt')
}

/** Those that the server makes itself may be written, but not otherwise; of the exempt level all but the type is free. */
function checkBuiltIn({ metadata, spec = {} }: Loose<PriorityLevelConfiguration>, { report }: TypeCheckContext): void {
  const name = metadata?.name
  const { type, limited } = spec
  const isBuiltIn =
    name === 'exempt'
      ? type === 'Exempt' && limited === undefined
      : type === 'Limited' && limited?.nominalConcurrencyShares === 5 && (limited.lendablePercent ?? 0) === 0 && limited.borrowingLimitPercent === undefined && limited.limitResponse?.type === 'Reject'
  if ((name === 'exempt' || name === 'catch-all') && !isBuiltIn) report(['spec'], 'Invalid', `must be what the server itself makes of "${name}"`)
}

function checkResponse({ type = '', queuing }: Loose<LimitResponse>, context: TypeCheckContext): void {
  const { minor, report } = context
  checkType(type, ['Queue', 'Reject'], context)
  if (type === 'Queue' && queuing === undefined) report(['queuing'], 'Required', 'is required for the type "Queue"')
  if (queuing !== undefined && type !== 'Queue' && (type === 'Reject' || minor >= 37)) report(['queuing'], 'Forbidden', 'can be set only for the type "Queue"')
}

function checkQueuing(written: Loose<QueuingConfiguration>, { report }: TypeCheckContext): void {
  const queues = written.queues || DEFAULTS.queues
  const handSize = written.handSize || DEFAULTS.handSize
  if (queues < 1 || queues > MOST_QUEUES) report(['queues'], 'Invalid', `must be between 1 and ${MOST_QUEUES}`)
  if ((written.queueLengthLimit || DEFAULTS.queueLengthLimit) < 1) report(['queueLengthLimit'], 'Invalid', 'must be at least 1')
  if (handSize < 1) report(['handSize'], 'Invalid', 'must be at least 1')
  else if (handSize > queues) report(['handSize'], 'Invalid', `must be at most the number of queues, ${queues}`)
  else if (Math.ceil(Math.log2(queues) * handSize) > HASH_BITS) report(['handSize'], 'Invalid', `needs more than ${HASH_BITS} bits of the hash with ${queues} queues`)
}

export default constraints(
  {
    id: 'valid-priority-level-configuration',
    since: '0.1.0',
    summary: 'Require a PriorityLevelConfiguration whose limits and queues go together.',
    why: 'The API server refuses a limited level without limits, queues for a level that rejects, and more queues for a flow than its hash can deal.',
    howToFix: 'Set `limited` for the type Limited, `queuing` for the response Queue, and `handSize` well below `queues`.',
    references: ['https://kubernetes.io/docs/concepts/cluster-administration/flow-control/#prioritylevelconfiguration'],
    bad: [
      {
        title: 'queues for a level that rejects',
        yaml: yaml`
          apiVersion: flowcontrol.apiserver.k8s.io/v1
          kind: PriorityLevelConfiguration
          metadata:
            name: batch
          spec:
            type: Limited
            limited:
              limitResponse:
                type: Reject
                queuing: # ✖ queuing can be set only for the type "Queue"
                  queues: 16
        `,
      },
    ],
    good: [
      {
        title: 'a level with queues',
        yaml: yaml`
          apiVersion: flowcontrol.apiserver.k8s.io/v1
          kind: PriorityLevelConfiguration
          metadata:
            name: batch
          spec:
            type: Limited
            limited:
              nominalConcurrencyShares: 20
              limitResponse:
                type: Queue
                queuing:
                  queues: 64
                  handSize: 6
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on<PriorityLevelConfiguration>(`${version} PriorityLevelConfiguration`, () => ({
      check: [
        ({ metadata }, { minor, report }) => {
          if (minor >= 29 && metadata?.annotations?.[KEEPS_ZERO] !== undefined) report(['metadata', 'annotations', KEEPS_ZERO], 'Forbidden', `Annotation "${KEEPS_ZERO}" cannot be set`, { path: 'metadata.annotations' })
        },
        checkBuiltIn,
      ],
    })),
    on<PriorityLevelConfigurationSpec>(`${version} PriorityLevelConfigurationSpec`, () => ({ fields: { type: checkedElsewhere }, check: checkSpec })),
    on<Exempt>(`${version} ExemptPriorityLevelConfiguration`, () => ({ fields: { nominalConcurrencyShares: atLeast(0), lendablePercent: between(0, 100) } })),
    on<LimitedPriorityLevelConfiguration>(`${version} LimitedPriorityLevelConfiguration`, () => ({
      fields: { nominalConcurrencyShares: atLeast(0), lendablePercent: between(0, 100), borrowingLimitPercent: atLeast(0), limitResponse: embedded(`${version} LimitResponse`) },
    })),
    on<LimitResponse>(`${version} LimitResponse`, () => ({ fields: { type: checkedElsewhere }, check: checkResponse })),
    on<QueuingConfiguration>(`${version} QueuingConfiguration`, () => ({ check: checkQueuing })),
  ]),
)
