import { defineRule, yaml } from '../../engine/define-rule.ts'
import { selectorMatches, type LabelSelector } from '../../formats/selector.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require spread constraints and affinity terms to select the pods that they are about.',
  why: 'A topology spread constraint without `labelSelector` counts no pods at all, and one with labels that the pod itself does not have counts others: either way it spreads nothing.',
  howToFix: 'Write the labels of the pod template into `labelSelector`.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#topologyspreadconstraints-field'],
  peers: { 'kube-score': ['pod-topology-spread-constraints'] },
  bad: [
    {
      title: 'no labels, and those of something else',
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
              topologySpreadConstraints:
                - maxSkew: 1 # ✖ topologySpreadConstraints[0] selects no pods: labelSelector is missing
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                - maxSkew: 1
                  topologyKey: topology.kubernetes.io/zone
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: # ✖ topologySpreadConstraints[1] does not select the pod that it is for
                    matchLabels:
                      app: website
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the labels of the pod',
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
  ],
  visit: {
    podSpec(pod, { report }) {
      for (const [index, { labelSelector }] of (pod.value.topologySpreadConstraints ?? []).entries()) {
        const item = `topologySpreadConstraints[${index}]`
        if (labelSelector === undefined) report(pod.at('topologySpreadConstraints', index, 'labelSelector'), `${item} selects no pods: labelSelector is missing`)
        // A patch or a part of a template may leave out labels.
        else if (Object.keys(pod.labels).length > 0 && selectorMatches(labelSelector as LabelSelector, pod.labels) === false) report(pod.at('topologySpreadConstraints', index, 'labelSelector'), `${item} does not select the pod that it is for`)
      }
    },
  },
})
