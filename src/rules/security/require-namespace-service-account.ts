import { defineRule, yaml } from '../../engine/define-rule.ts'
import { mayShareNamespace } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a service account other than "default" in each namespace.',
  why: 'Where there is none, all programs of the namespace run as "default", and share its permissions.',
  howToFix: 'Add a ServiceAccount for each program.',
  references: ['https://kubernetes.io/docs/concepts/security/service-accounts/'],
  peers: { kubescape: ['C-0189'] },
  crossObject: true,
  bad: [
    {
      title: 'none',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop # ✖ Namespace "shop" has no service account of its own
      `,
    },
  ],
  good: [
    {
      title: 'one',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
      `,
    },
  ],
  visit: {
    Namespace(namespace, { index, report }) {
      if (index.ofKind('ServiceAccount').some((account) => account.name !== 'default' && mayShareNamespace(account.namespace, namespace.name))) return
      report(namespace.at('metadata', 'name'), `Namespace "${namespace.name}" has no service account of its own`)
    },
  },
})
