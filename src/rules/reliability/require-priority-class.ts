import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a priority class on every pod.',
  why: 'When nodes are full, the scheduler evicts by priority; pods without a class all have the same, so the shop goes as soon as the nightly report.',
  howToFix: 'Define a few PriorityClasses for the cluster, and set `priorityClassName`.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  peers: { polaris: ['priorityClassNotSet'], kyverno: ['require-pod-priorityclassname'] },
  bad: [
    {
      title: 'no class',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers: # ✖ Pod sets no priorityClassName
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a class',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          priorityClassName: shop
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      if ((pod.value.containers ?? []).length > 0 && (pod.value.priorityClassName ?? '') === '') report(atKey(pod.at('containers')), 'Pod sets no priorityClassName')
    },
  },
})
