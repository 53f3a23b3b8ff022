/** The command line of another tool, by a table of its flags. */
import { didYouMean, UsageError } from '../../usage-error.ts'
import type { Migration } from './migration.ts'

/** A flag with a value gets that, a switch an empty string. */
export type Apply = (value: string, migration: Migration) => void

export interface FlagTable {
  values: Readonly<Record<string, Apply>>
  switches: Readonly<Record<string, Apply>>
  /** Other spellings. */
  aliases?: Readonly<Record<string, string>>
  /** Commands in front that mean linting. */
  commands?: readonly string[]
}

/** Throws a UsageError for a flag that the tool does not have. */
export function applyFlags(args: readonly string[], { values, switches, aliases = {}, commands = [] }: FlagTable, migration: Migration): void {
  let areOperands = false
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!
    if (areOperands || word === '-' || !word.startsWith('-')) {
      if (!(at === 0 && commands.includes(word))) migration.paths.push(word)
      continue
    }
    if (word === '--') {
      areOperands = true
      continue
    }
    const equals = word.indexOf('=')
    const spelling = (equals === -1 ? word : word.slice(0, equals)).replace(/^--?/, '')
    const name = Object.hasOwn(aliases, spelling) ? aliases[spelling]! : spelling
    if (Object.hasOwn(switches, name)) {
      if (equals === -1 || word.slice(equals + 1) !== 'false') switches[name]!('', migration)
    } else if (Object.hasOwn(values, name)) {
      const value = equals === -1 ? args[++at] : word.slice(equals + 1)
      if (value === undefined) throw new UsageError(`${word} needs a value`)
      values[name]!(value, migration)
    } else throw new UsageError(`${migration.tool} has no flag "${word}" that podlint knows of${didYouMean(spelling, [...Object.keys(values), ...Object.keys(switches)])}`)
  }
}

export const listOf = (value: string): string[] => value.split(',').map((item) => item.trim()).filter(Boolean)

/** Names of formats there and here. */
export const format = (names: Readonly<Record<string, string>>): Apply => (value, migration) => {
  if (Object.hasOwn(names, value)) {
    if (names[value] !== 'text') migration.flag('format', names[value]!)
  } else migration.lost(`the format ${value}`, `there are ${[...new Set(Object.values(names))].join(', ')} and others: podlint --help`)
}

export const needless = (what: string, why: string): Apply => (_, migration) => migration.needless(what, why)
export const lost = (what: string, why: string): Apply => (value, migration) => migration.lost(value === '' ? what : `${what} ${value}`, why)
export const nothing: Apply = () => undefined
