import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain } from '../../../formats/names.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atMostItems, constraints, format, missingAs, on, oneOf, required, type TypeCheckContext } from '../../constraints.ts'
import { qualifiedAttribute, reportRepeated, VERSIONS } from '../../devices.ts'
import { Seen } from '../../seen.ts'

interface ExactFields {
  deviceClassName: string
  selectors: object[]
  allocationMode: string
  count: number | bigint
  adminAccess: boolean
  tolerations: object[]
  capacity: object
  derivedAttributes: object[]
}
interface Named {
  name: string
}
interface RequestFields extends ExactFields, Named {
  exactly: object
  firstAvailable: Named[]
}
interface ClaimFields {
  requests: RequestFields[]
  constraints: { requests: string[] }[]
  config: { requests: string[] }[]
}
interface ConstraintFields {
  matchAttribute: string
  distinctAttribute: string
}

type Exact = Loose<ExactFields>
type Request = Loose<RequestFields>

const MOST = 32
const MOST_ALTERNATIVES = 8
const V1BETA1 = 'resource/v1beta1'
/** Those of v1beta1 that later versions have in `exactly`. */
const OF_EXACTLY = ['deviceClassName', 'selectors', 'allocationMode', 'count', 'adminAccess', 'tolerations', 'capacity', 'derivedAttributes'] as const

const name = [missingAs('', format('a DNS label', dnsLabel, { empty: true }))]
const deviceClassName = required(format('a DNS subdomain', dnsSubdomain))
const exactFields = { deviceClassName, selectors: atMostItems(MOST), allocationMode: oneOf('ExactCount', 'All') }
/** Tolerations are for taints, and neither was there by default. */
const exactDropped = { tolerations: '1.35', capacity: '1.35', derivedAttributes: 'always' }

function checkCount({ allocationMode = '', count = 0 }: Exact, { report }: Pick<TypeCheckContext, 'report'>): void {
  if (allocationMode === 'All') {
    if (count !== 0) report(['count'], 'Invalid', 'cannot be set for the mode All')
  } else if ((allocationMode === '' || allocationMode === 'ExactCount') && count < 0) report(['count'], 'Invalid', 'must be at least 1')
}

/** Alternatives could be set by default since 1.34, and are forgotten before. */
const alternativesOf = ({ firstAvailable = [] }: Request, minor: number) => (minor >= 34 ? firstAvailable : [])

function checkRequest(request: Request, context: TypeCheckContext): void {
  const alternatives = alternativesOf(request, context.minor)
  reportRepeated('firstAvailable', 'name', alternatives, context)
  if (request.exactly === undefined && alternatives.length === 0) context.report([], 'Required', 'must have exactly or firstAvailable')
  if (request.exactly === undefined || alternatives.length === 0) return
  context.report([], 'Invalid', 'must not have both exactly and firstAvailable')
  context.skip('exactly')
}

/** In v1beta1 a request is itself what later versions call `exactly`, unless it has alternatives alone. */
function checkFlatRequest(request: Request, context: TypeCheckContext): void {
  const { minor, path, report } = context
  const alternatives = alternativesOf(request, minor)
  reportRepeated('firstAvailable', 'name', alternatives, context)
  const isExact = OF_EXACTLY.some((field) => request[field] !== undefined && request[field] !== '' && request[field] !== 0)
  if (!isExact && alternatives.length === 0) return report([], 'Required', 'must have deviceClassName or firstAvailable')
  if (isExact && alternatives.length > 0) return report([], 'Invalid', 'must not have both deviceClassName and firstAvailable')
  if (!isExact) return
  const reportExact: TypeCheckContext['report'] = (steps, code, message) => report(steps, code, message, { path: `${path}.exactly.${steps.join('.')}` })
  const { deviceClassName: className = '', allocationMode = '', selectors = [] } = request
  if (className === '') reportExact(['deviceClassName'], 'Required', 'is required')
  else for (const reason of dnsSubdomain(className) ?? []) reportExact(['deviceClassName'], 'Invalid', reason)
  if (selectors.length > MOST) reportExact(['selectors'], 'TooMany', `has ${selectors.length} items, and may have ${MOST}`)
  if (!['', 'ExactCount', 'All'].includes(allocationMode)) reportExact(['allocationMode'], 'NotSupported', 'must be "ExactCount" or "All"')
  checkCount(request, { report: reportExact })
}

function checkConstraint({ matchAttribute, distinctAttribute }: Loose<ConstraintFields>, { minor, report }: TypeCheckContext): void {
  if (matchAttribute !== undefined || (minor >= 36 && distinctAttribute !== undefined)) return
  if (minor >= 36) report([], 'Required', 'must have matchAttribute or distinctAttribute')
  else report(['matchAttribute'], 'Required', 'is required')
}

function checkClaim(claim: Loose<ClaimFields>, context: TypeCheckContext): void {
  const { requests = [] } = claim
  reportRepeated('requests', 'name', requests, context)
  const names = new Set<string>()
  for (const request of requests) {
    names.add(request.name ?? '')
    for (const alternative of alternativesOf(request, context.minor)) names.add(`${request.name ?? ''}/${alternative.name ?? ''}`)
  }
  for (const list of ['constraints', 'config'] as const) {
    for (const [index, { requests: chosen = [] }] of (claim[list] ?? []).entries()) checkChosen(chosen, [list, index, 'requests'], names, context)
  }
}

function checkChosen(chosen: readonly string[], at: readonly Step[], names: ReadonlySet<string>, { report }: TypeCheckContext): void {
  if (chosen.length > MOST) return report(at, 'TooMany', `has ${chosen.length} items, and may have ${MOST}`)
  const seen = new Seen()
  for (const [index, chosenName] of chosen.entries()) {
    const steps = [...at, index]
    const parts = chosenName.split('/')
    if (parts.length <= 2) for (const part of parts) for (const reason of dnsLabel(part) ?? []) report(steps, 'Invalid', part === '' && parts.length === 2 ? 'must have a name on both sides of the "/"' : reason)
    if (!names.has(chosenName)) report(steps, 'Invalid', 'must be the name of a request of this claim, or that and one of its alternatives: gpu/large')
    const earlier = seen.before(chosenName, steps)
    if (earlier !== undefined) report(steps, 'Duplicate', earlier.message, earlier)
  }
}

export default constraints(
  {
    id: 'valid-resource-claim',
    since: '0.1.0',
    summary: 'Require claims on devices whose requests name a class, and whose constraints name requests.',
    why: 'The API server refuses a request that is neither exact nor a list of alternatives, and a constraint or configuration for a request that the claim does not have.',
    howToFix: 'Give each request a name and `exactly` with a `deviceClassName`, or `firstAvailable` with such alternatives. Write attributes with their domain: `gpu.example.com/model`.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#resourceclaims-templates'],
    bad: [
      {
        title: 'no device class, a constraint for a request that is not there',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: ResourceClaim
          metadata:
            name: gpu
          spec:
            devices:
              requests:
                - name: gpu
                  exactly: # ✖ deviceClassName is required but missing
                    allocationMode: all # ✖ allocationMode is "all", must be "ExactCount" or "All"; did you mean "All"?
              constraints:
                - matchAttribute: numa # ✖ matchAttribute is "numa", must have a domain and a name: gpu.example.com/model
                  requests: [gpus] # ✖ requests[0] is "gpus", must be the name of a request of this claim, or that and one of its alternatives: gpu/large
        `,
      },
    ],
    good: [
      {
        title: 'one of two classes',
        yaml: yaml`
          apiVersion: resource.k8s.io/v1
          kind: ResourceClaim
          metadata:
            name: gpu
          spec:
            devices:
              requests:
                - name: gpu
                  firstAvailable:
                    - name: large
                      deviceClassName: large-gpu
                    - name: small
                      deviceClassName: small-gpu
                      count: 2
              constraints:
                - matchAttribute: gpu.example.com/numa
                  requests: [gpu]
        `,
      },
    ],
  },
  VERSIONS.flatMap((version) => [
    on(`${version} ResourceClaim`, () => ({ dropped: { status: 'always' } })),
    on<ClaimFields>(`${version} DeviceClaim`, () => ({ fields: { requests: atMostItems(MOST), constraints: atMostItems(MOST), config: atMostItems(MOST) }, check: checkClaim })),
    on<RequestFields>(`${version} DeviceRequest`, () => ({
      fields: { name, firstAvailable: atMostItems(MOST_ALTERNATIVES) },
      dropped: { firstAvailable: '1.33', ...(version === V1BETA1 ? exactDropped : {}) },
      check: (version === V1BETA1 ? checkFlatRequest : checkRequest),
    })),
    on<ExactFields>(`${version} ExactDeviceRequest`, () => ({ fields: exactFields, dropped: exactDropped, check: checkCount })),
    on<ExactFields & Named>(`${version} DeviceSubRequest`, () => ({ fields: { ...exactFields, name }, dropped: exactDropped, check: checkCount })),
    on<ConstraintFields>(`${version} DeviceConstraint`, () => ({ fields: { matchAttribute: qualifiedAttribute, distinctAttribute: qualifiedAttribute }, dropped: { distinctAttribute: '1.35' }, check: checkConstraint })),
  ]),
)
