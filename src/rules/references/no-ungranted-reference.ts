import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { ByNamespace } from '../../model/by-namespace.ts'
import { groupOf } from '../../model/definition.ts'
import { knownObjects } from '../../model/known-objects.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { usesOf } from '../../model/references.ts'
import type { RunIndex } from '../../model/run-index.ts'
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
    const user = userKey(groupOf(object.apiVersion), object.kind, object.namespace)
    if (grantsOf(index).of(namespace).some((grants) => grants.get(user)?.some((granted) => granted.has(kind) || granted.has(`${kind} ${name}`)) === true)) continue
    report(place, `${kind} "${name}" is in namespace "${namespace}", where no ReferenceGrant allows ${object.kind}s of namespace "${object.namespace}" to use it`)
  }
}

/** By who uses something: what each grant for it allows, by kind, or by kind and name. */
type Grants = ReadonlyMap<string, readonly ReadonlySet<string>[]>

const known = new WeakMap<RunIndex, ByNamespace<KubernetesObject, Grants>>()

function grantsOf(index: RunIndex): ByNamespace<KubernetesObject, Grants> {
  let found = known.get(index)
  if (found === undefined) known.set(index, (found = new ByNamespace(index.objects.filter(({ kind }) => kind === 'ReferenceGrant'), readGrants)))
  return found
}

function readGrants(all: readonly KubernetesObject[]): Grants {
  const grants = new Map<string, ReadonlySet<string>[]>()
  for (const { value } of all) {
    const { from, to } = mapOf(value['spec'])
    const granted = new Set(listOf(to).map(mapOf).flatMap((each) => ((each['group'] ?? '') !== '' ? [] : each['name'] === undefined || each['name'] === '' ? `${each['kind']}` : `${each['kind']} ${each['name']}`)))
    for (const { group, kind, namespace } of listOf(from).map(mapOf)) {
      const user = userKey(group, kind, namespace)
      const list = grants.get(user)
      if (list === undefined) grants.set(user, [granted])
      else if (list.at(-1) !== granted) list.push(granted)
    }
  }
  return grants
}

const userKey = (...parts: readonly unknown[]): string => JSON.stringify(parts)
