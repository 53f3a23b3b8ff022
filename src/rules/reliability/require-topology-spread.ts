import { defineRule, yaml } from '../../engine/define-rule.ts'
import { countReplicas, isScaled, replicasOf } from '../../model/replicas.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require topology spread constraints on workloads of several replicas.',
  why: 'Without them the scheduler may put all replicas into one zone, which then takes the whole service down with it.',
  howToFix: 'Add `topologySpreadConstraints` over `topology.kubernetes.io/zone`, with the labels of the pod.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  peers: { polaris: ['topologySpreadConstraint'], kyverno: ['topologyspreadconstraints-policy'] },
  options: {
    minReplicas: { default: 2, description: 'From how many replicas on.' },
  },
  bad: [
    {
      title: 'three replicas, perhaps in one zone',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has 3 replicas and no topologySpreadConstraints
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
      title: 'spread',
      yaml: yaml`
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
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels:
                      app: web
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'a single replica',
      yaml: yaml`
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
    podSpec({ object, value }, { options, report }) {
      if (!isScaled(object) || (value.topologySpreadConstraints ?? []).length > 0) return
      const replicas = replicasOf(object)?.written ?? 1
      if (replicas >= options.minReplicas) report(object.at('metadata', 'name'), `${object.kind} "${object.name}" has ${countReplicas(replicas)} and no topologySpreadConstraints`)
    },
  },
})
