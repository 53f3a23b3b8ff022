import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can forward ports into pods.',
  why: 'The connection comes from inside the pod, past every network policy and every login page in front of it: databases and admin ports are open to it.',
  howToFix: 'Give it to people for as long as they debug something, and to no program.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/', 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/'],
  peers: {
    kubescape: ['C-0063'],
  },
  bad: [
    {
      title: 'connections to every pod',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: debugger
        rules:
          - apiGroups: [""]
            resources: [pods/portforward] # ✖ Role "debugger" can open connections into pods
            verbs: [create]
      `,
    },
  ],
  good: [
    {
      title: 'reading pods',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.forwardPorts),
})
