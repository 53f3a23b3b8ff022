import { defineRule, yaml } from '../../engine/define-rule.ts'
import { dnsSubdomain, wildcardDnsSubdomain } from '../../formats/names.ts'
import { nearest } from '../../model/nearest.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a host of an Ingress with TLS that no entry of `tls` lists.',
  why: 'For this host the controller answers with its own certificate, which browsers refuse, or without encryption.',
  howToFix: 'Add the host to `hosts` of an entry of `tls`. An entry without `hosts` is for all of them.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  peers: { kyverno: ['ingress-host-match-tls'], kubevious: ['ingress-tls-rule-domain-match'] },
  bad: [
    {
      title: 'a host that is missing',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          tls:
            - secretName: web-tls
              hosts:
                - www.example.com
          rules:
            - host: www.example.com
            - host: shop.example.com # ✖ Host "shop.example.com" is missing from tls
      `,
    },
  ],
  good: [
    {
      title: 'a wildcard',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          tls:
            - secretName: web-tls
              hosts:
                - "*.example.com"
          rules:
            - host: www.example.com
      `,
    },
  ],
  visit: {
    Ingress(ingress, { report }) {
      const { rules = [], tls = [] } = ingress.value.spec ?? {}
      if (tls.length === 0 || tls.some(({ hosts }) => hosts === undefined || hosts.length === 0)) return
      const listed = new Set(tls.flatMap(({ hosts = [] }) => hosts))
      for (const [at, { host }] of rules.entries()) {
        // What is no name of a host is another mistake, and another rule's.
        if (host === undefined || (dnsSubdomain(host) !== undefined && wildcardDnsSubdomain(host) !== undefined) || listed.has(host) || listed.has(host.replace(/^[^.]+/, '*'))) continue
        const meant = nearest(host, [...listed].slice(0, MOST_LISTED))
        report(ingress.at('spec', 'rules', at, 'host'), `Host "${host}" is missing from tls${meant !== undefined && !rules.some((rule) => rule.host === meant) ? `; did you mean "${meant}"?` : ''}`)
      }
    },
  },
})

const MOST_LISTED = 20
