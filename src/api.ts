/** podlint as a library: texts in, a report out. It reads no files and no settings. */
import type { Report, Severity } from './diagnostic.ts'
import { CATEGORIES, type Category, type Preset, type Rule, type RuleDefinition } from './engine/define-rule.ts'
import { Linter, type LintSource } from './lint.ts'
import { allRules } from './rules.ts'
import { LATEST, MINORS, parseVersion } from './versions.ts'

export interface LintTextOptions {
  /** `recommended` unless said otherwise. */
  preset?: Preset
  /** Such as `1.31`, `v1.31.4` or `latest`; the newest without it. */
  kubernetesVersions?: readonly string[]
  /** By id: another severity than its own, or off. A rule outside of the preset is switched on. */
  rules?: Readonly<Record<string, Severity | 'off'>>
  /** Options of rules, by id. */
  options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Rules of your own, made with `defineRule`, by `category/id`. They are on. */
  customRules?: Readonly<Record<string, RuleDefinition>>
}

/** One text to lint. `named` texts have to be manifests; it is true unless said otherwise. */
export type LintText = Omit<LintSource, 'named'> & Partial<Pick<LintSource, 'named'>>

/** Lints a set of texts together, so that rules can look from one to the other. Throws a TypeError for options that make no sense. */
export async function lint(texts: readonly LintText[], options: LintTextOptions = {}): Promise<Report> {
  const custom = Object.entries(options.customRules ?? {}).map(([name, definition]) => customRule(name, definition))
  const rules = [...allRules(), ...custom]
  const preset = options.preset ?? 'recommended'
  const severities = new Map(rules.filter((rule) => custom.some(({ id }) => id === rule.id) || rule.presets.includes(preset)).map((rule) => [rule.id, rule.severity]))
  for (const [id, severity] of Object.entries(options.rules ?? {})) {
    if (!rules.some((rule) => rule.id === id)) throw new TypeError(`There is no rule "${id}"`)
    if (severity === 'off') severities.delete(id)
    else severities.set(id, severity)
  }
  const kubernetesVersions = (options.kubernetesVersions ?? [LATEST]).map((text) => {
    const minor = parseVersion(text)
    if (minor === undefined) throw new TypeError(`Kubernetes ${text} is not known; known are ${MINORS.join(', ')}`)
    return minor
  })
  const linter = new Linter({ kubernetesVersions, severities, options: new Map(Object.entries(options.options ?? {})) }, custom)
  for (const { file, text, named = true } of texts) await linter.add({ file, text, named })
  return linter.finish()
}

function customRule(name: string, definition: RuleDefinition): Rule {
  const [category, id] = name.split('/') as [Category, string | undefined]
  if (!CATEGORIES.includes(category) || id === undefined) throw new TypeError(`The name of a custom rule is category/id, with a category of ${CATEGORIES.join(', ')}, not "${name}"`)
  return { ...definition, category, id }
}
