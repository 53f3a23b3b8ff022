// Made by scripts/generate.mjs from the names of the files.
import type { ConstraintSet } from '../constraints.ts'
import metaLabelSelector from './meta/label-selector.ts'
import metaObjectMeta from './meta/object-meta.ts'

export const constraintSets: readonly ConstraintSet[] = [metaLabelSelector, metaObjectMeta]
