import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { groupOf } from '../../model/definition.ts'
import { knownObjects } from '../../model/known-objects.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { usesOf } from '../../model/references.ts'
import { listOf, mapOf } from '../../model/untyped.ts'

const KINDS: ReadonlySet<string> = new Set(['Secret', 'Service'])

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a Gateway or route that uses what another namespace does not grant.',
  why: 'Without a ReferenceGrant in the other namespace the reference is refused (`RefNotPermitted`): a route answers with 500, a listener gets no certificate.',
  howToFix: 'Add a ReferenceGrant to the namespace of what is used, with the kind and namespace of what uses it. A grant that lives elsewhere can be named in the setting `external`: `ReferenceGrant/shop/*`.',
  references: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'a Service of another namespace, granted to another one',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
          namespace: front
        spec:
          rules:
            - backendRefs:
                - name: shop # ✖ Service "shop" is in namespace "back", where no ReferenceGrant allows HTTPRoutes of namespace "front" to use it
                  namespace: back
                  port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
          namespace: back
        spec:
          selector:
            app: shop
          ports:
            - port: 80
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata:
          name: routes
          namespace: back
        spec:
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: test
          to:
            - group: ""
              kind: Service
      `,
    },
  ],
  good: [
    {
      title: 'a grant',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
          namespace: front
        spec:
          rules:
            - backendRefs:
                - name: shop
                  namespace: back
                  port: 80
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
          namespace: back
        spec:
          selector:
            app: shop
          ports:
            - port: 80
        ---
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata:
          name: routes
          namespace: back
        spec:
          from:
            - group: gateway.networking.k8s.io
              kind: HTTPRoute
              namespace: front
          to:
            - group: ""
              kind: Service
              name: shop
      `,
    },
    {
      title: 'a namespace of which nothing is here',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata:
          name: web
          namespace: front
        spec:
          rules:
            - backendRefs:
                - name: shop
                  namespace: back
                  port: 80
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: front
      `,
    },
  ],
  visit: {
    Gateway: look,
    GRPCRoute: look,
    HTTPRoute: look,
    TCPRoute: look,
    TLSRoute: look,
    UDPRoute: look,
  },
})

function look(object: KubernetesObject, { index, report }: Context): void {
  for (const use of usesOf(object, KINDS)) {
    const { kind, name, namespace, place } = use
    if (object.namespace === '' || namespace === '' || namespace === object.namespace) continue
    const known = knownObjects(index)
    // What is not among the files may be granted where it is.
    if (known.isExternal('ReferenceGrant', namespace) || !known.find(use).some((found) => found.namespace === namespace)) continue
    const grants = index.objects.filter((each) => each.kind === 'ReferenceGrant' && (each.namespace === namespace || each.namespace === ''))
    if (grants.some((grant) => allows(grant, object, kind, name))) continue
    report(place, `${kind} "${name}" is in namespace "${namespace}", where no ReferenceGrant allows ${object.kind}s of namespace "${object.namespace}" to use it`)
  }
}

function allows({ value }: KubernetesObject, user: KubernetesObject, kind: string, name: string): boolean {
  const { from, to } = mapOf(value['spec'])
  const group = groupOf(user.apiVersion)
  const isFrom = listOf(from).map(mapOf).some((each) => each['group'] === group && each['kind'] === user.kind && each['namespace'] === user.namespace)
  return isFrom && listOf(to).map(mapOf).some((each) => (each['group'] ?? '') === '' && each['kind'] === kind && (each['name'] === undefined || each['name'] === '' || each['name'] === name))
}
