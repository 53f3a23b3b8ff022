import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow Services that claim external IP addresses.',
  why: 'Whoever may create such a Service gets the traffic of the whole cluster to that address, be it that of a payment provider (CVE-2020-8554). The field is deprecated since Kubernetes 1.36.',
  howToFix: 'Use type LoadBalancer, or a Gateway. Addresses that are your own go into `allow`.',
  references: ['https://github.com/kubernetes/kubernetes/issues/97076', 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips'],
  peers: { trivy: ['KSV-0108'], gatekeeper: ['externalip'], kyverno: ['restrict-service-external-ips'] },
  options: {
    allow: { default: [], description: 'Addresses that a Service may claim.' },
  },
  bad: [
    {
      title: 'somebody else\'s address',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 443
          externalIPs:
            - 203.0.113.10 # ✖ Service "web" takes the traffic to 203.0.113.10
      `,
    },
  ],
  good: [
    {
      title: 'no such address',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 443
      `,
    },
  ],
  visit: {
    Service(service, { options, report }) {
      for (const [index, ip] of (service.value.spec?.externalIPs ?? []).entries()) {
        if (!options.allow.includes(ip)) report(service.at('spec', 'externalIPs', index), `Service "${service.name}" takes the traffic to ${ip}`)
      }
    },
  },
})
