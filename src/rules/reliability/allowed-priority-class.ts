import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Allow some priority classes only.',
  why: 'A pod of a high priority evicts others, and `system-cluster-critical` even the network: who may use which class is a matter of policy.',
  howToFix: 'Choose one of the classes that are allowed.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/'],
  peers: { 'kube-linter': ['priority-class-name'], kyverno: ['allowed-pod-priorities'] },
  needs: ['allow'],
  options: {
    allow: { default: [], description: 'Names of PriorityClasses.' },
  },
  bad: [
    {
      title: 'a class of the system',
      options: { allow: ['shop', 'batch'] },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          priorityClassName: system-node-critical # ✖ Priority class "system-node-critical" is not allowed, must be "shop" or "batch"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'one of ours',
      options: { allow: ['shop', 'batch'] },
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
    podSpec(pod, { options, report }) {
      const { priorityClassName } = pod.value
      if (priorityClassName === undefined || options.allow.includes(priorityClassName)) return
      report(pod.at('priorityClassName'), `Priority class "${priorityClassName}" is not allowed, must be ${options.allow.map((each) => `"${each}"`).join(' or ')}`)
    },
  },
})
