import type { PodSpec, TopologySpreadConstraint } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { Loose } from '../../../model/kinds.ts'
import { atLeast, checkedElsewhere, constraints, on, oneOfSet, required, type TypeCheckContext } from '../../constraints.ts'
import { checkKeysInSelector, checkLabelKeys, type LabelKeys } from '../../match-label-keys.ts'
import { mustBe } from '../../sentence.ts'

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway']

function check(constraint: Loose<TopologySpreadConstraint>, context: TypeCheckContext): void {
  const { minor, report, warn } = context
  const { maxSkew = 0, whenUnsatisfiable = '', minDomains, labelSelector } = constraint
  if (maxSkew <= 0) report(['maxSkew'], 'Invalid', 'must be at least 1')
  if (!ACTIONS.includes(whenUnsatisfiable)) report(['whenUnsatisfiable'], 'NotSupported', mustBe(ACTIONS, whenUnsatisfiable))
  if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule') report(['minDomains'], 'Invalid', 'can be set only where whenUnsatisfiable is DoNotSchedule')
  if (labelSelector === undefined) warn(['labelSelector'], 'A constraint without labelSelector matches no pod')
  const keys = constraint as LabelKeys
  checkLabelKeys(keys, context)
  if (minor >= 34) return checkKeysInSelector(keys, context)
  const { matchLabels = {}, matchExpressions = [] } = keys.labelSelector ?? {}
  for (const [index, key] of (keys.matchLabelKeys ?? []).entries()) {
    if (Object.hasOwn(matchLabels, key) || matchExpressions.some((expression) => expression.key === key)) report(['matchLabelKeys', index], 'Invalid', `Key "${key}" is in labelSelector as well`)
  }
}

/** Of each text the index of the next one that is the same. */
function nextOfSame(texts: readonly string[]): (number | undefined)[] {
  const later = new Map<string, number>()
  const next: (number | undefined)[] = []
  for (const [index, text] of [...texts.entries()].reverse()) {
    next[index] = later.get(text)
    later.set(text, index)
  }
  return next
}

/** The server blames the earlier of two. */
function checkPairs({ topologySpreadConstraints: all = [] }: Loose<PodSpec>, { path, report }: TypeCheckContext): void {
  const next = nextOfSame(all.map(({ topologyKey = '', whenUnsatisfiable = '' }) => JSON.stringify([topologyKey, whenUnsatisfiable])))
  for (const [index, { whenUnsatisfiable = '' }] of all.entries()) {
    const other = next[index]
    if (other === undefined) continue
    report(['topologySpreadConstraints', other, 'topologyKey'], 'Duplicate', `is spread over by another constraint with "${whenUnsatisfiable}"`, { path: `${path}.topologySpreadConstraints[${index}].{topologyKey, whenUnsatisfiable}` })
  }
}

export default constraints(
  {
    id: 'valid-topology-spread',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require constraints on the spread of pods with a skew, a topology and an action.',
    why: 'The API server refuses a constraint that does not say by how much pods may be skewed, over what, and what happens when they are.',
    howToFix: 'Set `maxSkew` to 1 or more, `topologyKey` to a label of nodes, and `whenUnsatisfiable` to DoNotSchedule or ScheduleAnyway.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
    peers: { 'kube-score': ['pod-topology-spread-constraints'] },
    bad: [
      {
        title: 'an unknown action, a number of domains that has no effect, a topology twice',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: Ignore # ✖ whenUnsatisfiable is "Ignore", must be "DoNotSchedule" or "ScheduleAnyway"
                labelSelector: {}
              - topologyKey: topology.kubernetes.io/zone # ✖ topologySpreadConstraints[1].maxSkew is missing, must be at least 1
                whenUnsatisfiable: DoNotSchedule
                labelSelector: {}
              - maxSkew: 1
                topologyKey: topology.kubernetes.io/zone # ✖ topologyKey "topology.kubernetes.io/zone" is spread over by another constraint with "DoNotSchedule"
                whenUnsatisfiable: DoNotSchedule
                labelSelector: {}
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: doNotSchedule # ✖ whenUnsatisfiable is "doNotSchedule", must be "DoNotSchedule" or "ScheduleAnyway"; did you mean "DoNotSchedule"?
                labelSelector:
                  matchLabels:
                    app: web
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
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: DoNotSchedule
                labelSelector:
                  matchLabels:
                    app: web
            containers:
              - name: app
                image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'over zones for sure, over nodes if possible',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
            labels:
              app: web
          spec:
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: topology.kubernetes.io/zone
                whenUnsatisfiable: DoNotSchedule
                minDomains: 3
                labelSelector:
                  matchLabels:
                    app: web
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: ScheduleAnyway
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
    on<PodSpec>('core/v1 PodSpec', () => ({
      check(spec, context) {
        if ((spec.topologySpreadConstraints?.length ?? 0) > 1) checkPairs(spec, context)
      },
    })),
    on<TopologySpreadConstraint>('core/v1 TopologySpreadConstraint', () => ({
      ownDuplicates: true,
      fields: {
        maxSkew: checkedElsewhere,
        whenUnsatisfiable: checkedElsewhere,
        topologyKey: required(),
        minDomains: atLeast(1),
        nodeAffinityPolicy: oneOfSet('Honor', 'Ignore'),
        nodeTaintsPolicy: oneOfSet('Honor', 'Ignore'),
      },
      check,
    })),
  ],
)
