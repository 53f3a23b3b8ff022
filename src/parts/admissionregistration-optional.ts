// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoFragileWebhook from '../rules/reliability/no-fragile-webhook.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoFragileWebhook, 'reliability', 'no-fragile-webhook'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
