import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a PodDisruptionBudget for workloads with several replicas.',
  why: 'Without a budget, draining nodes for an upgrade may evict all replicas at once.',
  howToFix: 'Add a PodDisruptionBudget whose selector matches the pods, with `maxUnavailable: 1` for a start.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/'],
  peers: {
    'kube-score': ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
    polaris: ['missingPodDisruptionBudget'],
    popeye: ['206'],
    kics: ['Deployment Without PodDisruptionBudget', 'StatefulSet Without PodDisruptionBudget'],
    kyverno: ['require-pdb'],
  },
  crossObject: true,
  bad: [
    {
      title: 'three replicas that may all be evicted together',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has 3 replicas and no PodDisruptionBudget
        spec:
          replicas: 3
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
      title: 'with a budget',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              app: web
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
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
    podSpec(pod, { index, report }) {
      const { object } = pod
      const place = object.at('metadata', 'name')
      if (!object.is('Deployment') && !object.is('StatefulSet')) return
      const replicas = object.value.spec?.replicas ?? 1
      if (replicas >= 2 && !index.hasBudget(pod)) report(place, `${object.kind} "${object.name}" has ${replicas} replicas and no PodDisruptionBudget`)
    },
  },
})
