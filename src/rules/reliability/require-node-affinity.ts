import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require pods to say on which nodes they may run.',
  why: 'Without a choice, pods run on whatever node has room: of another architecture, or set apart for other work.',
  howToFix: 'Add `affinity.nodeAffinity`, or a `nodeSelector`.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/'],
  peers: { 'kube-linter': ['no-node-affinity'] },
  options: {
    acceptNodeSelector: { default: true, description: 'Whether a `nodeSelector` is enough.' },
  },
  bad: [
    {
      title: 'any node',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers: # ✖ Pod may run on any node: it has no nodeAffinity
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a label of the node',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/arch: amd64
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { options, report }) {
      const { affinity, nodeName, nodeSelector, containers = [] } = pod.value
      if (containers.length === 0 || affinity?.nodeAffinity !== undefined || nodeName !== undefined || (options.acceptNodeSelector && nodeSelector !== undefined)) return
      report(atKey(pod.at('containers')), 'Pod may run on any node: it has no nodeAffinity')
    },
  },
})
