import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportUses } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a binding to a Role or ClusterRole that is not there.',
  why: 'The binding is accepted, and grants nothing.',
  howToFix: 'Write the name of a Role in the namespace of the binding, or of a ClusterRole. What lives elsewhere can be named in the setting `external`: `ClusterRole/*`.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding'],
  peers: { 'kube-linter': ['access-to-secrets'], polaris: ['clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'], popeye: ['1300'], kubevious: ['role-binding-role-ref'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: config-raeder # ✖ Role "config-raeder" is not in these manifests; did you mean "config-reader"?
        subjects:
          - kind: User
            apiGroup: rbac.authorization.k8s.io
            name: jane
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: config-reader
        rules:
          - apiGroups: [""]
            resources: ["configmaps"]
            verbs: ["get"]
      `,
      fixed: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: config-reader
        subjects:
          - kind: User
            apiGroup: rbac.authorization.k8s.io
            name: jane
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: config-reader
        rules:
          - apiGroups: [""]
            resources: ["configmaps"]
            verbs: ["get"]
      `,
    },
  ],
  good: [
    {
      title: 'a role that is there',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: config-reader
        subjects:
          - kind: User
            apiGroup: rbac.authorization.k8s.io
            name: jane
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: config-reader
        rules:
          - apiGroups: [""]
            resources: ["configmaps"]
            verbs: ["get"]
      `,
    },
    {
      title: 'a role that every cluster has',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: extension-apiserver-authentication-reader
        subjects:
          - kind: User
            apiGroup: rbac.authorization.k8s.io
            name: jane
      `,
    },
  ],
  visit: {
    ClusterRoleBinding: (object, context) => reportUses(object, ROLES, context),
    RoleBinding: (object, context) => reportUses(object, ROLES, context),
  },
})

const ROLES: ReadonlySet<string> = new Set(['Role', 'ClusterRole'])
