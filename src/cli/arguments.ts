/** From the command line and the environment to flags and paths. */
import { didYouMean, UsageError } from '../usage-error.ts'
import { FLAG_ENTRIES, variableOf, type Flag, type FlagName, type FlagValues } from './flags.ts'

export const COMMANDS = ['check', 'fix', 'rules', 'rule', 'explain', 'kinds', 'pss', 'policy', 'render', 'test-rules', 'trust', 'baseline', 'config', 'files', 'init', 'migrate', 'completion', 'help', 'version'] as const
export type Command = (typeof COMMANDS)[number]

export interface Arguments {
  command: Command
  /** Paths of `check`, the rule of `rule`. */
  operands: string[]
  flags: FlagValues
  /** The flags that variables have set. */
  fromEnvironment: ReadonlySet<FlagName>
  /** For standard error. */
  notes: string[]
}

type Named = [name: FlagName, flag: Flag]

/** `argv` without the program's own name. Throws a UsageError. */
export function parseArguments(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Arguments {
  const flags: FlagValues = {}
  const operands: string[] = []
  const notes: string[] = []
  const fromEnvironment = new Set<FlagName>()
  let at = 0
  const give = ([name, flag]: Named, spelling: string, attached: string | undefined) => {
    if (flag.refusal !== undefined) throw new UsageError(`${spelling} ${flag.refusal}`)
    if (flag.note !== undefined && flag.note !== '') notes.push(`${spelling} ${flag.note}`)
    if (flag.type === 'switch') {
      if (attached !== undefined && attached !== 'true' && attached !== 'false') throw new UsageError(`${spelling} takes no value`)
      set(flags, [name, flag], attached !== 'false', spelling)
      return
    }
    const value = attached ?? argv[at++]
    if (value === undefined) throw new UsageError(`${spelling} needs a value${flag.metavar === undefined ? '' : `: ${spelling} ${flag.metavar}`}`)
    set(flags, [name, flag], value, spelling)
  }
  let areOperands = false
  while (at < argv.length) {
    const word = argv[at++]!
    // What follows is another program's command line.
    if (areOperands || operands[0] === 'migrate') operands.push(word)
    else if (word === '--') areOperands = true
    else if (word === '-' || !word.startsWith('-')) operands.push(word)
    else {
      const equals = word.indexOf('=')
      const spelling = equals === -1 ? word : word.slice(0, equals)
      const attached = equals === -1 ? undefined : word.slice(equals + 1)
      const long = findLong(spelling)
      if (long !== undefined) give(long, spelling, attached)
      else if (word.startsWith('--')) throw unknownFlag(spelling)
      else giveShort(word, give)
    }
  }
  for (const [name, flag] of FLAG_ENTRIES) {
    const variable = variableOf(name, flag)
    const value = variable === undefined ? undefined : env[variable]
    if (variable === undefined || value === undefined || value === '' || flags[name] !== undefined) continue
    fromEnvironment.add(name)
    set(flags, [name, flag], flag.type === 'switch' ? switchValue(variable, value) : value, variable)
  }
  const isCommand = operands.length > 0 && (COMMANDS as readonly string[]).includes(operands[0]!)
  const command = isCommand ? (operands.shift() as Command) : 'check'
  return { command, operands, flags, fromEnvironment, notes }
}

function findLong(spelling: string): Named | undefined {
  const isLong = spelling.startsWith('--')
  const wanted = spelling.slice(isLong ? 2 : 1)
  return FLAG_ENTRIES.find(([name, flag]) => (isLong || flag.kubeconform === true) && (name === wanted || flag.aliases?.includes(wanted)))
}

/** `-qk1.31`, `-k 1.31`: switches may share a dash, and the rest of the word is the value of the first flag that takes one. */
function giveShort(word: string, give: (named: Named, spelling: string, attached: string | undefined) => void): void {
  for (let at = 1; at < word.length; at++) {
    const named = FLAG_ENTRIES.find(([, flag]) => flag.short === word[at])
    if (named === undefined) throw unknownFlag(at === 1 ? word : `-${word[at]}`)
    const rest = word.slice(at + 1)
    const takesValue = named[1].type !== 'switch'
    give(named, `-${word[at]}`, takesValue && rest !== '' ? rest.replace(/^=/, '') : undefined)
    if (takesValue) return
  }
}

function unknownFlag(spelling: string): UsageError {
  const hint = didYouMean(spelling, FLAG_ENTRIES.flatMap(([name, flag]) => [name, ...(flag.aliases ?? [])]).map((name) => `--${name}`))
  return new UsageError(`Unknown flag "${spelling}"${hint || '; see podlint --help'}`)
}

function set(flags: FlagValues, [name, flag]: Named, value: string | boolean, spelling: string): void {
  const values = flags as Record<string, string | boolean | string[]>
  if (flag.type === 'switch') {
    values[name] = value
    return
  }
  const items = flag.commas === true ? String(value).split(',').map((item) => item.trim()).filter(Boolean) : [String(value)]
  if (items.length === 0 || items[0] === '') throw new UsageError(`${spelling} needs a value`)
  for (const item of items) {
    if (flag.choices !== undefined && !flag.choices.includes(item)) throw new UsageError(`${spelling} is ${flag.choices.slice(0, -1).join(', ')} or ${flag.choices.at(-1)}, not "${item}"${didYouMean(item, flag.choices)}`)
  }
  if (flag.type === 'value') values[name] = items[0]!
  else values[name] = [...((values[name] as string[] | undefined) ?? []), ...items]
}

function switchValue(variable: string, value: string): boolean {
  if (/^(1|true|yes|on)$/i.test(value)) return true
  if (/^(0|false|no|off)$/i.test(value)) return false
  throw new UsageError(`${variable} is true or false, not "${value}"`)
}
