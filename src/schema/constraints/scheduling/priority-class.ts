import type { PriorityClass } from 'kubernetes-types/scheduling/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on, oneOf, type TypeCheckContext } from '../../constraints.ts'
import type { Loose } from '../../../model/kinds.ts'

const HIGHEST = 1_000_000_000
/** Those that the server makes itself. */
const SYSTEM: ReadonlyMap<string, number> = new Map(Object.entries({ 'system-node-critical': 2_000_001_000, 'system-cluster-critical': 2_000_000_000 }))

function checkValue({ metadata, value = 0, globalDefault = false, preemptionPolicy }: Loose<PriorityClass>, { report }: TypeCheckContext): void {
  const { name = '', generateName = '' } = metadata ?? {}
  const isSystem = (name === '' ? generateName : name).startsWith('system-')
  const isKnown = SYSTEM.get(name) === value && !globalDefault
  if (isSystem && !isKnown) report(['metadata', 'name'], 'Forbidden', 'begins with "system-", which is reserved for Kubernetes itself')
  if (!isSystem && value > HIGHEST) report(['value'], 'Forbidden', `must be at most ${HIGHEST}`)
  if (preemptionPolicy === '') report(['preemptionPolicy'], 'Required', 'is required')
}

export default constraints(
  {
    id: 'valid-priority-class',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require a PriorityClass below those of Kubernetes itself.',
    why: 'The API server refuses values above a billion and names that begin with `system-`: they belong to the pods that keep a cluster alive.',
    howToFix: 'Choose a value up to 1000000000 and another name.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass'],
    bad: [
      {
        title: 'a name of Kubernetes, an unknown policy',
        yaml: yaml`
          apiVersion: scheduling.k8s.io/v1
          kind: PriorityClass
          metadata:
            name: system-web # ✖ name "system-web" begins with "system-", which is reserved for Kubernetes itself
          value: 1000
          preemptionPolicy: never # ✖ preemptionPolicy is "never", must be "PreemptLowerPriority" or "Never"; did you mean "Never"?
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: scheduling.k8s.io/v1
          kind: PriorityClass
          metadata:
            name: batch
          value: 100
          preemptionPolicy: never # ✖ preemptionPolicy is "never", must be "PreemptLowerPriority" or "Never"; did you mean "Never"?
        `,
        fixed: yaml`
          apiVersion: scheduling.k8s.io/v1
          kind: PriorityClass
          metadata:
            name: batch
          value: 100
          preemptionPolicy: Never
        `,
      },
    ],
    good: [
      {
        title: 'a class of one\'s own',
        yaml: yaml`
          apiVersion: scheduling.k8s.io/v1
          kind: PriorityClass
          metadata:
            name: web
          value: 1000
          preemptionPolicy: Never
        `,
      },
    ],
  },
  [on<PriorityClass>('scheduling/v1 PriorityClass', () => ({ fields: { preemptionPolicy: oneOf('PreemptLowerPriority', 'Never') }, check: checkValue }))],
)
