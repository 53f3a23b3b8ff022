import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isBindingOfKubernetes, placeInBinding, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

const ANYBODY: ReadonlySet<string> = new Set(['User system:anonymous', 'Group system:unauthenticated'])

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow bindings for anonymous users.',
  why: 'Everybody who reaches the API server has the role then: without a login, from wherever it can be reached.',
  howToFix: 'Bind the role to a group, user or service account that you know. What everybody may know, the roles `system:public-info-viewer` and `system:discovery` show already.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#hardening'],
  peers: {
    trivy: ['KSV-0122'],
    kubescape: ['C-0262'],
    kubesec: ['BindingsToSystemAnonymous'],
    gatekeeper: ['disallowanonymous'],
    kyverno: ['restrict-binding-system-groups'],
  },
  options: {
    roles: {
      default: ['system:basic-user', 'system:discovery', 'system:public-info-viewer', 'system:service-account-issuer-discovery'],
      description: 'Roles that everybody may have.',
    },
  },
  bad: [
    {
      title: 'a role for whoever comes along',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: dashboard
        subjects:
          - kind: User
            name: system:anonymous # ✖ ClusterRoleBinding "dashboard" gives "view" to everybody, even without a login
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
            name: system:unauthenticated
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
    if (ANYBODY.has(`${kind} ${name}`)) report(placeInBinding(binding, 'subjects', index, 'name'), `${binding.kind} "${binding.name}" gives "${role}" to everybody, even without a login`)
  }
}
