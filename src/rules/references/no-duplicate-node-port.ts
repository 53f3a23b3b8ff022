import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import type { KindMap } from '../../model/kinds.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two Services with the same port of the nodes.',
  why: 'Every node has each of its ports once: the API server refuses the second Service with "provided port is already allocated".',
  howToFix: 'Choose another `nodePort`, or leave it out to have one assigned.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
  bad: [
    {
      title: 'one port for two Services',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort
          selector:
            app: web
          ports:
            - port: 80
              nodePort: 30080
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: admin
        spec:
          type: NodePort
          selector:
            app: admin
          ports:
            - port: 80
              nodePort: 30080 # ✖ nodePort 30080/TCP is already used by Service "web"
      `,
    },
  ],
  good: [
    {
      title: 'a port for each, and one by two protocols',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          type: NodePort
          selector:
            app: web
          ports:
            - port: 80
              nodePort: 30080
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: admin
        spec:
          type: NodePort
          selector:
            app: admin
          ports:
            - port: 80
              protocol: UDP
              nodePort: 30080
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: inside
        spec:
          selector:
            app: web
          ports:
            - port: 80
              nodePort: 30080
      `,
    },
  ],
  visit: {
    Service(service, { index, options, report }) {
      const services = twins(index, 'node ports', options.references as TwinScope, () => index.ofKind('Service').flatMap(candidates))
      for (const own of candidates(service)) {
        const first = services.firstOf(own)
        // The same Service again is another mistake.
        if (first === undefined || (first.name === service.name && first.namespace === service.namespace)) continue
        const at = service.value.spec!.ports!.findIndex((port) => idOf(port) === own.id)
        report(service.at('spec', 'ports', at, 'nodePort'), `nodePort ${own.id} is already used by Service "${first.name}"`, undefined, { related: [{ place: first.at('spec', 'ports'), message: first.label }] })
      }
    },
  },
})

type Service = KubernetesObject<KindMap['Service']>

const idOf = ({ nodePort, protocol = 'TCP' }: { readonly nodePort?: number | undefined; readonly protocol?: string | undefined }): string => `${nodePort}/${protocol}`

/** A Service of another type is refused for its port of nodes. */
function candidates(item: Service): Candidate<Service>[] {
  const { type, ports = [] } = item.value.spec ?? {}
  return type !== 'NodePort' && type !== 'LoadBalancer' ? [] : ports.flatMap((port) => (port.nodePort === undefined || port.nodePort === 0 ? [] : [{ id: idOf(port), file: item.source.file, item }]))
}
