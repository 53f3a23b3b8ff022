/** A settings file with what it extends, and those of the folders above. Loaded only where there is one. */
import { existsSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { leavesRepository } from '../files/links.ts'
import { readOwnText, UnreadableText } from '../files/read.ts'
import { repositoryRoot } from '../files/repository.ts'
import { SETTINGS_NAMES } from '../files/settings-names.ts'
import { shownPath } from '../files/shown-path.ts'
import { systemReason } from '../files/system-error.ts'
import type { Said } from '../plugins/consent.ts'
import type { LineIndex } from '../parser/lines.ts'
import { RULE_OPTIONS } from '../parts/rule-options.ts'
import { allRules } from '../rules.ts'
import { UsageError } from '../usage-error.ts'
import type { Config, RuleSetting } from './config.ts'
import { findConfig } from './find-config.ts'
import { mergeConfigs } from './merge-configs.ts'
import { parseSettings, type Span } from './parse-config.ts'

export interface SettingsFile {
  /** Absolute. */
  path: string
  shown: string
  /** What paths in it are relative to. */
  folder: string
  /** Where it holds: the folder of the file that extends it. */
  scope: string
  config: Config
  lines: LineIndex
  /** Where each key and item stands: `exclude.0`, `rules.no-host-path`. */
  places: ReadonlyMap<string, Span>
}

/** `said` and the environment tell whether plugins may run. */
export interface Around {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  said: Said
}

export interface Loaded {
  /** What counts more comes later. */
  files: readonly SettingsFile[]
  config: Config
}

/** `path` and what holds where it says nothing. Throws a UsageError that names each mistake with its line and column. */
export async function loadConfig(path: string, around: Around, cascade = true): Promise<Loaded> {
  const own = await loadFile(path, around, [])
  const outer = cascade && own.at(-1)!.config.root !== true && dirname(path) !== repositoryRoot(dirname(path)) ? findConfig(dirname(dirname(path))) : undefined
  const files = outer === undefined ? own : [...(await loadConfig(outer, around)).files, ...own]
  return { files, config: withDefaults(mergeConfigs(files.map(({ config }) => config))) }
}

/** The file last, what it extends before it. */
async function loadFile(path: string, around: Around, way: readonly string[], scope = dirname(path)): Promise<SettingsFile[]> {
  const { cwd, env, said } = around
  const shown = shownPath(path, cwd)
  if (way.includes(path)) throw new UsageError(`${shownPath(way.at(-1)!, cwd)} extends ${shown}, which extends it in turn`)
  const text = readSettingsText(path, shown)
  const { config, lines, places } = await parseSettings(text, shown, { folder: dirname(path), said, env }, path.endsWith('package.json') ? 'podlint' : undefined)
  const file: SettingsFile = { path, shown, folder: dirname(path), scope, config, lines, places }
  const files: SettingsFile[] = []
  for (const [index, name] of (config.extends ?? []).entries()) {
    const base = findBase(name, file.folder)
    if (base === undefined) {
      const { line, column } = lines.position(places.get(`extends.${index}`)?.start ?? places.get('extends')!.start)
      throw new UsageError(`${shown}:${line}:${column}: There is no ${isPath(name) ? 'file' : 'package with settings of podlint'} "${name}"`)
    }
    files.push(...(await loadFile(base, around, [...way, path], scope)))
  }
  return [...files, file]
}

function readSettingsText(path: string, shown: string): string {
  try {
    if (leavesRepository(path)) throw new UnreadableText('is a symbolic link that leaves the repository')
    return readOwnText(path)
  } catch (error) {
    throw new UsageError(`Cannot read ${shown}: ${error instanceof UnreadableText ? `it ${error.message}` : systemReason(error)}`)
  }
}

const isPath = (name: string): boolean => /^\.{0,2}[\\/]/.test(name) || isAbsolute(name) || /\.(ya?ml|json)$/i.test(name)

/** A file, or the settings of a package that is installed in a folder above. */
function findBase(name: string, folder: string): string | undefined {
  if (isPath(name)) {
    const path = resolve(folder, name)
    if (existsSync(path) && statSync(path).isFile()) return path
    if (/^\.{0,2}[\\/]/.test(name) || isAbsolute(name)) return undefined
  }
  const top = repositoryRoot(folder)
  for (let at = folder; ; at = dirname(at)) {
    const base = join(at, 'node_modules', name)
    if (existsSync(base)) return statSync(base).isFile() ? base : [...SETTINGS_NAMES, 'package.json'].map((each) => join(base, each)).find((each) => existsSync(each))
    if (at === top || at === dirname(at)) return undefined
  }
}

/** Options of categories and the one of all references, as options of each rule that has them. */
export function withDefaults(config: Config): Config {
  const { categories = {}, references } = config
  const added: Record<string, RuleSetting> = {}
  for (const { id, category } of allRules()) {
    const known = Object.hasOwn(RULE_OPTIONS, id) ? RULE_OPTIONS[id]! : {}
    const setting = Object.hasOwn(categories, category) ? categories[category] : undefined
    const wanted = { ...(references === undefined ? {} : { references }), ...(typeof setting === 'object' ? setting.options : {}) }
    const options = Object.fromEntries(Object.entries(wanted).filter(([name]) => Object.hasOwn(known, name)))
    if (Object.keys(options).length > 0) added[id] = { options }
  }
  return Object.keys(added).length === 0 ? config : { ...config, ...mergeConfigs([{ rules: added }, { rules: config.rules ?? {} }]) }
}
