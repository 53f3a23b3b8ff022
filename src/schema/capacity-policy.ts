/** How much of a device's capacity can be requested: one of a few amounts, or a range in steps. */
import { isInteger, parseQuantity, wholeUnits, type Quantity } from '../formats/quantity.ts'
import type { Step } from '../model/field-path.ts'
import type { Loose } from '../model/kinds.ts'
import type { TypeCheckContext } from './constraints.ts'

type Amount = string | number

export type CapacityPolicy = Loose<{ default: Amount; validValues: Amount[]; validRange: { min: Amount; max: Amount; step: Amount } }>

const MOST_VALUES = 10
const MILLI = 1_000_000n
const INT64_MAX = 2n ** 63n - 1n
/** From 1.37 on fractions are exact; before, each is rounded up to a whole number. */
const EXACT = 37

type Named = readonly [name: string, amount: Quantity]
type Report = (steps: readonly Step[], code: 'Invalid' | 'Required' | 'Duplicate' | 'TooMany' | 'Forbidden', message: string, printed?: readonly Step[]) => void

/** `at` leads to the policy, of a capacity of `value`. */
export function checkCapacityPolicy(policy: CapacityPolicy, value: Amount | undefined, at: readonly Step[], { minor, path, report }: TypeCheckContext): void {
  const [list, key, ...rest] = at
  const print = (steps: readonly Step[]) => [...rest, ...steps].reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), `${path}.${list}[${key}]`)
  const say: Report = (steps, code, message, printed = steps) => report([...at, ...steps], code, message, { path: print(printed) })
  const { validValues = [], validRange } = policy
  if (validValues.length > 0 && validRange !== undefined) return say([], 'Forbidden', 'cannot have both validValues and validRange')
  if (validValues.length === 0 && validRange === undefined) return
  const standard = parse(policy.default)
  if (standard === undefined) return say(['default'], 'Required', `is required together with ${validRange === undefined ? 'validValues' : 'validRange'}`)
  const capacity = parse(value ?? 0)
  const values = validValues.flatMap((each) => parse(each) ?? [])
  // One of them cannot be read: that has been said.
  if (capacity === undefined || values.length < validValues.length) return
  if (validRange === undefined) checkValues(values, standard, capacity, minor, say)
  else checkRange(validRange, standard, capacity, minor, say)
}

const parse = (amount: Amount | undefined): Quantity | undefined => (amount === undefined ? undefined : parseQuantity(amount))

function checkValues(values: readonly Quantity[], standard: Quantity, capacity: Quantity, minor: number, say: Report): void {
  for (const [index, value] of values.entries()) if (index > 0 && value.nanos < values[index - 1]!.nanos) say(['validValues', index], 'Invalid', `must come before validValues[${index - 1}], which is larger`)
  if (values.length > MOST_VALUES) return say(['validValues'], 'TooMany', `has ${values.length} items, and may have ${MOST_VALUES}`)
  const seen = new Map<bigint, number>()
  for (const [index, value] of values.entries()) {
    if (value.nanos > capacity.nanos) say(['validValues', index], 'Invalid', 'must be at most the capacity')
    const identity = minor >= EXACT ? value.nanos : wholeUnits(value)
    const first = seen.get(identity)
    if (first === undefined) seen.set(identity, index)
    else say(['validValues', index], 'Duplicate', `already used by validValues[${first}]`)
  }
  if (!values.some(({ nanos }) => nanos === standard.nanos)) say(['default'], 'Invalid', 'must be one of validValues', ['validValues'])
}

function checkRange(range: NonNullable<CapacityPolicy['validRange']>, standard: Quantity, capacity: Quantity, minor: number, say: Report): void {
  const [min, max, step] = [parse(range.min), parse(range.max), parse(range.step)]
  const at = (name: string) => (name === 'default' ? ['default'] : ['validRange', name])
  const printed = (name: string) => ['validRange', name]
  if (min === undefined) return say(at('min'), 'Required', 'is required')
  if (min.nanos > capacity.nanos) say(at('min'), 'Invalid', 'must be at most the capacity')
  if (standard.nanos < min.nanos) say(at('default'), 'Invalid', 'must be at least min', printed(minor >= EXACT ? 'default' : 'min'))
  if (max !== undefined) {
    if (min.nanos > max.nanos) say(at('max'), 'Invalid', 'must be at least min')
    if (max.nanos > capacity.nanos) say(at('max'), 'Invalid', 'must be at most the capacity')
    if (standard.nanos > max.nanos) say(at('default'), 'Invalid', 'must be at most max', printed(minor >= EXACT ? 'default' : 'max'))
  }
  const all: Named[] = [['default', standard], ['min', min]]
  if (max !== undefined) all.push(['max', max])
  if (step !== undefined) all.push(['step', step])
  const inThousandths = minor >= EXACT && all.some(([, amount]) => !isInteger(amount))
  if (inThousandths) {
    const tooFine = all.filter(([, { nanos }]) => nanos % MILLI !== 0n || !fitsInt64(nanos / MILLI))
    for (const [name] of tooFine) say(at(name), 'Invalid', 'must be a multiple of 1m, and not too large for that', printed(name))
    if (tooFine.length > 0) return
  }
  if (step === undefined) return
  // Before, the server divided by it.
  if (step.nanos === 0n || (step.nanos < 0n && minor >= EXACT)) return say(at('step'), 'Invalid', 'must be more than 0')
  if (min.nanos + step.nanos > capacity.nanos) say(at('step'), 'Invalid', 'must be at most the capacity less min')
  const outside = minor < EXACT || inThousandths ? [] : all.filter(([, amount]) => amount.nanos < 0n || !fitsInt64(wholeUnits(amount)))
  for (const [name] of outside) say(at(name), 'Invalid', `must be between 0 and ${INT64_MAX}`, printed(name))
  if (outside.length > 0) return
  const units = (amount: Quantity) => (inThousandths ? amount.nanos / MILLI : wholeUnits(amount))
  for (const [name, amount] of all) {
    if ((name === 'default' || name === 'max') && (units(amount) - units(min)) % units(step) !== 0n) say(at(name), 'Invalid', 'must be min and a multiple of step', printed('step'))
  }
}

const fitsInt64 = (value: bigint): boolean => value <= INT64_MAX && value >= -INT64_MAX - 1n
