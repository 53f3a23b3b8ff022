import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

const HOSTNAME = 'kubernetes.io/hostname'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow pods that can run on one node only.',
  why: 'When that node is gone or full, the pod cannot run elsewhere. With `nodeName` not even the scheduler looks at it, nor at taints and free memory.',
  howToFix: 'Select nodes by what they have: a label for the disk, the zone or the architecture.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename'],
  peers: { clusterlint: ['node-name-pod-selector'], kyverno: ['restrict-node-selection'] },
  bad: [
    {
      title: 'one node by its name',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeName: worker-1 # ✖ Pod can run on node "worker-1" only
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'one node by its label',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/hostname: worker-1 # ✖ Pod can run on node "worker-1" only
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'any node with such a disk',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            example.com/disk: ssd
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { affinity, nodeName, nodeSelector = {} } = pod.value
      // What was copied out of a cluster has the node that the scheduler chose: no-server-field speaks there.
      if (nodeName !== undefined && pod.object.value.metadata?.uid === undefined) report(pod.at('nodeName'), messageFor(nodeName))
      if (nodeSelector[HOSTNAME] !== undefined) report(pod.at('nodeSelector', HOSTNAME), messageFor(nodeSelector[HOSTNAME]))
      const { nodeSelectorTerms = [] } = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? {}
      const [term] = nodeSelectorTerms
      const terms = nodeSelectorTerms.length === 1 ? pod.at('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms', 0, 'matchExpressions') : undefined
      for (const [index, { key, operator, values = [] }] of (terms === undefined ? [] : (term?.matchExpressions ?? [])).entries()) {
        if (key === HOSTNAME && operator === 'In' && values.length === 1) report(below(terms!, index, 'values', 0), messageFor(values[0]!))
      }
    },
  },
})

const messageFor = (node: string): string => `Pod can run on node "${node}" only`
