import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require the fields that the API needs.',
  why: 'The API server refuses an object that lacks them.',
  howToFix: 'Add the field that the message names.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  peers: { 'kube-linter': ['schema-validation'], datree: ['HPA_MISSING_MAXREPLICAS_KEY'], kubeconform: ['(schema)'], 'kubectl-validate': ['(schema)'] },
  bad: [
    {
      title: 'a role binding without a role',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding # ✖ roleRef is required but missing
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
  good: [
    {
      title: 'all that it needs',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: readers
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          kind: Role
          name: reader
          apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
})
