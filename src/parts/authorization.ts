// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import authorizationAccessReview from '../schema/constraints/authorization/access-review.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    authorizationAccessReview,
  ],
}
