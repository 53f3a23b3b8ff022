import { defineRule, yaml } from '../../engine/define-rule.ts'

/** Annotations that went into the configuration without a check. */
const NAMES = ['auth-url', 'auth-tls-match-cn', 'mirror-target', 'mirror-host']

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow annotations of ingress-nginx that break out of their value.',
  why: 'Before 1.11.5 and 1.12.1, ingress-nginx writes these values into its configuration as they are. A quote, a brace or a line break begins configuration of its own, which runs code in the controller (CVE-2025-24514, CVE-2025-1097, CVE-2025-1098).',
  howToFix: 'Write a plain URL, host or name, and update the controller.',
  references: ['https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/', 'https://github.com/kubernetes/kubernetes/issues/131006'],
  peers: { trivy: ['KCV-0093'] },
  bad: [
    {
      title: 'a brace that ends the block around the URL',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/auth-url: "http://example.com/#;}}} ssl_engine /proc/1/fd/9;" # ✖ "nginx.ingress.kubernetes.io/auth-url" holds ";", which begins configuration of its own
        spec:
          ingressClassName: nginx
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  good: [
    {
      title: 'a URL with variables of nginx, a pattern for names',
      yaml: yaml`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/auth-url: https://$host/oauth2/auth?rd=$scheme://$host$escaped_request_uri
            nginx.ingress.kubernetes.io/auth-tls-match-cn: CN=(web|api)
        spec:
          ingressClassName: nginx
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { report }) {
      const annotations = ingress.value.metadata?.annotations ?? {}
      for (const name of NAMES) {
        const key = `nginx.ingress.kubernetes.io/${name}`
        const found = Object.hasOwn(annotations, key) ? /[;"`\r\n]|[{}](?![\w,]*\})/.exec((annotations[key] ?? '').trim().replaceAll(/\$\{\w+\}/g, ''))?.[0] : undefined
        if (found !== undefined) report(ingress.at('metadata', 'annotations', key), `"${key}" holds ${found === '\n' || found === '\r' ? 'a line break' : `"${found}"`}, which begins configuration of its own`)
      }
    },
  },
})
