/** What the options of the library mean. Whatever makes no sense throws: a slip must not look like a clean bill of health. */
import { isSet } from './config/select-rules.ts'
import { isPodSecurityPreset, parsePolicyVersion, podSecurityTarget, unknownPolicyVersion } from './config/pod-security.ts'
import { SEVERITIES, type Severity } from './diagnostic.ts'
import { CATEGORIES, PRESETS, type Category, type Preset, type Rule, type RuleDefinition, type RuleHead } from './engine/define-rule.ts'
import type { LintOptions } from './lint.ts'
import { externalProblem } from './model/external.ts'
import { MORE_PRESETS } from './parts/more-presets.ts'
import { RULE_NEEDS, RULE_OPTIONS } from './parts/rule-options.ts'
import { allRules } from './rules.ts'
import { didYouMean } from './usage-error.ts'
import { inOrder, LATEST, MINORS, parseVersion } from './versions.ts'

export interface LintTextOptions {
  /** `recommended` unless said otherwise. */
  preset?: Preset | (string & {})
  /** Such as `1.31`, `v1.31.4` or `latest`; the newest without it. */
  kubernetesVersions?: readonly string[]
  /** Version of the Pod Security Standards for the presets `pss-baseline` and `pss-restricted`: `1.0` to the newest, or `latest`; that of the cluster without it. */
  pssVersion?: string
  /** By id: another severity than its own, or off. A rule outside of the preset is switched on. */
  rules?: Readonly<Record<string, Severity | 'off'>>
  /** What lives elsewhere, so that nothing is said when it is not among the texts: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
  external?: readonly string[]
  /** Options of rules, by id. */
  options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Rules of your own, made with `defineRule`, by `category/id`. They are on. */
  customRules?: Readonly<Record<string, RuleDefinition>>
}

const OPTIONS = ['preset', 'kubernetesVersions', 'pssVersion', 'rules', 'options', 'external', 'customRules'] as const satisfies readonly (keyof LintTextOptions)[]

/** Throws a TypeError. */
export function readOptions(given: LintTextOptions): { options: LintOptions; custom: Rule[] } {
  for (const name of Object.keys(given)) refuseUnknown('option', name, OPTIONS)
  const { preset = 'recommended', kubernetesVersions = [LATEST], pssVersion, rules: levels = {}, options = {}, external = [], customRules = {} } = given
  refuseUnknown('preset', preset, [...PRESETS, ...Object.keys(MORE_PRESETS)])
  if (pssVersion !== undefined && parsePolicyVersion(pssVersion) === undefined) throw new TypeError(unknownPolicyVersion(pssVersion))
  for (const pattern of external) {
    const problem = externalProblem(pattern)
    if (problem !== undefined) throw new TypeError(`external: ${problem}`)
  }
  const custom = Object.entries(customRules).map(([name, definition]) => customRule(name, definition))
  const rules = new Map<string, RuleHead>([...allRules(), ...custom].map((rule) => [rule.id, rule]))
  const more = Object.hasOwn(MORE_PRESETS, preset) ? MORE_PRESETS[preset]!.split(' ') : []
  const severities = new Map<string, Severity>()
  for (const rule of rules.values()) if (custom.some(({ id }) => id === rule.id) || rule.presets.includes(preset as Preset) || more.includes(rule.id)) severities.set(rule.id, isPodSecurityPreset(preset) ? 'error' : rule.severity)
  for (const [id, level] of Object.entries(levels)) {
    refuseUnknown('rule', id, [...rules.keys()])
    refuseUnknown('severity', level, [...SEVERITIES, 'off'])
    if (level === 'off') severities.delete(id)
    else severities.set(id, level)
  }
  if (severities.size === 0) throw new TypeError('No rule is left to run')
  for (const [id, values] of Object.entries(options)) {
    refuseUnknown('rule', id, [...rules.keys()])
    checkValues(id, values, custom.find((rule) => rule.id === id)?.options ?? RULE_OPTIONS[id] ?? {})
  }
  for (const id of severities.keys()) {
    const needs = Object.hasOwn(RULE_NEEDS, id) ? RULE_NEEDS[id]! : []
    if (needs.length > 0 && !needs.some((name) => isSet(options[id]?.[name]))) throw new TypeError(`The rule "${id}" needs the option ${needs.map((name) => `"${name}"`).join(' or ')}`)
  }
  const versions = readVersions(kubernetesVersions)
  return { options: { external, kubernetesVersions: versions, podSecurity: podSecurityTarget([preset], pssVersion), severities, options: new Map(Object.entries(options)) }, custom }
}

function refuseUnknown(what: string, name: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new TypeError(`There is no ${what} "${name}"${didYouMean(String(name), known)}`)
}

function checkValues(id: string, values: Readonly<Record<string, unknown>>, definitions: NonNullable<Rule['options']>): void {
  for (const [name, value] of Object.entries(values)) {
    refuseUnknown(`option of the rule "${id}"`, name, Object.keys(definitions))
    const { default: usual, values: known } = definitions[name]!
    if (known !== undefined) {
      refuseUnknown(`value of the option "${name}" of the rule "${id}"`, value as string, known)
      continue
    }
    const isRight = Array.isArray(usual) ? Array.isArray(value) && value.every((item) => typeof item === 'string') : typeof value === typeof usual
    if (!isRight) throw new TypeError(`The option "${name}" of the rule "${id}" must be ${Array.isArray(usual) ? 'a list of strings' : `a ${typeof usual}`}`)
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

function customRule(name: string, definition: RuleDefinition): Rule {
  const [category, id] = name.split('/') as [Category, string | undefined]
  if (!CATEGORIES.includes(category) || id === undefined) throw new TypeError(`The name of a custom rule is category/id, with a category of ${CATEGORIES.join(', ')}, not "${name}"`)
  return { ...definition, category, id }
}
