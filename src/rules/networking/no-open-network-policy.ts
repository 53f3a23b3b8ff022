import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below, type Place } from '../../model/place.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { KindMap } from '../../model/kinds.ts'

const EVERYTHING: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0'])

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow network policies that allow every connection.',
  why: 'Policies add up: one that allows everything takes the effect from all others for its pods.',
  howToFix: 'Name the pods, namespaces or addresses that may connect. Ports alone are fine: they limit what is open to everybody.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies'],
  peers: {
    kubeaudit: ['AllowAllIngressNetworkPolicyExists', 'AllowAllEgressNetworkPolicyExists'],
    popeye: ['1203'],
  },
  options: {
    directions: { default: ['ingress', 'egress'], description: 'Directions that are looked at: `ingress`, `egress`.' },
  },
  bad: [
    {
      title: 'everything in, and everything out',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: open
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
          ingress:
            - {} # ✖ NetworkPolicy "open" allows connections from everywhere
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0 # ✖ NetworkPolicy "open" allows connections to everywhere
      `,
    },
  ],
  good: [
    {
      title: 'nothing, some pods, one port, and the internet without the network inside',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: closed
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes: [Ingress, Egress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: proxy
            - ports:
                - port: 8080
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
                    except: [10.0.0.0/8]
      `,
    },
  ],
  visit: {
    NetworkPolicy(policy, { options, report }) {
      const { ingress = [], egress = [] } = policy.value.spec ?? {}
      const lists = [
        ['ingress', ingress.map(({ from, ports }) => ({ peers: from, ports })), 'from'],
        ['egress', egress.map(({ to, ports }) => ({ peers: to, ports })), 'to'],
      ] as const
      for (const [field, rules, word] of lists) {
        if (!options.directions.includes(field)) continue
        for (const [index, { peers = [], ports = [] }] of rules.entries()) {
          if (ports.length > 0) continue
          const open = peers.findIndex(({ ipBlock }) => ipBlock !== undefined && EVERYTHING.has(ipBlock.cidr ?? '') && (ipBlock.except ?? []).length === 0)
          if (peers.length > 0 && open === -1) continue
          const rule = placeOfRule(policy, field, index)
          report(open === -1 ? rule : below(rule, word, open, 'ipBlock', 'cidr'), `NetworkPolicy "${policy.name}" allows connections ${word} everywhere`)
        }
      }
    },
  },
})

function placeOfRule(policy: KubernetesObject<KindMap['NetworkPolicy']>, field: 'ingress' | 'egress', index: number): Place {
  return field === 'ingress' ? policy.at('spec', 'ingress', index) : policy.at('spec', 'egress', index)
}
