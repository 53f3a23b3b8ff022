import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions } from '../../engine/reference-rule.ts'
import { reportNoPod } from '../../engine/selector-rule.ts'
import type { LabelSelector } from '../../formats/selector.ts'
import { knownObjects } from '../../model/known-objects.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a PodDisruptionBudget that selects no pod.',
  why: 'The budget protects nothing: draining nodes may stop all pods at once.',
  howToFix: 'Make the selector equal to labels of the pod template, in the same namespace. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  peers: { popeye: ['900'] },
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled label',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: wbe # ✖ PodDisruptionBudget "web" selects no pod: Deployment "web" has "app: web"
        ---
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
      `,
    },
    {
      title: 'a workload in another namespace',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: a
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web # ✖ PodDisruptionBudget "web" selects no pod: Deployment "web" is in namespace "b"
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: b
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
      `,
    },
  ],
  good: [
    {
      title: 'the label of a pod',
      yaml: yaml`
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
      `,
    },
    {
      title: 'pods that are elsewhere',
      yaml: yaml`
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
    PodDisruptionBudget(budget, context) {
      const selector = budget.value.spec?.selector as LabelSelector | undefined
      const at = budget.at as (...steps: (string | number)[]) => Place
      if (selector !== undefined) reportNoPod(budget as KubernetesObject, `PodDisruptionBudget "${budget.name}"`, { selector, at: (...steps) => at('spec', 'selector', ...steps), isTaken: () => knownObjects(context.index).count('PodDisruptionBudget', budget.source.file) > 1 }, context)
    },
  },
})
