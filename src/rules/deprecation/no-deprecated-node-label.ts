import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey, below, type Place } from '../../model/place.ts'

/** Old label, and the label of equal value that nodes have beside it. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
])

/** Gone from the nodes of kubeadm since 1.24, and its heir has no value to compare. */
const MASTER = 'node-role.kubernetes.io/master'
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane'

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
      const { nodeSelector = {}, affinity = {}, topologySpreadConstraints = [] } = pod.value
      for (const [label, text] of Object.entries(nodeSelector)) {
        const message = messageFor(label)
        if (message === undefined) continue
        const place = pod.at('nodeSelector', label)
        report(atKey(place), message, (fixer) => {
          const successor = SUCCESSORS.get(label)
          if (successor === undefined) return undefined
          if (!Object.hasOwn(nodeSelector, successor)) return fixer.renameKey(place, successor)
          return nodeSelector[successor] === text ? fixer.removeField(place) : undefined
        })
      }
      const check = (label: string | undefined, placeOf: () => Place) => {
        const message = label === undefined ? undefined : messageFor(label)
        if (message === undefined) return
        const place = placeOf()
        const successor = SUCCESSORS.get(label!)
        report(place, message, (fixer) => (successor === undefined ? undefined : fixer.replaceText(place, successor)))
      }
      for (const [i, { topologyKey }] of topologySpreadConstraints.entries()) check(topologyKey, () => pod.at('topologySpreadConstraints', i, 'topologyKey'))
      const { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = affinity.nodeAffinity ?? {}
      const terms = [
        ...(required?.nodeSelectorTerms ?? []).map((term, i) => ({ term, place: () => pod.at('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms', i) })),
        ...preferred.map(({ preference }, i) => ({ term: preference, place: () => pod.at('affinity', 'nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', i, 'preference') })),
      ]
      for (const { term, place } of terms) for (const [i, { key }] of (term?.matchExpressions ?? []).entries()) check(key, () => below(place(), 'matchExpressions', i, 'key'))
    },
  },
})

function messageFor(label: string): string | undefined {
  if (label === MASTER) return `Node label "${label}" is deprecated; nodes have "${CONTROL_PLANE}" in its place`
  const successor = SUCCESSORS.get(label)
  return successor === undefined ? undefined : `Node label "${label}" is deprecated; "${successor}" has the same value`
}
