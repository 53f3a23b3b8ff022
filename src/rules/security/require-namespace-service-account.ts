import type { ServiceAccount } from 'kubernetes-types/core/v1'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { ByNamespace } from '../../model/by-namespace.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { RunIndex } from '../../model/run-index.ts'

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
      if (ownAccounts(index).of(namespace.name).some(Boolean)) return
      report(namespace.at('metadata', 'name'), `Namespace "${namespace.name}" has no service account of its own`)
    },
  },
})

type Accounts = ByNamespace<KubernetesObject<ServiceAccount>, boolean>
const known = new WeakMap<RunIndex, Accounts>()

/** Whether there is one beside the one that each namespace gets. */
function ownAccounts(index: RunIndex): Accounts {
  let found = known.get(index)
  if (found === undefined) known.set(index, (found = new ByNamespace(index.ofKind('ServiceAccount'), (accounts) => accounts.some(({ name }) => name !== 'default'))))
  return found
}
