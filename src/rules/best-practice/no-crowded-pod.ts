import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow pods of many containers.',
  why: 'All of them start, move and scale together, and one that fails keeps the whole pod from being ready.',
  howToFix: 'Give what can live alone a workload of its own.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers'],
  peers: { kyverno: ['limit-containers-per-pod'] },
  options: {
    max: { default: 4, description: 'The most containers that a pod may have beside those that end before it starts.' },
  },
  bad: [
    {
      title: 'five',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers: # ✖ Pod has 5 containers, must have at most 4
            - name: a
              image: example.com/a:1.0
            - name: b
              image: example.com/b:1.0
            - name: c
              image: example.com/c:1.0
            - name: d
              image: example.com/d:1.0
            - name: e
              image: example.com/e:1.0
      `,
    },
  ],
  good: [
    {
      title: 'two',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: a
              image: example.com/a:1.0
            - name: b
              image: example.com/b:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { options, report }) {
      const count = pod.containers.filter(({ longRunning }) => longRunning).length
      if (count > options.max) report(atKey(pod.at('containers')), `Pod has ${count} containers, must have at most ${options.max}`)
    },
  },
})
