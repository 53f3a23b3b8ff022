import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isBindingOfKubernetes, placeInBinding, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow bindings for everybody who is logged in.',
  why: 'Every user and every service account has the role then, so whoever breaks into any pod, and on some clouds whoever has an account of the provider.',
  howToFix: 'Bind the role to a group, user or service account that you know. What everybody may know, the roles `system:public-info-viewer` and `system:discovery` show already.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening'],
  peers: {
    trivy: ['KSV-01011'],
    kubescape: ['C-0265'],
  },
  options: {
    roles: {
      default: ['system:basic-user', 'system:discovery', 'system:public-info-viewer', 'system:service-account-issuer-discovery'],
      description: 'Roles that everybody may have.',
    },
  },
  bad: [
    {
      title: 'a role for whoever has a login',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: dashboard
        subjects:
          - kind: Group
            name: system:authenticated # ✖ ClusterRoleBinding "dashboard" gives "view" to every user and every service account
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
      `,
    },
  ],
  good: [
    {
      title: 'the keys by which tokens are checked, and a group of people',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: issuer-discovery
        subjects:
          - kind: Group
            name: system:authenticated
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: system:service-account-issuer-discovery
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: dashboard
        subjects:
          - kind: Group
            name: developers
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
      `,
    },
  ],
  visit: { RoleBinding: visit, ClusterRoleBinding: visit },
})

function visit(binding: BindingObject, { options, report }: Context<{ roles: readonly string[] }>): void {
  const role = binding.value.roleRef?.name ?? ''
  if (options.roles.includes(role) || isBindingOfKubernetes(binding)) return
  for (const [index, { kind = '', name = '' }] of subjectsOf(binding).entries()) {
    if (kind === 'Group' && name === 'system:authenticated') report(placeInBinding(binding, 'subjects', index, 'name'), `${binding.kind} "${binding.name}" gives "${role}" to every user and every service account`)
  }
}
