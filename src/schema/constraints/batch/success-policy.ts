import type { JobSpec } from 'kubernetes-types/batch/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { countIndexes } from '../../../formats/index-ranges.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { sizeOf } from '../../job-size.ts'

const MAX_RULES = 20
const MAX_INDEX_BYTES = 64 * 1024

/** The package of types is older. */
interface SuccessRule {
  readonly succeededCount?: number | undefined
  readonly succeededIndexes?: string | undefined
}

function checkRule(index: number, { succeededCount, succeededIndexes }: SuccessRule, completions: number | undefined, { report }: TypeCheckContext): void {
  const at = ['successPolicy', 'rules', index]
  if (succeededCount === undefined && succeededIndexes === undefined) return report(at, 'Required', 'Rule must have succeededCount or succeededIndexes')
  // The server has no answer to this: it looks for the number, and breaks off. That it is missing has been said.
  if (completions === undefined) return report(at, 'Invalid', 'Rule makes the API server fail, because completions is missing', { echo: true })
  if (succeededIndexes !== undefined && Buffer.byteLength(succeededIndexes) > MAX_INDEX_BYTES) report([...at, 'succeededIndexes'], 'TooLong', `must be at most ${MAX_INDEX_BYTES} bytes`)
  const total = succeededIndexes === undefined ? undefined : countIndexes(succeededIndexes, completions)
  if (typeof total === 'string') report([...at, 'succeededIndexes'], 'Invalid', total)
  if (succeededCount === undefined) return
  if (succeededCount < 0) report([...at, 'succeededCount'], 'Invalid', 'must be at least 0')
  if (succeededCount > completions) report([...at, 'succeededCount'], 'Invalid', 'must be at most completions')
  if (typeof total === 'string' && succeededCount > 0) report([...at, 'succeededCount'], 'Invalid', 'is above the number of succeededIndexes', { echo: true })
  if (typeof total === 'number' && succeededCount > total) report([...at, 'succeededCount'], 'Invalid', `must be at most ${total}, the number of succeededIndexes`)
}

export default constraints(
  {
    id: 'valid-success-policy',
    since: '0.1.0',
    summary: 'Require rules for the success of an Indexed Job that its indexes can meet.',
    why: 'The API server refuses a rule that no index can meet, and breaks off without an answer where there is no number of completions.',
    howToFix: 'Set `completionMode` to Indexed and `completions`, and list indexes below that in ascending order: 1,3-5.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy'],
    bad: [
      {
        title: 'indexes that are not there',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            completions: 3
            completionMode: Indexed
            successPolicy:
              rules:
                - succeededIndexes: 0-3 # ✖ succeededIndexes is "0-3", must have only indexes below the 3 completions
                - {} # ✖ Rule must have succeededCount or succeededIndexes
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: report
                    image: example.com/report:1.0
        `,
      },
    ],
    good: [
      {
        title: 'two of three',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            completions: 3
            completionMode: Indexed
            successPolicy:
              rules:
                - succeededIndexes: 0-2
                  succeededCount: 2
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
      check(spec, context) {
        const { successPolicy } = spec as Loose<JobSpec> & { successPolicy?: { rules?: readonly SuccessRule[] } }
        // Behind a gate before, of which a CronJob knew nothing.
        if (successPolicy === undefined || (context.kind === 'Job' && context.minor < 31)) return
        const { rules = [] } = successPolicy
        const { report } = context
        if (spec.completionMode !== 'Indexed') return report(['successPolicy'], 'Invalid', 'can be set only where completionMode is Indexed')
        if (rules.length === 0) report(['successPolicy', 'rules'], 'Required', 'is required')
        if (rules.length > MAX_RULES) report(['successPolicy', 'rules'], 'TooMany', `has ${rules.length} items, and may have ${MAX_RULES}`)
        const { completions } = sizeOf(spec, context)
        for (const [index, rule] of rules.entries()) checkRule(index, rule, completions, context)
      },
    })),
    on<{ rules: unknown }>('batch/v1 SuccessPolicy', () => ({ fields: { rules: checkedElsewhere } })),
  ],
)
