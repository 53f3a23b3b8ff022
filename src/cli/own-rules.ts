/** The rules that a settings file has under names of its own, for the commands that list rules. */
import type { Severity } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'
import { skippedNote } from './answers.ts'
import type { FlagValues } from './flags.ts'
import type { Host } from './host.ts'
import { findSettings } from './settings.ts'

export interface ListedRule {
  id: string
  base: Rule
  severity: Severity | 'off'
  options: Readonly<Record<string, unknown>>
  message: string | undefined
  /** The settings file, as it is shown. */
  file: string
}

export interface RulesOfSettings {
  /** podlint's own and those of plugins. */
  rules: readonly Rule[]
  own: readonly ListedRule[]
  /** What to tell about plugins that are not loaded. */
  skipped: readonly string[]
}

/** Throws a UsageError for a settings file with mistakes. */
export async function rulesOfSettings(flags: FlagValues, host: Pick<Host, 'cwd' | 'env'>, builtIn: readonly Rule[]): Promise<RulesOfSettings> {
  const { config, shown = '' } = await findSettings(flags, host)
  const { pluginRules = [], skippedPlugins = [] } = config
  const rules = [...builtIn, ...pluginRules]
  const own = Object.entries(config.rules ?? {}).flatMap(([id, setting]) => {
    if (typeof setting !== 'object' || setting.rule === undefined) return []
    const base = rules.find((rule) => rule.id === setting.rule)!
    const { severity = base.severity, options = {}, message } = setting
    return [{ id, base, severity: severity === false ? ('off' as const) : severity, options, message, file: shown }]
  })
  return { rules, own, skipped: skippedPlugins.length === 0 ? [] : [skippedNote(shown, skippedPlugins)] }
}

/** `require-label with key: "team"` */
export function inWords({ base, options }: ListedRule): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return parts.length === 0 ? base.id : `${base.id} with ${parts.join(', ')}`
}
