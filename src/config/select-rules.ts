/** Which rules run, and how severe each is. */
import type { Severity } from '../diagnostic.ts'
import { CATEGORIES, PRESETS, type OwnRule, type Rule, type RuleHead } from '../engine/define-rule.ts'
import { rulesWith, severitiesOf } from '../rules.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { isPodSecurityPreset } from './pod-security.ts'
import type { Config, RuleLevel, RuleSetting } from './config.ts'

export interface RuleChoice {
  presets: readonly string[]
  /** Instead of presets, if there are any. Here and below: names of rules or categories, or `all`. */
  select: readonly string[]
  ignore: readonly string[]
  error: readonly string[]
  warn: readonly string[]
  off: readonly string[]
}

/** What is loaded only where the settings or the command line ask for more than the usual presets. */
export interface RuleTables {
  /** By rule id: options of which one has to be set. */
  needs: Readonly<Record<string, readonly string[]>>
  /** Further presets by name, each with the ids of its rules. */
  presets: Readonly<Record<string, string>>
  /** Plugins are not loaded: a name that nothing has may be that of one of their rules. */
  areOpen?: boolean
}

export interface SelectedRules {
  own?: ReadonlyMap<string, OwnRule>
  severities: Map<string, Severity>
  options: Map<string, Readonly<Record<string, unknown>>>
}

/** The settings file says what holds, the command line changes it. `custom` are rules beside our own. Throws a UsageError for an unknown name. */
export function selectRules(custom: readonly Rule[], { rules: settings = {}, categories = {} }: Pick<Config, 'rules' | 'categories'>, choice: RuleChoice, { needs, presets, areOpen = false }: RuleTables): SelectedRules {
  // Most runs say nothing of single rules.
  if (custom.length === 0 && isEmpty(settings) && isEmpty(categories) && isUsual(choice)) return { severities: severitiesOf(choice.presets), options: new Map() }
  const own = ownRulesOf(settings)
  const rules = rulesWith(custom, own)
  const severities = new Map<string, Severity>()
  const options: SelectedRules['options'] = new Map()
  const { select } = choice
  // What cannot be read is never passed over in silence, so it takes --ignore to lose that rule.
  const wanted = new Set(select.length > 0 ? [...select, 'valid-yaml'].flatMap((name) => named(rules, name, areOpen)) : choice.presets.flatMap((name) => ofPreset(rules, name, presets)))
  // What the plugin would refuse is an error, however the rule is meant as advice.
  const refused = new Set(select.length > 0 ? [] : choice.presets.filter(isPodSecurityPreset).flatMap((name) => ofPreset(rules, name, presets)))
  for (const rule of rules) {
    const setting = settings[rule.id]
    const { severity: level, options: ruleOptions }: RuleSetting = typeof setting === 'object' ? setting : setting === undefined ? {} : { severity: setting }
    if (ruleOptions !== undefined) options.set(rule.id, ruleOptions)
    const isOff = level === 'off' || level === false
    const ofCategory = categories[rule.category]
    const usual = typeof ofCategory === 'object' ? ofCategory.severity : ofCategory
    if (level === undefined && select.length === 0 && usual !== undefined) {
      // A category switches no rule on.
      if (usual !== 'off' && usual !== false && (wanted.has(rule) || isOwn(setting) || rule.isAlwaysOn === true)) severities.set(rule.id, usual)
      continue
    }
    if (select.length > 0 ? wanted.has(rule) : !isOff && (level !== undefined || isOwn(setting) || rule.isAlwaysOn === true || wanted.has(rule))) severities.set(rule.id, level === undefined || isOff ? (refused.has(rule) ? 'error' : rule.severity) : level)
  }
  for (const severity of ['error', 'warn'] as const) {
    for (const name of choice[severity]) for (const { id } of named(rules, name, areOpen)) severities.set(id, severity === 'warn' ? 'warning' : severity)
  }
  for (const name of [...choice.ignore, ...choice.off]) for (const { id } of named(rules, name, areOpen)) severities.delete(id)
  const byName = [...select, ...choice.error, ...choice.warn]
  for (const id of severities.keys()) {
    const base = own.get(id)?.rule ?? id
    const needed = Object.hasOwn(needs, base) ? needs[base]! : []
    if (needed.length === 0 || needed.some((option) => isSet(options.get(id)?.[option]))) continue
    // Among many it is left out; who names it wants it to do something.
    if (byName.includes(id) || settings[id] !== undefined) throw new UsageError(`The rule "${id}" needs the option ${needed.map((option) => `"${option}"`).join(' or ')} in podlint.yaml`)
    severities.delete(id)
  }
  return { own, severities, options }
}

const isOwn = (setting: RuleLevel | RuleSetting | undefined): boolean => typeof setting === 'object' && setting.rule !== undefined

const isEmpty = (settings: object): boolean => Object.keys(settings).length === 0

/** Nothing but presets that every run knows, without those that make errors of rules. */
const isUsual = ({ presets, select, ignore, error, warn, off }: RuleChoice): boolean =>
  [select, ignore, error, warn, off].every((names) => names.length === 0) && presets.every((name) => (PRESETS as readonly string[]).includes(name) && !isPodSecurityPreset(name))

/** Empty strings and lists are the defaults of options that a rule cannot do without. */
export const isSet = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

function ownRulesOf(settings: NonNullable<Config['rules']>): Map<string, OwnRule> {
  const own = new Map<string, OwnRule>()
  for (const [id, setting] of Object.entries(settings)) {
    if (typeof setting !== 'object') continue
    const { rule = id, message } = setting
    if (rule !== id || message !== undefined) own.set(id, { rule, ...(message === undefined ? {} : { message }) })
  }
  return own
}

function named(rules: readonly RuleHead[], name: string, areOpen: boolean): readonly RuleHead[] {
  if (name === 'all') return rules
  const found = rules.filter((rule) => rule.id === name || rule.category === name)
  if (found.length === 0 && !areOpen && !(CATEGORIES as readonly string[]).includes(name)) throw new UsageError(`Unknown rule or category "${name}"${didYouMean(name, [...rules.map(({ id }) => id), ...CATEGORIES])}`)
  return found
}

function ofPreset(rules: readonly RuleHead[], name: string, more: RuleTables['presets']): RuleHead[] {
  if ((PRESETS as readonly string[]).includes(name)) return rules.filter((rule) => (rule.presets as readonly string[]).includes(name))
  const names = [...PRESETS, ...Object.keys(more)]
  if (!Object.hasOwn(more, name)) throw new UsageError(`Unknown preset "${name}", only ${names.slice(0, -1).join(', ')} and ${names.at(-1)}${didYouMean(name, names)}`)
  const ids = new Set(more[name]!.split(' '))
  return rules.filter(({ id }) => ids.has(id))
}
