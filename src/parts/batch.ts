// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoOddSchedule from '../rules/reliability/no-odd-schedule.ts'
import reliabilityNoShortStartingDeadline from '../rules/reliability/no-short-starting-deadline.ts'
import batchCronJob from '../schema/constraints/batch/cron-job.ts'
import batchJobSpec from '../schema/constraints/batch/job-spec.ts'
import batchJob from '../schema/constraints/batch/job.ts'
import batchPodFailurePolicy from '../schema/constraints/batch/pod-failure-policy.ts'
import batchSuccessPolicy from '../schema/constraints/batch/success-policy.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoOddSchedule, 'reliability', 'no-odd-schedule'),
    named(reliabilityNoShortStartingDeadline, 'reliability', 'no-short-starting-deadline'),
  ],
  constraintSets: [
    batchCronJob,
    batchJobSpec,
    batchJob,
    batchPodFailurePolicy,
    batchSuccessPolicy,
  ],
  constrained: "batch/v1 CronJobSpec\nbatch/v1 JobSpec\nbatch/v1 Job\nbatch/v1 CronJob\nbatch/v1 PodFailurePolicy\nbatch/v1 PodFailurePolicyRule\nbatch/v1 PodFailurePolicyOnExitCodesRequirement\nbatch/v1 PodFailurePolicyOnPodConditionsPattern\nbatch/v1 SuccessPolicy",
}
