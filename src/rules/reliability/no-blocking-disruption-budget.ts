import type { LabelSelector } from '../../formats/selector.ts'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { percent, percentValue } from '../../formats/percent.ts'
import { labelledPods } from '../../model/labelled-objects.ts'
import type { KubernetesObject, PodView } from '../../model/object.ts'
import { countReplicas } from '../../model/replicas.ts'
import { folderOf } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a PodDisruptionBudget that allows no eviction at all.',
  why: 'A node with such a pod cannot be drained: upgrades of the cluster wait until somebody deletes the pod or the budget by hand.',
  howToFix: 'Write `maxUnavailable: 1`, and run more replicas than `minAvailable` asks for.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget'],
  peers: { 'kube-score': ['poddisruptionbudget-has-policy'], 'kube-linter': ['pdb-max-unavailable', 'pdb-min-available'], polaris: ['pdbDisruptionsIsZero', 'pdbMinAvailableGreaterThanHPAMinReplicas'], popeye: ['901'], gatekeeper: ['poddisruptionbudget'], kyverno: ['pdb-maxunavailable', 'pdb-maxunavailable-with-deployments', 'pdb-minavailable', 'deployment-replicas-higher-than-pdb', 'require-reasonable-pdbs', 'require-replicas-allow-disruption'] },
  crossObject: true,
  bad: [
    {
      title: 'as many pods as there are',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          minAvailable: 3 # ✖ PodDisruptionBudget "web" allows no eviction: Deployment "web" has 3 replicas
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
    {
      title: 'as many as the autoscaler keeps in a quiet hour',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          minAvailable: 2 # ✖ PodDisruptionBudget "web" allows no eviction while HorizontalPodAutoscaler "web" keeps at least 2 replicas
          selector:
            matchLabels:
              app: web
        ---
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
      title: 'as many as KEDA keeps',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          minAvailable: 2 # ✖ PodDisruptionBudget "web" allows no eviction while ScaledObject "web" keeps at least 2 replicas
          selector:
            matchLabels:
              app: web
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
        spec:
          minReplicaCount: 2
          scaleTargetRef:
            name: web
          triggers:
            - type: cpu
              metadata:
                value: "80"
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
      title: 'none that may be missing',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 0% # ✖ PodDisruptionBudget "web" allows no eviction
          selector:
            matchLabels:
              app: web
      `,
    },
    {
      title: 'no number to keep',
      yaml: yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web # ✖ PodDisruptionBudget "web" sets neither minAvailable nor maxUnavailable
        spec:
          selector:
            matchLabels:
              app: web
      `,
    },
  ],
  good: [
    {
      title: 'one at a time',
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
      `,
    },
  ],
  visit: {
    PodDisruptionBudget(budget, { index, report }) {
      const { minAvailable, maxUnavailable, selector } = budget.value.spec ?? {}
      const message = `PodDisruptionBudget "${budget.name}" allows no eviction`
      if (budget.value.spec !== undefined && minAvailable === undefined && maxUnavailable === undefined) return report(budget.at('metadata', 'name'), `PodDisruptionBudget "${budget.name}" sets neither minAvailable nor maxUnavailable`)
      if (isShare(maxUnavailable, 0)) report(budget.at('spec', 'maxUnavailable'), message)
      if (minAvailable === undefined) return
      const place = budget.at('spec', 'minAvailable')
      if (typeof minAvailable === 'string' && isShare(minAvailable, 100)) return report(place, message)
      if (selector === undefined) return
      const pods = labelledPods(index).selectedBy(selector as LabelSelector, budget.namespace) ?? []
      const [pod] = pods
      // Of several, or elsewhere, other workloads may be meant.
      if (pods.length !== 1 || folderOf(pod!.object.source.file) !== folderOf(budget.source.file)) return
      const autoscaler = index.autoscalerOf(pod!.object)
      if (autoscaler !== undefined) {
        const [field, least] = fewestReplicas(autoscaler)
        // In a quiet hour there are no more.
        if (least > 0 && wanted(minAvailable, least) >= least) report(place, `${message} while ${autoscaler.kind} "${autoscaler.name}" keeps at least ${countReplicas(least)}`, undefined, { related: [{ place: autoscaler.at('spec'), message: `${field} is set here` }] })
        return
      }
      const replicas = replicasOf(pod!)
      if (replicas === undefined || replicas === 0 || wanted(minAvailable, replicas) < replicas) return
      report(place, `${message}: ${pod!.object.kind} "${pod!.object.name}" has ${countReplicas(replicas)}`, undefined, { related: [{ place: pod!.object.at('spec'), message: 'replicas are set here' }] })
    },
  },
})

/** Of a number or a percentage: whether it is this one. 0 is 0 in both. */
const isShare = (value: number | string | undefined, wantedShare: number): boolean =>
  value !== undefined && (typeof value === 'number' ? wantedShare === 0 && value === 0 : percent(value) === undefined && (wantedShare === 0 ? percentValue(value) === 0 : percentValue(value) >= wantedShare))

/** The field that says how many replicas an autoscaler leaves, and their number. KEDA goes down to none by default. */
function fewestReplicas(autoscaler: KubernetesObject): readonly [field: string, replicas: number] {
  if (autoscaler.is('HorizontalPodAutoscaler')) return ['minReplicas', autoscaler.value.spec?.minReplicas ?? 1]
  const { minReplicaCount: least } = (autoscaler.value['spec'] ?? {}) as { minReplicaCount?: unknown }
  return ['minReplicaCount', typeof least === 'number' ? least : 0]
}

/** Percentages are rounded up. */
const wanted = (value: number | string, replicas: number): number => (typeof value === 'number' ? value : percent(value) === undefined ? Math.ceil((replicas * percentValue(value)) / 100) : 0)

/** Undefined for what does not keep a number of replicas. */
function replicasOf({ object }: PodView): number | undefined {
  return object.is('Deployment') || object.is('StatefulSet') || object.is('ReplicaSet') ? (object.value.spec?.replicas ?? 1) : undefined
}
