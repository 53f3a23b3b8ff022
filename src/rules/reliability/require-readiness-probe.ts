import { defineRule, yaml } from '../../engine/define-rule.ts'
import { containersBehind } from '../../model/target-port.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a readiness probe for containers that a Service sends traffic to.',
  why: 'Without it a pod gets requests as soon as its process starts, so every rollout answers some of them with errors.',
  howToFix: 'Add a `readinessProbe` that asks the port of the Service. One container of the pod with such a probe is enough: the pod is ready when all of its probes say so.',
  references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe'],
  peers: {
    'kube-linter': ['no-readiness-probe'],
    'kube-score': ['pod-probes'],
    polaris: ['readinessProbeMissing'],
    checkov: ['CKV_K8S_9'],
    kubescape: ['C-0018'],
    popeye: ['102', '104'],
    datree: ['CONTAINERS_MISSING_READINESSPROBE_KEY'],
    gatekeeper: ['requiredprobes'],
    kyverno: ['require-probes'],
  },
  crossObject: true,
  longRunningOnly: true,
  options: { everyPort: { default: false, description: 'Also ask for containers with a port that no Service of the run sends traffic to.' } },
  bad: [
    {
      title: 'a Service in front of a container without a readiness probe',
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
              targetPort: 8080
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: app # ✖ Container "app" gets traffic from Service "web" and has no readiness probe
                  image: example.com/app:1.0
                  ports:
                    - containerPort: 8080
      `,
    },
  ],
  good: [
    {
      title: 'a readiness probe, and a worker that nobody talks to',
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
              readinessProbe:
                httpGet:
                  path: /ready
                  port: http
            - name: logs
              image: example.com/logs:1.0
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
          labels:
            app: worker
        spec:
          containers:
            - name: worker
              image: example.com/worker:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      // The readiness of a pod is that of all its containers, and one probe often goes through the other containers.
      if (pod.containers.some(({ value }) => value.readinessProbe !== undefined)) return
      const behind = containersBehind(pod, index)
      for (const container of pod.containers) {
        const service = behind.get(container)
        if (service !== undefined) {
          const related = [{ place: service.at('metadata', 'name'), message: 'sends the traffic' }]
          report(container.at('readinessProbe'), `Container "${container.name}" gets traffic from Service "${service.name}" and has no readiness probe`, undefined, { related })
        } else if (options.everyPort && container.longRunning && (container.value.ports ?? []).length > 0) report(container.at('readinessProbe'), `Container "${container.name}" has a port and no readiness probe`)
      }
    },
  },
})
