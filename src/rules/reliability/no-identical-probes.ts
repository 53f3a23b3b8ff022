import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Container } from '../../model/kinds.ts'
type Probe = NonNullable<Container['livenessProbe']>

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow a liveness probe that asks the same as the readiness probe, and gives up no later.',
  why: 'When the program is merely busy, the pod should only get no traffic for a while; with the same probe for both it is killed as well, and the others get its load.',
  howToFix: 'Let the liveness probe ask something that fails only when a restart helps, give it a larger `failureThreshold`, or leave it out.',
  references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  peers: { 'kube-score': ['pod-probes-identical'], kyverno: ['ensure-probes-different'] },
  longRunningOnly: true,
  bad: [
    {
      title: 'both ask for the same page',
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
              livenessProbe: # ✖ Container "app" has the same liveness and readiness probe
                httpGet:
                  path: /health
                  port: http
              readinessProbe:
                httpGet:
                  path: /health
                  port: 8080
      `,
    },
  ],
  good: [
    {
      title: 'the liveness probe is more patient',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              livenessProbe:
                failureThreshold: 10
                httpGet:
                  path: /health
                  port: 8080
              readinessProbe:
                httpGet:
                  path: /health
                  port: 8080
      `,
    },
  ],
  visit: {
    container({ value, name, at, partial }, { report }) {
      const { livenessProbe: liveness, readinessProbe: readiness, ports = [] } = value
      if (partial || liveness === undefined || readiness === undefined || patience(liveness) > patience(readiness)) return
      const numbers = new Map(ports.map((port) => [port.name as string | number | undefined, port.containerPort]))
      const asked = question(liveness, numbers)
      if (asked !== undefined && asked === question(readiness, numbers)) report(at('livenessProbe'), `Container "${name}" has the same liveness and readiness probe`)
    },
  },
})

/** For how many seconds it may fail. */
const patience = ({ failureThreshold = 3, periodSeconds = 10 }: Probe): number => failureThreshold * periodSeconds

/** What it asks of the container, as a text to compare; undefined without a handler. */
function question({ exec, grpc, httpGet, tcpSocket }: Probe, numbers: ReadonlyMap<string | number | undefined, number | undefined>): string | undefined {
  const numberOf = (port: string | number | undefined) => numbers.get(port) ?? port
  if (exec !== undefined) return JSON.stringify(exec.command)
  if (grpc !== undefined) return JSON.stringify([grpc.port, grpc.service ?? ''])
  if (tcpSocket !== undefined) return JSON.stringify(['tcp', tcpSocket.host ?? '', numberOf(tcpSocket.port)])
  if (httpGet === undefined) return undefined
  const { host = '', httpHeaders = [], path = '/', port, scheme = 'HTTP' } = httpGet
  return JSON.stringify(['http', scheme, host, numberOf(port), path, httpHeaders.map((header) => [header.name, header.value])])
}
