/** `podlint files [PATH]...`: what is linted, and why the rest is not. */
import { plural } from '../reporters/plural.ts'
import { nothingFound } from './answers.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs, type Inputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { Progress } from './progress.ts'
import { readSettings, type Settings } from './settings.ts'
import { tell } from './tell.ts'

export interface ListedFile {
  file: string
  /** Why it is not linted. */
  reason?: string
}

/** Throws a UsageError. */
export async function listFiles({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const { found, files } = await filesOf(operands, flags['stdin-filename'], settings, host)
  for (const note of [...found.notes, ...found.problems]) tell(host.stderr, note)
  const linted = files.filter(({ reason }) => reason === undefined).length
  if (flags.json === true) host.stdout.write(`${JSON.stringify(files.map(({ file, reason = null }) => ({ file, linted: reason === null, reason })), null, 2)}\n`)
  else host.stdout.write(`${files.map(({ file, reason }) => (reason === undefined ? `${file}\n` : `${file}: not linted, ${reason}\n`)).join('')}${plural(linted, 'file')} linted, ${files.length - linted} not\n`)
  if (linted === 0 && flags['allow-empty'] !== true) tell(host.stderr, nothingFound(operands))
  return found.problems.length > 0 || (linted === 0 && flags['allow-empty'] !== true) ? 2 : 0
}

/** Everything that was met, by name. */
export async function filesOf(operands: readonly string[], stdinName: string | undefined, settings: Settings, host: Host): Promise<{ found: Inputs; files: ListedFile[] }> {
  const found = await findInputs(operands, [], stdinName, settings, host)
  // What something is shows when it is read.
  await lintInputs(found, new Map(), { ...settings, scopes: async () => undefined, rules: { severities: new Map([['valid-yaml', 'error']]), options: new Map() } }, new Progress(host.stderr))
  const reasons = new Map([...found.leftAlone, ...[...found.leftOut].map(([file, detail]) => [file, `left out by ${detail}`] as const), ...found.recognized])
  const names = [...new Set([...found.inputs.map(({ file }) => file), ...reasons.keys()])].sort()
  return { found, files: names.map((file) => ({ file, ...(reasons.has(file) ? { reason: reasons.get(file)! } : {}) })) }
}
