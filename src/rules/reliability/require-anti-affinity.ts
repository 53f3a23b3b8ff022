import { defineRule, yaml } from '../../engine/define-rule.ts'
import { selectorMatches, type LabelSelector } from '../../formats/selector.ts'
import type { PodView } from '../../model/object.ts'
import { countReplicas, isScaled, replicasOf } from '../../model/replicas.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require replicas that are kept apart from each other.',
  why: 'Nothing keeps the scheduler from putting all replicas on one node: when it goes, all of them go.',
  howToFix: 'Add a `topologySpreadConstraints` item, or a `podAntiAffinity` term, over `kubernetes.io/hostname` with the labels of the pod.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  peers: {
    'kube-linter': ['no-anti-affinity'],
    'kube-score': ['deployment-has-host-podantiaffinity', 'statefulset-has-host-podantiaffinity'],
    kics: ['Deployment Has No PodAntiAffinity', 'StatefulSet Has No PodAntiAffinity'],
    datree: ['EKS_MISSING_KEY_TOPOLOGYKEY'],
    kyverno: ['spread-pods-across-topology'],
  },
  crossObject: true,
  options: {
    minReplicas: { default: 2, description: 'From how many replicas on.' },
    topologyKeys: { default: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region'], description: 'Labels of nodes that keep pods apart; empty for any.' },
    acceptTopologySpread: { default: true, description: 'Whether `topologySpreadConstraints` count as well as `podAntiAffinity`.' },
  },
  bad: [
    {
      title: 'three replicas, perhaps on one node',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web # ✖ Deployment "web" has 3 replicas, and nothing keeps them apart
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
      title: 'kept apart from others',
      yaml: yaml`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: web # ✖ StatefulSet "web" has 2 replicas, and nothing keeps them apart
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    - topologyKey: kubernetes.io/hostname
                      labelSelector:
                        matchLabels:
                          app: database
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'spread over nodes',
      yaml: yaml`
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
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels:
                      app: web
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
    {
      title: 'rather not on one node',
      yaml: yaml`
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
              affinity:
                podAntiAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 100
                      podAffinityTerm:
                        topologyKey: kubernetes.io/hostname
                        labelSelector:
                          matchLabels:
                            app: web
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { index, options, report }) {
      const { object } = pod
      if (!isScaled(object)) return
      const many = replicasOf(object)?.written ?? (index.isAutoscaled(object) ? Number.POSITIVE_INFINITY : 1)
      if (many < options.minReplicas || isKeptApart(pod, options)) return
      const count = many === Number.POSITIVE_INFINITY ? 'is autoscaled' : `has ${countReplicas(many)}`
      report(object.at('metadata', 'name'), `${object.kind} "${object.name}" ${count}, and nothing keeps ${many === 1 ? 'pods' : 'them'} apart`)
    },
  },
})

interface Term {
  readonly topologyKey?: string | undefined
  readonly labelSelector?: LabelSelector | undefined
  readonly namespaces?: readonly string[] | undefined
}

/** Whether some term over nodes or zones is about the pods themselves. */
function isKeptApart({ labels, object, value }: PodView, { acceptTopologySpread, topologyKeys }: { acceptTopologySpread: boolean; topologyKeys: readonly string[] }): boolean {
  const { requiredDuringSchedulingIgnoredDuringExecution: required = [], preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = value.affinity?.podAntiAffinity ?? {}
  const terms = [...required, ...preferred.map(({ podAffinityTerm }) => podAffinityTerm ?? {}), ...(acceptTopologySpread ? (value.topologySpreadConstraints ?? []) : [])] as readonly Term[]
  return terms.some(({ topologyKey = '', labelSelector, namespaces = [] }) =>
    (topologyKeys.length === 0 || topologyKeys.includes(topologyKey)) && (namespaces.length === 0 || object.namespace === '' || namespaces.includes(object.namespace)) && selectorMatches(labelSelector, labels) !== false)
}
