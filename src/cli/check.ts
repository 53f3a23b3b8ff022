/** `podlint check`: reads, lints, fixes, prints. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '../diagnostic.ts'
import { repositoryRoot } from '../files/repository.ts'
import { systemReason } from '../files/system-error.ts'
import { writeReport } from '../files/write.ts'
import { Linter } from '../lint.ts'
import { loadReporter, usesRules } from '../reporters/index.ts'
import type { Reporter } from '../reporters/reporter.ts'
import { plural } from '../reporters/plural.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { COMMANDS, type Arguments } from './arguments.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import type { Host } from './host.ts'
import { findInputs, InputError, type Input, type Inputs } from './inputs.ts'
import { refuseLinks, refuseOverwriting, unknownFormat, type Output } from './outputs.ts'
import { Progress } from './progress.ts'
import { readSettings, type Settings } from './settings.ts'
import { tell as say } from './tell.ts'

/** Throws a UsageError. */
export async function check({ operands, flags }: Arguments, host: Host): Promise<ExitCode> {
  const isFixing = flags.fix === true || flags.diff === true
  if (flags['unsafe-fixes'] === true && !isFixing) throw new UsageError('--unsafe-fixes needs --fix or --diff')
  const [first = ''] = operands
  const command = /^[a-z]+$/.test(first) && !existsSync(resolve(host.cwd, first)) ? didYouMean(first, COMMANDS) : ''
  if (command !== '') throw new UsageError(`There is no command, file or folder "${first}"${command}`)
  const settings = await readSettings(flags, host)
  const reporters = await loadReporters(settings.outputs, host.cwd)
  const tell = (line: string) => say(host.stderr, line)
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

  const progress = new Progress(host.stderr)
  const lint = (texts: ReadonlyMap<string, string>) => lintAll(found, texts, settings, progress)
  let report = await lint(new Map())
  let isStdoutTaken = false
  let patched = 0
  if (isFixing) {
    const { fixAll, deliver } = await import('./fix.ts')
    const asPatch = flags.diff === true
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
    host.stdout.write(delivered.output)
    isStdoutTaken = asPatch || inputs.some((input) => input.path === undefined)
    patched = texts.size
    for (const refusal of fixed.refusals) tell(refusal)
    const count = [...counts.values()].reduce((sum, each) => sum + each, 0)
    if (count > 0) tell(`${asPatch ? 'would fix' : 'fixed'} ${plural(count, 'finding')} in ${plural(patched, 'file')}`)
    else if (asPatch) tell(`nothing to fix${leftToFix(report)}`)
  }
  progress.end()

  for (const reason of leftAlone.values()) report.summary.leftAlone[reason] = (report.summary.leftAlone[reason] ?? 0) + 1
  if (flags.diff !== true) problems.push(...(await print(report, reporters, settings, host, isStdoutTaken, flags.quiet === true)))
  const isEmpty = report.summary.resources === 0 && report.diagnostics.length === 0
  if (isEmpty && problems.length === 0 && flags['allow-empty'] !== true) problems.push(nothingFound(operands))
  for (const problem of problems) tell(problem)
  if (problems.length > 0) return 2
  if (flags.diff === true) return patched > 0 && flags['exit-zero'] !== true ? 1 : 0
  return exitCode(report.summary, settings.failWhen)
}

/** After "nothing to fix": what more could be done. */
function leftToFix({ summary }: Report): string {
  return summary.fixableUnsafe === 0 ? '' : `; ${plural(summary.fixableUnsafe, 'finding')} fixable with --unsafe-fixes`
}

async function loadReporters(outputs: readonly Output[], cwd: string): Promise<[Output, Reporter][]> {
  const loaded: [Output, Reporter][] = []
  for (const output of outputs) {
    const reporter = await loadReporter(output.format, cwd)
    if (reporter === undefined) throw unknownFormat(output.format)
    loaded.push([output, reporter])
  }
  return loaded
}

/** Lints what can be read; what cannot is a problem, and is tried only once. `texts` stand in place of what is on the disk, by shown name. */
async function lintAll(found: Inputs, texts: ReadonlyMap<string, string>, settings: Settings, progress: Progress): Promise<Report> {
  const { inputs, context, leftAlone, pinnedImages, problems } = found
  const linter = new Linter({ kubernetesVersions: settings.kubernetesVersions, severities: settings.rules.severities, options: settings.rules.options, pinnedImages, describe: settings.outputs.some(({ format }) => usesRules(format)) })
  const unreadable = new Set<Input>()
  for (const input of inputs) {
    const { file, named, inComponent } = input
    let text = texts.get(file)
    try {
      text ??= input.read().text
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error.message)
      unreadable.add(input)
      continue
    }
    const isManifest = await linter.add({ file, text, named, inComponent })
    if (isManifest && input.path !== undefined) refuseOverwriting({ file, path: input.path }, settings.outputs)
    progress.tick()
  }
  if (unreadable.size > 0) inputs.splice(0, inputs.length, ...inputs.filter((input) => !unreadable.has(input)))
  // A kustomization in a file of any name is met when that file is read: then what it uses as a patch may have been taken for a manifest.
  const patches = inputs.filter(({ file }) => linter.usedByKustomizations.has(file))
  if (patches.length > 0) {
    for (const { file } of patches) leftAlone.set(file, linter.usedByKustomizations.get(file)!)
    inputs.splice(0, inputs.length, ...inputs.filter((input) => !patches.includes(input)))
    return lintAll(found, texts, settings, progress)
  }
  if (linter.wantsContext) {
    for (const { file, read } of context) {
      const text = readable(read)
      if (text !== undefined) await linter.addContext(file, text)
      progress.tick()
    }
  }
  return linter.finish()
}

/** Undefined for a file that cannot be read: nothing is said about the context. */
function readable(read: Input['read']): string | undefined {
  try {
    return read().text
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** Returns what went wrong. */
async function print(full: Report, reporters: readonly [Output, Reporter][], { color }: Settings, host: Host, isStdoutTaken: boolean, quiet: boolean): Promise<string[]> {
  const report = quiet ? { ...full, diagnostics: full.diagnostics.filter(({ severity }) => severity === 'error') } : full
  // A checkout has no git folder where GitHub downloaded it for want of git.
  const root = repositoryRoot(host.cwd) ?? host.env['GITHUB_WORKSPACE']
  const problems: string[] = []
  for (const [{ file, path }, reporter] of reporters) {
    const text = await reporter(report, { color: color && file === undefined, cwd: host.cwd, ...(root === undefined ? {} : { root }), quiet })
    if (path === undefined) (isStdoutTaken ? host.stderr : host.stdout).write(text)
    else {
      try {
        writeReport(path, text)
      } catch (error) {
        problems.push(`Cannot write ${file}: ${systemReason(error)}`)
      }
    }
  }
  return problems
}

function nothingFound(operands: readonly string[]): string {
  if (operands[0] === '-') return 'Nothing to lint: standard input holds no manifest (fine with --allow-empty)'
  return `Nothing to lint: no Kubernetes manifest ${operands.length === 0 ? 'here' : `in ${operands.join(' ')}`} (fine with --allow-empty)`
}
