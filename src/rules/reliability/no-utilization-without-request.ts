import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { PodView } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow autoscaling by utilization of a resource that a container does not request.',
  why: 'Utilization is a share of the request: without one the autoscaler cannot work it out, and never scales.',
  howToFix: 'Request the resource in every container of the pod, or scale by `AverageValue`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'no CPU request',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 3
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 70 # ✖ HorizontalPodAutoscaler "web" scales by CPU utilization, but container "app" of Deployment "web" requests no CPU
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
      title: 'a CPU request',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 3
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 70
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
                  resources:
                    requests:
                      cpu: 100m
      `,
    },
  ],
  visit: {
    HorizontalPodAutoscaler(autoscaler, { index, report }) {
      const { scaleTargetRef, metrics = [] } = autoscaler.value.spec ?? {}
      const { kind = '', name = '' } = scaleTargetRef ?? {}
      if (!isWorkload(kind)) return
      const target = index.find(kind, autoscaler.namespace, name)
      const { pod } = target ?? {}
      if (target === undefined || pod === undefined || index.hasLimitRange) return
      for (const [at, metric] of metrics.entries()) {
        const { resource, containerResource } = metric
        const source = metric.type === 'ContainerResource' ? containerResource : resource
        if (source?.target?.averageUtilization === undefined || source.name === undefined) continue
        const container = lacking(pod, source.name, metric.type === 'ContainerResource' ? containerResource?.container : undefined)
        if (container === undefined) continue
        const what = source.name === 'cpu' ? 'CPU' : source.name
        const place = autoscaler.at('spec', 'metrics', at, metric.type === 'ContainerResource' ? 'containerResource' : 'resource', 'target', 'averageUtilization')
        report(place, `HorizontalPodAutoscaler "${autoscaler.name}" scales by ${what} utilization, but container "${container.name}" of ${kind} "${name}" requests no ${what}`, undefined, {
          related: [{ place: container.at('resources'), message: `no request for ${source.name}` }],
        })
      }
    },
  },
})

const isWorkload = (kind: string): kind is 'Deployment' | 'StatefulSet' | 'ReplicaSet' => kind === 'Deployment' || kind === 'StatefulSet' || kind === 'ReplicaSet'

/** The first container that counts and has no request; a limit is one, too. */
function lacking(pod: PodView, resource: string, only: string | undefined) {
  if (pod.value.resources?.requests?.[resource] !== undefined) return undefined
  return pod.containers.find(({ name, longRunning, partial, value: { resources } }) => longRunning && !partial && (only === undefined || name === only) && resources?.requests?.[resource] === undefined && resources?.limits?.[resource] === undefined)
}
