// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import authorizationAccessReview from '../schema/constraints/authorization/access-review.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    authorizationAccessReview,
  ],
  constrained: "authorization/v1 SubjectAccessReviewSpec\nauthorization/v1 SelfSubjectAccessReviewSpec\nauthorization/v1 LocalSubjectAccessReview\nauthorization/v1 SelfSubjectRulesReviewSpec\nauthorization/v1 FieldSelectorAttributes\nauthorization/v1 LabelSelectorAttributes\nmeta/v1 FieldSelectorRequirement",
}
