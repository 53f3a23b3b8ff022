import { defineRule, yaml } from '../../engine/define-rule.ts'
import { replicasOf } from '../../model/replicas.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow workloads that are scaled to nothing.',
  why: 'Often it is left over from an incident: the next time the manifest is applied, the pods that somebody started again are gone.',
  howToFix: 'Set `replicas` to what shall run, or delete the workload. Where an autoscaler starts the first pod, leave `replicas` out.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment'],
  peers: { popeye: ['500'] },
  crossObject: true,
  bad: [
    {
      title: 'none',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 0 # ✖ Deployment "web" runs no pod: replicas is 0
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
      title: 'one',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
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
    {
      title: 'KEDA starts the first',
      yaml: yaml`
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
        spec:
          scaleTargetRef:
            name: web
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 0
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
      const replicas = replicasOf(object)
      if (replicas?.written === 0 && !index.isAutoscaled(object)) report(replicas.place, `${object.kind} "${object.name}" runs no pod: replicas is 0`)
    },
  },
})
