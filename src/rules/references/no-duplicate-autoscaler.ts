import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'
import type { Context } from '../../engine/visitors.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { usesOf } from '../../model/references.ts'
import type { RunIndex } from '../../model/run-index.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two autoscalers for one workload.',
  why: 'Each undoes what the other does: the number of replicas goes up and down.',
  howToFix: 'Write all metrics into one autoscaler, and delete the other one.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: { kyverno: ['prevent-duplicate-hpa', 'prevent-duplicate-vpa'] },
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
  bad: [
    {
      title: 'two for one Deployment',
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
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web-2
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web # ✖ Deployment "web" is already scaled by HorizontalPodAutoscaler "web"
          maxReplicas: 3
      `,
    },
  ],
  good: [
    {
      title: 'one for each',
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
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: api
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: api
          maxReplicas: 3
      `,
    },
  ],
  visit: {
    HorizontalPodAutoscaler: visit,
    ScaledObject: visit,
    VerticalPodAutoscaler: visit,
  },
})

const TARGET: ReadonlySet<string> = new Set([''])

function visit(autoscaler: KubernetesObject, { index, options, report }: Context<{ references: string }>): void {
  const own = candidate(autoscaler)
  const [use] = usesOf(autoscaler, TARGET)
  if (own === undefined || use === undefined) return
  const first = twins(index, 'scale targets', options.references as TwinScope, () => autoscalers(index).flatMap((each) => candidate(each) ?? [])).firstOf(own)
  // Of one name it is the same object twice.
  if (first === undefined || (first.kind === autoscaler.kind && first.name === autoscaler.name)) return
  report(use.place, `${use.kind === '' ? 'Deployment' : use.kind} "${use.name}" is already scaled by ${first.kind} "${first.name}"`, undefined, { related: [{ place: first.at('metadata', 'name'), message: first.label }] })
}

const autoscalers = (index: RunIndex) => index.objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject' || kind === 'VerticalPodAutoscaler')

/** Vertical and horizontal autoscalers do not get in each other's way. */
function candidate(item: KubernetesObject): Candidate<KubernetesObject> | undefined {
  const [use] = usesOf(item, TARGET)
  const isVertical = item.kind === 'VerticalPodAutoscaler'
  return use === undefined ? undefined : { id: JSON.stringify([isVertical, item.namespace, use.kind === '' ? 'Deployment' : use.kind, use.name]), file: item.source.file, item }
}
