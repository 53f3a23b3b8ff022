/** Random mistakes in objects: something removed, of another type, of another name, repeated, or grafted from elsewhere. */
import type { Random } from './random.ts'

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value }

type Holder = Value[] | { [key: string]: Value }

/** A value in its map or list. */
interface Slot {
  holder: Holder
  key: string | number
}

/** A name without a meaning, of the length of one that every object of JavaScript has. */
export const PLAIN_NAME = 'konstruktor'
export const INHERITED_NAME = 'constructor'

/** Names that every object of JavaScript has, and other keys that code may stumble over. */
const ODD_NAMES = [PLAIN_NAME, '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'length', '0', '', ' ', 'a.b', 'a[0]', 'é', 'x'.repeat(300)]
const ODD_VALUES: readonly Value[] = [null, true, false, 0, -1, 1.5, 65536, 2 ** 31, 2 ** 53, '', ' ', '-', 'a', 'A b', '0', '-1', '1e3', '100m', '5%', 'true', 'null', '10.0.0.0/8', 'fe80::1', '*', '/', '../x', 'a/b/c', 'é', '\u0000', '\n', 'a: b', '# a', [], {}, [null], [[]], { a: 1 }, ...ODD_NAMES]

/** Of what is no map or list, the same. */
export function mutate(object: Value, donors: readonly Value[], random: Random): Value {
  if (typeof object !== 'object' || object === null) return object
  const mutant = structuredClone(object)
  for (let count = 1 + random.below(3); count > 0; count--) {
    const slots = slotsOf(mutant)
    if (slots.length > 0) random.of(MUTATIONS)(random.of(slots), donors, random)
  }
  return mutant
}

const MUTATIONS: readonly ((slot: Slot, donors: readonly Value[], random: Random) => void)[] = [
  function remove({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(key as number, 1)
    else delete holder[key]
  },
  function retype(slot, _, random) {
    set(slot, random.below(4) === 0 ? PLAIN_NAME : structuredClone(random.of(ODD_VALUES)))
  },
  function rename({ holder, key }, _, random) {
    if (Array.isArray(holder)) return
    const entries = Object.entries(holder)
    const name = random.below(2) === 0 ? random.of(random.below(3) === 0 ? [PLAIN_NAME] : ODD_NAMES) : misspelt(String(key), random)
    if (Object.hasOwn(holder, name)) return
    for (const [each] of entries) delete holder[each]
    for (const [each, value] of entries) set({ holder, key: each === key ? name : each }, value)
  },
  function repeat({ holder, key }) {
    if (Array.isArray(holder)) holder.splice(key as number, 0, structuredClone(holder[key as number]!))
    else set({ holder, key: `${key}2` }, structuredClone(holder[key]!))
  },
  function graft(slot, donors, random) {
    const donor = random.of(slotsOf([random.of(donors)]))
    set(random.below(2) === 0 ? slot : { holder: slot.holder, key: Array.isArray(slot.holder) ? slot.key : String(donor.key) }, structuredClone(valueIn(donor)))
  },
]

/** All values below, in their maps and lists. */
function slotsOf(root: Holder): Slot[] {
  const slots: Slot[] = []
  const visit = (holder: Holder): void => {
    for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
      const slot = { holder, key }
      slots.push(slot)
      const value = valueIn(slot)
      if (typeof value === 'object' && value !== null) visit(value)
    }
  }
  visit(root)
  return slots
}

const valueIn = ({ holder, key }: Slot): Value => (Array.isArray(holder) ? holder[key as number]! : holder[key]!)

/** Also `__proto__`, which an assignment would take for something else. */
const set = ({ holder, key }: Slot, value: Value): void => void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

function misspelt(name: string, random: Random): string {
  const at = random.below(name.length + 1)
  return random.of([name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}x${name.slice(at)}`, name.toLowerCase(), name.toUpperCase(), `${name}s`])
}

/** What has a meaning of its own in YAML, or is broken there. */
const ODD_TEXTS = [
  '', '~', '.nan', '.inf', '-.inf', '010', '0o10', '0x1F', '1_000', '1e400', '12:30:45', '2001-01-01', 'on', '!!int ""', '!!str', '!!float 1', '!!binary YQ==', '!!binary "?"', '!x y', '&a b', '*a', '|', '>-', '"', "'", '[', '{', ']', '[a, , b]', '{a}', '{a: 1, a: 2}',
  '? a', '- a', '- - a', 'a: b', '<<: {a: b}', '@a', '`a`', '%a', '# a', '"\\x00"', '"\\ud800"', '"\\q"', '\t', '\u00a0', '\u2028', '\ufeff', '{{ .Values.a }}', '${A}', '---', '...',
] // prettier-ignore

/** The value of a line is another text. */
export function spoil(yaml: string, random: Random): string {
  const lines = yaml.split('\n')
  const at = random.below(lines.length)
  lines[at] = lines[at]!.replace(/^(\s*(?:- )*(?:[^:]*: )?).*/, (_, start: string) => start + random.of(ODD_TEXTS))
  return lines.join('\n')
}
