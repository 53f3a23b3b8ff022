import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isQuotedNumber } from '../../formats/ports.ts'
import { nearest } from '../../model/nearest.ts'

/** Ports on which images of Docker's library listen, and nowhere else unless they are told to. */
const PORTS: ReadonlyMap<string, number> = new Map([
  ['httpd', 80],
  ['mariadb', 3306],
  ['memcached', 11211],
  ['mongo', 27017],
  ['mysql', 3306],
  ['nginx', 80],
  ['postgres', 5432],
  ['redis', 6379],
  ['tomcat', 8080],
])

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow probes on a port that their container does not have.',
  why: 'The probe never succeeds: the container is restarted again and again, or never gets traffic.',
  howToFix: 'Probe a port that the container declares, by its name or its number.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port'],
  peers: { 'kube-linter': ['liveness-port', 'readiness-port', 'startup-port'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a misspelt name',
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
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet:
                  port: htpp # ✖ Container "app" has no port named "htpp", did you mean "http"?
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet:
                  port: http
      `,
    },
    {
      title: 'a port of another image',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: proxy
              image: nginx:1.27
              ports:
                - containerPort: 80
              livenessProbe:
                tcpSocket:
                  port: 8443 # ✖ Container "proxy" is probed on port 8443, but declares port 80
      `,
    },
  ],
  good: [
    {
      title: 'the name of a port, and one for health checks that is not declared',
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
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet:
                  port: http
              livenessProbe:
                httpGet:
                  port: 8081
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { image = '', ports = [], command, args } = container.value
      // A patch may leave the ports to what it patches.
      if (container.partial) return
      for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        for (const handler of ['httpGet', 'tcpSocket'] as const) {
          const action = container.value[probe]?.[handler]
          const port = action?.port
          if (port === undefined || action?.host !== undefined) continue
          const place = container.at(probe, handler, 'port')
          // That is another mistake, and another rule's.
          if (typeof port === 'string' && isQuotedNumber(port)) continue
          if (typeof port === 'string') {
            const names = ports.flatMap(({ name }) => name ?? [])
            const meant = nearest(port, names)
            if (!names.includes(port)) report(place, `Container "${container.name}" has no port named "${port}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, meant))
            continue
          }
          const numbers = ports.flatMap(({ containerPort }) => containerPort ?? [])
          const usual = PORTS.get(nameOf(image))
          if (command === undefined && args === undefined && usual !== undefined && port !== usual && numbers.includes(usual) && !numbers.includes(port)) {
            report(place, `Container "${container.name}" is probed on port ${port}, but declares port ${numbers.join(', ')}`)
          }
        }
      }
    },
  },
})

/** Of an image of Docker's library: its name. */
const nameOf = (image: string): string => /^(?:(?:docker\.io\/)?library\/)?([a-z]+)(?:[:@]|$)/.exec(image)?.[1] ?? ''
