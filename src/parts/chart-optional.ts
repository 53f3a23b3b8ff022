// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import bestPracticeRequireChartIcon from '../rules/best-practice/require-chart-icon.ts'

export const part: Part = {
  rules: [
    named(bestPracticeRequireChartIcon, 'best-practice', 'require-chart-icon'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
