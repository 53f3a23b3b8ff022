import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow spread constraints that keep pods from starting.',
  why: 'With `DoNotSchedule`, pods stay pending when a zone is full or gone, just when they are needed.',
  howToFix: 'Set `whenUnsatisfiable: ScheduleAnyway`.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  peers: { datree: ['EKS_INVALID_VALUE_DONOOTSCHEDULE'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'rather no pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: DoNotSchedule # ✖ Pods stay pending where they cannot be spread over topology.kubernetes.io/zone
              labelSelector:
                matchLabels:
                  app: web
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: ScheduleAnyway
              labelSelector:
                matchLabels:
                  app: web
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'rather a pod in the wrong zone',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: ScheduleAnyway
              labelSelector:
                matchLabels:
                  app: web
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      for (const [index, { topologyKey, whenUnsatisfiable }] of (pod.value.topologySpreadConstraints ?? []).entries()) {
        const place = pod.at('topologySpreadConstraints', index, 'whenUnsatisfiable')
        // Without a key, the server refuses it.
        if (whenUnsatisfiable === 'DoNotSchedule' && topologyKey !== undefined) report(place, `Pods stay pending where they cannot be spread over ${topologyKey}`, (fix) => fix.replaceText(place, 'ScheduleAnyway'))
      }
    },
  },
})
