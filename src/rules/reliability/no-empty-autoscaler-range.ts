import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow autoscalers with nowhere to go.',
  why: 'With `maxReplicas` equal to `minReplicas` the autoscaler can never scale: under load, the pods that there are have to do.',
  howToFix: 'Raise `maxReplicas` above `minReplicas` (1 unless said otherwise), or delete the autoscaler and set `replicas`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: { polaris: ['hpaMaxAvailability'], gatekeeper: ['horizontalpodautoscaler'] },
  options: {
    minSpread: { default: 1, description: 'By how much `maxReplicas` has to be above `minReplicas`.' },
  },
  bad: [
    {
      title: 'from three to three',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 3
          maxReplicas: 3 # ✖ HorizontalPodAutoscaler "web" can never scale: minReplicas and maxReplicas are 3
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
      `,
    },
  ],
  good: [
    {
      title: 'from three to six',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 3
          maxReplicas: 6
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
      `,
    },
  ],
  visit: {
    HorizontalPodAutoscaler(autoscaler, { options, report }) {
      const { minReplicas = 1, maxReplicas } = autoscaler.value.spec ?? {}
      // Less than the minimum is refused by the API server.
      if (maxReplicas === undefined || maxReplicas < minReplicas || maxReplicas - minReplicas >= options.minSpread) return
      const message = maxReplicas === minReplicas ? `can never scale: minReplicas and maxReplicas are ${maxReplicas}` : `can scale by ${maxReplicas - minReplicas} only, must be at least ${options.minSpread}`
      report(autoscaler.at('spec', 'maxReplicas'), `HorizontalPodAutoscaler "${autoscaler.name}" ${message}`)
    },
  },
})
