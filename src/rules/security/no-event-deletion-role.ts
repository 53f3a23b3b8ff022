import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can delete events.',
  why: 'Events show what happened in a namespace and when; an attacker deletes them first.',
  howToFix: 'Grant `create` and `patch`, which is what controllers need to record events. They go by themselves after an hour.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  peers: {
    trivy: ['KSV-0042'],
    kubescape: ['C-0031'],
  },
  bad: [
    {
      title: 'events that may be deleted',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: recorder
        rules:
          - apiGroups: [""]
            resources: [events] # ✖ Role "recorder" can delete the traces of an attack
            verbs: [create, delete]
      `,
    },
  ],
  good: [
    {
      title: 'recording',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: recorder
        rules:
          - apiGroups: [""]
            resources: [events]
            verbs: [create, patch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.deleteEvidence),
})
