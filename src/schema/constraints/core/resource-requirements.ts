import type { Container, PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { dnsLabel } from '../../../formats/names.ts'
import { canonicalQuantity, compareQuantities, isInteger, type Quantity } from '../../../formats/quantity.ts'
import { aggregate, amountReasons, amountsOf, isForPods, isHugePages, isOvercommittable, needsMore, NEEDS_MORE, overheadFaults, sidesOf, type Amounts, type Resources, type Sides, type Written } from '../../resource-amounts.ts'

function checkSides({ limits, requests, defaulted }: Sides, ofPod: boolean, { path, report }: TypeCheckContext): void {
  const printed = (rest: string) => ({ path: `${path}.resources.${rest}` })
  for (const [side, amounts] of [['limits', limits], ['requests', requests]] as const) {
    for (const [name, amount] of amounts) {
      const isDefault = side === 'requests' && defaulted.has(name)
      // A request that nobody wrote is reported at the limit that it comes from.
      for (const { code, message, atKey = false } of amountReasons(name, amount, ofPod)) {
        const thing = `${isDefault ? 'The request made of the limit' : 'Resource'} "${name}"`
        report(['resources', isDefault ? 'limits' : side, name], code, `${thing} ${atKey ? '' : `is ${canonicalQuantity(amount)}, `}${message}`, { ...printed(`${side}[${name}]`), atKey })
      }
      if (side === 'limits') continue
      const limit = limits.get(name)
      if (limit === undefined) {
        if (!isOvercommittable(name)) report(['resources', 'limits'], 'Required', `Resource "${name}" cannot be overcommitted, so it needs a limit equal to its request`)
      } else if (!isOvercommittable(name)) {
        if (compareQuantities(amount, limit) !== 0) report(['resources', 'requests', name], 'Invalid', `Request of ${canonicalQuantity(amount)} for ${name} must equal the limit of ${canonicalQuantity(limit)}, since it cannot be overcommitted`, { ...printed('requests'), related: { steps: ['resources', 'limits', name], message: 'the limit' } })
      } else if (compareQuantities(amount, limit) > 0) report(['resources', 'requests', name], 'Invalid', `Request of ${canonicalQuantity(amount)} for ${name} is above the limit of ${canonicalQuantity(limit)}`, { ...printed('requests'), related: { steps: ['resources', 'limits', name], message: 'the limit' } })
    }
  }
  if (needsMore([...limits.keys(), ...requests.keys()])) report(['resources'], 'Forbidden', NEEDS_MORE)
}

/** As a decimal number, which it is to the server: 4.1Gi is 4402341478.4. */
const inBytes = ({ nanos }: Quantity): string => `${nanos / 1_000_000_000n}.${String(nanos % 1_000_000_000n).padStart(9, '0').replace(/0+$/, '')}`

function warnOfFractions({ limits, requests, defaulted }: Sides, { warn }: TypeCheckContext): void {
  for (const [side, amounts] of [['limits', limits], ['requests', requests]] as const) {
    for (const name of ['memory', 'ephemeral-storage']) {
      const amount = amounts.get(name)
      if (amount === undefined || isInteger(amount) || (side === 'requests' && defaulted.has(name))) continue
      warn(['resources', side, name], `Resource "${name}" is ${inBytes(amount)} bytes, not a whole number of them`)
    }
  }
}

interface Claim {
  readonly name?: string | undefined
  readonly request?: string | undefined
}

function checkClaims(claims: readonly Claim[], { pod, report }: TypeCheckContext): void {
  const offered = new Set((pod?.spec.resourceClaims ?? []).map((claim) => claim.name))
  const seen = new Map<string, Set<string>>()
  for (const [index, { name = '', request = '' }] of claims.entries()) {
    const at = ['resources', 'claims', index]
    if (name === '') {
      report(at, 'Required', 'must have a name')
      continue
    }
    const requests = seen.get(name)
    if (requests !== undefined && (request === '' || requests.has('') || requests.has(request))) report(at, 'Duplicate', `Claim "${name}" is listed twice`)
    if (requests === undefined) seen.set(name, new Set([request]))
    else requests.add(request)
    for (const reason of request === '' ? [] : (dnsLabel(request) ?? [])) report([...at, 'request'], 'Invalid', reason)
    if (!offered.has(name)) report(at, 'NotFound', `Claim "${name}" is not among the resourceClaims of the pod`)
  }
}

interface Resize {
  readonly resourceName?: string | undefined
  readonly restartPolicy?: string | undefined
}

function checkResizePolicy(policies: readonly Resize[], container: Loose<Container>, { minor, field, path, pod, report }: TypeCheckContext): void {
  const printed = { path: `${path}.resizePolicy` }
  const seen = new Seen()
  for (const [index, { resourceName = '', restartPolicy = '' }] of policies.entries()) {
    const at = ['resizePolicy', index]
    const earlier = seen.before(resourceName, at)
    if (earlier !== undefined) report(at, 'Duplicate', `Resource "${resourceName}" is ${earlier.message}`, earlier)
    if (resourceName === '') report([...at, 'resourceName'], 'Required', 'is required', printed)
    else if (resourceName !== 'cpu' && resourceName !== 'memory') report([...at, 'resourceName'], 'NotSupported', 'must be "cpu" or "memory"', printed)
    if (restartPolicy === '') report([...at, 'restartPolicy'], 'Required', 'is required', printed)
    else if (restartPolicy !== 'NotRequired' && restartPolicy !== 'RestartContainer') report([...at, 'restartPolicy'], 'NotSupported', 'must be "NotRequired" or "RestartContainer"', printed)
    if (pod?.spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired') report([...at, 'restartPolicy'], 'Invalid', 'must be "NotRequired" in a pod that never restarts', printed)
    if (minor >= 36 && field === 'initContainers' && container.restartPolicy !== 'Always' && restartPolicy === 'RestartContainer') report([...at, 'restartPolicy'], 'Invalid', 'can be "RestartContainer" only for containers that go on running')
  }
}

/** The server fills in requests of the pod where any of its own amounts is set: those of the containers, else its limits. */
function podSides(resources: Resources, requested: Amounts, limited: Amounts, filled: boolean): Sides {
  const sides = sidesOf(resources, false)
  if (!filled || (sides.limits.size === 0 && sides.requests.size === 0)) return sides
  for (const [name, amount] of limited) if (isHugePages(name) && !sides.limits.has(name)) sides.limits.set(name, amount)
  const defaulted = new Set<string>()
  for (const [name, amount] of [...requested, ...sides.limits]) {
    if (sides.requests.has(name) || !isForPods(name)) continue
    sides.requests.set(name, isHugePages(name) ? (sides.limits.get(name) ?? amount) : amount)
    defaulted.add(name)
  }
  return { ...sides, defaulted }
}

function checkPodResources(spec: Loose<PodSpec>, context: TypeCheckContext): void {
  const resources = (spec as { resources?: Resources & { claims?: unknown } }).resources
  if (resources === undefined || context.minor < 34) return
  const { pod, path, report } = context
  const isPod = pod?.template !== true
  if (spec.os?.name === 'windows') report(['resources'], 'Forbidden', 'cannot be set for Windows')
  if (resources.claims !== undefined) report(['resources', 'claims'], 'Forbidden', 'cannot be set for a pod')
  const requested = aggregate(spec, 'requests', isPod)
  const limited = aggregate(spec, 'limits', isPod)
  const sides = podSides(resources, requested, limited, isPod)
  checkSides(sides, true, context)
  const printed = (rest: string) => ({ path: `${path}.resources.${rest}` })
  for (const [name, amount] of sides.requests) {
    const needed = requested.get(name)
    if (needed !== undefined && compareQuantities(amount, needed) < 0) report(['resources', 'requests', name], 'Invalid', `The request of "${name}" is below what the containers request together`, printed(`requests[${name}]`))
  }
  for (const [name, amount] of sides.limits) {
    const needed = limited.get(name)
    if (isHugePages(name) && needed !== undefined && compareQuantities(amount, needed) < 0) report(['resources', 'limits', name], 'Invalid', `The limit of "${name}" is below that of the containers together`, printed(`limits[${name}]`))
    for (const [index, container] of (spec.containers ?? []).entries()) {
      const limit = amountsOf(container.resources?.limits as Written).get(name)
      if (limit === undefined || compareQuantities(limit, amount) <= 0) continue
      report(['containers', index, 'resources', 'limits', name], 'Invalid', `The limit of "${name}" is above that of the pod`, printed(`containers[${index}][${name}].limits`))
    }
  }
}

/** Not in the package of types. */
interface ResourceClaim {
  name: string
}

export default constraints(
  {
    id: 'valid-resources',
    since: '0.1.0',
    summary: 'Require resources that exist, in amounts that make sense, with requests within limits.',
    why: 'The API server refuses a pod with an unknown resource, a negative or fractional amount, or a request above its limit.',
    howToFix: 'Use cpu, memory, ephemeral-storage, hugepages-<size> or a prefixed resource of a device, and keep each request at or below its limit.',
    references: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
    peers: { kubevious: ['resource-request-limit-check'] },
    bad: [
      {
        title: 'a request above its limit, an unknown resource, half a device',
        yaml: yaml`
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: web
          spec:
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
                    resources:
                      requests:
                        memory: 1Gi # ✖ Request of 1Gi for memory is above the limit of 1G
                      limits:
                        memory: 1G
                        requests.cpu: 1 # ✖ Resource "requests.cpu" is not a resource that a container can have
                        nvidia.com/gpu: 500m # ✖ Resource "nvidia.com/gpu" is 500m, must be a whole number
        `,
      },
    ],
    good: [
      {
        title: 'requests within limits',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                resources:
                  requests:
                    cpu: 100m
                    memory: 512Mi
                  limits:
                    memory: 1Gi
                    nvidia.com/gpu: 1
        `,
      },
    ],
  },
  [
    on<Container>('core/v1 Container', () => ({
      check(container, context) {
        const { resources, resizePolicy } = container
        if (resizePolicy !== undefined && context.minor >= 33) checkResizePolicy(resizePolicy, container, context)
        if (resources === undefined) return
        const sides = sidesOf(resources, context.pod?.template !== true)
        checkSides(sides, false, context)
        warnOfFractions(sides, context)
        // The server drops them before.
        if (resources.claims !== undefined && context.minor >= 34) checkClaims(resources.claims, context)
      },
    })),
    on<PodSpec>('core/v1 PodSpec', () => ({
      check(spec, context) {
        for (const { name, code, message } of overheadFaults((spec.overhead ?? {}) as Written)) {
          context.report(name === undefined ? ['overhead'] : ['overhead', name], code, message, name === undefined ? {} : { path: `${context.path}.overhead.limits[${name}]` })
        }
        checkPodResources(spec, context)
      },
    })),
    on<ResourceClaim>('core/v1 ResourceClaim', () => ({ ownDuplicates: true, fields: { name: checkedElsewhere } })),
    on<Resize>('core/v1 ContainerResizePolicy', () => ({ fields: { resourceName: checkedElsewhere, restartPolicy: checkedElsewhere } })),
  ],
)
