/** `podlint config [PATH]`: the settings that hold, and where each value comes from. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { FLAG_KEYS, keyOf, OTHER_KEYS } from '../config/flag-keys.ts'
import type { SettingsFile } from '../config/load-config.ts'
import { findFiles } from '../files/find.ts'
import { UsageError } from '../usage-error.ts'
import type { Arguments } from './arguments.ts'
import { variableOf, FLAG_ENTRIES, type FlagName } from './flags.ts'
import type { Host } from './host.ts'
import { readSettings, type Settings } from './settings.ts'

interface Value {
  key: string
  value: unknown
  origin: string
}

/** What holds where nobody says anything, in the order in which it is shown. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  presets: ['recommended'],
  exclude: [],
  external: [],
  crds: [],
  catalogue: true,
  unknownKinds: 'skip',
  placeholders: [],
  suppressions: [],
  requireReason: false,
  compatIgnores: false,
  inlineConfig: true,
  failOn: 'error',
  format: ['text'],
}

/** Lists that several files may add to. */
const TOGETHER: ReadonlySet<string> = new Set(['exclude', 'external', 'crds', 'suppressions', 'overrides', 'placeholders', 'plugins'])

/** Throws a UsageError. */
export async function showConfig({ operands, flags, fromEnvironment }: Arguments, host: Host): Promise<string> {
  const [path, ...more] = operands
  if (more.length > 0) throw new UsageError('podlint config takes one path')
  if (path !== undefined && !existsSync(resolve(host.cwd, path))) throw new UsageError(`Cannot read ${path}: there is no such file or folder`)
  const given = { ...flags }
  const settings = await readSettings(flags, host)
  // Settings of sub-folders are met on the way.
  if (path !== undefined) await findFiles([path], settings.find)
  const values = [...keyValues(settings, given, fromEnvironment), ...(await ruleValues(settings, path))]
  if (flags.json === true) return `${JSON.stringify({ files: filesFor(settings, path).map(({ shown }) => shown), settings: values.map(({ key, value, origin }) => ({ key, value, origin })) }, null, 2)}\n`
  const lines = values.map(({ key, value, origin }) => [`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, origin] as const)
  const width = Math.min(60, Math.max(...lines.map(([text]) => text.length)))
  const files = filesFor(settings, path)
  return `# ${files.length === 0 ? 'No settings file' : `Settings: ${files.map(({ shown }) => shown).join(', ')}`}; ${settings.rules.severities.size} rules run${path === undefined ? '' : `; for ${path}`}\n${lines.map(([text, origin]) => `${text.padEnd(width)}  # ${origin}\n`).join('')}`
}

/** Those that hold for a path, what counts more later. */
function filesFor({ files, nested, find: { cwd } }: Settings, path: string | undefined): SettingsFile[] {
  const absolute = resolve(cwd, path ?? '.')
  return [...files, ...nested.filter(({ scope }) => absolute === scope || absolute.startsWith(`${scope}/`))]
}

function keyValues({ files }: Settings, given: Arguments['flags'], fromEnvironment: ReadonlySet<FlagName>): Value[] {
  const keys = [...new Set([...Object.keys(DEFAULTS), ...files.flatMap(({ config }) => Object.keys(config)), ...FLAG_ENTRIES.map(([name]) => keyFor(name)).filter((key) => key !== undefined)])]
  const hidden = new Set(['rules', 'categories', 'overrides', 'flags', 'extends', 'root', 'pluginRules', 'skippedPlugins'])
  return keys.flatMap((key): Value[] => {
    if (hidden.has(key)) return []
    const flag = FLAG_ENTRIES.find(([name]) => keyFor(name) === key && given[name] !== undefined)
    if (flag !== undefined) {
      const [name, definition] = flag
      return [{ key, value: given[name], origin: fromEnvironment.has(name) ? variableOf(name, definition)! : `--${name}` }]
    }
    const saying = files.filter((file) => valueIn(file.config, key) !== undefined)
    const last = saying.at(-1)
    if (last === undefined) return Object.hasOwn(DEFAULTS, key) ? [{ key, value: DEFAULTS[key], origin: 'default' }] : []
    if (!TOGETHER.has(key)) return [{ key, value: valueIn(last.config, key), origin: placeOf(last, key) }]
    return [{ key, value: saying.flatMap((file) => valueIn(file.config, key) as unknown[]), origin: saying.map((file) => placeOf(file, key)).join(', ') }]
  })
}

const keyFor = (flag: FlagName): string | undefined => (Object.hasOwn(FLAG_KEYS, flag) ? keyOf(flag) : Object.hasOwn(OTHER_KEYS, flag) ? OTHER_KEYS[flag] : undefined)

function valueIn(config: Config, key: string): unknown {
  const flag = Object.keys(FLAG_KEYS).find((name) => keyOf(name) === key)
  return flag === undefined ? (config as Readonly<Record<string, unknown>>)[key] : config.flags?.[flag]
}

function placeOf({ shown, places, lines }: SettingsFile, key: string): string {
  const place = places.get(key)
  return place === undefined ? shown : `${shown}:${lines.position(place.start).line}`
}

/** What settings and overrides say of rules, that for the path alone where there is one. */
async function ruleValues(settings: Settings, path: string | undefined): Promise<Value[]> {
  const values = new Map<string, Value>()
  const say = (file: SettingsFile, way: string, { rules = {}, categories = {} }: Pick<Config, 'rules' | 'categories'>, only: string) => {
    for (const [group, map] of [['categories', categories], ['rules', rules]] as const) {
      for (const [name, value] of Object.entries(map)) {
        const key = `${group}.${name}${only}`
        values.delete(key)
        values.set(key, { key, value, origin: placeOf(file, `${way}${group}.${name}`) })
      }
    }
  }
  const { PathPatterns } = await import('../files/path-patterns.ts')
  for (const file of filesFor(settings, path)) {
    say(file, '', file.config, '')
    for (const [index, override] of (file.config.overrides ?? []).entries()) {
      if (path !== undefined && override.files !== undefined && !new PathPatterns(file.folder, override.files).match(resolve(settings.find.cwd, path))) continue
      const told = [...(path === undefined && override.files !== undefined ? [`files ${[override.files].flat().join(', ')}`] : []), ...(['kinds', 'namespaces', 'names'] as const).flatMap((name) => (override[name] === undefined ? [] : [`${name} ${override[name].join(', ')}`])), ...(override.labels === undefined ? [] : [`labels ${JSON.stringify(override.labels)}`])]
      say(file, `overrides.${index}.`, override, told.length === 0 ? '' : ` (${told.join('; ')})`)
    }
  }
  return [...values.values()]
}

