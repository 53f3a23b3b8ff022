import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { below } from '../../model/place.ts'

interface Listener {
  readonly name?: unknown
  readonly port?: unknown
  readonly protocol?: unknown
  readonly hostname?: unknown
}

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two listeners of a Gateway with the same name, or for the same traffic.',
  why: 'A route names a listener by its name, and the Gateway picks one by port, protocol and host: the definition of the kind refuses two that cannot be told apart.',
  howToFix: 'Give each listener a name of its own, and a port, protocol or `hostname` that no other one has.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec'],
  peers: { kubevious: ['gateway/unique-listeners'] },
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'a name twice',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: web
              protocol: HTTP
              port: 80
            - name: web # ✖ Listener "web" has the same name as listeners[0]
              protocol: HTTPS
              port: 443
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    },
    {
      title: 'a port, protocol and host twice',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: web
              protocol: HTTP
              port: 80
              hostname: shop.example.com
            - name: shop # ✖ Listener "shop" has the same port, protocol and hostname as listener "web"
              protocol: HTTP
              port: 80
              hostname: shop.example.com
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    },
  ],
  good: [
    {
      title: 'two hosts on one port',
      yaml: yaml`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: public
        spec:
          gatewayClassName: example
          listeners:
            - name: web
              protocol: HTTP
              port: 80
              hostname: www.example.com
            - name: shop
              protocol: HTTP
              port: 80
              hostname: shop.example.com
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    },
  ],
  visit: {
    Gateway(gateway, { report }) {
      const { listeners } = (gateway.value['spec'] ?? {}) as { listeners?: unknown }
      if (!Array.isArray(listeners)) return
      const names = new Map<string, number>()
      const traffic = new Map<string, { index: number; name: string }>()
      for (const [index, listener] of (listeners as readonly unknown[]).entries()) {
        if (typeof listener !== 'object' || listener === null) continue
        const { name, port, protocol, hostname = '' } = listener as Listener
        if (typeof name !== 'string') continue
        const place = below(gateway.at('spec'), 'listeners', index, 'name')
        const first = names.get(name)
        if (first !== undefined) report(place, `Listener "${name}" has the same name as listeners[${first}]`, undefined, related(gateway, first))
        else names.set(name, index)
        if (first !== undefined || typeof port !== 'number' || typeof protocol !== 'string' || typeof hostname !== 'string') continue
        const key = `${port} ${protocol} ${hostname}`
        const other = traffic.get(key)
        if (other === undefined) traffic.set(key, { index, name })
        else report(place, `Listener "${name}" has the same port, protocol and hostname as listener "${other.name}"`, undefined, related(gateway, other.index))
      }
    },
  },
})

const related = (gateway: KubernetesObject, index: number) => ({ related: [{ place: below(gateway.at('spec'), 'listeners', index, 'name'), message: 'first here' }] })
