/** `podlint migrate TOOL`: rewrites a command line or the settings of another tool, and says what has no equivalent. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readOwnText, UnreadableText } from '../files/read.ts'
import { systemReason } from '../files/system-error.ts'
import { isMap, type Fields } from '../model/untyped.ts'
import { parse } from '../parser/parse.ts'
import { Tape } from '../parser/tape.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Host } from './host.ts'
import { readCommandLine, shellWord } from './migrate/command-line.ts'
import { applyFlags } from './migrate/flag-table.ts'
import { Migration } from './migrate/migration.ts'
import { settingsText } from './migrate/settings-text.ts'
import { TOOLS, type Tool } from './migrate/tools.ts'
import { rulesOfPresets } from './settings.ts'
import { tell } from './tell.ts'

/** `operands` as they were given, flags and all. Throws a UsageError. */
export async function migrate([name = '', ...words]: readonly string[], host: Host): Promise<void> {
  const names = Object.keys(TOOLS)
  if (name === '' || name === '--help' || name === '-h') throw new UsageError(`podlint migrate ${names.join('|')} [FILE | COMMAND LINE]`)
  if (!Object.hasOwn(TOOLS, name)) throw new UsageError(`There is no way from "${name}", only from ${names.slice(0, -1).join(', ')} and ${names.at(-1)}${didYouMean(name, names)}`)
  const tool = TOOLS[name]!
  const { PEER_CHECKS } = await import('../parts/peer-checks.ts')
  const { documentedRules } = await import('../rule-docs.ts')
  const lines = Object.hasOwn(PEER_CHECKS, name) ? PEER_CHECKS[name]! : ''
  const migration = new Migration(name, documentedRules(), lines, new Set(lines === '' ? [] : (await rulesOfPresets([name])).keys()))
  const files = settingsFiles(words, tool, host.cwd)
  host.stdout.write(files.length > 0 ? await ofFiles(files, tool, migration, host.cwd) : await ofCommand(words, tool, migration, host.cwd))
  tell(host.stderr, ...(migration.notes.length > 0 ? migration.notes : ['everything has an equivalent']) as [string, ...string[]])
}

/** One word that is a file, or nothing at all where the tool's own file lies. */
function settingsFiles(words: readonly string[], tool: Tool, cwd: string): string[] {
  const isFile = (file: string) => statSync(resolve(cwd, file), { throwIfNoEntry: false })?.isFile() === true
  if (words.length > 0) return tool.settings !== undefined && words.every((word) => /\.ya?ml$|\.json$|ignore$/.test(word) && isFile(word)) ? [...words] : []
  const found = tool.files.filter(isFile)
  if (found.length === 0) throw new UsageError(`${tool.files.length === 0 ? 'It has no settings file' : `There is no ${tool.files.join(', ')} here`}; for a command line: podlint migrate TOOL 'COMMAND LINE'`)
  return found
}

async function ofFiles(files: readonly string[], tool: Tool, migration: Migration, cwd: string): Promise<string> {
  for (const file of files) await readSettings(file, tool, migration, cwd)
  tool.finish([], false, migration)
  migration.settle()
  for (const flag of migration.flags) if (!flag.startsWith('--kubernetes-version=')) migration.note(`on the command line: podlint ${flag}`)
  return settingsText(migration, files.join(', '))
}

async function ofCommand(words: readonly string[], tool: Tool, migration: Migration, cwd: string): Promise<string> {
  const isOneText = words.length === 1 && /\s/.test(words[0]!)
  const text = isOneText ? words[0]! : [migration.tool, ...(words[0] === migration.tool ? words.slice(1) : words)].map((word) => shellWord(word)).join(' ')
  const { before, after, args, isPiped, inContainer } = readCommandLine(text, [migration.tool])
  const { settingsFlags, flags } = tool
  const files: string[] = []
  const take = (value: string) => void files.push(value)
  applyFlags(args, { ...flags, values: { ...flags.values, ...Object.fromEntries(settingsFlags.map((flag) => [flag, take])) } }, migration)
  for (const file of files) await readSettings(file, tool, migration, cwd)
  tool.finish(args, isPiped, migration)
  migration.settle()
  if (inContainer) migration.note('it ran in a container: docs/integrations/docker.md makes an image of podlint')
  const { presets, rules, suppressions, exclude, failOn } = migration
  const needsSettings = files.length > 0 || suppressions.length > 0 || Object.values(rules).some((setting) => typeof setting !== 'string')
  const off = Object.entries(rules).flatMap(([id, setting]) => (setting === 'off' ? id : []))
  const leveled = (level: string) => Object.entries(rules).flatMap(([id, setting]) => (setting === level ? id : []))
  const asFlags = needsSettings ? [] : [
    `--preset=${presets.join(',')}`,
    ...(failOn === undefined || failOn === 'error' ? [] : [`--fail-on=${failOn}`]),
    ...exclude.map((pattern) => `--exclude=${pattern}`),
    ...(off.length === 0 ? [] : [`--ignore=${off.join(',')}`]),
    ...(leveled('error').length === 0 ? [] : [`--error=${leveled('error').join(',')}`]),
    ...([...leveled('warning'), ...leveled('info')].length === 0 ? [] : [`--warn=${[...leveled('warning'), ...leveled('info')].join(',')}`]),
  ]
  const kept = needsSettings ? migration.flags.filter((flag) => !flag.startsWith('--kubernetes-version=')) : migration.flags
  const command = `${before}${['podlint', ...asFlags, ...kept, ...migration.paths].map((word) => shellWord(word)).join(' ')}${after}\n`
  return needsSettings ? `${command}\n${settingsText(migration, 'a command line')}` : command
}

/** Throws a UsageError for a file that cannot be read. */
async function readSettings(file: string, tool: Tool, migration: Migration, cwd: string): Promise<void> {
  const path = resolve(cwd, file)
  if (tool.settings === undefined) return
  if (!existsSync(path)) throw new UsageError(`Cannot read ${file}: no such file or folder`)
  let text: string
  try {
    text = readOwnText(path)
  } catch (error) {
    throw new UsageError(error instanceof UnreadableText ? `${file} ${error.message}` : `Cannot read ${file}: ${systemReason(error)}`)
  }
  tool.settings(file, tool.isText?.(file) === true ? {} : await fieldsOf(file, text), text, migration)
}

async function fieldsOf(file: string, text: string): Promise<Fields> {
  const tape = new Tape()
  const documents = await parse(text, tape)
  const [problem] = documents.flatMap(({ problems }) => problems)
  if (problem !== undefined) throw new UsageError(`${file} cannot be read: ${problem.message}`)
  const root = documents.find((each) => each.root !== -1)?.root
  const value = root === undefined ? {} : tape.toJS(root)
  if (value !== null && !isMap(value)) throw new UsageError(`${file} has no settings: it must be a map`)
  return value ?? {}
}
