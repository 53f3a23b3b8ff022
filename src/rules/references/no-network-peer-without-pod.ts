import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions } from '../../engine/reference-rule.ts'
import { reportNoPod } from '../../engine/selector-rule.ts'
import type { LabelSelector } from '../../formats/selector.ts'
import type { Loose } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a peer of a NetworkPolicy that matches no pod.',
  why: 'Whoever was meant to get through does not: the policy lets nobody in, or out, by this peer.',
  howToFix: 'Make the selector equal to labels of the pod template, in the same namespace, or add a `namespaceSelector`. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors'],
  peers: { 'kube-linter': ['dangling-networkpolicypeer-podselector'], popeye: ['1201', '1202', '1206', '1207', '1208'] },
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled label',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: guard
        spec:
          podSelector: {}
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: wbe # ✖ Peer of NetworkPolicy "guard" selects no pod: Deployment "web" has "app: web"
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
  ],
  good: [
    {
      title: 'the label of a pod',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: guard
        spec:
          podSelector: {}
          ingress:
            - from:
                - podSelector:
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
      title: 'pods of other namespaces',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: guard
        spec:
          podSelector: {}
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: api
                  namespaceSelector: {}
      `,
    },
  ],
  visit: {
    NetworkPolicy(policy, context) {
      const { ingress = [], egress = [] } = policy.value.spec ?? {}
      const at = policy.at as (...steps: (string | number)[]) => Place
      const look = (peers: readonly Peer[], ...way: (string | number)[]): void => {
        for (const [index, { podSelector, namespaceSelector, ipBlock }] of peers.entries()) {
          if (podSelector === undefined || namespaceSelector !== undefined || ipBlock !== undefined) continue
          reportNoPod(policy as KubernetesObject, `Peer of NetworkPolicy "${policy.name}"`, { selector: podSelector as LabelSelector, at: (...steps) => at(...way, index, 'podSelector', ...steps) }, context)
        }
      }
      for (const [index, rule] of ingress.entries()) look(rule.from ?? [], 'spec', 'ingress', index, 'from')
      for (const [index, rule] of egress.entries()) look(rule.to ?? [], 'spec', 'egress', index, 'to')
    },
  },
})

type Peer = Loose<NetworkPolicyPeer>
