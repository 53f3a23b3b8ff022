import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportKeys, reportUses } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow traffic to a Service, or to a port of it, that is not there.',
  why: 'The Ingress, route or webhook is accepted, but answers every request with 503 or an error: nothing stands behind it.',
  howToFix: 'Write the name and a port of a Service in the same namespace. What lives elsewhere can be named in the setting `external`: `Service/shop/*`.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource', 'https://gateway-api.sigs.k8s.io/reference/spec/#backendref'],
  peers: { 'kube-linter': ['dangling-ingress'], 'kube-score': ['ingress-targets-service'], kubescape: ['C-0298', 'C-0302'], popeye: ['1401', '1402'], kubevious: ['ingress-service-ref', 'ingress-ext-service-ref', 'http-route/backend-ref'], monokle: ['LNK001'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
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
                        name: wbe # ✖ Service "wbe" is not in these manifests; did you mean "web"?
                        port:
                          number: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
      fixed: yaml`
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
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
    {
      title: 'a port that the Service does not have',
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
                          number: 8080 # ✖ Service "web" has no port 8080, only 80, "http"
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
  ],
  good: [
    {
      title: 'a port by its name',
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
                          name: http
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - name: http
              port: 80
      `,
    },
    {
      title: 'a Service that is elsewhere',
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
                        name: other
                        port:
                          number: 80
      `,
    },
  ],
  visit: {
    APIService: (object, context) => reportUses(object, SERVICE, context, judge),
    CustomResourceDefinition: (object, context) => reportUses(object, SERVICE, context, judge),
    GRPCRoute: (object, context) => reportUses(object, SERVICE, context, judge),
    HTTPRoute: (object, context) => reportUses(object, SERVICE, context, judge),
    Ingress: (object, context) => reportUses(object, SERVICE, context, judge),
    MutatingWebhookConfiguration: (object, context) => reportUses(object, SERVICE, context, judge),
    Rollout: (object, context) => reportUses(object, SERVICE, context, judge),
    TCPRoute: (object, context) => reportUses(object, SERVICE, context, judge),
    TLSRoute: (object, context) => reportUses(object, SERVICE, context, judge),
    UDPRoute: (object, context) => reportUses(object, SERVICE, context, judge),
    ValidatingWebhookConfiguration: (object, context) => reportUses(object, SERVICE, context, judge),
  },
})

const SERVICE: ReadonlySet<string> = new Set(['Service'])
const judge = reportKeys('port')
