import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { atKey, below, type Place } from '../../model/place.ts'

/** Old label, and the label of equal value that nodes have beside it. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
])

/** Those without a label of equal value, and what is there in their place. */
const RETIRED: ReadonlyMap<string, string> = new Map([
  // Gone from the nodes of kubeadm since 1.24, and its heir has no value to compare.
  ['node-role.kubernetes.io/master', 'nodes have "node-role.kubernetes.io/control-plane" in its place'],
  ['app.kubernetes.io/created-by', 'nothing takes its place'],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', 'taints take its place'],
])

export default defineRule({
  severity: 'warning',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow deprecated labels of nodes.',
  why: 'New nodes may come without the old label, and then the pod stays pending; the API server warns about it.',
  howToFix: 'Use the label without "beta": nodes have had both, with the same value, since Kubernetes 1.17.',
  references: ['https://kubernetes.io/docs/reference/labels-annotations-taints/'],
  peers: {},
  fixable: 'safe',
  bad: [
    {
      title: 'the beta label of the operating system',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: failure-domain.beta.kubernetes.io/zone # ✖ Node label "failure-domain.beta.kubernetes.io/zone" is deprecated; "topology.kubernetes.io/zone" has the same value
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
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
          nodeSelector:
            kubernetes.io/os: linux
          topologySpreadConstraints:
            - maxSkew: 1
              topologyKey: topology.kubernetes.io/zone
              whenUnsatisfiable: ScheduleAnyway
              labelSelector: {}
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'the label of control plane nodes',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - key: node-role.kubernetes.io/master # ✖ Node label "node-role.kubernetes.io/master" is deprecated; nodes have "node-role.kubernetes.io/control-plane" in its place
                        operator: Exists
          containers:
            - name: agent
              image: example.com/agent:1.0
      `,
    },
    {
      title: 'the zone of a storage class',
      yaml: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        allowedTopologies:
          - matchLabelExpressions:
              - key: failure-domain.beta.kubernetes.io/zone # ✖ Node label "failure-domain.beta.kubernetes.io/zone" is deprecated; "topology.kubernetes.io/zone" has the same value
                values: [eu-central-1a]
      `,
      fixed: yaml`
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: fast
        provisioner: ebs.csi.aws.com
        allowedTopologies:
          - matchLabelExpressions:
              - key: topology.kubernetes.io/zone
                values: [eu-central-1a]
      `,
    },
    {
      title: 'both labels: the old one goes',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            beta.kubernetes.io/os: linux # ✖ Node label "beta.kubernetes.io/os" is deprecated; "kubernetes.io/os" has the same value
            kubernetes.io/os: linux
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
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'the stable label',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          nodeSelector:
            kubernetes.io/os: linux
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { nodeSelector, affinity = {}, topologySpreadConstraints = [] } = pod.value
      if (nodeSelector !== undefined) checkLabels(nodeSelector, (label) => pod.at('nodeSelector', label), report)
      for (const [i, { topologyKey }] of topologySpreadConstraints.entries()) checkKey(topologyKey, () => pod.at('topologySpreadConstraints', i, 'topologyKey'), report)
      const { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = affinity.nodeAffinity ?? {}
      for (const [i, term] of (required?.nodeSelectorTerms ?? []).entries()) checkExpressions(term, () => pod.at('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms', i), report)
      for (const [i, { preference }] of preferred.entries()) checkExpressions(preference, () => pod.at('affinity', 'nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', i, 'preference'), report)
    },
    PersistentVolume(volume, { report }) {
      const terms = volume.value.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
      for (const [i, term] of terms.entries()) checkExpressions(term, () => volume.at('spec', 'nodeAffinity', 'required', 'nodeSelectorTerms', i), report)
    },
    StorageClass(storageClass, { report }) {
      for (const [i, { matchLabelExpressions = [] }] of (storageClass.value.allowedTopologies ?? []).entries()) {
        for (const [j, { key }] of matchLabelExpressions.entries()) checkKey(key, () => storageClass.at('allowedTopologies', i, 'matchLabelExpressions', j, 'key'), report)
      }
    },
    CSIStorageCapacity(capacity, { report }) {
      const { nodeTopology } = capacity.value
      if (nodeTopology?.matchLabels !== undefined) checkLabels(nodeTopology.matchLabels, (label) => capacity.at('nodeTopology', 'matchLabels', label), report)
      checkExpressions(nodeTopology, () => capacity.at('nodeTopology'), report)
    },
    RuntimeClass(runtimeClass, { report }) {
      const { nodeSelector } = runtimeClass.value.scheduling ?? {}
      if (nodeSelector !== undefined) checkLabels(nodeSelector, (label) => runtimeClass.at('scheduling', 'nodeSelector', label), report)
    },
  },
})

type Report = Context['report']

/** Labels as keys of a map. */
function checkLabels(labels: Readonly<Record<string, string | undefined>>, placeOf: (label: string) => Place, report: Report): void {
  for (const [label, text] of Object.entries(labels)) {
    const message = messageFor(label)
    if (message === undefined) continue
    const place = placeOf(label)
    report(atKey(place), message, (fixer) => {
      const successor = SUCCESSORS.get(label)
      if (successor === undefined) return undefined
      if (!Object.hasOwn(labels, successor)) return fixer.renameKey(place, successor)
      return labels[successor] === text ? fixer.removeField(place) : undefined
    })
  }
}

function checkExpressions(term: { readonly matchExpressions?: readonly { readonly key?: string | undefined }[] | undefined } | undefined, placeOf: () => Place, report: Report): void {
  for (const [i, { key }] of (term?.matchExpressions ?? []).entries()) checkKey(key, () => below(placeOf(), 'matchExpressions', i, 'key'), report)
}

/** A label as a value. */
function checkKey(label: string | undefined, placeOf: () => Place, report: Report): void {
  const message = label === undefined ? undefined : messageFor(label)
  if (message === undefined) return
  const place = placeOf()
  const successor = SUCCESSORS.get(label!)
  report(place, message, (fixer) => (successor === undefined ? undefined : fixer.replaceText(place, successor)))
}

function messageFor(label: string): string | undefined {
  const retired = RETIRED.get(label)
  if (retired !== undefined) return `Node label "${label}" is deprecated; ${retired}`
  const successor = SUCCESSORS.get(label)
  return successor === undefined ? undefined : `Node label "${label}" is deprecated; "${successor}" has the same value`
}
