import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow roles that can delete workloads, Services, Secrets or namespaces.',
  why: 'One command, or one stolen token, takes an application down, and a deleted claim takes its data along.',
  howToFix: 'Leave deletion to deployment tools and operators, and name what they own in `resourceNames` where that is known.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  peers: {
    kubescape: ['C-0007'],
  },
  bad: [
    {
      title: 'Deployments that may be deleted',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: cleaner
        rules:
          - apiGroups: [apps]
            resources: [deployments] # ✖ Role "cleaner" can delete workloads
            verbs: [delete, deletecollection]
      `,
    },
  ],
  good: [
    {
      title: 'one that is named',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: cleaner
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            resourceNames: [preview]
            verbs: [delete]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.deleteWorkloads),
})
