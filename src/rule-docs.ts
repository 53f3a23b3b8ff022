/** The rules with their documentation and examples. Only this module has them in the bundles: the linter itself runs without, and starts sooner. */
import { CATEGORIES, type Rule } from './engine/define-rule.ts'
import { rules } from './rules/index.ts'
import { constraintSets } from './schema/constraints/index.ts'

const ofConstraints = constraintSets.map(({ rule }): Rule => ({ peers: {}, ...rule, category: 'validity', severity: 'error', presets: ['api-server', 'recommended', 'strict'] }))

const place = ({ category, id }: Rule): string => `${(CATEGORIES as readonly string[]).indexOf(category)} ${id}`
const all: readonly Rule[] = [...rules, ...ofConstraints].sort((a, b) => (place(a) < place(b) ? -1 : 1))

/** By category and id. */
export const documentedRules = (): readonly Rule[] => all
