/** `podlint check`: reads, lints, fixes, prints. */
import type { Report } from '../diagnostic.ts'
import { PluginError } from '../engine/failure.ts'
import { leftAloneNote } from '../files/find.ts'
import { HOMEPAGE } from '../project.ts'
import { plural } from '../reporters/plural.ts'
import { UsageError } from '../usage-error.ts'
import { nothingFound, refuseCommand, skippedNote } from './answers.ts'
import type { Arguments } from './arguments.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { asksForChanges, type FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import { findInputs, isOwnFile, type Inputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { refuseChartFiles, refuseLinks } from './outputs.ts'
import { loadReporters, print, writeTo } from './print.ts'
import { Progress } from './progress.ts'
import { readSettings, type Settings } from './settings.ts'
import { tell } from './tell.ts'

/** Throws a UsageError. */
export async function check({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const asPatch = flags.diff === true
  const isIgnoring = flags['add-ignores'] === true
  const isFixing = flags.fix === true || asPatch || isIgnoring
  if (isIgnoring && flags.fix === true) throw new UsageError('--fix and --add-ignores go one after the other')
  if (flags.reason !== undefined && !isIgnoring) throw new UsageError('--reason needs --add-ignores')
  if (flags['unsafe-fixes'] === true && (!isFixing || isIgnoring)) throw new UsageError('--unsafe-fixes needs --fix or --diff')
  if (flags['fix-rule'] !== undefined && !isFixing) throw new UsageError('--fix-rule needs --fix or --diff')
  const printed = (['format', 'statistics', 'template'] as const).find((name) => flags[name] !== undefined)
  if (asPatch && printed !== undefined) throw new UsageError(`--diff prints a patch in place of findings, so it goes without --${printed}`)
  refuseCommand(operands, host.cwd)
  const timings = flags.debug === true ? new (await import('./timings.ts')).Timings() : undefined
  timings?.phase('start of Node and podlint')
  const settings = await readSettings(flags, host)
  const reporters = asPatch ? [] : await loadReporters(settings.outputs, host.cwd)
  const note = (...lines: readonly string[]) => tell(host.stderr, ...lines)
  timings?.phase('settings')
  if (operands.length === 0 && flags['stdin-filename'] === undefined && host.isStdinPiped()) note('standard input is not read; to lint it: podlint -')
  const found = await findInputs(operands, flags.context ?? [], flags['stdin-filename'], settings, host)
  const { inputs, leftAlone, problems } = found
  timings?.phase('finding files')
  for (const output of settings.outputs) {
    refuseLinks(output)
    refuseChartFiles(found.charts, output)
  }
  if (settings.skippedPlugins.length > 0) {
    const skipped = skippedNote(settings.configFile!, settings.skippedPlugins)
    if (flags['no-plugins'] === true) note(skipped)
    else problems.push(`${skipped}; they are code of this repository or of packages: --plugins runs them, --no-plugins goes on without them`)
  }
  if (flags.verbose === true) {
    note(`settings: ${settings.configFile ?? 'none'}; Kubernetes ${settings.kubernetesVersions.join(settings.isUpgrade ? ' to ' : ', ')}; ${settings.rules.severities.size} rules`)
    for (const [file, reason] of found.leftOut) note(`${file}: left out by ${reason}`)
  }

  const named = new Set(inputs.flatMap((input) => (input.named ? [input.file] : [])))
  const progress = new Progress(host.stderr)
  const isPlain = settings.files.length + settings.nested.length === 0 && settings.baseline === undefined && !asksForChanges(flags)
  const refine = isPlain ? undefined : await (await import('./refine-report.ts')).refining(operands, flags, settings, found, host)
  const lint = async (texts: ReadonlyMap<string, string>) => {
    const report = await lintInputs(found, texts, settings, progress, undefined, timings)
    return refine === undefined ? report : refine(report, texts)
  }
  const linted = await lint(new Map())
  host.onLinted?.()
  timings?.phase('linting')
  const { report, patched, isStdoutTaken } = isFixing ? await fix(linted, lint, found, settings, flags, host) : { report: linted, patched: 0, isStdoutTaken: false }
  progress.end()
  if (isFixing) timings?.phase('fixing')

  if (flags.verbose === true) for (const line of [...(found.builds ?? []), ...(found.notFollowed ?? [])]) note(line)
  else if (found.unbuilt !== undefined && flags.quiet !== true) note(found.unbuilt)
  if (found.rendered !== undefined) {
    if (flags.verbose === true) for (const line of found.rendered.built) note(line)
    for (const each of found.rendered.notes) note(each)
    problems.push(...found.rendered.problems)
  }
  const built = new Set([...found.builtFiles].flatMap((file) => (leftAlone.has(file) ? leftAloneNote(file, leftAlone.get(file)!) : [])))
  for (const each of found.notes) if (!built.has(each)) note(each)
  for (const file of found.builtFiles) leftAlone.delete(file)
  if (flags.verbose === true) for (const [file, reason] of leftAlone) if (!found.leftOut.has(file)) note(`${file}: left alone, ${reason}`)
  for (const [file, reason] of found.recognized) {
    if (named.has(file)) note(leftAloneNote(file, reason))
    else if (flags.verbose === true) note(`${file}: left alone, ${reason}`)
  }
  if (flags.verbose === true) for (const [kind, count] of Object.entries(report.summary.unknownKinds).sort()) note(`${kind}: ${plural(count, 'resource')} skipped, no definition is known${evaluatedBy(kind)}`)
  for (const reason of leftAlone.values()) if (!isOwnFile(reason)) report.summary.leftAlone[reason] = (report.summary.leftAlone[reason] ?? 0) + 1
  const isEmpty = report.summary.resources === 0 && report.diagnostics.length === 0
  const isForNothing = isEmpty && flags['allow-empty'] !== true && !asksForChanges(flags)
  const isComplete = problems.length + found.failures.length === 0 && !isForNothing
  problems.push(...(await print(report, reporters, settings, host, isStdoutTaken, flags.quiet === true, isComplete)))
  if (timings !== undefined) {
    timings.phase('report')
    note(...timings.lines(report))
  }
  if (isForNothing && problems.length === 0) problems.push(nothingFound(operands))
  for (const problem of problems) note(problem)
  if (found.failures.length > 0) note(...failureText(found.failures, flags.verbose === true))
  if (problems.length + found.failures.length > 0) return 2
  if (asPatch) return patched > 0 && flags['exit-zero'] !== true ? 1 : 0
  return exitCode(report.summary, settings.failWhen)
}

/** What policies of others say is for others to say. */
function evaluatedBy(kind: string): string {
  const tool = /\bkyverno\.io\//.test(kind) ? 'kyverno apply' : /\bgatekeeper\.sh\//.test(kind) ? 'gator test' : undefined
  return tool === undefined ? '' : `; what policies of this kind say of objects, ${tool} evaluates`
}

interface Fixed {
  report: Report
  /** How many files were changed, or would be. */
  patched: number
  isStdoutTaken: boolean
}

/** Writes what can be fixed, or prints it as a patch. */
async function fix(linted: Report, lint: (texts: ReadonlyMap<string, string>) => Promise<Report>, found: Inputs, { outputs, color, rules }: Settings, flags: FlagValues, { cwd, env, stdout, stderr }: Host): Promise<Fixed> {
  const { inputs, problems } = found
  const { fixAll, deliver, refuseRules } = await import('./fix.ts')
  const asPatch = flags.diff === true
  const only = flags['fix-rule']
  if (only !== undefined) refuseRules(only, rules.severities)
  const isIgnoring = flags['add-ignores'] === true
  const fixed = isIgnoring ? await (await import('./add-ignores.ts')).addIgnores(linted, lint, found, flags.reason, cwd) : await fixAll(linted, lint, inputs, ({ rule, fix }) => (fix === 'safe' || flags['unsafe-fixes'] === true) && (only === undefined || only.includes(rule)), found.templates)
  const { texts, counts } = fixed
  const delivered = deliver(texts, [...inputs, ...(found.templates?.values() ?? [])], asPatch)
  let { report } = fixed
  if (delivered.failed.size > 0) {
    for (const file of delivered.failed) {
      texts.delete(file)
      counts.delete(file)
    }
    // What could not be written is as it was.
    report = await lint(texts)
  }
  problems.push(...delivered.problems)
  const [output] = outputs
  if (asPatch && output?.path !== undefined && flags['output-file'] !== undefined) problems.push(...writeTo(output.path, output.file!, delivered.output))
  else if (asPatch && hasOrder(delivered.output, env)) problems.push('The patch has a line that this CI server would take for a command, so it is not printed; into a file: --output-file FILE')
  else stdout.write(asPatch && color ? (await import('./color-diff.ts')).colorDiff(delivered.output) : delivered.output)
  for (const refusal of [...fixed.refusals, ...(found.rendered?.unproven ?? [])]) tell(stderr, refusal)
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
  if (count > 0) tell(stderr, `${asPatch ? 'would ' : ''}${isIgnoring ? 'ignore' : 'fix'}${asPatch ? '' : isIgnoring ? 'd' : 'ed'} ${plural(count, 'finding')} in ${plural(texts.size, 'file')}`)
  else if (asPatch) tell(stderr, `nothing to fix${leftToFix(report)}`)
  return { report, patched: texts.size, isStdoutTaken: asPatch || inputs.some((input) => input.path === undefined) }
}

/** Whether a CI server that reads the log would obey a line of a patch: the runner of GitHub skips the space in front of those that stay, that of Azure looks anywhere. */
function hasOrder(patch: string, env: Host['env']): boolean {
  return (env['GITHUB_ACTIONS'] === 'true' && /^ [ \t]*::|##\[/m.test(patch)) || (env['TF_BUILD'] !== undefined && /##(vso)?\[/.test(patch))
}

function failureText(failures: Inputs['failures'], verbose: boolean): [string, ...string[]] {
  const { diagnostic, cause } = failures[0]!
  const { rule, file, start, object } = diagnostic
  const isPlugin = cause instanceof PluginError
  const trace = verbose && cause instanceof Error ? ((isPlugin && cause.cause instanceof Error ? cause.cause.stack : cause.stack) ?? cause.message).split('\n') : []
  const first = `${isPlugin ? `an error in the plugin ${cause.plugin}` : 'an error in podlint itself'}: the rule ${rule} failed at ${file}:${start.line}:${start.column}${object === '' ? '' : ` (${object})`}${failures.length > 1 ? `, and ${plural(failures.length - 1, 'more time')}` : ''}`
  return [first, isPlugin ? cause.message : `Please report it at ${HOMEPAGE}/issues with what --verbose prints.`, ...trace]
}

/** After "nothing to fix": what more could be done. */
function leftToFix({ summary }: Report): string {
  return summary.fixableUnsafe === 0 ? '' : `; ${plural(summary.fixableUnsafe, 'finding')} fixable with --unsafe-fixes`
}
