/** The rules that a settings file has under names of its own, for the commands that list rules. */
import type { Severity } from '../diagnostic.ts'
import type { Rule } from '../engine/define-rule.ts'
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

/** Throws a UsageError for a settings file with mistakes. */
export async function ownRules(flags: FlagValues, host: Pick<Host, 'cwd'>, rules: readonly Rule[]): Promise<ListedRule[]> {
  const { config, shown = '' } = await findSettings(flags, host.cwd)
  return Object.entries(config.rules ?? {}).flatMap(([id, setting]) => {
    if (typeof setting !== 'object' || setting.rule === undefined) return []
    const base = rules.find((rule) => rule.id === setting.rule)!
    const { severity = base.severity, options = {}, message } = setting
    return [{ id, base, severity: severity === false ? 'off' : severity, options, message, file: shown }]
  })
}

/** `require-label with key: "team"` */
export function inWords({ base, options }: ListedRule): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return parts.length === 0 ? base.id : `${base.id} with ${parts.join(', ')}`
}
