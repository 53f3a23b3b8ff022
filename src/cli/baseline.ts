/** `podlint baseline write|prune|show`. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Report } from '../diagnostic.ts'
import { countEntries, type BaselineEntry } from '../engine/baseline.ts'
import { shownPath } from '../files/shown-path.ts'
import { plural } from '../reporters/plural.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { nothingFound } from './answers.ts'
import type { Baseline } from './apply-baseline.ts'
import type { Arguments } from './arguments.ts'
import { readBaseline, writeBaseline } from './baseline-file.ts'
import type { ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { refuseLinks } from './outputs.ts'
import { Progress } from './progress.ts'
import { readSettings, type Settings } from './settings.ts'
import { SettingsIgnores } from './settings-ignores.ts'
import { tell } from './tell.ts'

const ACTIONS = ['write', 'prune', 'show'] as const
const USUAL_NAME = 'podlint-baseline.json'

/** Throws a UsageError. */
export async function baseline({ operands: [action, ...operands], flags }: Arguments, host: Host): Promise<ExitCode> {
  if (action === undefined) throw new UsageError(`Say what to do with the baseline: podlint baseline ${ACTIONS.join('|')}`)
  if (!(ACTIONS as readonly string[]).includes(action)) throw new UsageError(`podlint baseline ${ACTIONS.join('|')}, not "${action}"${didYouMean(action, ACTIONS)}`)
  const settings = await readSettings(flags, host)
  const isNamed = settings.baseline !== undefined
  const path = settings.baseline ?? resolve(host.cwd, USUAL_NAME)
  const shown = shownPath(path, host.cwd)
  // What the repository's own settings name is written, so it must be in the repository.
  if (flags.baseline === undefined && settings.baseline !== undefined) refuseLinks({ format: 'baseline', file: shown, path, below: dirname(path) })
  if (action === 'show') {
    if (operands.length > 0) throw new UsageError('podlint baseline show takes no paths')
    const { entries } = await readBaseline(path, shown)
    host.stdout.write(flags.json === true ? `${JSON.stringify(entries.map(({ file, object, rule, path, count }) => ({ file, object, rule, path, count })), null, 2)}\n` : overview(entries, shown))
    return 0
  }
  const found = await findInputs(operands, flags.context ?? [], flags['stdin-filename'], settings, host)
  for (const note of found.notes) tell(host.stderr, note)
  const progress = new Progress(host.stderr)
  const report = await new SettingsIgnores(settings).apply(await lintInputs(found, new Map(), settings, progress))
  progress.end()
  const problems = [...found.problems, ...(report.summary.resources + report.diagnostics.length === 0 && flags['allow-empty'] !== true ? [nothingFound(operands)] : [])]
  if (problems.length + found.failures.length > 0) {
    tell(host.stderr, 'The baseline is left as it is', ...problems, ...found.failures.map(({ diagnostic }) => `The rule ${diagnostic.rule} failed at ${diagnostic.file}:${diagnostic.start.line}`))
    return 2
  }
  const { Baseline } = await import('./apply-baseline.ts')
  const before = action === 'prune' || existsSync(path) ? await Baseline.read(path, found, settings) : new Baseline(path, shown, { text: '', entries: [] }, found, settings)
  if (action === 'write') await write(before, report, host, isNamed ? undefined : howToName(settings, shown))
  else await prune(before, report, host)
  return 0
}

async function write(baseline: Baseline, report: Report, { stderr }: Host, advice: string | undefined): Promise<void> {
  const entries = countEntries(await baseline.entriesOf(report))
  const refused = report.diagnostics.filter(({ rule }) => baseline.unsuppressible.has(rule)).length
  const kept = baseline.beyondRun
  writeBaseline(baseline.path, baseline.shown, [...entries, ...kept])
  tell(stderr, `${total(entries)} in ${plural(new Set(entries.map(({ file }) => file)).size, 'file')} written to ${baseline.shown}${kept.length > 0 ? `, and ${total(kept)} kept of what this run did not look at` : ''}`)
  if (refused > 0) tell(stderr, `${plural(refused, 'finding')} of rules that the settings do not let be ignored ${refused === 1 ? 'is' : 'are'} not in it`)
  if (advice !== undefined) tell(stderr, `to leave them out of every run, ${advice}`)
}

/** What `podlint init` writes has the line already, as a comment. */
function howToName({ files }: Settings, shown: string): string {
  const file = files.find(({ path }) => existsSync(path) && /^#\s*baseline:/m.test(readFileSync(path, 'utf8')))
  return file === undefined ? `add to podlint.yaml: baseline: ${shown}` : `take the # from "baseline:" in ${file.shown}`
}

async function prune(baseline: Baseline, report: Report, { stderr }: Host): Promise<void> {
  const { left } = await baseline.match(report, new Map())
  const surplus = new Map(left.map((entry) => [entry.start, entry.count]))
  const entries = baseline.entries.map((entry) => ({ ...entry, count: entry.count - (surplus.get(entry.start) ?? 0) })).filter(({ count }) => count > 0)
  if (left.length > 0) writeBaseline(baseline.path, baseline.shown, entries)
  tell(stderr, left.length === 0 ? `${baseline.shown} has nothing that is stale` : `${total(left)} removed from ${baseline.shown}, ${total(entries)} left`)
}

const total = (entries: readonly BaselineEntry[]): string => plural(sum(entries), 'finding')
const sum = (entries: readonly BaselineEntry[]): number => entries.reduce((all, { count }) => all + count, 0)

function overview(entries: readonly BaselineEntry[], shown: string): string {
  const rules = [...new Set(entries.map(({ rule }) => rule))]
  const byRule = rules.map((rule) => {
    const own = entries.filter((entry) => entry.rule === rule)
    return [rule, sum(own), new Set(own.map(({ file }) => file)).size] as const
  })
  const width = Math.max(...byRule.map(([, count]) => String(count).length), 1)
  const rows = byRule.sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1)).map(([rule, count, files]) => `${String(count).padStart(width)}  ${rule} (${plural(files, 'file')})\n`)
  return `${rows.join('')}${shown}: ${total(entries)} of ${plural(byRule.length, 'rule')} in ${plural(new Set(entries.map(({ file }) => file)).size, 'file')}\n`
}
