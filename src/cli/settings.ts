/** What holds for a run: the command line before the environment before the settings file. */
import { dirname, resolve } from 'node:path'
import type { FailLevel } from '../config/config.ts'
import { findConfig, readConfig } from '../config/read-config.ts'
import { selectRules, type SelectedRules } from '../config/select-rules.ts'
import { unknownVersion } from '../config/unknown-version.ts'
import type { FindOptions } from '../files/find.ts'
import { shownPath } from '../files/find.ts'
import { FORMATS } from '../reporters/index.ts'
import { allRules } from '../rules.ts'
import { LATEST, parseVersion } from '../versions.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { FailWhen } from './exit-code.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'

export interface Output {
  format: string
  /** As the user wrote it; absent for standard output. */
  file?: string
}

export interface Settings {
  /** The settings file, as it is shown. */
  configFile?: string
  kubernetesVersions: readonly string[]
  rules: SelectedRules
  find: FindOptions
  ignoredNames: readonly RegExp[]
  outputs: readonly Output[]
  color: boolean
  failWhen: FailWhen
}

/** Throws a UsageError. */
export async function readSettings(flags: FlagValues, { cwd, env, stdout }: Pick<Host, 'cwd' | 'env' | 'stdout'>): Promise<Settings> {
  const path = flags['no-config'] === true ? undefined : flags.config === undefined ? findConfig(cwd) : resolve(cwd, flags.config)
  const configFile = path === undefined ? undefined : shownPath(path, cwd)
  const config = path === undefined || configFile === undefined ? {} : await readConfig(path, configFile)
  const { select = [], ignore = [], error = [], warn = [], off = [] } = flags
  return {
    ...(configFile === undefined ? {} : { configFile }),
    kubernetesVersions: readVersions(flags['kubernetes-version']) ?? config.kubernetesVersions ?? [LATEST],
    rules: selectRules(allRules(), config.rules ?? {}, { presets: flags.preset ?? config.presets ?? ['recommended'], select, ignore, error, warn, off }),
    find: {
      cwd,
      gitignore: flags['no-gitignore'] !== true,
      excludes: [
        { base: path === undefined ? cwd : dirname(path), patterns: config.exclude ?? [] },
        { base: cwd, patterns: readExcludes(flags.exclude ?? []) },
      ],
      forceExclude: flags['force-exclude'] === true,
      includeMarkdown: flags['include-markdown'] === true,
    },
    ignoredNames: (flags['ignore-filename-pattern'] ?? []).map(readRegExp),
    outputs: readOutputs(flags, config.format, env),
    color: wantsColor(flags.color, env, stdout),
    failWhen: { failOn: (flags['fail-on'] as FailLevel | undefined) ?? config.failOn ?? 'error', maxWarnings: readCount(flags['max-warnings']), exitZero: flags['exit-zero'] === true },
  }
}

function readVersions(versions: readonly string[] | undefined): string[] | undefined {
  if (versions === undefined) return undefined
  return [...new Set(versions.map((text) => {
    const minor = parseVersion(text)
    if (minor === undefined) throw new UsageError(unknownVersion(text))
    return minor
  }))]
}

function readExcludes(patterns: readonly string[]): readonly string[] {
  const rule = patterns.find((pattern) => allRules().some(({ id }) => id === pattern))
  if (rule !== undefined) throw new UsageError(`--exclude leaves out files; to leave out the rule: --ignore ${rule}`)
  return patterns
}

function readRegExp(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw new UsageError(`--ignore-filename-pattern: "${text}" is no regular expression`)
  }
}

function readCount(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings is a number, not "${text}"`)
  return Number(text)
}

function readOutputs(flags: FlagValues, configured: readonly string[] | undefined, env: Host['env']): Output[] {
  const { output, 'schema-location': locations = [], 'output-file': file } = flags
  if (output !== undefined && !Object.hasOwn(FORMATS, output)) throw new UsageError(`--output takes a format, and "${output}" is none; --output-file ${output} prints into a file`)
  const elsewhere = locations.find((location) => location !== 'default')
  if (elsewhere !== undefined) throw new UsageError(`--schema-location "${elsewhere}" has no equivalent: the schemas of Kubernetes are built in, and kinds without one are skipped`)
  const onGitHub = env['GITHUB_ACTIONS'] === 'true'
  const outputs = (flags.format ?? (output === undefined ? undefined : [output]) ?? configured ?? (onGitHub && file === undefined ? ['text', 'github'] : ['text'])).map(readOutput)
  if (file === undefined) return outputs
  const open = outputs.filter((each) => each.file === undefined)
  if (open.length !== 1) throw new UsageError(`--output-file is for one format; with several: ${outputs.map(({ format }) => `--format ${format}:FILE`).join(' ')}`)
  open[0]!.file = file
  return outputs
}

function readOutput(text: string): Output {
  const colon = text.indexOf(':', 2)
  if (colon === -1) return { format: text }
  if (colon === text.length - 1) throw new UsageError(`--format ${text} lacks the name of the file`)
  return { format: text.slice(0, colon), file: text.slice(colon + 1) }
}

export const unknownFormat = (name: string): UsageError => new UsageError(`There is no format "${name}", only ${Object.keys(FORMATS).join(', ')}, and ESLint formatters that are installed${didYouMean(name, Object.keys(FORMATS))}`)

function wantsColor(when: string | undefined, env: Host['env'], stdout: Host['stdout']): boolean {
  if (when === 'always' || when === 'never') return when === 'always'
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return env['TERM'] !== 'dumb' && stdout.isTerminal
}
