import type { LabelSelector } from '../../formats/selector.ts'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { percent, percentValue } from '../../formats/percent.ts'
import { labelledPods } from '../../model/labelled-objects.ts'
import type { PodView } from '../../model/object.ts'
import { folderOf } from '../../model/service-selector.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow a PodDisruptionBudget that allows no eviction at all.',
  why: 'A node with such a pod cannot be drained: upgrades of the cluster wait until somebody deletes the pod or the budget by hand.',
  howToFix: 'Write `maxUnavailable: 1`, and run more replicas than `minAvailable` asks for.',
  references: ['https://kubernetes.io/docs/tasks/run-application/configure-pdb/#specifying-a-poddisruptionbudget'],
  peers: { 'kube-linter': ['pdb-max-unavailable', 'pdb-min-available'], polaris: ['pdbDisruptionsIsZero'] },
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
      if (isShare(maxUnavailable, 0)) report(budget.at('spec', 'maxUnavailable'), message)
      if (minAvailable === undefined) return
      const place = budget.at('spec', 'minAvailable')
      if (typeof minAvailable === 'string' && isShare(minAvailable, 100)) return report(place, message)
      if (selector === undefined) return
      const pods = labelledPods(index).selectedBy(selector as LabelSelector, budget.namespace) ?? []
      const [pod] = pods
      // Of several, or elsewhere, other workloads may be meant.
      if (pods.length !== 1 || folderOf(pod!.object.source.file) !== folderOf(budget.source.file) || index.isAutoscaled(pod!.object)) return
      const replicas = replicasOf(pod!)
      if (replicas === undefined || replicas === 0 || wanted(minAvailable, replicas) < replicas) return
      report(place, `${message}: ${pod!.object.kind} "${pod!.object.name}" has ${replicas} replica${replicas === 1 ? '' : 's'}`, undefined, { related: [{ place: pod!.object.at('spec'), message: 'replicas are set here' }] })
    },
  },
})

/** Of a number or a percentage: whether it is this one. 0 is 0 in both. */
const isShare = (value: number | string | undefined, wantedShare: number): boolean =>
  value !== undefined && (typeof value === 'number' ? wantedShare === 0 && value === 0 : percent(value) === undefined && (wantedShare === 0 ? percentValue(value) === 0 : percentValue(value) >= wantedShare))

/** Percentages are rounded up. */
const wanted = (value: number | string, replicas: number): number => (typeof value === 'number' ? value : percent(value) === undefined ? Math.ceil((replicas * percentValue(value)) / 100) : 0)

/** Undefined for what does not keep a number of replicas. */
function replicasOf({ object }: PodView): number | undefined {
  return object.is('Deployment') || object.is('StatefulSet') || object.is('ReplicaSet') ? (object.value.spec?.replicas ?? 1) : undefined
}
