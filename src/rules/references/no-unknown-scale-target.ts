import { defineRule, yaml } from '../../engine/define-rule.ts'
import { type ReferenceOptions, referenceOptions, reportAbsence, reportUses } from '../../engine/reference-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import type { KubernetesObject } from '../../model/object.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow an autoscaler whose target is not there.',
  why: 'The autoscaler does nothing: it only reports that it cannot get the scale of its target.',
  howToFix: 'Write kind and name of a workload in the same namespace. What lives elsewhere can be named in the setting `external`: `Deployment/shop/*`.',
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  peers: { 'kube-linter': ['dangling-horizontalpodautoscaler'], 'kube-score': ['horizontalpodautoscaler-has-target'], kubescape: ['C-0300'], popeye: ['600'], kics: ['HPA Targets Invalid Object'], kubevious: ['hpa-scale-target-ref'], gatekeeper: ['horizontalpodautoscaler'], kyverno: ['verify-vpa-target'] },
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('unit'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: wbe # ✖ Deployment "wbe" is not in these manifests; did you mean "web"?
          maxReplicas: 3
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
      fixed: yaml`
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
      title: 'a workload that is there',
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
    {
      title: 'a workload that is elsewhere',
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

function visit(object: KubernetesObject, context: Context<ReferenceOptions>): void {
  // A ScaledObject without a kind means a Deployment.
  reportUses(object, TARGET, context, (use) => void reportAbsence({ ...use, kind: use.kind === '' ? 'Deployment' : use.kind }, context))
}
