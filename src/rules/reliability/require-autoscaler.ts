import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isScaled } from '../../model/replicas.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require an autoscaler for every Deployment.',
  why: 'A fixed number of pods is too small at the peak, or too large the rest of the day.',
  howToFix: 'Add a HorizontalPodAutoscaler whose `scaleTargetRef` names the workload, and delete its `replicas`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: { kyverno: ['check-hpa-exists'] },
  crossObject: true,
  options: {
    kinds: { default: ['Deployment'], description: 'The kinds that need one: Deployment, StatefulSet.' },
  },
  bad: [
    {
      title: 'no autoscaler',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has no autoscaler
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
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'with one',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
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
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec({ object }, { index, options, report }) {
      if (!isScaled(object) || !options.kinds.includes(object.kind) || index.isAutoscaled(object)) return
      report(object.at('metadata', 'name'), `${object.kind} "${object.name}" has no autoscaler`)
    },
  },
})
