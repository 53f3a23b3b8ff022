/** Every rule there is: those of `rules/`, and one for each set of constraints. */
import type { Rule } from './engine/define-rule.ts'
import { rules } from './rules/index.ts'
import { constraintSets } from './schema/constraints/index.ts'

export function allRules(): readonly Rule[] {
  return all
}

const ofConstraints = constraintSets.map(({ rule }): Rule => ({ ...rule, category: 'validity', severity: 'error', presets: ['api-server', 'recommended', 'strict'], peers: {} }))

// By category and id. The index has the rules in that order, and validity is the first category.
const others = rules.findIndex((rule) => rule.category !== 'validity')
const all: readonly Rule[] = [...[...rules.slice(0, others), ...ofConstraints].sort((a, b) => (a.id < b.id ? -1 : 1)), ...rules.slice(others)]
