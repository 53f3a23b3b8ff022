import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can impersonate users, groups or service accounts.',
  why: 'Whoever may impersonate anybody is anybody: also a cluster administrator, or a member of system:masters, whom nothing is denied.',
  howToFix: 'Name those who may be impersonated in `resourceNames`.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb'],
  peers: {
    trivy: ['KSV-0043'],
    checkov: ['CKV2_K8S_3'],
    kubescape: ['C-0065', 'C-0191'],
    datree: ['CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE'],
    kyverno: ['restrict-escalation-verbs-roles'],
  },
  bad: [
    {
      title: 'all users and groups',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: proxy
        rules:
          - apiGroups: [""]
            resources: [users, groups] # ✖ ClusterRole "proxy" can act as somebody else
            verbs: [impersonate]
      `,
    },
  ],
  good: [
    {
      title: 'one service account',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: proxy
        rules:
          - apiGroups: [""]
            resources: [serviceaccounts]
            resourceNames: [auditor]
            verbs: [impersonate]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.impersonate),
})
