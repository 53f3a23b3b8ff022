import { defineRule, yaml } from '../../engine/define-rule.ts'
import { accountOf } from '../../model/bindings.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow pods that carry the token of the service account "default".',
  why: 'All pods of a namespace share that account, so a permission that one of them is given is given to all, and to whoever breaks into any.',
  howToFix: 'Set `automountServiceAccountToken: false` when the program does not talk to the API server; else give it a ServiceAccount of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/service-accounts/', 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/'],
  // Of the account that all pods have, no-automounted-token leaves the token to this rule.
  peers: {
    'kube-linter': ['default-service-account'],
    polaris: ['automountServiceAccountToken'],
    trivy: ['KSV-0036'],
    checkov: ['CKV_K8S_38'],
    kubescape: ['C-0034', 'C-0190', 'C-0261'],
    kubesec: ['ServiceAccountName', 'AutomountServiceAccountToken'],
    popeye: ['300', '308'],
    kyverno: ['restrict-automount-sa-token'],
  },
  crossObject: true,
  bad: [
    {
      title: 'no service account named',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec: # ✖ The pod carries the token of service account "default"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'an account of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'no token, by the pod or by the account',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: api
          namespace: shop
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, report }) {
      if (accountOf(pod) !== 'default' || pod.containers.every((container) => container.partial)) return
      if (index.mountsToken(pod)) report(pod.at('serviceAccountName'), 'The pod carries the token of service account "default"')
    },
  },
})
