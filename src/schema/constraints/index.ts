// Made by scripts/generate.mjs from the names of the files.
import type { ConstraintSet } from '../constraints.ts'


export const constraintSets: readonly ConstraintSet[] = []
