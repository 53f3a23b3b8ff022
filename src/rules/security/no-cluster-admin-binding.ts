import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isBindingOfKubernetes, isProgram, placeInBinding, scopeOf, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow programs that are cluster-admin.',
  why: 'A program that may do everything hands the cluster to whoever breaks into it.',
  howToFix: 'Give the service account a role with what the program does. Of users and groups of people, no-cluster-admin-user speaks.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  peers: {
    'kube-linter': ['cluster-admin-role-binding'],
    polaris: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole'],
    trivy: ['KSV-0111'],
    kubescape: ['C-0035', 'C-0185'],
    datree: ['CIS_INVALID_ROLE_CLUSTER_ADMIN'],
    kics: ['Cluster Admin Rolebinding With Superuser Permissions'],
    kyverno: ['restrict-binding-clusteradmin'],
  },
  options: {
    roles: { default: ['cluster-admin'], description: 'ClusterRoles that nobody should be bound to, such as `admin` and `edit`.' },
  },
  bad: [
    {
      title: 'an account that may do everything everywhere, and all accounts of a namespace',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        subjects:
          - kind: ServiceAccount
            name: ci
            namespace: tools
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin # ✖ ClusterRoleBinding "ci" binds cluster-admin in the whole cluster
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: tools
          namespace: shop
        subjects:
          - kind: Group
            name: system:serviceaccounts:tools
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin # ✖ RoleBinding "tools" binds cluster-admin in its namespace
      `,
    },
  ],
  good: [
    {
      title: 'a role that lists what it allows, and the binding that every cluster has',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        subjects:
          - kind: ServiceAccount
            name: ci
            namespace: tools
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: deployer
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: cluster-admin
          labels:
            kubernetes.io/bootstrapping: rbac-defaults
        subjects:
          - kind: Group
            name: system:masters
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin
      `,
    },
  ],
  visit: { RoleBinding: visit, ClusterRoleBinding: visit },
})

function visit(binding: BindingObject, { options, report }: Context<{ roles: readonly string[] }>): void {
  const { kind = 'ClusterRole', name = '' } = binding.value.roleRef ?? {}
  if (kind !== 'ClusterRole' || !options.roles.includes(name) || !subjectsOf(binding).some(isProgram) || isBindingOfKubernetes(binding)) return
  report(placeInBinding(binding, 'roleRef', 'name'), `${binding.kind} "${binding.name}" binds ${name} in ${scopeOf(binding)}`)
}
