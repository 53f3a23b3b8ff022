/** Amounts of resources as the API server has them after its defaults, and what is wrong with each by itself. */
import type { Container, PodSpec, ResourceRequirements } from 'kubernetes-types/core/v1'
import type { Loose } from '../model/kinds.ts'
import { nearest } from '../model/nearest.ts'
import { qualifiedName } from '../formats/names.ts'
import { isInteger, parseQuantity, roundToMilli, wholeUnits, type Quantity } from '../formats/quantity.ts'

export type Written = Readonly<Record<string, string | number | undefined>>
export type Resources = Loose<ResourceRequirements>
export type Amounts = Map<string, Quantity>

const FOR_CONTAINERS = ['cpu', 'memory', 'ephemeral-storage']
/** Numbers of objects: never a fraction. */
const COUNTED = ['pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps', 'persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers']
const FOR_QUOTAS = [
  ...COUNTED, 'storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage', 'requests.storage', 'limits.cpu', 'limits.memory', 'limits.ephemeral-storage',
]

export const isHugePages = (name: string): boolean => name.startsWith('hugepages-')
/** Of Kubernetes itself, against those that devices and operators add. */
const isNative = (name: string): boolean => !name.includes('/') || name.includes('kubernetes.io/')
const isExtended = (name: string): boolean => !isNative(name) && !name.startsWith('requests.') && qualifiedName(`requests.${name}`) === undefined
/** Why devices cannot be requested under this name: one reason for each error of the server. */
export function extendedResourceReasons(name: string): readonly string[] {
  const malformed = qualifiedName(name) ?? []
  // Of an empty name the server does not say as well that it is empty.
  if (!name.includes('/')) return ['must have a domain: example.com/gpu', ...(name === '' ? malformed.slice(1) : malformed)]
  const reasons: string[] = []
  if (name.includes('kubernetes.io/')) reasons.push('must not have a domain of kubernetes.io')
  if (name.startsWith('requests.')) reasons.push('must not begin with "requests."')
  if (malformed.length === 0 && reasons.length === 0 && !isExtended(name)) reasons.push('must be shorter: quotas name it with "requests." before it')
  return [...reasons, ...malformed]
}

/** A node may promise more of it than it has. */
export const isOvercommittable = (name: string): boolean => isNative(name) && !isHugePages(name)

export const isForPods = (name: string): boolean => name === 'cpu' || name === 'memory' || isHugePages(name)

const isKnown = (name: string): boolean => FOR_CONTAINERS.includes(name) || FOR_QUOTAS.includes(name) || isHugePages(name) || name.startsWith('requests.hugepages-')

/** Why there can be no such resource at all. */
export function resourceReasons(name: string): readonly string[] {
  const malformed = qualifiedName(name)
  if (malformed !== undefined || name.includes('/') || isKnown(name)) return malformed ?? []
  const meant = meantResource(name)
  return [meant === undefined ? 'is not a resource of Kubernetes, and has no prefix such as example.com/' : `is not a resource of Kubernetes; did you mean "${meant}"?`]
}

/** `mem`, `cpus`, `ephemeralStorage` */
function meantResource(name: string): string | undefined {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '')
  const near = FOR_CONTAINERS.find((each) => each.replaceAll('-', '') === bare) ?? (bare.length > 2 ? FOR_CONTAINERS.find((each) => each.startsWith(bare)) : undefined)
  // Another first letter is another thing: `gpu`.
  return near ?? nearest(name, FOR_CONTAINERS.filter((each) => each[0] === bare[0]))
}

/** Why a container cannot have this resource: one reason for each error of the server. */
export function containerResourceReasons(name: string): readonly string[] {
  const reasons = resourceReasons(name)
  const isRight = name.includes('/') ? isNative(name) || isExtended(name) : FOR_CONTAINERS.includes(name) || isHugePages(name)
  return isRight ? reasons : [...reasons, name.includes('/') ? 'is not a valid name of an extended resource' : 'is not a resource that a container can have']
}

/** Unprefixed resources that a quota can limit; of the others it takes all that have a prefix. */
export const isForQuotas = (name: string): boolean => isKnown(name) && name !== 'storage'

export function quotaResourceReasons(name: string): readonly string[] {
  const reasons = resourceReasons(name)
  return name.includes('/') || isForQuotas(name) ? reasons : [...reasons, 'is not a resource that a quota can limit']
}

function podNameFault(name: string): AmountFault | undefined {
  const malformed = qualifiedName(name)?.[0]
  if (malformed !== undefined) return { code: 'Invalid', message: malformed }
  if (isForPods(name)) return undefined
  return name.includes('/') || isKnown(name) ? { code: 'NotSupported', message: 'can be set for containers only' } : { code: 'Invalid', message: 'is not a resource of Kubernetes' }
}

/** As the server has them after its defaults: rounded up to thousandths. */
export function amountsOf(written: Written | undefined): Amounts {
  const amounts: Amounts = new Map()
  for (const [name, text] of Object.entries(written ?? {})) {
    const amount = text === undefined ? undefined : amountOf(text)
    if (amount !== undefined) amounts.set(name, amount)
  }
  return amounts
}

/** A run has the same few over and over. */
const known = new Map<string | number, Quantity | undefined>()

function amountOf(text: string | number): Quantity | undefined {
  let amount = known.get(text)
  if (amount === undefined && !known.has(text)) {
    const exact = parseQuantity(text)
    amount = exact && roundToMilli(exact)
    known.set(text, amount)
  }
  return amount
}

function hugePagesReason(name: string, amount: Quantity): string | undefined {
  const size = parseQuantity(name.slice('hugepages-'.length))
  if (size === undefined || size.nanos <= 0n || !isInteger(roundToMilli(size))) return 'has no size in its name, such as hugepages-2Mi'
  return wholeUnits(amount) % wholeUnits(size) === 0n ? undefined : 'must be a multiple of its page size'
}

export interface AmountFault {
  code: 'Invalid' | 'NotSupported'
  message: string
  /** It is the name that is wrong, not the amount. */
  atKey?: boolean
}

/** What is wrong with an amount of a resource, whatever it is for. */
export function quantityReasons(name: string, amount: Quantity): readonly string[] {
  const isCounted = isExtended(name) || COUNTED.includes(name)
  return [...(amount.nanos < 0n ? ['must not be negative'] : []), ...(isCounted && !isInteger(amount) ? ['must be a whole number'] : [])]
}

/** What is wrong with one resource, whichever side it is on: one fault for each error of the server. */
export function amountReasons(name: string, amount: Quantity, ofPod: boolean): AmountFault[] {
  const invalid = (message: string): AmountFault => ({ code: 'Invalid', message })
  const ofName = ofPod ? [podNameFault(name)].filter((fault) => fault !== undefined) : containerResourceReasons(name).map(invalid)
  const faults: AmountFault[] = ofName.map((fault) => ({ ...fault, atKey: true }))
  faults.push(...quantityReasons(name, amount).map(invalid))
  const hugePages = isHugePages(name) ? hugePagesReason(name, amount) : undefined
  if (hugePages !== undefined) faults.push(invalid(hugePages))
  return faults
}

export const needsMore = (names: readonly string[]): boolean => names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')
export const NEEDS_MORE = 'must have cpu or memory beside huge pages'

/** What the sandbox of a pod takes, held to the rules for limits. A fault without a name is one of all. */
export function overheadFaults(overhead: Written): { name?: string; code: AmountFault['code'] | 'Forbidden'; message: string }[] {
  const amounts = amountsOf(overhead)
  const ofEach = [...amounts].flatMap(([name, amount]) => amountReasons(name, amount, false).map(({ code, message }) => ({ name, code, message: `Resource "${name}" ${message}` })))
  return needsMore([...amounts.keys()]) ? [...ofEach, { code: 'Forbidden', message: NEEDS_MORE }] : ofEach
}

export interface Sides {
  limits: Amounts
  requests: Amounts
  /** Requests that the server makes of limits. */
  defaulted: ReadonlySet<string>
}

/** A Pod's containers request what they limit; those of a template do not yet. */
export function sidesOf({ limits, requests }: Resources, defaultsApply: boolean): Sides {
  const sides = { limits: amountsOf(limits as Written), requests: amountsOf(requests as Written), defaulted: new Set<string>() }
  if (defaultsApply) {
    for (const [name, amount] of sides.limits) {
      if (sides.requests.has(name)) continue
      sides.requests.set(name, amount)
      sides.defaulted.add(name)
    }
  }
  return sides
}

const plus = (amounts: Amounts, more: Amounts): Amounts => {
  const sum = new Map(amounts)
  for (const [name, amount] of more) sum.set(name, { ...amount, nanos: amount.nanos + (sum.get(name)?.nanos ?? 0n) })
  return sum
}

const most = (amounts: Amounts, others: Amounts): Amounts => {
  const largest = new Map(amounts)
  for (const [name, amount] of others) if ((largest.get(name)?.nanos ?? -1n) < amount.nanos) largest.set(name, amount)
  return largest
}

/** What the containers need together: all that run at once, or an init container with the sidecars before it. */
export function aggregate(spec: Loose<PodSpec>, side: 'limits' | 'requests', defaultsApply: boolean): Amounts {
  const of = (container: Loose<Container>) => sidesOf(container.resources ?? {}, defaultsApply)[side]
  let running: Amounts = new Map()
  let peak: Amounts = new Map()
  for (const container of spec.initContainers ?? []) {
    if (container.restartPolicy === 'Always') {
      running = plus(running, of(container))
      peak = most(peak, running)
    } else peak = most(peak, plus(running, of(container)))
  }
  for (const container of spec.containers ?? []) running = plus(running, of(container))
  return most(running, peak)
}
