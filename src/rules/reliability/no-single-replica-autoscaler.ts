import { defineRule, yaml } from '../../engine/define-rule.ts'
import { countReplicas } from '../../model/replicas.ts'
import { shownAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow autoscalers that go down to a single replica.',
  why: 'In a quiet hour there is one pod; while that one moves to another node, crashes or is evicted, nobody answers.',
  howToFix: 'Set `minReplicas` to 2 or more.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: {
    'kube-linter': ['hpa-minimum-three-replicas'],
    'kube-score': ['horizontalpodautoscaler-replicas'],
    polaris: ['hpaMinAvailability'],
    datree: ['HPA_MISSING_MINREPLICAS_KEY'],
    kubevious: ['replica-count-check'],
    gatekeeper: ['horizontalpodautoscaler'],
  },
  fixable: 'unsafe',
  options: {
    min: { default: 2, description: 'The least that `minReplicas` may be; without the field it is 1.' },
  },
  bad: [
    {
      title: 'the default',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web # ✖ HorizontalPodAutoscaler "web" goes down to 1 replica
        spec:
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
      `,
      fixed: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          minReplicas: 2
      `,
    },
    {
      title: 'one',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 1 # ✖ HorizontalPodAutoscaler "web" goes down to 1 replica
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
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
      `,
    },
  ],
  good: [
    {
      title: 'two',
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
      `,
    },
  ],
  visit: {
    HorizontalPodAutoscaler(autoscaler, { options, report }) {
      const { minReplicas = 1, maxReplicas = Number.POSITIVE_INFINITY } = autoscaler.value.spec ?? {}
      if (autoscaler.value.spec === undefined || minReplicas >= options.min) return
      const place = autoscaler.at('spec', 'minReplicas')
      const message = `HorizontalPodAutoscaler "${autoscaler.name}" goes down to ${countReplicas(minReplicas)}`
      report(shownAt(place, autoscaler.at('metadata', 'name')), message, (fix) => {
        if (maxReplicas < options.min) return undefined
        return place.node === -1 ? fix.insertBelow(autoscaler.at('spec'), ['minReplicas'], options.min) : fix.replaceValue(place, String(options.min))
      })
    },
  },
})
