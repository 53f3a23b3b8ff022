import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isBindingOfKubernetes, placeInBinding, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow bindings for the group system:masters.',
  why: 'Its members may do everything whatever is bound to them, past RBAC and past every webhook for authorization, and nobody can take it from them but by new keys for the cluster. A binding shows that somebody counts on it.',
  howToFix: 'Bind a group of your own. Keep certificates of system:masters for the emergency in which nothing else gets in.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege', 'https://blog.aquasec.com/kubernetes-authorization'],
  peers: { trivy: ['KSV-0123'], kubescape: ['C-0246'], datree: ['CIS_INVALID_VALUE_SYSTEM_MASTERS'], kyverno: ['restrict-binding-system-groups'] },
  bad: [
    {
      title: 'a role for those who have all rights already',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: admins
        subjects:
          - kind: Group
            name: system:masters # ✖ ClusterRoleBinding "admins" is for system:masters, which may do everything anyway
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: edit
      `,
    },
  ],
  good: [
    {
      title: 'a group of its own',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: admins
        subjects:
          - kind: Group
            name: example:admins
            apiGroup: rbac.authorization.k8s.io
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: edit
      `,
    },
  ],
  visit: { RoleBinding: visit, ClusterRoleBinding: visit },
})

function visit(binding: BindingObject, { report }: Context): void {
  if (isBindingOfKubernetes(binding)) return
  const at = subjectsOf(binding).findIndex(({ kind, name }) => kind !== 'ServiceAccount' && name === 'system:masters')
  if (at !== -1) report(placeInBinding(binding, 'subjects', at, 'name'), `${binding.kind} "${binding.name}" is for system:masters, which may do everything anyway`)
}
