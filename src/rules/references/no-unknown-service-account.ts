import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportUses, reportUsesOfPod } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a ServiceAccount that is not there.',
  why: 'No pod is made as long as its ServiceAccount is missing, and a binding to a missing one grants nothing to whoever was meant.',
  howToFix: 'Write the name of a ServiceAccount, in the namespace of the pod. What lives elsewhere can be named in the setting `external`: `ServiceAccount/shop/*`.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/', 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects'],
  peers: { 'kube-linter': ['non-existent-service-account'], kubescape: ['C-0307'], popeye: ['307', '507', '1300'], kubevious: ['service-account-ref', 'role-binding-service-account-ref'], monokle: ['LNK001'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a pod of another account',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: wbe # ✖ ServiceAccount "wbe" is not in these manifests; did you mean "web"?
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          serviceAccountName: web
          containers:
            - name: app
              image: example.com/app:1.0
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
      `,
    },
    {
      title: 'a binding to another account',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: ServiceAccount
            name: backend # ✖ ServiceAccount "backend" is not in these manifests
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
      `,
    },
  ],
  good: [
    {
      title: 'the account of the pod',
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
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
      `,
    },
    {
      title: 'an account that is elsewhere',
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
  ],
  visit: {
    podSpec: (pod, context) => reportUsesOfPod(pod, ACCOUNT, context),
    ClusterRoleBinding: (object, context) => reportUses(object, ACCOUNT, context),
    RoleBinding: (object, context) => reportUses(object, ACCOUNT, context),
  },
})

const ACCOUNT: ReadonlySet<string> = new Set(['ServiceAccount'])
