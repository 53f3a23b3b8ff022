/** The rules that a settings file can name: podlint's own, and those of its plugins. */
import type { OptionDefinition, Rule } from '../engine/define-rule.ts'
import { RULE_NEEDS, RULE_OPTIONS, WALKED_RULES } from '../parts/rule-options.ts'
import { allRules } from '../rules.ts'

export class KnownRules {
  readonly ids: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
  /** Plugins are named that are not loaded: then a name that nothing has may be that of one of their rules. */
  readonly areOpen: boolean
  private readonly plugins: ReadonlyMap<string, Rule>

  constructor(plugins: readonly Rule[] = [], areOpen = false) {
    this.plugins = new Map(plugins.map((rule) => [rule.id, rule]))
    this.ids = new Set([...allRules().map(({ id }) => id), ...this.plugins.keys()])
    this.categories = new Set([...allRules(), ...plugins].map(({ category }) => category))
    this.areOpen = areOpen
  }

  optionsOf(id: string): Readonly<Record<string, OptionDefinition>> | undefined {
    return this.plugins.get(id)?.options ?? (Object.hasOwn(RULE_OPTIONS, id) ? RULE_OPTIONS[id] : undefined)
  }

  /** Options of which one has to be set. */
  needsOf(id: string): readonly string[] {
    return this.plugins.get(id)?.needs ?? (Object.hasOwn(RULE_NEEDS, id) ? RULE_NEEDS[id]! : [])
  }

  /** What the parser or the schema walk reports. */
  isWalked(id: string): boolean {
    return WALKED_RULES.includes(id)
  }
}
