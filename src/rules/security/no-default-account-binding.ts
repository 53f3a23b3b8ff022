import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isBindingOfKubernetes, placeInBinding, subjectsOf, type BindingObject } from '../../model/role-binding.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles for the service account "default".',
  why: 'Every pod of the namespace that names no account runs as that one, so all of them have the role, and whoever breaks into any.',
  howToFix: 'Give the program a ServiceAccount of its own, name it in `serviceAccountName`, and bind the role to that.',
  references: ['https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts'],
  peers: { checkov: ['CKV_K8S_42'], kubescape: ['C-0225', 'C-0239'], kics: ['Role Binding To Default Service Account'] },
  bad: [
    {
      title: 'a role for all pods of a namespace',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: default # ✖ RoleBinding "shop" gives "reader" to the service account "default"
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: reader
      `,
    },
  ],
  good: [
    {
      title: 'an account of its own',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: shop
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: reader
      `,
    },
  ],
  visit: { RoleBinding: visit, ClusterRoleBinding: visit },
})

function visit(binding: BindingObject, { report }: Context): void {
  if (isBindingOfKubernetes(binding)) return
  for (const [index, { kind, name }] of subjectsOf(binding).entries()) {
    if (kind === 'ServiceAccount' && name === 'default') {
      report(placeInBinding(binding, 'subjects', index, 'name'), `${binding.kind} "${binding.name}" gives "${binding.value.roleRef?.name ?? ''}" to the service account "default"`)
    }
  }
}
