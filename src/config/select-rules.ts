/** Which rules run, and how severe each is. */
import type { Severity } from '../diagnostic.ts'
import { CATEGORIES, PRESETS, type RuleHead } from '../engine/define-rule.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { isPodSecurityPreset } from './pod-security.ts'
import type { Config, RuleSetting } from './config.ts'

export interface RuleChoice {
  presets: readonly string[]
  /** Instead of presets, if there are any. Here and below: names of rules or categories, or `all`. */
  select: readonly string[]
  ignore: readonly string[]
  error: readonly string[]
  warn: readonly string[]
  off: readonly string[]
}

export interface SelectedRules {
  severities: Map<string, Severity>
  options: Map<string, Readonly<Record<string, unknown>>>
}

/** The settings file says what holds, the command line changes it. Throws a UsageError for an unknown name. */
export function selectRules(rules: readonly RuleHead[], settings: NonNullable<Config['rules']>, choice: RuleChoice): SelectedRules {
  const severities = new Map<string, Severity>()
  const options: SelectedRules['options'] = new Map()
  const { select } = choice
  // What cannot be read is never passed over in silence, so it takes --ignore to lose that rule.
  const wanted = new Set(select.length > 0 ? [...select, 'valid-yaml'].flatMap((name) => named(rules, name)) : choice.presets.flatMap((name) => ofPreset(rules, name)))
  // What the plugin would refuse is an error, however the rule is meant as advice.
  const refused = new Set(select.length > 0 ? [] : choice.presets.filter(isPodSecurityPreset).flatMap((name) => ofPreset(rules, name)))
  for (const rule of rules) {
    const setting = settings[rule.id]
    const { severity: level, options: ruleOptions }: RuleSetting = typeof setting === 'object' ? setting : setting === undefined ? {} : { severity: setting }
    if (ruleOptions !== undefined) options.set(rule.id, ruleOptions)
    const isOff = level === 'off' || level === false
    if (select.length > 0 ? wanted.has(rule) : !isOff && (level !== undefined || wanted.has(rule))) severities.set(rule.id, level === undefined || isOff ? (refused.has(rule) ? 'error' : rule.severity) : level)
  }
  for (const severity of ['error', 'warn'] as const) {
    for (const name of choice[severity]) for (const { id } of named(rules, name)) severities.set(id, severity === 'warn' ? 'warning' : severity)
  }
  for (const name of [...choice.ignore, ...choice.off]) for (const { id } of named(rules, name)) severities.delete(id)
  return { severities, options }
}

function named(rules: readonly RuleHead[], name: string): readonly RuleHead[] {
  if (name === 'all') return rules
  const found = rules.filter((rule) => rule.id === name || rule.category === name)
  if (found.length === 0 && !(CATEGORIES as readonly string[]).includes(name)) throw new UsageError(`There is no rule or category "${name}"${didYouMean(name, [...rules.map(({ id }) => id), ...CATEGORIES])}`)
  return found
}

function ofPreset(rules: readonly RuleHead[], name: string): RuleHead[] {
  if (!(PRESETS as readonly string[]).includes(name)) throw new UsageError(`There is no preset "${name}", only ${PRESETS.slice(0, -1).join(', ')} and ${PRESETS.at(-1)}${didYouMean(name, PRESETS)}`)
  return rules.filter((rule) => (rule.presets as readonly string[]).includes(name))
}
