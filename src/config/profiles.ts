/** Which rules hold where: those of the settings, of settings in sub-folders, and of their overrides. Loaded only where there are any of the latter two. */
import { resolve, sep } from 'node:path'
import type { Severity } from '../diagnostic.ts'
import { PathPatterns } from '../files/path-patterns.ts'
import { isOfKinds } from '../model/kind-pattern.ts'
import { globMatcher } from '../model/external.ts'
import type { Profile, ScopedObject, Scopes } from '../engine/scoped-runners.ts'
import type { Config, OverrideSetting } from './config.ts'
import type { SettingsFile } from './load-config.ts'
import type { SelectedRules } from './select-rules.ts'

interface Layer {
  file: SettingsFile
  config: Config
  /** Undefined for what holds for all where the file does. */
  override?: OverrideMatcher
  isNested: boolean
}

export class Profiles implements Scopes {
  /** Of every rule that runs anywhere. */
  readonly severities: Map<string, Severity>
  readonly own: SelectedRules['own']
  private readonly cwd: string
  private readonly layers: Layer[] = []
  private readonly known = new Map<string, Profile>()
  private readonly choose: (configs: readonly Config[]) => SelectedRules

  /** Of the files, what counts more comes later. */
  constructor(cwd: string, files: readonly SettingsFile[], nested: readonly SettingsFile[], choose: (configs: readonly Config[]) => SelectedRules) {
    this.cwd = cwd
    this.choose = choose
    for (const file of [...files, ...nested.toSorted((a, b) => a.scope.length - b.scope.length)]) {
      const isNested = !files.includes(file)
      this.layers.push({ file, config: file.config, isNested })
      for (const override of file.config.overrides ?? []) this.layers.push({ file, config: override, override: new OverrideMatcher(override, file.folder), isNested })
    }
    const main = this.layers.filter((layer) => layer.override === undefined && !layer.isNested)
    const base = choose(main.map(({ config }) => config))
    this.severities = new Map(base.severities)
    const own = new Map(base.own ?? [])
    // Each alone is enough to know what may run: nothing runs only where several hold together.
    for (const layer of this.layers) {
      if (main.includes(layer)) continue
      const some = choose([...main.map(({ config }) => config), layer.config])
      for (const [rule, severity] of some.severities) if (!this.severities.has(rule)) this.severities.set(rule, severity)
      for (const [id, rule] of some.own ?? []) if (!own.has(id)) own.set(id, rule)
    }
    this.own = own
  }

  of(file: string, object: ScopedObject | undefined): Profile {
    const path = resolve(this.cwd, file)
    const applied = this.layers.filter(({ file: { scope }, override, isNested }) => (!isNested || path.startsWith(scope + sep)) && (override === undefined || override.matches(path, object)))
    const key = applied.map((layer) => this.layers.indexOf(layer)).join()
    let profile = this.known.get(key)
    if (profile === undefined) this.known.set(key, (profile = this.choose(applied.map(({ config }) => config))))
    return profile
  }
}

class OverrideMatcher {
  private readonly files: PathPatterns | undefined
  private readonly kinds: readonly string[]
  private readonly namespaces: ((text: string) => boolean) | undefined
  private readonly names: ((text: string) => boolean) | undefined
  private readonly labels: readonly (readonly [name: string, matches: (text: string) => boolean])[]
  private readonly needsObject: boolean

  constructor({ files, kinds = [], namespaces, names, labels = {} }: OverrideSetting, folder: string) {
    this.files = files === undefined ? undefined : new PathPatterns(folder, files)
    this.kinds = kinds
    this.namespaces = namespaces === undefined ? undefined : anyOf(namespaces)
    this.names = names === undefined ? undefined : anyOf(names)
    this.labels = Object.entries(labels).map(([name, value]) => [name, anyOf([value])] as const)
    this.needsObject = kinds.length > 0 || namespaces !== undefined || names !== undefined || this.labels.length > 0
  }

  matches(path: string, object: ScopedObject | undefined): boolean {
    if (this.files?.match(path) === false) return false
    if (!this.needsObject) return true
    if (object === undefined || !isOfKinds(object, this.kinds) || this.namespaces?.(object.namespace) === false || this.names?.(object.name) === false) return false
    const labels = this.labels.length === 0 ? {} : object.labels
    return this.labels.every(([name, matches]) => Object.hasOwn(labels, name) && matches(String(labels[name])))
  }
}

function anyOf(patterns: readonly string[]): (text: string) => boolean {
  const matchers = patterns.map(globMatcher)
  return (text) => matchers.some((matcher) => matcher.test(text))
}
