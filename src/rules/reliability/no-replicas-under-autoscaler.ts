import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isScaled, replicasOf } from '../../model/replicas.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow `replicas` on a workload that an autoscaler scales.',
  why: 'Each time the manifest is applied, the number of pods goes back to `replicas`, in the middle of the load that the autoscaler had scaled up for.',
  howToFix: 'Delete `replicas`. Where the workload runs already, do that with `kubectl apply edit-last-applied` or server-side apply, else it falls to one pod for a moment.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling'],
  peers: {
    'kube-score': ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
    kics: ['HPA Targeted Deployments With Configured Replica Count'],
  },
  fixable: 'unsafe',
  crossObject: true,
  bad: [
    {
      title: 'two that decide',
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
          replicas: 3 # ✖ Deployment "web" sets replicas, HorizontalPodAutoscaler "web" scales it
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
      fixed: yaml`
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
  good: [
    {
      title: 'the autoscaler decides',
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
    podSpec({ object }, { index, report }) {
      const replicas = isScaled(object) ? replicasOf(object) : undefined
      if (replicas?.written === undefined) return
      const autoscaler = index.autoscalerOf(object)
      if (autoscaler === undefined) return
      const related = [{ place: autoscaler.at('metadata', 'name'), message: 'scales it' }]
      report(replicas.place, `${object.kind} "${object.name}" sets replicas, ${autoscaler.kind} "${autoscaler.name}" scales it`, (fix) => fix.removeField(replicas.place), { related })
    },
  },
})
