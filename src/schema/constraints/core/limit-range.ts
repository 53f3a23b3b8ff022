import type { LimitRangeItem, LimitRangeSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import { compareQuantities, parseQuantity, wholeUnits, type Quantity } from '../../../formats/quantity.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { amountsOf, containerResourceReasons, isOvercommittable, resourceReasons, type Written } from '../../resource-amounts.ts'

const TYPES = ['Pod', 'Container', 'PersistentVolumeClaim']
const SIDES = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const
type Side = (typeof SIDES)[number]

/** An amount, and which side it was written on: of a container the server fills in what is missing. */
interface Entry {
  amount: Quantity
  from: Side
}
type Entries = Record<Side, Map<string, Entry>>

function entriesOf(item: Loose<LimitRangeItem>): Entries {
  const entries = Object.fromEntries(SIDES.map((side) => [side, new Map([...amountsOf(item[side] as Written | undefined)].map(([name, amount]) => [name, { amount, from: side }]))])) as Entries
  const fill = (side: Side, from: Side): void => {
    for (const [name, entry] of entries[from]) if (!entries[side].has(name)) entries[side].set(name, entry)
  }
  if (item.type === 'Container') {
    fill('default', 'max')
    fill('defaultRequest', 'default')
    fill('defaultRequest', 'min')
  }
  return entries
}

const ONE = parseQuantity(1)!
/** Beyond it the server divides whole units. */
const MOST_MILLIS = (2n ** 63n - 1n) / 1000n

/** As the server divides, in floating point. */
function isRatioAbove(ratio: Quantity, min: Quantity, max: Quantity): boolean {
  const all = [ratio, min, max]
  const inMillis = all.every((amount) => wholeUnits(amount) < MOST_MILLIS)
  const [most, least, greatest] = all.map((amount) => (inMillis ? Number(amount.nanos / 1_000_000n) : Number(wholeUnits(amount)))) as [number, number, number]
  return (inMillis ? most / 1000 : most) > greatest / least
}

function checkItem(item: Loose<LimitRangeItem>, context: TypeCheckContext): void {
  const { path, report } = context
  const { type = '' } = item
  const entries = entriesOf(item)
  const isPod = type === 'Pod'
  const sides = isPod ? SIDES.filter((side) => !side.startsWith('default')) : SIDES
  const invalid = (side: Side, name: string, reason: string) => {
    const from = entries[side].get(name)!.from
    const what = from === side ? `"${side}" of "${name}"` : `The "${side}" of "${name}", made of its "${from}",`
    report([from, name], 'Invalid', `${what} ${reason}`, { path: `${path}.${side}[${name}]`, ...(from !== side && { echo: true }) })
  }
  if (isPod) for (const side of ['default', 'defaultRequest'] as const) if (Object.keys(item[side] ?? {}).length > 0) report([side], 'Forbidden', `"${side}" cannot be set for the type "Pod"`)
  const reasonsOf = isPod || type === 'Container' ? containerResourceReasons : resourceReasons
  for (const side of sides) for (const name of entries[side].keys()) for (const reason of reasonsOf(name)) invalid(side, name, reason)
  if (type === 'PersistentVolumeClaim' && !entries.min.has('storage') && !entries.max.has('storage')) report([], 'Required', 'Limit of a PersistentVolumeClaim must have a min or a max of storage', { path: `${path}.limits` })
  for (const name of new Set(sides.flatMap((side) => [...entries[side].keys()]))) checkOrder(name, entries, invalid)
}

function checkOrder(name: string, entries: Entries, invalid: (side: Side, name: string, reason: string) => void): void {
  const amount = (side: Side): Quantity | undefined => entries[side].get(name)?.amount
  const [max, min, byDefault, request, ratio] = SIDES.map(amount)
  const isAbove = (one: Quantity | undefined, other: Quantity | undefined) => one !== undefined && other !== undefined && compareQuantities(one, other) > 0
  if (isAbove(min, max)) invalid('min', name, 'is above its max')
  if (isAbove(min, request)) invalid('defaultRequest', name, 'is below its min')
  if (isAbove(request, max)) invalid('defaultRequest', name, 'is above its max')
  if (isAbove(request, byDefault)) invalid('defaultRequest', name, 'is above its "default"')
  if (isAbove(min, byDefault)) invalid('default', name, 'is below its min')
  if (isAbove(byDefault, max)) invalid('default', name, 'is above its max')
  if (isAbove(ONE, ratio)) invalid('maxLimitRequestRatio', name, 'must be at least 1')
  if (ratio !== undefined && min !== undefined && max !== undefined && isRatioAbove(ratio, min, max)) invalid('maxLimitRequestRatio', name, 'is above what max is to min')
  if (!isOvercommittable(name) && byDefault !== undefined && request !== undefined && compareQuantities(byDefault, request) !== 0) invalid('defaultRequest', name, 'must equal its "default", for it cannot be overcommitted')
}

export default constraints(
  {
    id: 'valid-limit-range',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a LimitRange whose limits are of resources that exist, and in order.',
    why: 'The API server refuses a minimum above its maximum, a default outside of both, and resources that a container cannot have.',
    howToFix: 'Keep `min` ≤ `defaultRequest` ≤ `default` ≤ `max`, and write one item for each of Container, Pod and PersistentVolumeClaim.',
    references: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
    bad: [
      {
        title: 'a default above its maximum, a type in lower case',
        yaml: yaml`
          apiVersion: v1
          kind: LimitRange
          metadata:
            name: limits
          spec:
            limits:
              - type: Container
                max:
                  memory: 1Gi
                default:
                  memory: 2Gi # ✖ "default" of "memory" is above its max
                defaultRequest:
                  memory: 512Mi
              - type: pod # ✖ type is "pod", must be one of "Pod", "Container", "PersistentVolumeClaim", or have a prefix such as example.com/
                max:
                  memory: 4Gi
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: LimitRange
          metadata:
            name: pods
          spec:
            limits:
              - type: pod # ✖ type is "pod", must be one of "Pod", "Container", "PersistentVolumeClaim", or have a prefix such as example.com/
                max:
                  cpu: "4"
        `,
        fixed: yaml`
          apiVersion: v1
          kind: LimitRange
          metadata:
            name: pods
          spec:
            limits:
              - type: Pod
                max:
                  cpu: "4"
        `,
      },
    ],
    good: [
      {
        title: 'limits in order',
        yaml: yaml`
          apiVersion: v1
          kind: LimitRange
          metadata:
            name: limits
          spec:
            limits:
              - type: Container
                min:
                  memory: 64Mi
                defaultRequest:
                  memory: 128Mi
                default:
                  memory: 512Mi
                max:
                  memory: 1Gi
        `,
      },
    ],
  },
  [
    on<LimitRangeSpec>('core/v1 LimitRangeSpec', () => ({ fields: { limits: checkedElsewhere }, unique: { limits: { key: 'type', of: ({ type }) => type } } })),
    on<LimitRangeItem>('core/v1 LimitRangeItem', () => ({
      fields: { type: checkedElsewhere },
      check(item, context) {
        const { type = '' } = item
        const malformed = qualifiedName(type)
        for (const reason of malformed ?? []) context.report(['type'], 'Invalid', reason)
        if (malformed === undefined && !type.includes('/') && !TYPES.includes(type)) {
          context.report(['type'], 'Invalid', `must be one of ${TYPES.map((each) => `"${each}"`).join(', ')}, or have a prefix such as example.com/`)
        }
        checkItem(item, context)
      },
    })),
  ],
)
