import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow Ingresses for every host.',
  why: 'It gets the requests for all names that nothing else claims, and for those that somebody else in the cluster means to claim.',
  howToFix: 'Name the hosts. A wildcard that is meant, such as one for each tenant, goes into `allow`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards'],
  peers: {
    datree: ['INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE'],
    gatekeeper: ['block-wildcard-ingress'],
    kyverno: ['restrict-ingress-wildcard', 'disallow-empty-ingress-host', 'restrict-ingress-defaultbackend'],
  },
  options: {
    allow: { default: [], description: 'Hosts with a wildcard that are fine, such as `*.example.com`.' },
  },
  bad: [
    {
      title: 'no host',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          rules:
            - http: # ✖ Ingress "web" is for every host
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
            - host: "*.example.com" # ✖ Ingress "web" is for every host in "example.com"
      `,
    },
    {
      title: 'a backend for everything',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          defaultBackend: # ✖ Ingress "web" is for every host
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  good: [
    {
      title: 'a host',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          rules:
            - host: web.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { options, report }) {
      const { rules = [], defaultBackend } = ingress.value.spec ?? {}
      if (rules.length === 0 && defaultBackend !== undefined) report(ingress.at('spec', 'defaultBackend'), `Ingress "${ingress.name}" is for every host`)
      for (const [index, { host = '' }] of rules.entries()) {
        if (options.allow.includes(host)) continue
        if (host === '' || host === '*') report(ingress.at('spec', 'rules', index, 'host'), `Ingress "${ingress.name}" is for every host`)
        else if (host.startsWith('*.')) report(ingress.at('spec', 'rules', index, 'host'), `Ingress "${ingress.name}" is for every host in "${host.slice(2)}"`)
      }
    },
  },
})
