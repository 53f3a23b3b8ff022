import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { placeAt } from '../../model/place.ts'
import { PERMISSIONS, TAKE_OVER, type RoleObject } from '../../model/rbac.ts'
import { isBindingOfKubernetes, placeInBinding, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow bindings to roles that can take over the cluster.',
  why: 'Where several roles are bound to many subjects, the binding is what a review looks at: it says who has the permission.',
  howToFix: 'Bind a role with what the subject does. The roles themselves have rules of their own; switch this one on to see who has them.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks'],
  peers: {
    'kube-linter': ['access-to-secrets', 'access-to-create-pods'],
    polaris: ['clusterrolebindingPodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'],
    kubescape: ['C-0002', 'C-0015', 'C-0188'],
  },
  crossObject: true,
  options: {
    permissions: { default: TAKE_OVER, description: 'What is reported: `bindRoles`, `changeWebhooks`, `createPods`, `createTokens`, `enterPods`, `impersonate`, `readSecrets`, `useNodeProxy` and others.' },
  },
  bad: [
    {
      title: 'a role of the same files',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader # ✖ RoleBinding "web" lets its subjects read all Secrets
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
      `,
    },
  ],
  good: [
    {
      title: 'a role that reads Services, and one that nobody knows',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: viewer
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: viewer
        rules:
          - apiGroups: [""]
            resources: [services]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: other
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: other
      `,
    },
  ],
  visit: { RoleBinding: visit, ClusterRoleBinding: visit },
})

function visit(binding: BindingObject, { index, options, report }: Context<{ permissions: readonly string[] }>): void {
  if (isBindingOfKubernetes(binding) || subjectsOf(binding).length === 0) return
  const { all, permissions, role } = index.bindings.rightsOf(binding)
  const can = all ? ['do everything'] : permissions.filter((name) => options.permissions.includes(name)).map((name) => PERMISSIONS[name].can)
  if (can.length === 0) return
  report(placeInBinding(binding, 'roleRef', 'name'), `${binding.kind} "${binding.name}" lets its subjects ${can.join(', ')}`, undefined, role === undefined ? undefined : { related: [{ place: placeInRole(role), message: 'the role' }] })
}

const placeInRole = (role: RoleObject) => placeAt(role.source, role.tape, role.root, -1, role.prefix, ['metadata', 'name'])
