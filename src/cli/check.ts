/** `podlint check`: reads, lints, fixes, prints. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../diagnostic.ts'
import { HOMEPAGE } from '../project.ts'
import { plural } from '../reporters/plural.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { COMMANDS, type Arguments } from './arguments.ts'
import { chartHints } from './charts.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs, type Inputs } from './inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { refuseLinks } from './outputs.ts'
import { loadReporters, print, writeTo } from './print.ts'
import { Progress } from './progress.ts'
import { readSettings } from './settings.ts'
import { tell as say } from './tell.ts'

/** Throws a UsageError. */
export async function check({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const asPatch = flags.diff === true
  const isFixing = flags.fix === true || asPatch
  if (flags['unsafe-fixes'] === true && !isFixing) throw new UsageError('--unsafe-fixes needs --fix or --diff')
  refuseCommand(operands, host.cwd)
  const settings = await readSettings(flags, host)
  const reporters = asPatch ? [] : await loadReporters(settings.outputs, host.cwd)
  const tell = (line: string, ...more: readonly string[]) => say(host.stderr, line, ...more)
  if (operands.length === 0 && flags['stdin-filename'] === undefined && host.isStdinPiped()) tell('standard input is not read; to lint it: podlint -')
  const found = await findInputs(operands, flags.context ?? [], flags['stdin-filename'], settings, host)
  const { inputs, leftAlone, problems } = found
  for (const output of settings.outputs) refuseLinks(output)
  for (const note of found.notes) tell(note)
  if (flags.verbose === true) {
    tell(`settings: ${settings.configFile ?? 'none'}; Kubernetes ${settings.kubernetesVersions.join(', ')}; ${settings.rules.severities.size} rules`)
    for (const [file, reason] of found.leftOut) tell(`${file}: left out by ${reason}`)
    for (const [file, reason] of leftAlone) if (!found.leftOut.has(file)) tell(`${file}: left alone, ${reason}`)
  }

  const named = new Set(inputs.flatMap((input) => (input.named ? [input.file] : [])))
  const progress = new Progress(host.stderr)
  const lint = (texts: ReadonlyMap<string, string>) => lintInputs(found, texts, settings, progress)
  let report = await lint(new Map())
  let isStdoutTaken = false
  let patched = 0
  if (isFixing) {
    const { fixAll, deliver } = await import('./fix.ts')
    const fixed = await fixAll(report, lint, inputs, flags['unsafe-fixes'] === true)
    const { texts, counts } = fixed
    const delivered = deliver(texts, inputs, asPatch)
    report = fixed.report
    if (delivered.failed.size > 0) {
      for (const file of delivered.failed) {
        texts.delete(file)
        counts.delete(file)
      }
      // What could not be written is as it was.
      report = await lint(texts)
    }
    problems.push(...delivered.problems)
    const [output] = settings.outputs
    if (asPatch && output?.path !== undefined && flags['output-file'] !== undefined) problems.push(...writeTo(output.path, output.file!, delivered.output))
    else if (asPatch && hasOrder(delivered.output, host.env)) problems.push('The patch has a line that this CI server would take for a command, so it is not printed; into a file: --output-file FILE')
    else host.stdout.write(delivered.output)
    isStdoutTaken = asPatch || inputs.some((input) => input.path === undefined)
    patched = texts.size
    for (const refusal of fixed.refusals) tell(refusal)
    const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
    if (count > 0) tell(`${asPatch ? 'would fix' : 'fixed'} ${plural(count, 'finding')} in ${plural(patched, 'file')}`)
    else if (asPatch) tell(`nothing to fix${leftToFix(report)}`)
  }
  progress.end()

  for (const [file, reason] of found.recognized) {
    if (named.has(file)) tell(`${file} is left alone: ${reason}`)
    else if (flags.verbose === true) tell(`${file}: left alone, ${reason}`)
  }
  for (const reason of leftAlone.values()) report.summary.leftAlone[reason] = (report.summary.leftAlone[reason] ?? 0) + 1
  problems.push(...(await print(report, reporters, settings, host, isStdoutTaken, flags.quiet === true)))
  const isEmpty = report.summary.resources === 0 && report.diagnostics.length === 0
  for (const hint of chartHints(leftAlone, operands, host.cwd, isEmpty)) tell(hint)
  if (isEmpty && problems.length === 0 && flags['allow-empty'] !== true) problems.push(nothingFound(operands))
  for (const problem of problems) tell(problem)
  if (found.failures.length > 0) tell(...failureText(found.failures, flags.verbose === true))
  if (problems.length + found.failures.length > 0) return 2
  if (asPatch) return patched > 0 && flags['exit-zero'] !== true ? 1 : 0
  return exitCode(report.summary, settings.failWhen)
}

/** Names of commands that others have for this. */
const OTHER_COMMANDS: ReadonlySet<string> = new Set(['lint', 'validate', 'verify', 'test', 'scan', 'score', 'run', 'analyze', 'audit'])

/** A word in the place of a command that neither is one nor names a file. */
function refuseCommand([first = '', ...rest]: readonly string[], cwd: string): void {
  if (!/^[a-z]+$/.test(first) || existsSync(resolve(cwd, first))) return
  if (OTHER_COMMANDS.has(first)) throw new UsageError(`There is no command, file or folder "${first}"; to lint files and folders: podlint ${rest.length === 0 ? 'PATH' : rest.join(' ')}`)
  const meant = didYouMean(first, COMMANDS)
  if (meant !== '') throw new UsageError(`There is no command, file or folder "${first}"${meant}`)
}

/** Whether a CI server that reads the log would obey a line of a patch: the runner of GitHub skips the space in front of those that stay, that of Azure looks anywhere. */
function hasOrder(patch: string, env: Host['env']): boolean {
  return (env['GITHUB_ACTIONS'] === 'true' && /^ \s*::|##\[/m.test(patch)) || (env['TF_BUILD'] !== undefined && /##(vso)?\[/.test(patch))
}

function failureText(failures: Inputs['failures'], verbose: boolean): [string, ...string[]] {
  const { diagnostic, cause } = failures[0]!
  const { rule, file, start, object } = diagnostic
  const trace = verbose && cause instanceof Error ? (cause.stack ?? cause.message).split('\n') : []
  const first = `an error in podlint itself: the rule ${rule} failed at ${file}:${start.line}:${start.column}${object === '' ? '' : ` (${object})`}${failures.length > 1 ? `, and ${plural(failures.length - 1, 'more time')}` : ''}`
  return [first, `Please report it at ${HOMEPAGE}/issues with what --verbose prints.`, ...trace]
}

/** After "nothing to fix": what more could be done. */
function leftToFix({ summary }: Report): string {
  return summary.fixableUnsafe === 0 ? '' : `; ${plural(summary.fixableUnsafe, 'finding')} fixable with --unsafe-fixes`
}

function nothingFound(operands: readonly string[]): string {
  if (operands[0] === '-') return 'Nothing to lint: standard input holds no manifest (fine with --allow-empty)'
  return `Nothing to lint: no Kubernetes manifest ${operands.length === 0 ? 'here' : `in ${operands.join(' ')}`} (fine with --allow-empty)`
}
