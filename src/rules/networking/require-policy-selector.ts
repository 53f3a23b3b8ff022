import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isEmptySelector, type LabelSelector } from '../../formats/selector.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require network policies that select pods or namespaces by their labels.',
  why: 'A policy of addresses alone holds until the first pod gets another address, and says nothing about who is meant.',
  howToFix: 'Use `podSelector` and `namespaceSelector`, and `ipBlock` only for what is outside the cluster.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors'],
  peers: { trivy: ['KSV-0038'], kyverno: ['restrict-networkpolicy-empty-podselector'] },
  options: {
    always: { default: false, description: 'Whether a policy has to select pods even when its rules do. One that denies everything may be for all pods in any case.' },
  },
  bad: [
    {
      title: 'all pods, with `always`',
      options: { always: true },
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector: {} # ✖ NetworkPolicy "web" selects all pods of its namespace
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: proxy
      `,
    },
    {
      title: 'addresses alone',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector: {} # ✖ NetworkPolicy "web" selects neither pods nor namespaces
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
      `,
    },
  ],
  good: [
    {
      title: 'pods that may connect, and a policy that denies everything',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector: {}
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: proxy
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny
        spec:
          podSelector: {}
          policyTypes: [Ingress]
      `,
    },
  ],
  visit: {
    NetworkPolicy(policy, { options, report }) {
      const { podSelector = {}, ingress = [], egress = [] } = policy.value.spec ?? {}
      const peers = [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to = [] }) => to)]
      if (peers.length === 0 || !isEmptySelector(podSelector as LabelSelector)) return
      const selects = peers.some((peer) => peer.podSelector !== undefined || peer.namespaceSelector !== undefined)
      if (!selects || options.always) report(policy.at('spec', 'podSelector'), `NetworkPolicy "${policy.name}" selects ${selects ? 'all pods of its namespace' : 'neither pods nor namespaces'}`)
    },
  },
})
