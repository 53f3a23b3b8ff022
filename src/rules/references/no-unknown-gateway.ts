import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportKeys, reportUses } from '../../engine/reference-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a route whose Gateway, or listener, is not there.',
  why: 'The route is accepted, and no traffic ever reaches it.',
  howToFix: 'Write the name of a Gateway and one of its listeners. What lives elsewhere can be named in the setting `external`: `Gateway/infra/*`.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#parentreference'],
  peers: { kubevious: ['http-route/gateway-ref'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
        spec:
          parentRefs:
            - name: pubilc # ✖ Gateway "pubilc" is not in these manifests; did you mean "public"?
              sectionName: https
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: https
              protocol: HTTPS
              port: 443
      `,
      fixed: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
        spec:
          parentRefs:
            - name: public
              sectionName: https
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: https
              protocol: HTTPS
              port: 443
      `,
    },
    {
      title: 'a listener that it does not have',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
        spec:
          parentRefs:
            - name: public
              sectionName: web # ✖ Gateway "public" has no listener "web", only "https"
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: https
              protocol: HTTPS
              port: 443
      `,
    },
  ],
  good: [
    {
      title: 'a listener of the Gateway',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
        spec:
          parentRefs:
            - name: public
              sectionName: https
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: https
              protocol: HTTPS
              port: 443
      `,
    },
    {
      title: 'a Gateway that is elsewhere',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
        spec:
          parentRefs:
            - name: public
              sectionName: https
      `,
    },
  ],
  visit: {
    GRPCRoute: (object, context) => reportUses(object, GATEWAY, context, judge),
    HTTPRoute: (object, context) => reportUses(object, GATEWAY, context, judge),
    TCPRoute: (object, context) => reportUses(object, GATEWAY, context, judge),
    TLSRoute: (object, context) => reportUses(object, GATEWAY, context, judge),
    UDPRoute: (object, context) => reportUses(object, GATEWAY, context, judge),
  },
})

const GATEWAY: ReadonlySet<string> = new Set(['Gateway'])
const judge = reportKeys('listener')
