/** Every rule there is: those of `rules/`, and one for each file of constraints. Their code is loaded when something is met that they look at: see `parts/`. */
import type { Category, OwnRule, Preset, RuleHead } from './engine/define-rule.ts'
import type { Severity } from './diagnostic.ts'
import { RULE_GROUPS, RULE_IDS } from './parts/rule-heads.ts'

let heads: readonly RuleHead[] | undefined

/** By category and id. */
export const allRules = (): readonly RuleHead[] => (heads ??= readHeads())

/** Together with those that have a name of the user's own. */
export function withOwnRules(rules: readonly RuleHead[], own: ReadonlyMap<string, OwnRule> | undefined): readonly RuleHead[] {
  if (own === undefined || own.size === 0) return rules
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return [...rules, ...[...own].filter(([id, { rule }]) => id !== rule).map(([id, { rule }]) => ({ ...byId.get(rule)!, id, presets: [] }))]
}

function readHeads(): RuleHead[] {
  const groups = RULE_GROUPS.split('\n').map((line) => {
    const [category, severity, presets = '', crossObject] = line.split(' ') as [Category, Severity, string | undefined, string | undefined]
    return { category, severity, presets: presets === '' ? [] : (presets.split(',') as Preset[]), crossObject: crossObject !== undefined }
  })
  return RULE_IDS.split(' ').map((text) => {
    const at = text.indexOf('=')
    const { category, severity, presets, crossObject } = groups[Number(text.slice(at + 1))]!
    return { id: text.slice(0, at), category, severity, presets, crossObject }
  })
}
