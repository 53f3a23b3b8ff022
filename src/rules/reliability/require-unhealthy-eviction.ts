import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require budgets that let go of pods which never became ready.',
  why: 'By default a PodDisruptionBudget guards running pods that are not ready, too, once too few are healthy: a node with a crashing pod cannot be drained until somebody repairs it.',
  howToFix: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy'],
  peers: { 'kube-linter': ['pdb-unhealthy-pod-eviction-policy'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web # ✖ PodDisruptionBudget "web" protects pods that are not ready from eviction
        spec:
          maxUnavailable: 1
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
          selector:
            matchLabels:
              app: web
          unhealthyPodEvictionPolicy: AlwaysAllow
      `,
    },
  ],
  good: [
    {
      title: 'unhealthy pods may go',
      yaml: yaml`
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
  visit: {
    PodDisruptionBudget(budget, { report }) {
      const { spec } = budget.value
      // Whoever writes the default has thought of it.
      if (spec === undefined || (spec as { unhealthyPodEvictionPolicy?: string }).unhealthyPodEvictionPolicy !== undefined) return
      const place = shownAt(budget.at('spec', 'unhealthyPodEvictionPolicy'), budget.at('metadata', 'name'))
      report(place, `PodDisruptionBudget "${budget.name}" protects pods that are not ready from eviction`, (fix) => fix.insertBelow(budget.at('spec'), ['unhealthyPodEvictionPolicy'], 'AlwaysAllow'))
    },
  },
})
