/** What becomes of a report before it is printed: what the settings ignore, what the baseline knows and what has not changed is left out, and settings that do nothing are added. */
import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { tally, type Diagnostic, type Report } from '../diagnostic.ts'
import { decode, UnreadableText } from '../files/read.ts'
import { shownPath } from '../files/shown-path.ts'
import { countWhile } from '../parser/sorted.ts'
import { UsageError } from '../usage-error.ts'
import { SET_HERE } from './charts/charts-linted.ts'
import { findChanges, inRepository, Index, type Changes } from './changes.ts'
import { asksForChanges, type FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import type { Input, Inputs } from './inputs.ts'
import { SettingsIgnores } from './settings-ignores.ts'
import type { Settings } from './settings.ts'
import { STALE, staleSetting, withFindings } from './stale.ts'
import { isWhole, nestedPlugins, staleSettings } from './stale-settings.ts'

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
    const unheard = severity === undefined ? [] : nestedPlugins(settings).map((each) => staleSetting(severity, each))
    const stale = lookForStale ? [...(await staleSettings(settings, found, found.usedExternal)), ...ignores.unused].map((each) => staleSetting(severity, each)) : []
    const known = baseline === undefined ? wanted : await baseline.apply(wanted, texts)
    const all = stale.length + unheard.length === 0 ? known : await withFindings(known, [...unheard, ...stale], settings.rules)
    return changes === undefined ? all : withChangesOnly(all, changes, host.cwd)
  }
}

function changesFor(flags: FlagValues, found: Inputs, host: Host): Changes {
  const { inputs, charts, kustomizations } = found
  const staged = flags.staged === true
  if (inputs.some(({ path }) => path === undefined)) throw new UsageError('Of standard input nobody knows what has changed')
  if (staged && flags.changed === true) throw new UsageError('--changed and --staged ask for different things: choose one of them')
  const changes = findChanges({ staged, since: flags.since, lines: flags['changed-lines'] === true }, host)
  const outside = inputs.find(({ path, named }) => named && !inRepository(path!, changes.root, changes).startsWith(changes.root))
  if (outside !== undefined) throw new UsageError(`${outside.file} is not in the repository of the current folder, so nobody knows whether it has changed`)
  if (staged) found.staged = readIndex(found, changes, flags, host)
  const isChanged = (input: Input) => changes.files.has(inRepository(input.path!, changes.root, changes))
  // Nothing to report, so there is nothing to look at.
  const isOfBuild = (path: string) => (kustomizations.length > 0 && /\.(ya?ml|json)$|[\\/]kustomization$/i.test(path)) || charts.some((chart) => path.startsWith(inRepository(chart, changes.root, changes) + sep))
  if (!inputs.some(isChanged) && ![...changes.files.keys()].some(isOfBuild)) {
    inputs.length = 0
    Object.assign(found, { charts: [], kustomizations: [] })
  }
  return changes
}

/** What is to be committed is linted, and not what is on the disk: also of what is rendered and built. */
function readIndex({ inputs }: Inputs, changes: Changes, flags: FlagValues, { cwd, env }: Host): Map<string, string> {
  const index = new Index(changes.root, env)
  const texts = new Map<string, string>()
  const top = realpathSync(cwd)
  for (const path of changes.files.keys()) {
    if (!index.differs(path) || !CAN_BE_BUILT.test(path)) continue
    const file = shownPath(path, top)
    if (flags.fix === true || flags.diff === true) throw new UsageError(`${file} has changes that are not staged, which a fix of what is staged would lose: stage them, or stash them`)
    try {
      texts.set(file, decode(index.read(path)!).text)
    } catch (error) {
      if (!(error instanceof UnreadableText)) throw error
      if (inputs.some((input) => input.file === file)) throw new UsageError(`${file}, as it is staged, ${error.message}`)
    }
  }
  return texts
}

/** Pictures and programs are of no use to whoever lints. */
const CAN_BE_BUILT = /\.(?:ya?ml|json|md|markdown|tpl|txt|env|properties|toml|conf)$|\/[^./]*$/i

function withChangesOnly(report: Report, changes: Changes, cwd: string): Report {
  const known = new Map<string, ReturnType<Changes['files']['get']>>()
  const linesOf = (file: string) => {
    if (!known.has(file)) known.set(file, changes.files.get(inRepository(resolve(cwd, file), changes.root, changes)))
    return known.get(file)
  }
  const diagnostics = report.diagnostics.filter((diagnostic) => isIn(linesOf, diagnostic))
  return tally({ ...report, diagnostics, summary: { ...report.summary, inUnchanged: report.diagnostics.length - diagnostics.length } })
}

/** A finding in a template is as new as the value that brings it about. */
function isIn(linesOf: (file: string) => ReturnType<Changes['files']['get']>, diagnostic: Diagnostic): boolean {
  const places = [diagnostic, ...(diagnostic.related ?? []).filter(({ message }) => message === SET_HERE)]
  return places.some(({ file, start, end }) => {
    const lines = linesOf(file)
    if (lines === undefined || lines === 'all') return lines === 'all'
    // In the order of the file, as git prints them.
    const next = lines[countWhile(lines, ([, last]) => last < start.line)]
    return next !== undefined && next[0] <= end.line
  })
}
