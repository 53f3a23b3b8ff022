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
  /** What it is part of, in place of being linted alone. */
  part?: 'rendered' | 'built'
  /** What it is, if it is not linted, or not alone. */
  reason?: string
}

/** Throws a UsageError. */
export async function listFiles({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const settings = await readSettings(flags, host)
  const { found, files } = await filesOf(operands, flags['stdin-filename'], settings, host)
  for (const note of [...found.notes, ...(found.builds ?? []).filter((line) => line.includes(': not built, ')), ...(found.rendered?.notes ?? []), ...found.problems]) tell(host.stderr, note)
  const linted = files.filter(({ reason }) => reason === undefined).length
  const parts = files.filter(({ part }) => part !== undefined).length
  if (flags.json === true) host.stdout.write(`${JSON.stringify(files.map(({ file, part = null, reason = null }) => ({ file, linted: part !== null || reason === null, part, reason })), null, 2)}\n`)
  else host.stdout.write(`${files.map(({ file, part = 'not linted', reason }) => (reason === undefined ? `${file}\n` : `${file}: ${part}, ${reason}\n`)).join('')}${plural(linted, 'file')} linted${parts === 0 ? '' : `, ${parts} rendered or built`}, ${files.length - linted - parts} not\n`)
  if (linted === 0 && flags['allow-empty'] !== true) tell(host.stderr, nothingFound(operands))
  return found.problems.length > 0 || (linted === 0 && flags['allow-empty'] !== true) ? 2 : 0
}

/** Everything that was met, by name. */
export async function filesOf(operands: readonly string[], stdinName: string | undefined, settings: Settings, host: Host): Promise<{ found: Inputs; files: ListedFile[] }> {
  const found = await findInputs(operands, [], stdinName, settings, host)
  // What something is shows when it is read.
  await lintInputs(found, new Map(), { ...settings, scopes: async () => undefined, rules: { severities: new Map([['valid-yaml', 'error']]), options: new Map() } }, new Progress(host.stderr))
  const reasons = new Map([...found.leftAlone, ...[...found.leftOut].map(([file, detail]) => [file, `left out by ${detail}`] as const), ...found.recognized])
  for (const [file, { reason }] of found.ofCharts) reasons.set(file, reason)
  const names = [...new Set([...found.inputs.map(({ file }) => file), ...reasons.keys()])].sort()
  const partOf = (file: string) => (found.rendered?.files.has(file) === true ? 'rendered' : 'built')
  return { found, files: names.map((file) => ({ file, ...(reasons.has(file) && { reason: reasons.get(file)!, ...(found.builtFiles.has(file) && { part: partOf(file) }) }) })) }
}
