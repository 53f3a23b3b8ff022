/** Several settings files as one: what is said later counts more, lists are put together. */
import type { Config, RuleSetting } from './config.ts'

const LISTS = ['exclude', 'crds', 'policies', 'external', 'suppressions', 'overrides', 'placeholders', 'plugins', 'pluginRules', 'skippedPlugins'] as const satisfies readonly (keyof Config)[]

export function mergeConfigs(configs: readonly Config[]): Config {
  if (configs.length === 1) return configs[0]!
  const merged: Record<string, unknown> = Object.assign({}, ...configs)
  for (const list of LISTS) if (configs.some((config) => config[list] !== undefined)) merged[list] = configs.flatMap((config) => (config[list] ?? []) as readonly unknown[])
  for (const map of ['rules', 'categories'] as const) {
    const maps = configs.flatMap((config) => (config[map] === undefined ? [] : [config[map]]))
    if (maps.length > 0) merged[map] = mergeSettings(maps as readonly Readonly<Record<string, unknown>>[])
  }
  const flags = configs.flatMap((config) => (config.flags === undefined ? [] : [config.flags]))
  if (flags.length > 0) merged['flags'] = Object.assign({}, ...flags)
  const kinds = configs.flatMap(({ unknownKinds }) => (unknownKinds === undefined ? [] : [typeof unknownKinds === 'object' ? unknownKinds : { '*': unknownKinds }]))
  if (kinds.length > 0) merged['unknownKinds'] = Object.assign({}, ...kinds)
  return merged
}

/** By name: a level alone says nothing of options, and options nothing of the level. */
function mergeSettings(maps: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const merged: Record<string, RuleSetting> = Object.create(null)
  for (const map of maps) {
    for (const [name, setting] of Object.entries(map)) {
      const known = merged[name]
      const own = (typeof setting === 'object' ? setting : { severity: setting }) as RuleSetting
      merged[name] = known === undefined ? own : { ...known, ...own, ...(known.options === undefined && own.options === undefined ? {} : { options: { ...known.options, ...own.options } }) }
    }
  }
  return merged
}
