/** Where findings go, and in which formats. */
import { lstatSync, statSync, type Stats } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { relativePath } from '../files/relative-path.ts'
import { FORMATS } from '../reporters/index.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'

export interface Output {
  format: string
  /** As the user wrote it; absent for standard output. */
  file?: string
  /** Absolute; there when `file` is. */
  path?: string
  /** Absolute folder that the file must not leave: the settings of a repository name the file, not the user. */
  below?: string
  /** The file that the format `template` fills in, as the user wrote it. */
  template?: string
}

/** What a settings file says of formats. */
export interface Configured {
  format: readonly string[] | undefined
  /** Absolute; absent without a settings file. */
  file: string | undefined
}

/** Formats for people, which annotations for a CI server may be mixed with: it picks them out of the log. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'concise', 'pretty', 'grouped', 'statistics'])
const FOR_LOG: ReadonlySet<string> = new Set(['github', 'azure', 'teamcity'])
/** What `--statistics` makes of a format. */
const STATISTICS: Readonly<Record<string, string>> = { text: 'statistics', json: 'statistics-json' }

/** Throws a UsageError. */
export function readOutputs(flags: FlagValues, configured: Configured, { cwd, env }: Pick<Host, 'cwd' | 'env'>): Output[] {
  const { output, 'schema-location': locations = [], 'output-file': file } = flags
  if (output !== undefined && !Object.hasOwn(FORMATS, output)) throw new UsageError(`--output takes a format, which "${output}" is not; --output-file ${output} prints into a file`)
  const elsewhere = locations.find((location) => location !== 'default')
  if (elsewhere !== undefined) throw new UsageError(`--schema-location "${elsewhere}" has no equivalent: the schemas of Kubernetes are built in, and kinds without one are skipped`)
  const given = flags.format ?? (output === undefined ? undefined : [output])
  refuseInputs(given ?? [], cwd)
  const isConfigured = given === undefined && configured.format !== undefined
  const outputs = (given ?? configured.format ?? (flags.template === undefined ? ['text', ...(file === undefined ? ciFormats(env) : [])] : ['template'])).map((text) => readOutput(text, cwd, isConfigured ? dirname(configured.file!) : undefined))
  if (flags.statistics === true) countInstead(outputs)
  readTemplateFlag(flags, outputs)
  const open = outputs.filter((each) => each.file === undefined)
  if (file !== undefined) {
    if (open.length !== 1) throw new UsageError(`--output-file is for one format; with several: ${outputs.map(({ format }) => `--format ${format}:FILE`).join(' ')}`)
    Object.assign(open[0]!, { file, path: resolve(cwd, file) })
  }
  refuseMixtures(outputs)
  for (const { format, file: shown, path } of outputs) if (path !== undefined && path === configured.file) throw new UsageError(`The ${format} report would overwrite the settings, ${shown}`)
  return outputs
}

/** What the CI server that runs us shows beside its log. */
function ciFormats(env: Host['env']): string[] {
  return env['GITHUB_ACTIONS'] === 'true' ? ['github'] : env['TF_BUILD'] === 'True' ? ['azure'] : env['TEAMCITY_VERSION'] !== undefined ? ['teamcity'] : []
}

function countInstead(outputs: readonly Output[]): void {
  const counted = outputs.filter(({ format }) => Object.hasOwn(STATISTICS, format))
  if (counted.length === 0) throw new UsageError(`--statistics counts for the formats text and json, not for ${outputs.map(({ format }) => format).join(', ')}`)
  for (const output of counted) output.format = STATISTICS[output.format]!
}

function readTemplateFlag({ template }: FlagValues, outputs: readonly Output[]): void {
  const filled = outputs.filter(({ format }) => format === 'template')
  if (template === undefined && filled.length > 0) throw new UsageError('--format template needs a template: --template FILE')
  if (template !== undefined && filled.length === 0) throw new UsageError(`--template is for the format template, not for ${outputs.map(({ format }) => format).join(', ')}`)
  for (const output of filled) output.template = template!
}

/** `-f` is how kubectl takes its files. */
function refuseInputs(formats: readonly string[], cwd: string): void {
  for (const text of formats) {
    if (Object.hasOwn(FORMATS, text)) continue
    const isAddress = /^[a-z]{2,}:\/\//i.test(text)
    if (!isAddress && text !== '-' && !/\.(ya?ml|json)$/i.test(text.split(':')[0]!) && kindOf(resolve(cwd, text))?.isDirectory() !== true) continue
    throw new UsageError(`--format (-f) takes a format, not what to lint, which needs no flag: ${isAddress ? `curl -fsSL ${text} | podlint -` : `podlint ${text}`}`)
  }
}

function readOutput(text: string, cwd: string, below: string | undefined): Output {
  const colon = text.indexOf(':', 2)
  if (colon === -1) return { format: text }
  const file = text.slice(colon + 1)
  if (file === '') throw new UsageError(`--format ${text} needs the name of a file after the colon`)
  return { format: text.slice(0, colon), file, path: resolve(below ?? cwd, file), ...(below === undefined ? {} : { below }) }
}

/** Two formats in one place make something that nothing can read, but for annotations in a log. */
function refuseMixtures(outputs: readonly Output[]): void {
  const taken = new Map<string | undefined, Output>()
  for (const output of outputs) {
    const other = taken.get(output.path)
    if (other !== undefined && !(output.path === undefined && areForLog(other.format, output.format))) {
      throw new UsageError(`Only one format can go to ${output.file ?? 'standard output'}, not both ${other.format} and ${output.format}; into a file: --format ${output.format}:FILE`)
    }
    if (other === undefined || FOR_LOG.has(other.format)) taken.set(output.path, output)
  }
}

const areForLog = (a: string, b: string): boolean => (FOR_LOG.has(a) && FOR_PEOPLE.has(b)) || (FOR_LOG.has(b) && FOR_PEOPLE.has(a))

export const unknownFormat = (name: string): UsageError =>
  new UsageError(`Unknown format "${name}", only ${Object.keys(FORMATS).join(', ')}, and ESLint formatters that are installed${didYouMean(name, Object.keys(FORMATS))}`)

/** Whatever has been linted must not be lost to a report. `path` is that of a manifest. Throws a UsageError. */
export function refuseOverwriting({ path, file }: { path: string; file: string }, outputs: readonly Output[]): void {
  for (const output of outputs) {
    if (output.path === undefined || (output.path !== path && !isSameFile(output.path, path))) continue
    throw new UsageError(`The ${output.format} report would overwrite ${file}, which is a manifest`)
  }
}

/** What a chart is made of, by its path in the chart. */
const OF_CHART = /^(?:(?:Chart|requirements|values[^/]*)\.ya?ml|(?:Chart|requirements)\.lock|values\.schema\.json|\.helmignore|(?:templates|crds|charts)\/.*)$/

/** The same for what is rendered, before anything is written. `charts` are the folders of charts, absolute. Throws a UsageError. */
export function refuseChartFiles(charts: readonly string[], { format, file, path }: Output): void {
  if (path === undefined || charts.length === 0) return
  for (const chart of charts) {
    if (path.startsWith(chart + sep) && OF_CHART.test(relativePath(chart, path).replaceAll(sep, '/'))) throw new UsageError(`The ${format} report would overwrite ${file!}, which is part of a chart`)
  }
}

function isSameFile(a: string, b: string): boolean {
  try {
    const [first, second] = [statSync(a, { bigint: true }), statSync(b, { bigint: true })]
    return first.ino === second.ino && first.dev === second.dev
  } catch {
    // One of them is not there.
    return false
  }
}

/** A file that the settings name stays below their folder whatever links there are on the way, and is a plain file or new. Throws a UsageError. */
export function refuseLinks({ file, path, below }: Output): void {
  if (path === undefined || below === undefined) return
  let at = below
  for (const step of relativePath(below, path).split(sep)) {
    at = join(at, step)
    const stats = kindOf(at)
    if (stats === undefined) return
    if (stats.isSymbolicLink()) throw new UsageError(`The settings have a report written to ${file}, but "${step}" is a symbolic link; --format can name such a file`)
    if (at === path && !stats.isFile()) throw new UsageError(`The settings have a report written to ${file}, which is not a file`)
  }
}

function kindOf(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch {
    // Writing will say why.
    return undefined
  }
}
