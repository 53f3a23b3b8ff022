// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import apiregistrationApiService from '../schema/constraints/apiregistration/api-service.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    apiregistrationApiService,
  ],
  constrained: "apiregistration/v1 APIService\napiregistration/v1 APIServiceSpec\napiregistration/v1 ServiceReference",
}
