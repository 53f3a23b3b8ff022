/** What the options of the library mean. Whatever makes no sense throws: a slip must not look like a clean bill of health. */
import { KnownRules } from './config/known-rules.ts'
import { reasonAgainst } from './config/own-rules.ts'
import { selectRules } from './config/select-rules.ts'
import { parsePolicyVersion, podSecurityTarget, unknownPolicyVersion } from './config/pod-security.ts'
import { SEVERITIES, type Severity } from './diagnostic.ts'
import { PRESETS, type Preset, type Rule } from './engine/define-rule.ts'
import { currentDay, isDate } from './formats/date.ts'
import type { LintOptions } from './lint-options.ts'
import { externalProblem } from './model/external.ts'
import { MORE_PRESETS } from './parts/more-presets.ts'
import { RULE_NEEDS } from './parts/rule-options.ts'
import { readRule, RULE_NAME, type PluginRule } from './plugins/read-rule.ts'
import { refuseTwins } from './plugins/twins.ts'
import { didYouMean, UsageError } from './usage-error.ts'
import { inOrder, LATEST, MINORS, parseVersion } from './versions.ts'

export interface LintTextOptions {
  /** `recommended` unless said otherwise. */
  preset?: Preset | (string & {})
  /** Such as `1.31`, `v1.31.4` or `latest`; the newest without it. */
  kubernetesVersions?: readonly string[]
  /** Version of the Pod Security Standards for the presets `pss-baseline` and `pss-restricted`: `1.0` to the newest, or `latest`; that of the cluster without it. */
  pssVersion?: string
  /** By id: another severity than its own, or off. A rule outside of the preset is switched on. And rules under names of your own: `{ 'owner-label': { rule: 'require-label', options: { key: 'owner' } } }`. */
  rules?: Readonly<Record<string, Severity | 'off' | RuleOfTexts>>
  /** What lives elsewhere, so that nothing is said when it is not among the texts: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
  external?: readonly string[]
  /** Options of rules, by id. */
  options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The day on which `until=` of a comment or annotation is judged, such as `2027-01-31`; that of the machine without it. */
  today?: string
  /** Rules of your own, made with `defineRule`. They are on, unless they say in which presets they are. */
  plugins?: readonly PluginRule[]
}

export interface RuleOfTexts {
  /** Of a rule under a name of your own: the id of the rule that it is. */
  rule?: string
  severity?: Severity | 'off'
  /** In place of what the rule says; `{message}` stands for that. */
  message?: string
  options?: Readonly<Record<string, unknown>>
}

const OPTIONS = ['preset', 'kubernetesVersions', 'pssVersion', 'rules', 'options', 'external', 'today', 'plugins'] as const satisfies readonly (keyof LintTextOptions)[]

/** Throws a TypeError. */
export function readOptions(given: LintTextOptions): { options: LintOptions; custom: Rule[] } {
  for (const name of Object.keys(given)) refuseUnknown('option', name, OPTIONS)
  const { preset = 'recommended', kubernetesVersions = [LATEST], pssVersion, rules = {}, options = {}, external = [], today, plugins = [] } = given
  refuseUnknown('preset', preset, [...PRESETS, ...Object.keys(MORE_PRESETS)])
  if (pssVersion !== undefined && parsePolicyVersion(pssVersion) === undefined) throw new TypeError(unknownPolicyVersion(pssVersion))
  if (today !== undefined && !isDate(today)) throw new TypeError(`today is a date such as 2027-01-31, not "${today}"`)
  for (const pattern of external) {
    const problem = externalProblem(pattern)
    if (problem !== undefined) throw new TypeError(`external: ${problem}`)
  }
  const custom = plugins.map((rule) => readRule(rule, ''))
  const known = new KnownRules(custom)
  const settings = readRules(rules, known)
  for (const [id, values] of Object.entries(options)) {
    const setting = settings[id]
    const base = setting?.rule ?? id
    refuseUnknown('rule', base, [...known.ids])
    settings[id] = { ...setting, options: { ...setting?.options, ...values } }
  }
  for (const [id, { rule = id, options: values = {} }] of Object.entries(settings)) checkValues(id, values, known.optionsOf(rule) ?? {})
  try {
    refuseTwins(custom)
    const needs = { ...RULE_NEEDS, ...Object.fromEntries(custom.map(({ id, needs = [] }) => [id, needs])) }
    const selected = selectRules(custom, { rules: settings }, { presets: [preset], select: [], ignore: [], error: [], warn: [], off: [] }, { needs, presets: MORE_PRESETS })
    if (selected.severities.size === 0) throw new TypeError('No rule is left to run')
    return { options: { external, suppression: { requireReason: false, unsuppressible: new Set(), today: () => today ?? currentDay(), peers: false }, kubernetesVersions: readVersions(kubernetesVersions), podSecurity: podSecurityTarget([preset], pssVersion), ...selected }, custom }
  } catch (error) {
    if (error instanceof UsageError) throw new TypeError(error.message.replace(' in podlint.yaml', ''), { cause: error })
    throw error
  }
}

function readRules(rules: NonNullable<LintTextOptions['rules']>, known: KnownRules): Record<string, RuleOfTexts> {
  return Object.fromEntries(Object.entries(rules).map(([id, given]): [string, RuleOfTexts] => {
    const setting = typeof given === 'object' && given !== null ? given : { severity: given }
    for (const name of Object.keys(setting)) refuseUnknown(`setting of the rule "${id}"`, name, ['rule', 'severity', 'message', 'options'])
    const { rule = id, severity, message } = setting
    refuseUnknown('rule', rule, [...known.ids])
    if (severity !== undefined) refuseUnknown('severity', severity, [...SEVERITIES, 'off'])
    if (message !== undefined && (typeof message !== 'string' || message.trim() === '' || /[\n\r]/.test(message))) throw new TypeError(`The message of the rule "${id}" must be a string of one line`)
    if (rule !== id) {
      if (known.ids.has(id)) throw new TypeError(`"${id}" is the name of a rule already: choose another one for yours`)
      if (!RULE_NAME.test(id)) throw new TypeError(`The name of a rule has lower case letters, digits and single hyphens, not "${id}"`)
      if (known.categories.has(id) || id === 'all') throw new TypeError(`"${id}" stands for several rules: choose another name`)
      if (known.isWalked(rule)) throw new TypeError(`The rule "${rule}" cannot have another name`)
    }
    if (message !== undefined && known.isWalked(rule)) throw new TypeError(`The rule "${rule}" has messages of its own only`)
    return [id, setting]
  }))
}

function refuseUnknown(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new TypeError(`Unknown ${what} "${name}"${didYouMean(String(name), known)}`)
}

function checkValues(id: string, values: Readonly<Record<string, unknown>>, definitions: NonNullable<Rule['options']>): void {
  for (const [name, value] of Object.entries(values)) {
    refuseUnknown(`option of the rule "${id}"`, name, Object.keys(definitions))
    const { default: usual, values: known, format } = definitions[name]!
    if (known !== undefined) {
      refuseUnknown(`value of the option "${name}" of the rule "${id}"`, value as string, known)
      continue
    }
    const isRight = Array.isArray(usual) ? Array.isArray(value) && value.every((item) => typeof item === 'string') : typeof value === typeof usual
    if (!isRight) throw new TypeError(`The option "${name}" of the rule "${id}" must be ${Array.isArray(usual) ? 'a list of strings' : `a ${typeof usual}`}`)
    const reason = typeof value !== 'string' || value === '' ? undefined : reasonAgainst(format, value)
    if (reason !== undefined) throw new TypeError(`The option "${name}" of the rule "${id}" ${reason}`)
  }
}

function readVersions(versions: readonly string[]): readonly string[] {
  if (versions.length === 0) throw new TypeError('kubernetesVersions must not be empty')
  return inOrder(versions.map((text) => {
    const minor = parseVersion(text)
    if (minor === undefined) throw new TypeError(`Kubernetes ${text} is not known; known are ${MINORS.join(', ')}`)
    return minor
  }))
}
