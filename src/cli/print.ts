/** Prints the report in every format that is asked for. */
import type { Report } from '../diagnostic.ts'
import { repositoryRoot } from '../files/repository.ts'
import { systemReason } from '../files/system-error.ts'
import { writeReport } from '../files/write.ts'
import { loadReporter } from '../reporters/index.ts'
import type { Reporter, ReporterOptions } from '../reporters/reporter.ts'
import type { Host } from './host.ts'
import { hasHyperlinks } from './hyperlinks.ts'
import { narrow } from './narrow.ts'
import { unknownFormat, type Output } from './outputs.ts'
import type { Settings } from './settings.ts'
import { tell } from './tell.ts'

export type LoadedOutput = [Output, Reporter, template: ReporterOptions['template']]

/** Throws a UsageError for a format that there is not, and a template that cannot be read. */
export async function loadReporters(outputs: readonly Output[], cwd: string): Promise<LoadedOutput[]> {
  const loaded: LoadedOutput[] = []
  for (const output of outputs) {
    const reporter = await loadReporter(output.format, cwd)
    if (reporter === undefined) throw unknownFormat(output.format)
    loaded.push([output, reporter, output.template === undefined ? undefined : (await import('./read-template.ts')).readTemplate(output.template, cwd)])
  }
  return loaded
}

/** Returns what went wrong. */
export async function print(full: Report, reporters: readonly LoadedOutput[], { color, shown }: Settings, host: Host, isStdoutTaken: boolean, quiet: boolean, isComplete: boolean): Promise<string[]> {
  const narrowed = shown.least === 'info' && full.diagnostics.length <= shown.most ? full : narrow(full.diagnostics, shown)
  const report = { ...full, diagnostics: narrowed.diagnostics }
  const links = color && hasHyperlinks(host.env)
  // A checkout has no git folder where GitHub downloaded it for want of git.
  const root = repositoryRoot(host.cwd) ?? host.env['GITHUB_WORKSPACE']
  const problems: string[] = []
  for (const [{ file, path, format }, reporter, template] of reporters) {
    const text = await whole(async () => reporter(report, { color: color && path === undefined, links: links && path === undefined, cwd: host.cwd, ...(template === undefined ? {} : { template }), ...(root === undefined ? {} : { root }), quiet, isComplete }))
    if (text === undefined) {
      problems.push(`The report in the format ${format} would be longer than half a gigabyte, so it is not written; --max-diagnostics N prints only the worst findings`)
      continue
    }
    if (path === undefined) (isStdoutTaken ? host.stderr : host.stdout).write(text)
    else problems.push(...writeTo(path, file!, text))
  }
  if ('note' in narrowed && narrowed.note !== undefined) tell(host.stderr, narrowed.note)
  return problems
}

/** undefined for one that is longer than a string can be: half a gigabyte. */
async function whole(make: () => Promise<string>): Promise<string | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof RangeError && error.message === 'Invalid string length') return undefined
    throw error
  }
}

/** Returns what went wrong, if anything. */
export function writeTo(path: string, shown: string, text: string): string[] {
  try {
    writeReport(path, text)
    return []
  } catch (error) {
    return [`Cannot write ${shown}: ${systemReason(error)}`]
  }
}
