/** What the schema of a settings file cannot say of rules: names of the user's own, and options that depend on each other. */
import { parseQuantity } from '../formats/quantity.ts'
import { wholeMatcher } from '../formats/re2-whole.ts'
import { readValuePath } from '../model/value-path.ts'
import type { Tape } from '../parser/tape.ts'
import { didYouMean } from '../usage-error.ts'
import type { KnownRules } from './known-rules.ts'
import type { Mistake } from './mistake.ts'
import { isSet } from './select-rules.ts'

/** What no manifest can do both of. */
const OPPOSITES: readonly (readonly string[])[] = [['no-cpu-limit', 'require-cpu-limit']]

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const unknownRule = (name: string, { ids }: KnownRules): string => `Unknown rule "${name}"${didYouMean(name, [...ids])}`

/** More rules under names of their own than anybody has. The validator copies all errors so far with each new one of them. */
export const MOST_STRANGERS = 1000

/** The keys of settings of rules that there are not. */
export function strangersAmongRules(tape: Tape, root: number, { ids }: KnownRules): number[] {
  const rules = tape.isMap(root) ? tape.find(root, 'rules') : -1
  const strangers: number[] = []
  if (rules === -1 || !tape.isMap(rules)) return strangers
  for (let key = rules + 1; key < tape.next(rules); key = tape.next(key + 1)) if (!ids.has(tape.key(key))) strangers.push(key)
  return strangers
}

/** Whether an error of the schema says no more than that a name is neither that of a rule nor that of a rule of the user's own. */
export const isNoRule = ({ ids }: KnownRules, steps: readonly string[], keyword: string, missing: string | undefined): boolean =>
  steps.length === 2 && steps[0] === 'rules' && !ids.has(steps[1]!) && (keyword === 'type' || (keyword === 'required' && missing === 'rule'))

/** The rule of podlint that stands behind a name. */
export function baseOf(tape: Tape, root: number, name = ''): string {
  const rule = tape.find(tape.find(tape.find(root, 'rules'), name), 'rule')
  const base = rule !== -1 && tape.isScalar(rule) ? tape.scalar(rule) : undefined
  return typeof base === 'string' ? base : name
}

/** Of a file that the schema is content with. */
export function ruleMistakes(tape: Tape, root: number, known: KnownRules): Mistake[] {
  const rules = tape.find(root, 'rules')
  const mistakes: Mistake[] = []
  if (rules === -1 || !tape.isMap(rules)) return mistakes
  const on = new Set<string>()
  for (let key = rules + 1; key < tape.next(rules); key = tape.next(key + 1)) {
    const name = tape.key(key)
    const add = (node: number, message: string) => mistakes.push({ offset: tape.start(node), message })
    if (!known.ids.has(name)) {
      if (!NAME.test(name)) add(key, `The name of a rule has lower case letters, digits and single hyphens, not "${name}"`)
      else if (name === 'all' || known.categories.has(name)) add(key, `"${name}" stands for several rules: choose another name`)
    }
    const setting = key + 1
    if (isOff(tape, tape.isMap(setting) ? tape.find(setting, 'severity') : setting)) continue
    const base = baseOf(tape, root, name)
    on.add(base)
    const opposite = OPPOSITES.find((pair) => pair.includes(base))?.find((other) => other !== base && on.has(other))
    if (opposite !== undefined) add(key, `The rules "${opposite}" and "${base}" ask for opposite things: choose one of them`)
    const options = tape.isMap(setting) ? tape.find(setting, 'options') : -1
    const values = options === -1 || !tape.isMap(options) ? {} : (tape.toJS(options) as Readonly<Record<string, unknown>>)
    const needs = known.needsOf(base)
    if (needs.length > 0 && !needs.some((option) => isSet(values[option]))) add(key, `The rule "${name}" needs the option ${needs.map((option) => `"${option}"`).join(' or ')}`)
    for (const [option, value] of Object.entries(values)) {
      const { format } = known.optionsOf(base)?.[option] ?? {}
      const reason = typeof value !== 'string' || value === '' ? undefined : reasonAgainst(format, value)
      if (reason !== undefined) add(tape.find(options, option), `"${option}" ${reason}`)
    }
  }
  return mistakes
}

export function reasonAgainst(format: string | undefined, value: string): string | undefined {
  if (format === 'path') return readValuePath(value) === undefined ? 'must be a way to a field such as spec.replicas, metadata.labels[example.com/team] or pod.spec.containers[*].image' : undefined
  if (format === 'quantity') return parseQuantity(value) === undefined ? `must be an amount such as 500m or 64Mi, not "${value}"` : undefined
  const matcher = format === 'pattern' ? wholeMatcher(value) : undefined
  return typeof matcher === 'string' ? matcher : undefined
}

/** A rule that does nothing needs no options. */
const isOff = (tape: Tape, level: number): boolean => level !== -1 && tape.isScalar(level) && (tape.scalar(level) === 'off' || tape.scalar(level) === false)
