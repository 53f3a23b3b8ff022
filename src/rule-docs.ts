/** The rules with their documentation and examples. Only this module has them in the bundles: the linter itself runs without, and starts sooner. */
import type { Rule } from './engine/define-rule.ts'
import { allRules } from './rules.ts'

export const documentedRules = (): readonly Rule[] => allRules()
