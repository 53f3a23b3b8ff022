import { defineRule, yaml } from '../../engine/define-rule.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow a service account "default" that gives its token to pods.',
  why: 'Every pod of the namespace that names no account gets it, whether it talks to the API server or not.',
  howToFix: 'Set `automountServiceAccountToken: false`, and give programs that need a token a ServiceAccount of their own.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting'],
  peers: {
    checkov: ['CKV_K8S_41'],
    kubescape: ['C-0189', 'C-0225'],
    kics: ['Default Service Account In Use'],
    datree: ['CIS_INVALID_VALUE_AUTOMOUNTSERVICEACCOUNTTOKEN'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a token for all pods',
      yaml: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default # ✖ The service account "default" gives its token to pods
          namespace: shop
      `,
      fixed: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `,
    },
  ],
  good: [
    {
      title: 'no token',
      yaml: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: default
          namespace: shop
        automountServiceAccountToken: false
      `,
    },
  ],
  visit: {
    ServiceAccount(account, { report }) {
      if (account.name !== 'default' || account.value.automountServiceAccountToken === false) return
      const place = account.at('automountServiceAccountToken')
      report(shownAt(place, account.at('metadata', 'name')), 'The service account "default" gives its token to pods', (fixer) =>
        place.node === -1 ? fixer.insertBelow(account.at(), ['automountServiceAccountToken'], false) : fixer.replaceValue(place, 'false'),
      )
    },
  },
})
