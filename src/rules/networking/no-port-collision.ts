import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { ContainerView } from '../../model/object.ts'
import type { Place } from '../../model/place.ts'

interface Listener {
  container: ContainerView
  place: Place
  hostPort: number
  hostIP: string
}

const ANY_ADDRESS = ['', '0.0.0.0', '::']
const overlap = (a: string, b: string) => a === b || ANY_ADDRESS.includes(a) || ANY_ADDRESS.includes(b)

export default defineRule({
  severity: 'warning',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two containers of a pod on the same port.',
  why: 'The containers of a pod share one network: the second program that binds the port fails with "address already in use", and its container restarts for ever.',
  howToFix: 'Let one of the programs listen on another port, or delete the port from the container that does not listen on it.',
  references: ['https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking'],
  peers: {},
  bad: [
    {
      title: 'a sidecar on the port of the app',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - containerPort: 8080 # ✖ Container "proxy" declares port 8080/TCP, as container "app" does
      `,
    },
    {
      title: 'a host port that two addresses share',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - containerPort: 8080
                  hostPort: 80
            - name: proxy
              image: example.com/proxy:1.0
              ports:
                - containerPort: 8081
                  hostPort: 80 # ✖ Container "proxy" takes host port 80/TCP, as container "app" does
                  hostIP: 10.0.0.1
      `,
    },
  ],
  good: [
    {
      title: 'TCP and UDP, and an init container that is done by then',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: dns
        spec:
          initContainers:
            - name: probe
              image: example.com/probe:1.0
              ports:
                - containerPort: 53
          containers:
            - name: udp
              image: example.com/dns:1.0
              ports:
                - containerPort: 53
                  protocol: UDP
            - name: tcp
              image: example.com/dns:1.0
              ports:
                - containerPort: 53
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const byPort = new Map<string, Listener>()
      const byHostPort = new Map<string, Listener[]>()
      // The server itself gives the ports of a Pod on the host's network a host port, but not those of a template.
      const onHost = pod.value.hostNetwork === true && pod.object.kind === 'Pod'
      for (const container of pod.containers) {
        if (!container.longRunning) continue
        for (const [index, { containerPort = 0, protocol = 'TCP', ...port }] of (container.value.ports ?? []).entries()) {
          const listener = { container, place: container.at('ports', index, 'containerPort'), hostPort: port.hostPort || (onHost ? containerPort : 0), hostIP: port.hostIP ?? '' }
          const name = `${containerPort}/${protocol}`
          const sharers = listener.hostPort === 0 ? [] : (byHostPort.get(`${listener.hostPort}/${protocol}`) ?? [])
          if (listener.hostPort !== 0) byHostPort.set(`${listener.hostPort}/${protocol}`, [...sharers, listener])
          const other = byPort.get(name)
          if (other === undefined) byPort.set(name, listener)
          if (sharers.some((sharer) => isRefused(sharer, listener))) continue
          if (other !== undefined && other.container !== container) {
            report(listener.place, `Container "${container.name}" declares port ${name}, as container "${other.container.name}" does`, undefined, { related: [{ place: other.place, message: 'declared here' }] })
            continue
          }
          const sharer = sharers.find(({ hostIP }) => overlap(hostIP, listener.hostIP))
          if (sharer === undefined) continue
          const place = container.at('ports', index, 'hostPort')
          report(place, `Container "${container.name}" takes host port ${listener.hostPort}/${protocol}, as container "${sharer.container.name}" does`, undefined, { related: [{ place: sharer.place, message: 'taken here' }] })
        }
      }
    },
  },
})

/** The API server compares the host ports of main containers, and lists of init containers each for itself: what it refuses is reported as that. */
const isRefused = (a: Listener, b: Listener) => a.hostIP === b.hostIP && (a.container === b.container || (a.container.role === 'main' && b.container.role === 'main'))
