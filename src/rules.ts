/** Every rule there is: those of `rules/`, and one for each file of constraints. Their code is loaded when something is met that they look at: see `parts/`. */
import type { RuleHead } from './engine/define-rule.ts'
import { ruleHeads } from './parts/rule-heads.ts'

/** By category and id. */
export const allRules = (): readonly RuleHead[] => ruleHeads
