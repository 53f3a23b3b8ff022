/** What comments and annotations say: `rule-a, rule-b until=2027-01-31: the reason`. */
import { nearest } from '../model/nearest.ts'
import { isDate } from '../formats/date.ts'
import type { OffsetEdit } from './fixer.ts'
import type { FixSafety, Severity } from '../diagnostic.ts'

/** What a suppression says in vain. */
export interface SuppressionMistake {
  message: string
  /** Offsets in the linted text. */
  start: number
  end: number
  /** Another one than that of the rule. */
  severity?: Severity
  edits?: readonly OffsetEdit[]
  fix?: FixSafety
}

export interface SuppressionOptions {
  /** Whether each needs a reason. */
  requireReason: boolean
  /** Rules that cannot be suppressed. */
  unsuppressible: ReadonlySet<string>
  /** The day of the run, `2027-01-31`. */
  today: () => string
  /** Whether the marks of other tools count. */
  peers: boolean
}

/** Which rules a name stands for. */
export interface RuleNames {
  /** The ids and categories, in one list. */
  all: readonly string[]
  ids: ReadonlySet<string>
  /** By category. */
  categories: ReadonlyMap<string, readonly string[]>
  /** By the ids of checks of other tools; undefined before they are loaded, when nobody can say yet what else was meant. */
  peers: ReadonlyMap<string, readonly string[]> | undefined
  /** There may be more rules: those of plugins that are not run. */
  areOpen: boolean
}

export interface Name {
  text: string
  ids: readonly string[]
  start: number
  end: number
}

export interface Said {
  names: Name[]
  mistakes: SuppressionMistake[]
}

/** `text` stands at the offset `from`; `what` is said of it in messages: `The comment`. Before a colon stand rules, after it the reason. */
export function readSaid(text: string, from: number, what: string, known: RuleNames, options: SuppressionOptions): Said {
  const said: Said = { names: [], mistakes: [] }
  const colon = text.indexOf(':')
  const list = colon === -1 ? text : text.slice(0, colon)
  const hasReason = colon !== -1 && text.slice(colon + 1).trim() !== ''
  const until = /(^|[\s,])until=([^\s,]*)/.exec(list)
  const names = until === null ? list : list.replace(until[0], ' '.repeat(until[0].length))
  let at = 0
  for (const part of names.split(',')) {
    const name = part.trim()
    const start = from + at + part.indexOf(name)
    at += part.length + 1
    if (name === '') continue
    const place = { start, end: start + name.length }
    const ids = idsOf(name, known)
    const free = ids.filter((id) => !options.unsuppressible.has(id))
    if (free.length > 0) said.names.push({ text: name, ids: free, ...place })
    else said.mistakes.push({ message: ids.length > 0 ? `The settings do not let "${name}" be ignored` : unknownName(name, known), ...place })
  }
  if (until !== null) {
    const start = from + until.index + until[1]!.length
    const place = { start, end: start + until[0].length - until[1]!.length }
    const date = until[2]!
    if (!isDate(date)) said.mistakes.push({ message: `until is a date such as 2027-01-31, not "${date}"`, ...place })
    else if (date < options.today() && said.names.length > 0) said.mistakes.push({ message: `${what} has expired on ${date}: fix what it ignores, or give a later date`, severity: 'error', ...place })
  }
  if (options.requireReason && !hasReason && said.names.length > 0) said.mistakes.push({ message: `${what} gives no reason: write it after a colon`, start: said.names[0]!.start, end: said.names.at(-1)!.end })
  return said
}

function idsOf(name: string, { ids, categories, peers, areOpen }: RuleNames): readonly string[] {
  if (ids.has(name)) return [name]
  return categories.get(name) ?? peers?.get(peerKey(name)) ?? (areOpen && /^[a-z0-9-]+$/.test(name) ? [name] : [])
}

/** Trivy has written the id of one check in several ways. */
export const peerKey = (id: string): string => id.toLowerCase().replace(/^(?:avd-)?ksv-?0*(\d+)$/, 'ksv-$1')

function unknownName(name: string, { all, peers }: RuleNames): string {
  if (name === 'all' || name === '*') return `"${name}" is not a rule: name each rule or category to ignore`
  if (/\s/.test(name)) return `"${name}" is not a rule: put commas between rules, and a colon before the reason`
  const meant = peers === undefined ? undefined : nearest(name, all)
  return `Unknown rule "${name}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`
}

/** What was named in vain, once everything is found; undefined when nothing. Of a rule that is off nobody knows. */
export function unusedNames(names: readonly Name[], used: ReadonlySet<string>, isOn: (rule: string) => boolean): readonly Name[] {
  return names.filter(({ ids }) => !ids.some((id) => used.has(id)) && ids.some(isOn))
}

export function unusedMessage(unused: readonly Name[], what: string): string {
  const list = unused.map(({ text }) => text)
  return `${list.length === 1 ? `${list[0]} finds` : `${list.slice(0, -1).join(', ')} and ${list.at(-1)} find`} nothing here that ${what} could ignore`
}
