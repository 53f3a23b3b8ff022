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
  summary: 'Disallow a NetworkPolicy that selects no pod.',
  why: 'The policy protects nothing: traffic that it was written against goes on.',
  howToFix: 'Make the selector equal to labels of the pod template, in the same namespace. For pods that live elsewhere write the setting `external`: `Pod/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource'],
  peers: { 'kube-linter': ['dangling-networkpolicy'], 'kube-score': ['networkpolicy-targets-pod'], kubescape: ['C-0299'], popeye: ['1200'], kics: ['Network Policy Is Not Targeting Any Pod'], kubevious: ['network-policy-pod-selector-ref'] },
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
          podSelector:
            matchLabels:
              app: wbe # ✖ NetworkPolicy "guard" selects no pod: Deployment "web" has "app: web"
          policyTypes:
            - Ingress
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
      title: 'an expression that no pod meets, where all pods are here',
      options: { references: 'strict' },
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: guard
        spec:
          podSelector:
            matchExpressions: # ✖ NetworkPolicy "guard" selects no pod of these manifests
              - key: app
                operator: In
                values: [web, api]
          policyTypes:
            - Ingress
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: database
          labels:
            app: database
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
          podSelector:
            matchLabels:
              app: web
          policyTypes:
            - Ingress
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
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: guard
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes:
            - Ingress
      `,
    },
  ],
  visit: {
    NetworkPolicy(policy, context) {
      const selector = policy.value.spec?.podSelector as LabelSelector | undefined
      const at = policy.at as (...steps: (string | number)[]) => Place
      if (selector !== undefined) reportNoPod(policy as KubernetesObject, `NetworkPolicy "${policy.name}"`, { selector, at: (...steps) => at('spec', 'podSelector', ...steps), isTaken: () => knownObjects(context.index).count('NetworkPolicy', policy.source.file) > 1 }, context)
    },
  },
})
