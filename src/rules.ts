/** Every rule there is: those of `rules/`, and one for each set of constraints. */
import { CATEGORIES, type Rule } from './engine/define-rule.ts'
import { rules } from './rules/index.ts'
import { constraintSets } from './schema/constraints/index.ts'

export function allRules(): readonly Rule[] {
  return all
}

const all: readonly Rule[] = [
  ...rules,
  ...constraintSets.map(
    ({ rule }): Rule => ({
      ...rule,
      category: 'validity',
      severity: 'error',
      presets: ['api-server', 'recommended', 'strict'],
      peers: {},
    }),
  ),
].sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || (a.id < b.id ? -1 : 1))

