import { defineRule, yaml } from '../../engine/define-rule.ts'
import { knownObjects } from '../../model/known-objects.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two PodDisruptionBudgets for one pod.',
  why: 'The eviction API refuses to evict a pod that several budgets select: its node cannot be drained.',
  howToFix: 'Make the selectors so narrow that each pod has one budget.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#arbitrary-controllers-and-selectors'],
  peers: { popeye: ['209'] },
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'one by name, one for all',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has two PodDisruptionBudgets, "all" and "web": its pods cannot be evicted
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: all
        spec:
          maxUnavailable: 1
          selector: {}
      `,
    },
  ],
  good: [
    {
      title: 'one budget',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app
                  image: example.com/app:1.0
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, report }) {
      const { units } = knownObjects(index)
      const { object } = pod
      const budgets = (index.budgetsOf(pod) ?? []).filter(({ namespace, source }) => namespace === object.namespace && units.share(source.file, object.source.file))
      const [one, other] = [...new Map(budgets.map((budget) => [budget.name, budget])).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
      if (one === undefined || other === undefined) return
      report(object.at('metadata', 'name'), `${object.kind} "${object.name}" has two PodDisruptionBudgets, "${one.name}" and "${other.name}": its pods cannot be evicted`, undefined, {
        related: [one, other].map((budget) => ({ place: budget.at('spec', 'selector'), message: budget.label })),
      })
    },
  },
})
