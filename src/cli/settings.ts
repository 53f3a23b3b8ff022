/** What holds for a run: the command line before the environment before the settings file. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UNKNOWN_KIND_LEVELS, type ChartSetting, type Config, type FailLevel, type RenderChoice, type RuleSetting, type UnknownKindLevel } from '../config/config.ts'
import { findConfig } from '../config/find-config.ts'
import type { Loaded, SettingsFile } from '../config/load-config.ts'
import type { Profiles } from '../config/profiles.ts'
import { parsePolicyVersion, podSecurityTarget, unknownPolicyVersion } from '../config/pod-security.ts'
import { selectRules, type RuleTables, type SelectedRules } from '../config/select-rules.ts'
import { PRESETS, type Rule } from '../engine/define-rule.ts'
import { unknownVersion } from '../config/unknown-version.ts'
import { currentDay, isDate } from '../formats/date.ts'
import type { SuppressionOptions } from '../engine/suppression-text.ts'
import type { Severity } from '../diagnostic.ts'
import type { FindOptions } from '../files/find.ts'
import { shownPath } from '../files/shown-path.ts'
import type { PodSecurityTarget } from '../model/pod-security/check.ts'
import { allRules } from '../rules.ts'
import { inOrder, LATEST, parseVersion, type Minor } from '../versions.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { FailWhen } from './exit-code.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import type { Shown } from './narrow.ts'
import { readOutputs, type Output } from './outputs.ts'

export interface Settings {
  /** The settings file, as it is shown. */
  configFile?: string
  /** Oldest first. */
  kubernetesVersions: readonly string[]
  podSecurity: PodSecurityTarget
  isUpgrade: boolean
  rules: SelectedRules
  /** Those of the plugins. */
  pluginRules: readonly Rule[]
  /** Plugins that the settings name, and the run does not allow. */
  skippedPlugins: readonly string[]
  /** What lives elsewhere. */
  external: readonly string[]
  find: FindOptions
  ignoredNames: readonly RegExp[]
  /** Files and folders with definitions: absolute, or relative to the working directory. */
  crds: readonly string[]
  /** Files and folders with admission policies: absolute, or relative to the working directory. */
  policies: readonly string[]
  /** By group; `*` stands for the others. */
  unknownKinds: ReadonlyMap<string, UnknownKindLevel>
  /** Whether definitions that come with podlint count. */
  catalogue: boolean
  /** What is built before it is linted. */
  render: RenderChoice
  /** Values for charts; paths are absolute. */
  charts: readonly ChartSetting[]
  /** Absolute. */
  baseline: string | undefined
  outputs: readonly Output[]
  color: boolean
  /** What comments and annotations may ignore. */
  suppression: SuppressionOptions | 'none'
  /** Rules of which nothing is left out: by comments, by settings, by a baseline. */
  unsuppressible: ReadonlySet<string>
  /** The settings files; what counts more comes later. */
  files: Loaded['files']
  /** Those of folders below, as they are met. */
  nested: SettingsFile[]
  /** Where other rules hold than everywhere else; asked for when all files are found. */
  scopes(): Promise<Profiles | undefined>
  markPlaceholders: ((text: string) => string) | undefined
  shown: Shown
  failWhen: FailWhen
}

/** Throws a UsageError. */
export async function readSettings(flags: FlagValues, { cwd, env, stdout }: Pick<Host, 'cwd' | 'env' | 'stdout'>): Promise<Settings> {
  const { path, shown: configFile, files, config } = await findSettings(flags, { cwd, env })
  const { pluginRules = [], skippedPlugins = [] } = config
  // The command line and the environment come first.
  const values = flags as Record<string, boolean | string | readonly string[]>
  for (const [name, value] of Object.entries(config.flags ?? {})) values[name] ??= value
  const { select = [], ignore = [], error = [], warn = [], off = [] } = flags
  const presets = flags.preset ?? config.presets ?? ['recommended']
  const rules = selectRules(pluginRules, config, { presets, select, ignore, error, warn, off }, { ...(await tablesFor(presets, config.rules !== undefined || [...select, ...error, ...warn].length > 0, pluginRules)), areOpen: skippedPlugins.length > 0 })
  if (rules.severities.size === 0) throw new UsageError('No rule is left to run')
  const nested: SettingsFile[] = []
  const choose = async () => {
    const { withDefaults } = await import('../config/load-config.ts')
    const { mergeConfigs } = await import('../config/merge-configs.ts')
    const all = [...files, ...nested].flatMap((file) => [file.config, ...(file.config.overrides ?? [])])
    const tables = { ...(await tablesFor([...presets, ...all.flatMap((each) => each.presets ?? [])], true, pluginRules)), areOpen: skippedPlugins.length > 0 }
    return (configs: readonly Config[]) => {
      const merged = withDefaults(mergeConfigs(configs.length === 0 ? [{}] : configs))
      return selectRules(pluginRules, merged, { presets: flags.preset ?? merged.presets ?? ['recommended'], select, ignore, error, warn, off }, tables)
    }
  }
  const versions = readVersions(flags['kubernetes-version'], cwd) ?? config.kubernetesVersions ?? [LATEST]
  const upgradeTo = flags['upgrade-to'] === undefined ? undefined : readVersion(flags['upgrade-to'])
  const kubernetesVersions = upgradeTo === undefined ? versions : upgradeVersions(versions, upgradeTo)
  return {
    ...(configFile === undefined ? {} : { configFile }),
    kubernetesVersions,
    podSecurity: podSecurityTarget(presets, readPolicyVersion(flags['pss-version']) ?? config.pssVersion),
    isUpgrade: upgradeTo !== undefined,
    rules,
    pluginRules,
    skippedPlugins,
    external: config.external ?? [],
    find: {
      cwd,
      env,
      gitignore: flags['no-gitignore'] !== true,
      onSettings: async (file) => {
        if (flags['no-config'] === true || flags.config !== undefined || files.some((known) => known.path === file)) return []
        const { loadConfig } = await import('../config/load-config.ts')
        const loaded = await loadConfig(file, { cwd, env, said: { 'no-plugins': true } }, false)
        nested.push(...loaded.files)
        return loaded.files.map((each) => ({ base: each.folder, patterns: each.config.exclude ?? [] }))
      },
      excludes: [
        ...files.map((file) => ({ base: file.folder, patterns: file.config.exclude ?? [] })),
        { base: cwd, patterns: readExcludes(flags.exclude ?? []) },
      ],
      forceExclude: flags['force-exclude'] === true,
      includeMarkdown: flags['include-markdown'] === true,
    },
    ignoredNames: (flags['ignore-filename-pattern'] ?? []).map(readRegExp),
    crds: [...files.flatMap((file) => (file.config.crds ?? []).map((each) => resolve(file.folder, each))), ...(flags.crd ?? [])],
    policies: [...files.flatMap((file) => (file.config.policies ?? []).map((each) => resolve(file.folder, each))), ...(flags.policy ?? [])],
    catalogue: flags.catalogue === undefined ? (config.catalogue ?? true) : flags.catalogue === 'on',
    render: (flags.render as RenderChoice | undefined) ?? (config.render === false ? 'off' : (config.render ?? 'all')),
    charts: files.flatMap((file) => (file.config.charts ?? []).map((chart) => ({ ...chart, path: resolve(file.folder, chart.path), values: (chart.values ?? []).map((each) => resolve(file.folder, each)) }))),
    unknownKinds: readUnknownKinds(flags['unknown-kinds'] ?? [], config.unknownKinds),
    baseline: flags['no-baseline'] === true ? undefined : flags.baseline !== undefined ? resolve(cwd, flags.baseline) : inFolder(files, 'baseline'),
    outputs: readOutputs(flags, { format: config.format, file: files.findLast((file) => file.config.format !== undefined)?.path ?? path }, { cwd, env }),
    color: wantsColor(flags, { env, stdout }),
    unsuppressible: unsuppressible(config),
    suppression: flags['no-inline-config'] === true || config.inlineConfig === false ? 'none' : { requireReason: config.requireReason === true, unsuppressible: unsuppressible(config), today: today(flags.today), peers: config.compatIgnores === true },
    files,
    nested,
    async scopes() {
      if (nested.length === 0 && !files.some((file) => file.config.overrides !== undefined)) return undefined
      const { Profiles } = await import('../config/profiles.ts')
      return new Profiles(cwd, files, nested, await choose())
    },
    markPlaceholders: config.placeholders === undefined ? undefined : (await import('../model/own-placeholders.ts')).ownPlaceholders(config.placeholders),
    shown: { least: flags.quiet === true ? 'error' : ((flags['min-severity'] as Severity | undefined) ?? 'info'), most: readCount('--max-diagnostics', flags['max-diagnostics']) },
    failWhen: { failOn: (flags['fail-on'] as FailLevel | undefined) ?? config.failOn ?? 'error', maxWarnings: readCount('--max-warnings', flags['max-warnings']), exitZero: flags['exit-zero'] === true },
  }
}

/** What the settings files say. */
export interface FoundSettings extends Loaded {
  /** Of the one that counts most. */
  path?: string
  shown?: string
}

/** Throws a UsageError. */
export async function findSettings(flags: FlagValues, { cwd, env }: Pick<Host, 'cwd' | 'env'>): Promise<FoundSettings> {
  const path = flags['no-config'] === true ? undefined : flags.config === undefined ? findConfig(cwd) : resolve(cwd, flags.config)
  if (path === undefined) return { files: [], config: {} }
  const { loadConfig } = await import('../config/load-config.ts')
  const loaded = await loadConfig(path, { cwd, env, said: flags }, flags.config === undefined)
  return { ...loaded, path, shown: shownPath(path, cwd) }
}

/** A path, of the file that says it last. */
function inFolder(files: Loaded['files'], key: 'baseline'): string | undefined {
  const file = files.findLast(({ config }) => config[key] !== undefined)
  return file === undefined ? undefined : resolve(file.folder, file.config[key]!)
}

const unsuppressible = ({ rules = {} }: Config): ReadonlySet<string> => new Set(Object.keys(rules).filter((id) => (rules[id] as RuleSetting).suppressible === false))

function today(given: string | undefined): () => string {
  if (given !== undefined && !isDate(given)) throw new UsageError(`--today is a date such as 2027-01-31, not "${given}"`)
  return () => given ?? currentDay()
}

/** Throws a UsageError for a preset that there is not. */
export async function rulesOfPresets(presets: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  return selectRules([], {}, { presets, select: [], ignore: [], error: [], warn: [], off: [] }, await tablesFor(presets, false)).severities
}

/** Who asks for the usual presets needs none of them. */
async function tablesFor(presets: readonly string[], isAsked: boolean, plugins: readonly Rule[] = []): Promise<RuleTables> {
  const isMore = presets.some((name) => !(PRESETS as readonly string[]).includes(name))
  return {
    needs: { ...(isAsked ? (await import('../parts/rule-options.ts')).RULE_NEEDS : {}), ...Object.fromEntries(plugins.flatMap(({ id, needs }) => (needs === undefined ? [] : [[id, needs]]))) },
    presets: isMore ? (await import('../parts/more-presets.ts')).MORE_PRESETS : {},
  }
}

/** Throws a UsageError. */
export function readVersions(versions: readonly string[] | undefined, cwd = ''): readonly Minor[] | undefined {
  if (versions === undefined) return undefined
  return inOrder(versions.map((text) => {
    if (parseVersion(text) === undefined && cwd !== '' && existsSync(resolve(cwd, text))) throw new UsageError(`--kubernetes-version (-k) takes a version, not a folder; to lint what a kustomization makes: kubectl kustomize ${text} | podlint -`)
    return readVersion(text)
  }))
}

function readVersion(text: string): Minor {
  const minor = parseVersion(text)
  if (minor === undefined) throw new UsageError(unknownVersion(text))
  return minor
}

/** From the version that the cluster has to the one that it is to get. */
function upgradeVersions(from: readonly string[], to: Minor): readonly string[] {
  const [version, other] = from
  if (other !== undefined) throw new UsageError(`--upgrade-to needs one version to start from, not ${from.join(', ')}`)
  if (inOrder([version as Minor, to])[1] !== to) throw new UsageError(`--upgrade-to ${to} is not an upgrade from ${version}; say with --kubernetes-version which version the cluster has`)
  return [version!, to]
}

function readPolicyVersion(version: string | undefined): string | undefined {
  if (version !== undefined && parsePolicyVersion(version) === undefined) throw new UsageError(unknownPolicyVersion(version))
  return version
}

function readExcludes(patterns: readonly string[]): readonly string[] {
  const rule = patterns.find((pattern) => allRules().some(({ id }) => id === pattern))
  if (rule !== undefined) throw new UsageError(`--exclude leaves out files; to leave out the rule: --ignore ${rule}`)
  return patterns
}

function readUnknownKinds(given: readonly string[], configured: Config['unknownKinds']): Map<string, UnknownKindLevel> {
  const levels = new Map<string, UnknownKindLevel>(typeof configured === 'object' ? Object.entries(configured) : configured === undefined ? [] : [['*', configured]])
  for (const text of given) {
    const equals = text.lastIndexOf('=')
    const level = text.slice(equals + 1)
    if (!(UNKNOWN_KIND_LEVELS as readonly string[]).includes(level)) throw new UsageError(`--unknown-kinds is error, warning or skip, or that of a group: example.com=error, not "${text}"${didYouMean(level, UNKNOWN_KIND_LEVELS)}`)
    levels.set(equals === -1 ? '*' : text.slice(0, equals), level as UnknownKindLevel)
  }
  return levels
}

function readRegExp(text: string): RegExp {
  try {
    return new RegExp(text)
  } catch {
    throw new UsageError(`--ignore-filename-pattern: "${text}" is not a regular expression`)
  }
}

function readCount(flag: string, text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d+$/.test(text)) throw new UsageError(`${flag} is a number, not "${text}"`)
  return Number(text)
}

export function wantsColor(flags: FlagValues, { env, stdout }: Pick<Host, 'env' | 'stdout'>): boolean {
  const when = flags['no-color'] === true ? 'never' : flags.color
  if (when === 'always' || when === 'never') return when === 'always'
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  const force = env['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  return env['TERM'] !== 'dumb' && stdout.isTerminal
}
