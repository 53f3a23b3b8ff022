import { defineRule, yaml } from '../../engine/define-rule.ts'
import { containersBehind } from '../../model/target-port.ts'
import { MINORS } from '../../versions.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a preStop hook on containers behind a Service.',
  why: 'A pod that ends is told so while other nodes still send traffic to it for a moment: a program that stops at once drops those requests.',
  howToFix: 'Let the container wait a few seconds before it is told to stop: `lifecycle.preStop.sleep.seconds: 5`, since Kubernetes 1.30. A program that goes on serving after SIGTERM needs none.',
  references: ['https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/'],
  peers: { datree: ['CONTAINERS_MISSING_PRESTOP_KEY'] },
  fixable: 'unsafe',
  crossObject: true,
  options: {
    onlyBehindService: { default: true, description: 'Only where a Service of the run sends traffic to a port of the container; else every container that stays.' },
  },
  bad: [
    {
      title: 'stops at once',
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
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: app # ✖ Container "app" gets traffic and has no preStop hook
              image: example.com/app:1.0
              ports:
                - containerPort: 80
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
                - containerPort: 80
              lifecycle:
                preStop:
                  sleep:
                    seconds: 5
      `,
    },
  ],
  good: [
    {
      title: 'waits first',
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
                - containerPort: 80
              lifecycle:
                preStop:
                  exec:
                    command: [sleep, '5']
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, kubernetesVersion, options, report }) {
      if (!pod.longRunning || pod.hook) return
      const behind = options.onlyBehindService ? containersBehind(pod, index) : undefined
      const knowsSleep = MINORS.findIndex((minor) => minor === kubernetesVersion) >= MINORS.indexOf('1.30')
      for (const container of pod.containers) {
        const { lifecycle } = container.value
        if (!container.longRunning || container.partial || lifecycle?.preStop !== undefined || behind?.has(container) === false) continue
        const message = `Container "${container.name}" ${behind === undefined ? 'has' : 'gets traffic and has'} no preStop hook`
        report(container.at('lifecycle', 'preStop'), message, (fix) => (knowsSleep ? fix.insertBelow(container.at(), ['lifecycle', 'preStop', 'sleep', 'seconds'], 5) : undefined))
      }
    },
  },
})
