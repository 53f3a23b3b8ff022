// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import authenticationTokenReview from '../schema/constraints/authentication/token-review.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    authenticationTokenReview,
  ],
  constrained: "authentication/v1 TokenReviewSpec",
}
