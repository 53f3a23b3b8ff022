// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import appsControllerRevision from '../schema/constraints/apps/controller-revision.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    appsControllerRevision,
  ],
}
