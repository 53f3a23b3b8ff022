import type { NetworkPolicy } from 'kubernetes-types/networking/v1'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isEmptySelector, type LabelSelector } from '../../formats/selector.ts'
import { ByNamespace } from '../../model/by-namespace.ts'
import { directionsOf } from '../../model/network-policies.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { RunIndex } from '../../model/run-index.ts'

const DIRECTIONS = ['ingress', 'egress'] as const

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a network policy for each namespace that denies what no other allows.',
  why: 'Without it each new pod is open to the whole cluster until somebody thinks of a policy for it.',
  howToFix: 'Add a NetworkPolicy with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no rules; then allow what is needed, DNS first.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies'],
  peers: {
    kubescape: ['C-0049', 'C-0054', 'C-0206'],
    kubeaudit: ['MissingDefaultDenyEgressNetworkPolicy', 'MissingDefaultDenyIngressNetworkPolicy', 'MissingDefaultDenyIngressAndEgressNetworkPolicy'],
    kyverno: ['add-network-policy'],
  },
  crossObject: true,
  options: {
    directions: { default: ['ingress', 'egress'], description: 'Directions that have to be denied: `ingress`, `egress`.' },
    exempt: { default: ['kube-system', 'kube-public', 'kube-node-lease', 'default'], description: 'Namespaces that are left alone.' },
  },
  bad: [
    {
      title: 'no policy',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop # ✖ Namespace "shop" has no network policy that denies connections to its pods by default
      `,
    },
  ],
  good: [
    {
      title: 'one for both directions',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny
          namespace: shop
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    },
  ],
  visit: {
    Namespace(namespace, { index, options, report }) {
      if (index.hasOtherPolicies || options.exempt.includes(namespace.name)) return
      const denied = denials(index).of(namespace.name)
      const open = DIRECTIONS.find((direction) => options.directions.includes(direction) && !denied.some((directions) => directions.includes(direction)))
      if (open !== undefined) report(namespace.at('metadata', 'name'), `Namespace "${namespace.name}" has no network policy that denies connections ${open === 'ingress' ? 'to' : 'from'} its pods by default`)
    },
  },
})

const known = new WeakMap<RunIndex, ByNamespace<KubernetesObject<NetworkPolicy>, readonly string[]>>()

/** The directions in which some policy denies all that no other allows. */
function denials(index: RunIndex): ByNamespace<KubernetesObject<NetworkPolicy>, readonly string[]> {
  let found = known.get(index)
  if (found === undefined) known.set(index, (found = new ByNamespace(index.ofKind('NetworkPolicy'), deniedBy)))
  return found
}

function deniedBy(policies: readonly KubernetesObject<NetworkPolicy>[]): readonly string[] {
  const forAll = policies.filter((policy) => isEmptySelector((policy.value.spec?.podSelector ?? {}) as LabelSelector))
  return DIRECTIONS.filter((direction) => forAll.some((policy) => directionsOf(policy).includes(direction) && (policy.value.spec?.[direction] ?? []).length === 0))
}
