// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoSuspendedJob from '../rules/reliability/no-suspended-job.ts'
import reliabilityRequireConcurrencyPolicy from '../rules/reliability/require-concurrency-policy.ts'
import reliabilityRequireJobTtl from '../rules/reliability/require-job-ttl.ts'
import reliabilityRequireStartingDeadline from '../rules/reliability/require-starting-deadline.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoSuspendedJob, 'reliability', 'no-suspended-job'),
    named(reliabilityRequireConcurrencyPolicy, 'reliability', 'require-concurrency-policy'),
    named(reliabilityRequireJobTtl, 'reliability', 'require-job-ttl'),
    named(reliabilityRequireStartingDeadline, 'reliability', 'require-starting-deadline'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
