import { defineRule, yaml } from '../../engine/define-rule.ts'

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require probes that say how often and how long they ask.',
  why: 'The defaults (a second to answer, three tries ten seconds apart) suit few programs, and nobody reading the manifest sees them.',
  howToFix: 'Write the fields out, also where the default is right.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes'],
  peers: {
    datree: ['CONTAINERS_INCORRECT_INITIALDELAYSECONDS_VALUE', 'CONTAINERS_INCORRECT_PERIODSECONDS_VALUE', 'CONTAINERS_INCORRECT_TIMEOUTSECONDS_VALUE', 'CONTAINERS_INCORRECT_SUCCESSTHRESHOLD_VALUE', 'CONTAINERS_INCORRECT_FAILURETHRESHOLD_VALUE'],
  },
  longRunningOnly: true,
  options: {
    fields: { default: ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'successThreshold', 'failureThreshold'], description: 'The fields that every probe has to have.' },
  },
  bad: [
    {
      title: 'only some of them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              readinessProbe: # ✖ readinessProbe of container "app" leaves timeoutSeconds, successThreshold to the default
                initialDelaySeconds: 5
                periodSeconds: 10
                failureThreshold: 3
                tcpSocket:
                  port: 8080
      `,
    },
  ],
  good: [
    {
      title: 'all of them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              readinessProbe:
                initialDelaySeconds: 5
                periodSeconds: 10
                timeoutSeconds: 2
                successThreshold: 1
                failureThreshold: 3
                tcpSocket:
                  port: 8080
      `,
    },
  ],
  visit: {
    // Other probes may succeed once only.
    container({ value, name, at, partial }, { options, report }) {
      if (partial) return
      for (const field of PROBES) {
        const probe = value[field] as Readonly<Record<string, unknown>> | undefined
        const missing = probe === undefined ? [] : options.fields.filter((each) => !Object.hasOwn(probe, each) && (each !== 'successThreshold' || field === 'readinessProbe'))
        if (missing.length > 0) report(at(field), `${field} of container "${name}" leaves ${missing.join(', ')} to the default`)
      }
    },
  },
})
