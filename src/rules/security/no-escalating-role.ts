import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can escalate or bind roles.',
  why: 'Kubernetes keeps everybody from granting more than they have. The verbs `escalate` and `bind` lift that: whoever has them on all roles can make themselves cluster-admin.',
  howToFix: 'Name the roles that may be handed out in `resourceNames`, or give the subject what it hands out.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb'],
  peers: {
    trivy: ['KSV-0050', 'KSV-0051', 'KSV-0052', 'KSV-0055'],
    checkov: ['CKV_K8S_157', 'CKV_K8S_158', 'CKV2_K8S_1'],
    kubescape: ['C-0191'],
    datree: ['CIS_INVALID_VALUE_BIND_IMPERSONATE_ESCALATE'],
    kyverno: ['restrict-escalation-verbs-roles'],
  },
  bad: [
    {
      title: 'any ClusterRole may be bound',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [clusterroles] # ✖ ClusterRole "operator" can hand out permissions that it does not have
            verbs: [get, bind]
      `,
    },
  ],
  good: [
    {
      title: 'one role that may be bound',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [clusterroles]
            resourceNames: [shop-viewer]
            verbs: [bind]
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [roles, rolebindings]
            verbs: [get, create, patch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.bindRoles),
})
