import { defineRule, yaml } from '../../engine/define-rule.ts'

/** By which the controllers of clouds get a certificate: of AWS, Google, Tailscale and Traefik. */
const CERTIFICATE = /^(?:alb\.ingress\.kubernetes\.io\/certificate-arn|ingress\.gcp\.kubernetes\.io\/pre-shared-cert|networking\.gke\.io\/managed-certificates|traefik\.ingress\.kubernetes\.io\/router\.tls)/

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require TLS for Ingresses.',
  why: 'Without it everybody on the way can read and change what is sent, passwords and cookies included.',
  howToFix: 'Add `tls` with the hosts and the Secret of their certificate; cert-manager makes and renews it. Where a load balancer in front ends TLS, name the class in `classes`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  peers: {
    polaris: ['tlsSettingsMissing'],
    kubescape: ['C-0263'],
    gatekeeper: ['httpsonly'],
    kics: ['Ingress Without TLS(newer list)'],
    kyverno: ['require-ingress-https'],
  },
  options: {
    classes: { default: [], description: 'Ingress classes for which something else ends TLS.' },
  },
  bad: [
    {
      title: 'a host without a certificate',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec: # ✖ Ingress "web" has no TLS
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
  good: [
    {
      title: 'with one',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          tls:
            - hosts: [web.example.com]
              secretName: web-tls
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
    {
      title: 'a certificate from the load balancer',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-central-1:111122223333:certificate/5f8a2c
        spec:
          ingressClassName: alb
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { options, report }) {
      const { metadata: { annotations = {} } = {}, spec = {} } = ingress.value
      const ingressClass = spec.ingressClassName ?? annotations['kubernetes.io/ingress.class'] ?? ''
      if ((spec.tls ?? []).length > 0 || options.classes.includes(ingressClass) || Object.keys(annotations).some((key) => CERTIFICATE.test(key))) return
      report(ingress.at('spec', 'tls'), `Ingress "${ingress.name}" has no TLS`)
    },
  },
})
