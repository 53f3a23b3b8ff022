import type { JobSpec, PodFailurePolicyOnExitCodesRequirement, PodFailurePolicyOnPodConditionsPattern, PodFailurePolicyRule } from 'kubernetes-types/batch/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { qualifiedName } from '../../../formats/names.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { mustBe } from '../../sentence.ts'

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore']
const STATUSES = ['True', 'False', 'Unknown']
const MAX_RULES = 20
const MAX_CONDITIONS = 20
const MAX_EXIT_CODES = 255

type Rule = Loose<PodFailurePolicyRule>
type Names = ReadonlySet<string | undefined>

function checkExitCodes(at: readonly Step[], { operator = '', containerName, values = [] }: Loose<PodFailurePolicyOnExitCodesRequirement>, names: Names, { report }: TypeCheckContext): void {
  if (operator === '') report([...at, 'operator'], 'Required', 'is required')
  else if (operator !== 'In' && operator !== 'NotIn') report([...at, 'operator'], 'NotSupported', 'must be "In" or "NotIn"')
  if (containerName !== undefined && !names.has(containerName)) report([...at, 'containerName'], 'Invalid', 'is not a container of the pod')
  if (values.length === 0) report([...at, 'values'], 'Invalid', 'must not be empty')
  if (values.length > MAX_EXIT_CODES) report([...at, 'values'], 'TooMany', `has ${values.length} items, and may have ${MAX_EXIT_CODES}`)
  const seen = new Set<number>()
  for (const [index, value] of values.entries()) {
    if (operator === 'In' && value === 0) report([...at, 'values', index], 'Invalid', 'Exit code 0 is success, and cannot be a failure')
    if (seen.has(value)) report([...at, 'values', index], 'Duplicate', `Exit code ${value} is listed twice`)
    seen.add(value)
  }
  if (values.some((value, index) => index > 0 && values[index - 1]! > value)) report([...at, 'values'], 'Invalid', 'must be in ascending order')
}

function checkConditions(at: readonly Step[], conditions: readonly Loose<PodFailurePolicyOnPodConditionsPattern>[], { kind, minor, report }: TypeCheckContext): void {
  if (conditions.length > MAX_CONDITIONS) report(at, 'TooMany', `has ${conditions.length} items, and may have ${MAX_CONDITIONS}`)
  for (const [index, { type = '', status }] of conditions.entries()) {
    for (const reason of qualifiedName(type) ?? []) report([...at, index, 'type'], 'Invalid', reason)
    // True unless it is said; older servers did not fill that in within a CronJob.
    if (status === undefined || status === '') {
      if (kind === 'CronJob' && minor <= 30) report([...at, index, 'status'], 'Required', 'is required')
    } else if (!STATUSES.includes(status)) report([...at, index, 'status'], 'NotSupported', mustBe(STATUSES, status))
  }
}

function checkRule(index: number, { action = '', onExitCodes, onPodConditions = [] }: Rule, names: Names, spec: Loose<JobSpec>, context: TypeCheckContext): void {
  const { report } = context
  const at = ['podFailurePolicy', 'rules', index]
  if (action === '') report([...at, 'action'], 'Required', 'is required')
  else if (!ACTIONS.includes(action)) report([...at, 'action'], 'NotSupported', mustBe(ACTIONS, action))
  else if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) report([...at, 'action'], 'Invalid', 'can be "FailIndex" only together with backoffLimitPerIndex')
  if (onExitCodes !== undefined) checkExitCodes([...at, 'onExitCodes'], onExitCodes, names, context)
  checkConditions([...at, 'onPodConditions'], onPodConditions, context)
  if (onExitCodes !== undefined && onPodConditions.length > 0) report(at, 'Invalid', 'Rule may have only one of onExitCodes and onPodConditions')
  if (onExitCodes === undefined && onPodConditions.length === 0) report(at, 'Invalid', 'Rule must have onExitCodes or onPodConditions')
}

export default constraints(
  {
    id: 'valid-pod-failure-policy',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require rules for failed pods with an action, and exit codes or conditions that can occur.',
    why: 'The API server refuses a rule without an action, one that waits for nothing, and exit codes out of order.',
    howToFix: 'Give every rule an `action` and either `onExitCodes` or `onPodConditions`, with exit codes in ascending order.',
    references: ['https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy'],
    bad: [
      {
        title: 'an action in lower case, codes out of order, a container that is not there',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            podFailurePolicy:
              rules:
                - action: failJob # ✖ action is "failJob", must be "Count", "FailIndex", "FailJob" or "Ignore"; did you mean "FailJob"?
                  onExitCodes:
                    containerName: reports # ✖ containerName "reports" is not a container of the pod
                    operator: In
                    values: [42, 1] # ✖ values must be in ascending order
            template:
              spec:
                restartPolicy: Never
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
            podFailurePolicy:
              rules:
                - action: failJob # ✖ action is "failJob", must be "Count", "FailIndex", "FailJob" or "Ignore"; did you mean "FailJob"?
                  onExitCodes:
                    operator: In
                    values: [2]
            template:
              spec:
                restartPolicy: Never
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
            podFailurePolicy:
              rules:
                - action: FailJob
                  onExitCodes:
                    operator: In
                    values: [2]
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: app
                    image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'an exit code that nothing can mend',
        yaml: yaml`
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: report
          spec:
            podFailurePolicy:
              rules:
                - action: FailJob
                  onExitCodes:
                    containerName: report
                    operator: In
                    values: [1, 42]
                - action: Ignore
                  onPodConditions:
                    - type: DisruptionTarget
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
        const { rules = [] } = spec.podFailurePolicy ?? {}
        if (rules.length === 0) return
        if (rules.length > MAX_RULES) context.report(['podFailurePolicy', 'rules'], 'TooMany', `has ${rules.length} items, and may have ${MAX_RULES}`)
        const { containers = [], initContainers = [] } = spec.template?.spec ?? {}
        const names = new Set([...containers, ...initContainers].map(({ name }) => name))
        for (const [index, rule] of rules.entries()) checkRule(index, rule, names, spec, context)
      },
    })),
    on<{ rules: unknown }>('batch/v1 PodFailurePolicy', () => ({ fields: { rules: checkedElsewhere } })),
    on<PodFailurePolicyRule>('batch/v1 PodFailurePolicyRule', () => ({ fields: { action: checkedElsewhere } })),
    on<PodFailurePolicyOnExitCodesRequirement>('batch/v1 PodFailurePolicyOnExitCodesRequirement', () => ({ fields: { operator: checkedElsewhere, values: checkedElsewhere } })),
    on<PodFailurePolicyOnPodConditionsPattern>('batch/v1 PodFailurePolicyOnPodConditionsPattern', () => ({ fields: { type: checkedElsewhere, status: checkedElsewhere } })),
  ],
)
