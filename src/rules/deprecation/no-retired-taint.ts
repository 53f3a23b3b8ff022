import { defineRule, yaml } from '../../engine/define-rule.ts'

const RETIRED = 'node-role.kubernetes.io/master'
const HEIR = 'node-role.kubernetes.io/control-plane'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow tolerating only the taint that nodes of the control plane do not have any more.',
  why: 'Since Kubernetes 1.25 these nodes have the taint "node-role.kubernetes.io/control-plane": a pod that tolerates only the old one does not run there, and nothing says so.',
  howToFix: 'Tolerate `node-role.kubernetes.io/control-plane`, beside the old taint as long as there are older nodes.',
  references: ['https://kubernetes.io/docs/reference/labels-annotations-taints/#node-role-kubernetes-io-control-plane-taint'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'the old taint alone',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          tolerations:
            - key: node-role.kubernetes.io/master # ✖ Taint "node-role.kubernetes.io/master" is gone since Kubernetes 1.25; "node-role.kubernetes.io/control-plane" took its place
              operator: Exists
              effect: NoSchedule
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          tolerations:
            - key: node-role.kubernetes.io/control-plane
              operator: Exists
              effect: NoSchedule
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'both',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          tolerations:
            - key: node-role.kubernetes.io/control-plane
              operator: Exists
              effect: NoSchedule
            - key: node-role.kubernetes.io/master
              operator: Exists
              effect: NoSchedule
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { tolerations = [] } = pod.value
      const index = tolerations.findIndex(({ key }) => key === RETIRED)
      if (index === -1 || tolerations.some(({ key = '', operator }) => key === HEIR || (key === '' && operator === 'Exists'))) return
      const place = pod.at('tolerations', index, 'key')
      report(place, `Taint "${RETIRED}" is gone since Kubernetes 1.25; "${HEIR}" took its place`, (fixer) => fixer.replaceText(place, HEIR))
    },
  },
})
