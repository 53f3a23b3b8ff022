// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import validityValidChart from '../rules/validity/valid-chart.ts'

export const part: Part = {
  rules: [
    named(validityValidChart, 'validity', 'valid-chart'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
