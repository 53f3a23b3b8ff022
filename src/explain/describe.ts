/** What a field must be, in words, from the constraints: for `podlint explain` and the pages of the rules. */
import type { Check, ConstraintSet, TypeConstraints } from '../schema/constraints.ts'
import { CODE_CHECKS } from './code-checks.ts'

export interface FieldNote {
  /** `at least 0`, `required`, `exactly one of exec and httpGet` */
  text: string
  rule: string
  /** First and last minor number in which it holds. */
  since?: number
  until?: number
}

/** By type, then the way from it to the field: `strategy.type`, `ports[].name`, `.` for the object itself. */
export type Notes = Readonly<Record<string, Readonly<Record<string, readonly FieldNote[]>>>>

export function describeConstraints(sets: readonly ConstraintSet[]): Notes {
  const notes: Record<string, Record<string, FieldNote[]>> = {}
  const add = (type: string, way: string, note: FieldNote) => {
    const list = ((notes[type] ??= {})[way] ??= [])
    if (!list.some(({ text, rule, since, until }) => text === note.text && rule === note.rule && since === note.since && until === note.until)) list.push(note)
  }
  for (const { rule, types } of sets) for (const { type, constraints } of types) describeType(constraints(), (way, note) => add(type, way, { ...note, rule: rule.id }))
  for (const { type, rule, way, text } of codeChecks()) for (const part of text.split('; ')) add(type, way, { text: part, rule })
  return notes
}

type Add = (way: string, note: Omit<FieldNote, 'rule'>) => void

function describeType(constraints: TypeConstraints<never>, add: Add): void {
  const { fields = {}, exactlyOneOf, atMostOneOf, unique = {}, dropped = {} } = constraints
  for (const [name, checks] of Object.entries(fields)) describeField(name, checks, add)
  if (exactlyOneOf !== undefined) add('.', { text: `exactly one of ${listed(exactlyOneOf)}` })
  if (atMostOneOf !== undefined) add('.', { text: `at most one of ${listed(atMostOneOf)}` })
  for (const [list, { key }] of Object.entries(unique as Record<string, { key: string }>)) add(key === '' ? `${list}[]` : `${list}[].${key}`, { text: 'each only once' })
  for (const [name, last] of Object.entries(dropped)) {
    if (last === 'always') add(name, { text: 'forgotten by the API server: its feature is off by default' })
    else add(name, { text: 'forgotten by the API server', until: minorOf(last) })
  }
}

function describeField(way: string, checks: unknown, add: Add): void {
  if (Array.isArray(checks)) for (const each of checks) describeField(way, each, add)
  else if (!isCheck(checks)) for (const [name, below] of Object.entries(checks as object)) describeField(`${way}.${name}`, below, add)
  // Whether an object is there says nothing of what it must be.
  else if (checks.embedded === undefined) add(way, { text: checks.describes, ...(checks.since !== undefined && { since: checks.since }), ...(checks.until !== undefined && { until: checks.until }) })
}

function codeChecks(): { type: string; rule: string; way: string; text: string }[] {
  let type = ''
  let rule = ''
  return CODE_CHECKS.trim().split('\n').flatMap((line) => {
    const colon = line.indexOf(': ')
    if (line.startsWith('  ')) return { type, rule, way: line.slice(2, colon), text: line.slice(colon + 2) }
    const blank = line.lastIndexOf(' ')
    type = line.slice(0, blank)
    rule = line.slice(blank + 1)
    return []
  })
}

const isCheck = (checks: unknown): checks is Check => typeof checks === 'object' && checks !== null && 'describes' in checks
const minorOf = (version: string): number => Number(version.slice(version.indexOf('.') + 1))
const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)

/** `since 1.34`, `until 1.36`, or nothing. */
export const whenOf = ({ since, until }: FieldNote): string => [since === undefined ? '' : `since 1.${since}`, until === undefined ? '' : `until 1.${until}`].filter(Boolean).join(', ')
