import type { JobSpec } from 'kubernetes-types/batch/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { domainPrefixedPath } from '../../../formats/paths.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, atMostBytes, constraints, format, nonEmpty, on, oneOfSet, type Check, type CheckContext, type TypeCheckContext } from '../../constraints.ts'
import { sizeOf } from '../../job-size.ts'

const MAX_INDEXES = 100_000
/** Of a Job with more completions than that. */
const MAX_OF_MANY = 10_000

type Spec = Loose<JobSpec>

/** Behind a gate up to this minor: a Job forgets the field, the template of a CronJob does not. */
const isForgotten = (last: number, { kind, minor }: CheckContext): boolean => kind === 'Job' && minor <= last
const ungated = (last: number, check: Check): Check => ({ ...check, test: (value, context) => (isForgotten(last, context) ? undefined : check.test!(value, context)) })
const LAST_WITHOUT_LIMITS = 28
const LAST_WITHOUT_MANAGER = 31

const limitsOf = ({ backoffLimitPerIndex, maxFailedIndexes }: Spec, context: TypeCheckContext) =>
  isForgotten(LAST_WITHOUT_LIMITS, context) ? { backoffLimitPerIndex: undefined, maxFailedIndexes: undefined } : { backoffLimitPerIndex, maxFailedIndexes }

function checkIndexed(spec: Spec, context: TypeCheckContext): void {
  const { report, warn } = context
  const { completions, parallelism = 0 } = sizeOf(spec, context)
  const { backoffLimitPerIndex, maxFailedIndexes } = limitsOf(spec, context)
  if (completions === undefined) report(['completions'], 'Required', 'is required where completionMode is Indexed')
  if (parallelism > MAX_INDEXES) report(['parallelism'], 'Invalid', `must be at most ${MAX_INDEXES} where completionMode is Indexed`)
  if (completions !== undefined && completions > MAX_INDEXES && parallelism > MAX_OF_MANY) warn([], `A Job of more than ${MAX_INDEXES} completions, ${MAX_OF_MANY} at a time, may lose track of them`)
  if (maxFailedIndexes !== undefined) {
    if (completions !== undefined && maxFailedIndexes > completions) report(['maxFailedIndexes'], 'Invalid', 'must be at most completions')
    if (maxFailedIndexes > MAX_INDEXES) report(['maxFailedIndexes'], 'Invalid', `must be at most ${MAX_INDEXES}`)
  }
  if (completions === undefined || completions <= MAX_INDEXES || backoffLimitPerIndex === undefined) return
  const beyond = `beyond ${MAX_INDEXES} completions`
  if (maxFailedIndexes === undefined) report(['maxFailedIndexes'], 'Required', `is required ${beyond}`)
  else if (maxFailedIndexes > MAX_OF_MANY) report(['maxFailedIndexes'], 'Invalid', `must be at most ${MAX_OF_MANY} ${beyond}`)
  if (parallelism > MAX_OF_MANY) report(['parallelism'], 'Invalid', `must be at most ${MAX_OF_MANY} ${beyond}`)
}

function checkMode(spec: Spec, context: TypeCheckContext): void {
  const { completionMode = 'NonIndexed' } = spec
  const limits = limitsOf(spec, context)
  if (limits.maxFailedIndexes !== undefined && limits.backoffLimitPerIndex === undefined) context.report(['backoffLimitPerIndex'], 'Required', 'is required when maxFailedIndexes is set')
  if (completionMode === 'Indexed') return checkIndexed(spec, context)
  if (completionMode !== 'NonIndexed') return
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) if (limits[field] !== undefined) context.report([field], 'Invalid', 'can be set only where completionMode is Indexed')
}

function checkRestart({ template, podFailurePolicy }: Spec, { report }: TypeCheckContext): void {
  const place = ['template', 'spec', 'restartPolicy']
  const { restartPolicy = '' } = template?.spec ?? {}
  if (restartPolicy === '' || restartPolicy === 'Always') report(place, 'Required', 'must be "OnFailure" or "Never"')
  else if (restartPolicy !== 'OnFailure' && restartPolicy !== 'Never') report(place, 'NotSupported', 'must be "OnFailure" or "Never"')
  else if (restartPolicy === 'OnFailure' && podFailurePolicy !== undefined) report(place, 'Invalid', 'must be "Never" when podFailurePolicy is set')
}

function checkReplacement({ podFailurePolicy, podReplacementPolicy }: Spec, context: TypeCheckContext): void {
  if (podReplacementPolicy === undefined || podReplacementPolicy === 'Failed' || isForgotten(LAST_WITHOUT_LIMITS, context)) return
  const { report } = context
  if (podFailurePolicy !== undefined) report(['podReplacementPolicy'], 'NotSupported', 'must be "Failed" when podFailurePolicy is set')
  else if (podReplacementPolicy !== 'TerminatingOrFailed') report(['podReplacementPolicy'], 'NotSupported', 'must be "Failed" or "TerminatingOrFailed"')
}

export default constraints(
  {
    id: 'valid-job-spec',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a Job whose numbers, mode and policies go together, and whose pods end.',
    why: 'The API server refuses a Job with a negative number, with a limit for indexes that it does not have, or whose pods would restart for ever: `Always` is the default of a pod.',
    howToFix: 'Set `restartPolicy` to `OnFailure` or `Never`, and `completionMode` to Indexed where limits count by index.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/'],
    bad: [
      {
        title: 'a negative limit, a limit by index without indexes, no restart policy',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            ttlSecondsAfterFinished: -1 # ✖ ttlSecondsAfterFinished is -1, must be at least 0
            backoffLimitPerIndex: 2 # ✖ backoffLimitPerIndex 2 can be set only where completionMode is Indexed
            template:
              spec: # ✖ restartPolicy is missing, must be "OnFailure" or "Never"
                containers:
                  - name: report
                    image: example.com/report:1.0
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            template:
              spec:
                restartPolicy: onFailure # ✖ restartPolicy is "onFailure", must be "OnFailure" or "Never"
                containers:
                  - name: app
                    image: example.com/app:1.0
        `,
        fixed: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            template:
              spec:
                restartPolicy: OnFailure
                containers:
                  - name: app
                    image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'three indexes, two tries each',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            completions: 3
            completionMode: Indexed
            backoffLimitPerIndex: 2
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: report
                    image: example.com/report:1.0
        `,
      },
    ],
  },
  [
    on<JobSpec>('batch/v1 JobSpec', () => ({
      fields: {
        parallelism: atLeast(0),
        completions: atLeast(0),
        activeDeadlineSeconds: atLeast(0),
        backoffLimit: atLeast(0),
        ttlSecondsAfterFinished: atLeast(0),
        backoffLimitPerIndex: ungated(LAST_WITHOUT_LIMITS, atLeast(0)),
        maxFailedIndexes: ungated(LAST_WITHOUT_LIMITS, atLeast(0)),
        completionMode: oneOfSet('NonIndexed', 'Indexed'),
        managedBy: [ungated(LAST_WITHOUT_MANAGER, nonEmpty(format('a domain and a path', domainPrefixedPath))), ungated(LAST_WITHOUT_MANAGER, atMostBytes(63))],
      } as never,
      dropped: { scheduling: 'always' },
      check(spec, context) {
        checkMode(spec, context)
        checkRestart(spec, context)
        checkReplacement(spec, context)
      },
    })),
  ],
)
