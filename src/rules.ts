/** Every rule there is: those of `rules/`, and one for each file of constraints. Their code is loaded when something is met that they look at: see `parts/`. */
import { CATEGORIES, type Category, type OwnRule, type Preset, type Rule, type RuleHead } from './engine/define-rule.ts'
import type { Severity } from './diagnostic.ts'
import { RULE_GROUPS } from './parts/rule-heads.ts'

/** Rules that have all but their ids in common. */
export interface RuleGroup extends Omit<RuleHead, 'id'> {
  /** Separated by spaces: a run that asks for few of the groups makes nothing of the others. */
  ids: string
}

let groups: readonly RuleGroup[] | undefined
let heads: readonly RuleHead[] | undefined

const ruleGroups = (): readonly RuleGroup[] => (groups ??= RULE_GROUPS.split('\n').map(readGroup))

function readGroup(line: string): RuleGroup {
  const colon = line.indexOf(':')
  const [category, severity, presets = '', crossObject] = line.slice(0, colon).split(' ') as [Category, Severity, string | undefined, string | undefined]
  return { category, severity, presets: presets === '' ? [] : (presets.split(',') as Preset[]), crossObject: crossObject !== undefined, ids: line.slice(colon + 2) }
}

/** By category and id. */
export const allRules = (): readonly RuleHead[] => (heads ??= readHeads())

function readHeads(): RuleHead[] {
  const unsorted = ruleGroups().flatMap(({ ids, ...group }) => ids.split(' ').map((id) => ({ id, ...group })))
  return CATEGORIES.flatMap((name) => unsorted.filter(({ category }) => category === name).sort((a, b) => (a.id < b.id ? -1 : 1)))
}

/** What presets switch on. */
export function severitiesOf(presets: readonly string[]): Map<string, Severity> {
  const severities = new Map<string, Severity>()
  for (const group of ruleGroups()) if (group.presets.some((preset) => presets.includes(preset))) for (const id of group.ids.split(' ')) severities.set(id, group.severity)
  return severities
}

/** All rules, those of `custom`, and those that have a name of the user's own. */
export function rulesWith(custom: readonly Rule[], own: ReadonlyMap<string, OwnRule> | undefined): readonly RuleHead[] {
  const rules = [...allRules(), ...custom]
  if (own === undefined || own.size === 0) return rules
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return [...rules, ...[...own].filter(([id, { rule }]) => id !== rule).map(([id, { rule }]) => ({ ...byId.get(rule)!, id, presets: [] }))]
}

/** The groups of which one rule or more are switched on, those of `custom` and of the user's own names as well. */
export function groupsOf(severities: ReadonlyMap<string, Severity>, custom: readonly Rule[], own: ReadonlyMap<string, OwnRule> | undefined): readonly RuleGroup[] {
  const hasMore = custom.length > 0 || (own !== undefined && own.size > 0)
  const all: readonly RuleGroup[] = hasMore ? rulesWith(custom, own).map((head) => ({ ...head, ids: head.id })) : ruleGroups()
  return all.filter(({ ids }) => ids.split(' ').some((id) => severities.has(id)))
}
