/** What becomes of a report before it is printed: what the settings ignore, what the baseline knows and what has not changed is left out, and settings that do nothing are added. */
import { resolve } from 'node:path'
import { tally, type Diagnostic, type Report } from '../diagnostic.ts'
import { decode } from '../files/read.ts'
import { UsageError } from '../usage-error.ts'
import { findChanges, inRepository, Index, type Changes } from './changes.ts'
import { asksForChanges, type FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import type { Input, Inputs } from './inputs.ts'
import { SettingsIgnores } from './settings-ignores.ts'
import type { Settings } from './settings.ts'
import { STALE, staleSetting, withFindings } from './stale.ts'
import { isWhole, staleSettings } from './stale-settings.ts'

export type Refine = (report: Report, texts: ReadonlyMap<string, string>) => Promise<Report>

/** Throws a UsageError. */
export async function refining(operands: readonly string[], flags: FlagValues, settings: Settings, found: Inputs, host: Host): Promise<Refine> {
  const changes = asksForChanges(flags) ? changesFor(flags, found, host) : undefined
  const baseline = settings.baseline === undefined ? undefined : await (await import('./apply-baseline.ts')).Baseline.read(settings.baseline, found, settings)
  const severity = settings.rules.severities.get(STALE)
  const lookForStale = severity !== undefined && isWhole(operands, flags, settings)
  return async (report, texts) => {
    const ignores = new SettingsIgnores(settings)
    const wanted = await ignores.apply(report)
    const stale = lookForStale ? [...(await staleSettings(settings, found, found.usedExternal)), ...ignores.unused].map((each) => staleSetting(severity, each)) : []
    const known = baseline === undefined ? wanted : await baseline.apply(wanted, texts)
    const all = stale.length === 0 ? known : await withFindings(known, stale, settings.rules)
    return changes === undefined ? all : withChangesOnly(all, changes, host.cwd)
  }
}

function changesFor(flags: FlagValues, { inputs }: Inputs, host: Host): Changes {
  const staged = flags.staged === true
  if (inputs.some(({ path }) => path === undefined)) throw new UsageError('Of standard input nobody knows what has changed')
  if (staged && flags.changed === true) throw new UsageError('--changed and --staged ask for different things: choose one of them')
  const changes = findChanges({ staged, since: flags.since, lines: flags['changed-lines'] === true }, host)
  const outside = inputs.find(({ path, named }) => named && !inRepository(path!, changes.root, changes).startsWith(changes.root))
  if (outside !== undefined) throw new UsageError(`${outside.file} is not in the repository of the current folder, so nobody knows whether it has changed`)
  if (staged) readIndex(inputs, changes, flags, host)
  const isChanged = (input: Input) => changes.files.has(inRepository(input.path!, changes.root, changes))
  // Nothing to report, so there is nothing to look at.
  if (!inputs.some(isChanged) && ![...changes.files.keys()].some((path) => /(^|[\\/])kustomization\.ya?ml$/i.test(path))) inputs.length = 0
  return changes
}

/** What is to be committed is linted, and not what is on the disk. */
function readIndex(inputs: readonly Input[], changes: Changes, flags: FlagValues, { env }: Host): void {
  const index = new Index(changes.root, env)
  const isFixing = flags.fix === true || flags.diff === true
  for (const input of inputs) {
    const path = inRepository(input.path!, changes.root, changes)
    if (!changes.files.has(path) || !index.differs(path)) continue
    if (isFixing) throw new UsageError(`${input.file} has changes that are not staged, which a fix of what is staged would lose: stage them, or stash them`)
    const { read } = input
    input.read = () => {
      const bytes = index.read(path)
      return bytes === undefined ? read() : decode(bytes)
    }
  }
}

function withChangesOnly(report: Report, changes: Changes, cwd: string): Report {
  const diagnostics = report.diagnostics.filter((diagnostic) => isIn(changes, diagnostic, cwd))
  return tally({ ...report, diagnostics, summary: { ...report.summary, inUnchanged: report.diagnostics.length - diagnostics.length } })
}

function isIn(changes: Changes, { file, start, end }: Diagnostic, cwd: string): boolean {
  const lines = changes.files.get(inRepository(resolve(cwd, file), changes.root, changes))
  return lines === 'all' || lines?.some(([first, last]) => start.line <= last && end.line >= first) === true
}
