/** The code of rules and constraints that some kinds need, loaded as a whole. */
import type { Rule } from './engine/define-rule.ts'
import type { ConstraintSet } from './schema/constraints.ts'

export interface Part {
  rules: readonly Rule[]
  constraintSets: readonly ConstraintSet[]
  /** The names of the types that those are on, each on a line of its own. */
  constrained: string
}
