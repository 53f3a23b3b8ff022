import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow rules of a NetworkPolicy for a direction that its policyTypes leave out.',
  why: 'The policy applies only to the directions that `policyTypes` lists: rules for the other one are stored and never looked at, and that traffic stays as open as before.',
  howToFix: 'Add `Ingress` or `Egress` to `policyTypes`, or remove the rules that are not meant.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource'],
  peers: {},
  bad: [
    {
      title: 'rules for connections to the outside in a policy for those from it',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes:
            - Ingress
          ingress:
            - from:
                - podSelector: {}
          egress: # ✖ egress has no effect, since policyTypes does not list "Egress"
            - to:
                - podSelector: {}
      `,
    },
  ],
  good: [
    {
      title: 'both directions',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes:
            - Ingress
            - Egress
          ingress:
            - from:
                - podSelector: {}
          egress:
            - to:
                - podSelector: {}
      `,
    },
    {
      title: 'without policyTypes, where the rules tell the directions',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels:
              app: web
          egress:
            - to:
                - podSelector: {}
      `,
    },
  ],
  visit: {
    NetworkPolicy(policy, { report }) {
      const { policyTypes = [], ingress = [], egress = [] } = policy.value.spec ?? {}
      if (policyTypes.length === 0) return
      const listed = policyTypes.map((type) => type.toLowerCase())
      if (egress.length > 0 && !listed.includes('egress')) report(atKey(policy.at('spec', 'egress')), 'egress has no effect, since policyTypes does not list "Egress"')
      if (ingress.length > 0 && !listed.includes('ingress')) report(atKey(policy.at('spec', 'ingress')), 'ingress has no effect, since policyTypes does not list "Ingress"')
    },
  },
})
