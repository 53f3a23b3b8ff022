import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can read or change all Secrets.',
  why: 'Whoever may get, list or watch Secrets has every password and token of the namespace, those of service accounts with more permissions among them. Whoever may change them puts their own in the place of those.',
  howToFix: 'Name the Secrets that are needed in `resourceNames`, with the verb `get` alone: `list` and `watch` show the contents of all of them, too.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  peers: {
    'kube-linter': ['access-to-secrets'],
    trivy: ['KSV-0041', 'KSV-0113'],
    checkov: ['CKV2_K8S_5'],
    kubescape: ['C-0015', 'C-0186'],
    kics: ['RBAC Roles with Read Secrets Permissions', 'ServiceAccount Allows Access Secrets'],
    datree: ['CIS_INVALID_VERB_SECRETS'],
    kyverno: ['restrict-secret-role-verbs'],
  },
  bad: [
    {
      title: 'Secrets without their names',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets] # ✖ ClusterRole "reader" can read all Secrets
            verbs: [get, list]
      `,
    },
  ],
  good: [
    {
      title: 'one Secret',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            resourceNames: [database]
            verbs: [get]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.readSecrets, PERMISSIONS.changeSecrets),
})
