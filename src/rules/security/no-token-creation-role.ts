import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can create tokens of service accounts.',
  why: 'A token is all it takes to be a service account: whoever may create them has the permissions of every service account of the namespace.',
  howToFix: 'Name the service accounts that are meant in `resourceNames`.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request'],
  peers: {
    kubescape: ['C-0282'],
  },
  bad: [
    {
      title: 'tokens of any account',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: issuer
        rules:
          - apiGroups: [""]
            resources: [serviceaccounts/token] # ✖ Role "issuer" can create tokens of service accounts
            verbs: [create]
      `,
    },
  ],
  good: [
    {
      title: 'of one account',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: issuer
        rules:
          - apiGroups: [""]
            resources: [serviceaccounts/token]
            resourceNames: [builder]
            verbs: [create]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.createTokens),
})
