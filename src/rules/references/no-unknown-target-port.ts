import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isQuotedNumber } from '../../formats/ports.ts'
import { nearest } from '../../model/nearest.ts'
import type { PodGroup } from '../../model/pod-groups.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a target port of a Service that its pods do not declare.',
  why: 'A name that no container declares leads nowhere: the Service has no endpoints for this port, and every connection is refused.',
  howToFix: 'Write the name of a port that a container of the pods declares, of the same protocol, or its number.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  peers: { popeye: ['1101', '1106'], kubevious: ['service-selector-ref'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: { numeric: { default: false, description: 'Report numbers that no container declares, too. They work all the same: to declare a port is only information.' } },
  bad: [
    {
      title: 'a misspelt port name',
      yaml: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: htpp # ✖ Target port "htpp" of Service "web" is not a TCP port of Pod "web"; did you mean "http"?
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports:
            - port: 80
              targetPort: http
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `,
    },
  ],
  good: [
    {
      title: 'a declared name, and a number that nobody declares',
      yaml: yaml`
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
              targetPort: http
            - name: metrics
              port: 9090
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              ports:
                - name: http
                  containerPort: 8080
      `,
    },
  ],
  visit: {
    Service(service, { index, options, report }) {
      const ports = service.value.spec?.ports ?? []
      if (!ports.some(({ targetPort }) => typeof targetPort === 'string') && !options.numeric) return
      const groups = index.podsOf(service)
      const first = groups[0]?.pods[0]
      if (first === undefined) return
      const count = groups.reduce((sum, { pods }) => sum + pods.length, 0)
      for (const [at, { port = 0, targetPort = port, protocol = 'TCP' }] of ports.entries()) {
        // A number in quotes is another mistake, and another rule's.
        if (typeof targetPort === 'number' ? !options.numeric : isQuotedNumber(String(targetPort))) continue
        if (groups.some((group) => group.declares(targetPort, protocol))) continue
        const place = service.at('spec', 'ports', at, 'targetPort')
        const meant = typeof targetPort === 'string' ? nearest(targetPort, namesOfPorts(groups, protocol)) : undefined
        const others = count === 1 ? '' : ` or of the ${count - 1} other${count === 2 ? '' : 's'} that it selects`
        const message = `Target port ${JSON.stringify(targetPort)} of Service "${service.name}" is not a ${protocol} port of ${first.object.kind} "${first.object.name}"${others}`
        const related = [{ place: first.at('containers'), message: 'ports are declared here' }]
        report(place, meant === undefined ? message : `${message}; did you mean "${meant}"?`, meant === undefined ? undefined : (fixer) => fixer.replaceText(place, meant), { related })
      }
    },
  },
})

/** Of so many pods the ports are looked at for the one that was meant. */
const MOST_PODS = 20

function namesOfPorts(groups: readonly PodGroup[], protocol: string): string[] {
  const names: string[] = []
  let looked = 0
  for (const { pods } of groups) {
    for (const pod of pods) {
      if (looked++ === MOST_PODS) return names
      for (const { longRunning, value } of pod.containers) {
        if (longRunning) for (const port of value.ports ?? []) if (port.name !== undefined && (port.protocol ?? 'TCP') === protocol) names.push(port.name)
      }
    }
  }
  return names
}
