import type { PodDisruptionBudgetSpec } from 'kubernetes-types/policy/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on, oneOfSet, type Check, type Fault } from '../../constraints.ts'
import { percent, percentValue } from '../../../formats/percent.ts'

/** A number of pods, or a percentage of them. */
const count: Check = {
  describes: 'at least 0, or 0% to 100%',
  test(value): Fault | undefined {
    if (typeof value === 'number') return value < 0 ? { code: 'Invalid', message: 'must be at least 0' } : undefined
    const reason = typeof value === 'string' ? percent(value) : undefined
    if (reason !== undefined) return { code: 'Invalid', message: reason as string }
    return typeof value === 'string' && percentValue(value) > 100 ? { code: 'Invalid', message: 'must be at most 100%' } : undefined
  },
}

export default constraints(
  {
    id: 'valid-pod-disruption-budget',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a PodDisruptionBudget with one limit, as a number or a percentage.',
    why: 'The API server refuses a budget with both limits, or with one that is neither a number nor a percentage up to 100%.',
    howToFix: 'Keep `minAvailable` or `maxUnavailable`, and write numbers without quotes.',
    references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
    peers: { 'kube-score': ['poddisruptionbudget-has-policy'] },
    bad: [
      {
        title: 'a number in quotes',
        yaml: yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            minAvailable: "1" # ✖ minAvailable is "1", must be a number or a percentage: remove the quotes, or add "%"
            selector:
              matchLabels:
                app: web
        `,
      },
      {
        title: 'both limits',
        yaml: yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec: # ✖ spec must have minAvailable or maxUnavailable, not both
            minAvailable: 1
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            maxUnavailable: 1
            unhealthyPodEvictionPolicy: alwaysAllow # ✖ unhealthyPodEvictionPolicy is "alwaysAllow", must be "IfHealthyBudget" or "AlwaysAllow"; did you mean "AlwaysAllow"?
            selector:
              matchLabels:
                app: web
        `,
        fixed: yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            maxUnavailable: 1
            unhealthyPodEvictionPolicy: AlwaysAllow
            selector:
              matchLabels:
                app: web
        `,
      },
    ],
    good: [
      {
        title: 'a percentage',
        yaml: yaml`
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: web
          spec:
            maxUnavailable: 50%
            selector:
              matchLabels:
                app: web
        `,
      },
    ],
  },
  [
    on<PodDisruptionBudgetSpec>('policy/v1 PodDisruptionBudgetSpec', () => ({
      fields: { minAvailable: [count], maxUnavailable: [count], unhealthyPodEvictionPolicy: oneOfSet('IfHealthyBudget', 'AlwaysAllow') },
      check({ minAvailable, maxUnavailable }, { report }) {
        if (minAvailable !== undefined && maxUnavailable !== undefined) report([], 'Invalid', 'must have minAvailable or maxUnavailable, not both')
      },
    })),
  ],
)
