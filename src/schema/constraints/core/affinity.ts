import type { PodAffinityTerm, PreferredSchedulingTerm, WeightedPodAffinityTerm } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, embedded, format, missingAs, on, required, type TypeCheckContext } from '../../constraints.ts'
import { checkKeysInSelector, checkLabelKeys, type LabelKeys } from '../../match-label-keys.ts'

function checkWeight({ weight = 0 }: { readonly weight?: number | undefined }, { report }: TypeCheckContext): void {
  if (weight < 1 || weight > 100) report(['weight'], 'Invalid', 'must be between 1 and 100')
}

function check(term: Loose<PodAffinityTerm>, context: TypeCheckContext): void {
  const { minor, path, report, warn } = context
  for (const [index, namespace] of (term.namespaces ?? []).entries()) for (const reason of dnsLabel(namespace) ?? []) report(['namespaces', index], 'Invalid', `Namespace "${namespace}" ${reason}`, { path: `${path}.namespace` })
  if (term.labelSelector === undefined) warn(['labelSelector'], 'A term without labelSelector matches no pod')
  // Behind a gate before.
  if (minor < 31) return
  const keys = term as LabelKeys
  checkLabelKeys(keys, context)
  checkKeysInSelector(keys, context)
  const { matchLabelKeys = [], mismatchLabelKeys = [] } = keys
  for (const [index, key] of mismatchLabelKeys.entries()) if (matchLabelKeys.includes(key)) report(['mismatchLabelKeys', index], 'Invalid', `Key "${key}" is in matchLabelKeys as well`, { path: `${path}.matchLabelKeys[${index}]` })
}

export default constraints(
  {
    id: 'valid-affinity',
    since: '0.1.0',
    summary: 'Require affinities with a weight, a topology and namespaces that the API server takes.',
    why: 'The API server refuses an affinity with a weight out of range, or one to pods that does not say over which topology it reaches.',
    howToFix: 'Use weights from 1 to 100, and set `topologyKey` to a label of nodes such as kubernetes.io/hostname.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity'],
    bad: [
      {
        title: 'no topology, no weight',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  - labelSelector: # ✖ requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey is required but missing
                      matchLabels:
                        app: web
                preferredDuringSchedulingIgnoredDuringExecution:
                  - podAffinityTerm: # ✖ preferredDuringSchedulingIgnoredDuringExecution[0].weight is missing, must be between 1 and 100
                      topologyKey: topology.kubernetes.io/zone
                      labelSelector:
                        matchLabels:
                          app: web
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'a weight and a topology',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            affinity:
              podAntiAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                  - weight: 100
                    podAffinityTerm:
                      topologyKey: topology.kubernetes.io/zone
                      labelSelector:
                        matchLabels:
                          app: web
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<PreferredSchedulingTerm>('core/v1 PreferredSchedulingTerm', () => ({ fields: { weight: checkedElsewhere, preference: checkedElsewhere }, check: checkWeight })),
    on<WeightedPodAffinityTerm>('core/v1 WeightedPodAffinityTerm', () => ({ fields: { weight: checkedElsewhere, podAffinityTerm: [embedded('core/v1 PodAffinityTerm')] }, check: checkWeight })),
    on<PodAffinityTerm>('core/v1 PodAffinityTerm', () => ({
      fields: { topologyKey: required(missingAs('', format('a label key', qualifiedName, { empty: true }))) },
      dropped: { matchLabelKeys: '1.30', mismatchLabelKeys: '1.30' },
      check,
    })),
  ],
)
