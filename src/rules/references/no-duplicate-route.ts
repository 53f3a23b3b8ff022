import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { Step } from '../../model/field-path.ts'
import type { KindMap } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two Ingresses that send the same host and path to different Services.',
  why: 'Which of them wins depends on the controller and on which is older: requests go where nobody expects them.',
  howToFix: 'Give each path one Ingress, or the Ingresses different classes.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches'],
  peers: { kubevious: ['ingress-unique-route-rules'], gatekeeper: ['uniqueingresshost'], kyverno: ['unique-ingress-host-and-path', 'unique-ingress-paths'] },
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
  bad: [
    {
      title: 'one path for two Services',
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
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: web.example.com
              http:
                paths:
                  - path: / # ✖ Path "/" of host "web.example.com" already leads to Service "web" by Ingress "web"
                    pathType: Prefix
                    backend:
                      service:
                        name: shop
                        port:
                          number: 80
      `,
    },
  ],
  good: [
    {
      title: 'two hosts',
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
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: shop
                        port:
                          number: 80
      `,
    },
  ],
  visit: {
    Ingress(ingress, { index, options, report }) {
      const routes = twins(index, 'routes', options.references as TwinScope, () => index.ofKind('Ingress').flatMap(routesOf))
      for (const route of routesOf(ingress)) {
        const first = routes.firstOf({ ...route, item: route.item })
        if (first === undefined || first.leadsTo === route.item.leadsTo) continue
        const { host, path, place } = route.item
        report(place, `Path "${path}" of ${host === '' ? 'any host' : `host "${host}"`} already leads to ${first.leadsTo} by Ingress "${first.ingress}"`, undefined, { related: [{ place: first.place, message: `Ingress "${first.ingress}"` }] })
      }
    },
  },
})

interface Route {
  readonly ingress: string
  readonly host: string
  readonly path: string
  readonly leadsTo: string
  readonly place: Place
}

const known = new WeakMap<object, readonly Candidate<Route>[]>()

/** Each route once, so that it can be told from another one. */
function routesOf(ingress: KubernetesObject<KindMap['Ingress']>): readonly Candidate<Route>[] {
  let routes = known.get(ingress)
  if (routes === undefined) known.set(ingress, (routes = readRoutes(ingress)))
  return routes
}

function readRoutes(ingress: KubernetesObject<KindMap['Ingress']>): readonly Candidate<Route>[] {
  const { ingressClassName, rules = [] } = ingress.value.spec ?? {}
  const annotations = ingress.value.metadata?.annotations ?? {}
  // The canary of ingress-nginx, and others that are told apart by annotations.
  if (Object.keys(annotations).some((name) => /canary|conditions\.|group\.order/.test(name))) return []
  const className = ingressClassName ?? annotations['kubernetes.io/ingress.class'] ?? ''
  const at = ingress.at as (...steps: Step[]) => Place
  return rules.flatMap(({ host = '', http }, rule) =>
    (http?.paths ?? []).flatMap(({ path = '/', pathType, backend }, index): Candidate<Route>[] => {
      const { name, port } = backend?.service ?? {}
      if (name === undefined) return []
      const leadsTo = `Service "${name}"${ingress.namespace === '' ? '' : ` in namespace "${ingress.namespace}"`}`
      const item = { ingress: ingress.name, host, path, leadsTo, place: at('spec', 'rules', rule, 'http', 'paths', index, 'path') }
      return [{ id: JSON.stringify([className, host, path, pathType, port === undefined]), file: ingress.source.file, item }]
    }),
  )
}
