import type { HorizontalPodAutoscaler as Older } from 'kubernetes-types/autoscaling/v1'
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2'
import { yaml } from '../../../engine/define-rule.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { BEHAVIOR_ANNOTATION, METRICS_ANNOTATION, readAnnotations } from '../../autoscaler-annotations.ts'
import { checkMetrics, checkReference, checkScaling, type Report } from '../../autoscaler-metrics.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'

/** What both versions have. */
function checkScale({ scaleTargetRef = {}, minReplicas, maxReplicas = 0 }: Loose<Older['spec']> & object, { minor, report }: TypeCheckContext): void {
  const least = minor >= 37 ? 0 : 1
  if (minReplicas !== undefined && minReplicas < least) report(['spec', 'minReplicas'], 'Invalid', `must be at least ${least}`)
  if (maxReplicas === 0 && minor >= 36) report(['spec', 'maxReplicas'], 'Required', 'is required')
  else if (maxReplicas < 1) report(['spec', 'maxReplicas'], 'Invalid', 'must be at least 1')
  if (maxReplicas < (minReplicas ?? 1)) report(['spec', 'maxReplicas'], 'Invalid', 'must be at least minReplicas')
  checkReference(scaleTargetRef, minor, true, (steps, code, message) => report(['spec', 'scaleTargetRef', ...steps], code, message))
}

/** The server converts it, and reports what it finds at fields that the manifest does not have. */
function checkOlder({ metadata, spec = {} }: Loose<Older>, context: TypeCheckContext): void {
  const { minor, report } = context
  const annotations = metadata?.annotations ?? {}
  const { metrics, behavior } = readAnnotations(annotations)
  const { targetCPUUtilizationPercentage: percentage } = spec
  const cpu = percentage === undefined ? [] : [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: percentage } } }]
  const at = (steps: readonly Step[], printed: string): Report => (rest, code, message) => {
    const path = rest.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), printed)
    const field = path.slice(path.lastIndexOf('.') + 1)
    report(steps, code, /^[A-Z]/.test(message) ? message : `"${field}" ${message}`, { path })
  }
  checkMetrics([...metrics, ...cpu], spec.minReplicas ?? 1, minor, (steps, code, message) => {
    const isCpu = steps[0] === metrics.length && percentage !== undefined
    at(isCpu ? ['spec', 'targetCPUUtilizationPercentage'] : annotations[METRICS_ANNOTATION] === undefined ? ['spec'] : ['metadata', 'annotations', METRICS_ANNOTATION], 'spec.metrics')(steps, code, message)
  })
  for (const [direction, rules] of Object.entries(behavior)) {
    if (rules !== undefined) checkScaling(rules, minor, true, at(['metadata', 'annotations', BEHAVIOR_ANNOTATION], `spec.behavior.${direction}`))
  }
}

export default constraints(
  {
    id: 'valid-horizontal-pod-autoscaler',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a HorizontalPodAutoscaler with a target, sensible numbers of pods, and metrics that can be measured.',
    why: 'The API server refuses an autoscaler without `maxReplicas` or with less than `minReplicas`, with a target that cannot exist, and a metric without its source or its target.',
    howToFix: 'Set `maxReplicas`, name the kind, name and API group of what is scaled, and give each metric the one source that its `type` says, with a `target`.',
    references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
    peers: { datree: ['HPA_MISSING_MAXREPLICAS_KEY'] },
    bad: [
      {
        title: 'a target without its API group, a metric of another source',
        yaml: yaml`
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata:
            name: web
          spec:
            scaleTargetRef:
              apiVersion: v1 # ✖ apiVersion is "v1", must have an API group: apps/v1
              kind: Deployment
              name: web
            maxReplicas: 10
            metrics:
              - type: Pods # ✖ metrics[0].pods is missing, but required for a metric of the type Pods
                resource:
                  name: cpu
                  target:
                    type: Percent # ✖ type is "Percent", must be "Utilization", "Value" or "AverageValue"
                    averageUtilization: 80
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata:
            name: web
          spec:
            maxReplicas: 4
            scaleTargetRef:
              apiVersion: apps/v1
              kind: Deployment
              name: web
            metrics:
              - type: Resource
                resource:
                  name: cpu
                  target:
                    type: utilization # ✖ type is "utilization", must be "Utilization", "Value" or "AverageValue"; did you mean "Utilization"?
                    averageUtilization: 80
        `,
        fixed: yaml`
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata:
            name: web
          spec:
            maxReplicas: 4
            scaleTargetRef:
              apiVersion: apps/v1
              kind: Deployment
              name: web
            metrics:
              - type: Resource
                resource:
                  name: cpu
                  target:
                    type: Utilization
                    averageUtilization: 80
        `,
      },
    ],
    good: [
      {
        title: 'a target for the use of CPU',
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
            minReplicas: 2
            maxReplicas: 10
            metrics:
              - type: Resource
                resource:
                  name: cpu
                  target:
                    type: Utilization
                    averageUtilization: 80
        `,
      },
    ],
  },
  [
    on<HorizontalPodAutoscaler>('autoscaling/v2 HorizontalPodAutoscaler', () => ({
      fields: { spec: checkedElsewhere },
      check: [
        ({ spec = {} }, context) => checkScale(spec, context),
        ({ spec = {} }, { minor, report }) => checkMetrics(spec.metrics ?? [], spec.minReplicas ?? 1, minor, (steps, code, message) => report(['spec', 'metrics', ...steps], code, message)),
        ({ spec = {} }, { minor, report }) => {
          for (const direction of ['scaleUp', 'scaleDown'] as const) {
            const rules = spec.behavior?.[direction]
            if (rules !== undefined) checkScaling(rules, minor, false, (steps, code, message) => report(['spec', 'behavior', direction, ...steps], code, message))
          }
        },
      ],
    })),
    on<Older>('autoscaling/v1 HorizontalPodAutoscaler', () => ({ fields: { spec: checkedElsewhere }, check: [({ spec = {} }, context) => checkScale(spec, context), checkOlder] })),
    // Looked into from above.
    ...['v1', 'v2'].flatMap((version) => [
      on<{ scaleTargetRef: object; maxReplicas: number }>(`autoscaling/${version} HorizontalPodAutoscalerSpec`, () => ({ fields: { scaleTargetRef: checkedElsewhere, maxReplicas: checkedElsewhere } })),
      on<{ kind: string; name: string }>(`autoscaling/${version} CrossVersionObjectReference`, () => ({ fields: { kind: checkedElsewhere, name: checkedElsewhere } })),
    ]),
    on<{ type: string }>('autoscaling/v2 MetricSpec', () => ({ fields: { type: checkedElsewhere } })),
    on<{ type: string }>('autoscaling/v2 MetricTarget', () => ({ fields: { type: checkedElsewhere } })),
    on<{ name: string }>('autoscaling/v2 MetricIdentifier', () => ({ fields: { name: checkedElsewhere } })),
    ...['Object', 'Pods', 'Resource', 'ContainerResource', 'External'].map((source) =>
      on<{ name: string; container: string; metric: object; target: object; describedObject: object }>(`autoscaling/v2 ${source}MetricSource`, () => ({
        fields: { name: checkedElsewhere, container: checkedElsewhere, metric: checkedElsewhere, target: checkedElsewhere, describedObject: checkedElsewhere },
      })),
    ),
    on<{ type: string }>('autoscaling/v2 HPAScalingPolicy', () => ({ fields: { type: checkedElsewhere } })),
  ],
)
