import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can change webhooks and admission policies.',
  why: 'A mutating webhook sees and changes every object that it asks for, Secrets too; without the validating ones no policy holds any more.',
  howToFix: 'Name the configurations in `resourceNames`. A program that fills in its own `caBundle` needs `get`, `update` or `patch` of that one alone.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks'],
  peers: {
    trivy: ['KSV-0114'],
    checkov: ['CKV_K8S_155'],
    kubescape: ['C-0281'],
    kyverno: ['restrict-clusterrole-mutating-validating-admission-webhooks'],
  },
  bad: [
    {
      title: 'all webhooks',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations] # ✖ ClusterRole "operator" can change admission control
            verbs: [get, patch]
      `,
    },
  ],
  good: [
    {
      title: 'its own one',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            resourceNames: [shop-operator]
            verbs: [get, patch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.changeWebhooks),
})
