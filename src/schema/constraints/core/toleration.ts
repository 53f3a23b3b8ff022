import type { PodSpec, Toleration } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, type ErrorType } from '../../constraints.ts'

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

export interface TolerationFault {
  field: 'key' | 'operator' | 'effect'
  code: ErrorType
  message: string
  /** What is at fault, where the server blames the operator. */
  place?: 'value'
}

export function tolerationFaults({ key = '', operator = '', value = '', effect = '', tolerationSeconds }: Loose<Toleration>): TolerationFault[] {
  const faults: TolerationFault[] = []
  const fault = (field: TolerationFault['field'], code: ErrorType, message: string, place?: 'value') => faults.push(place === undefined ? { field, code, message } : { field, code, message, place })
  for (const reason of key === '' ? [] : (qualifiedName(key) ?? [])) fault('key', 'Invalid', reason)
  if (key === '' && operator !== 'Exists') fault('operator', 'Invalid', 'must be "Exists" without a "key"')
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') fault('effect', 'Invalid', 'must be "NoExecute" beside "tolerationSeconds"')
  if (operator === '' || operator === 'Equal') for (const reason of labelValue(value) ?? []) fault('operator', 'Invalid', reason, 'value')
  else if (operator === 'Exists') {
    if (value !== '') fault('operator', 'Invalid', 'must be empty for the operator Exists', 'value')
  } else fault('operator', 'NotSupported', 'must be one of "Equal", "Exists"')
  if (effect !== '' && !EFFECTS.includes(effect)) fault('effect', 'NotSupported', `must be one of ${EFFECTS.map((each) => `"${each}"`).join(', ')}`)
  return faults
}

export default constraints(
  {
    id: 'valid-toleration',
    since: '0.1.0',
    summary: 'Require tolerations that taints can match.',
    why: 'The API server refuses a toleration with an unknown operator or effect, or with a key and value that no taint can have.',
    howToFix: 'Use the operator Equal with a value or Exists without, and one of the effects NoSchedule, PreferNoSchedule and NoExecute, or none for all.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/'],
    bad: [
      {
        title: 'a value for Exists, an unknown effect, no key',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            tolerations:
              - key: dedicated
                operator: Exists
                value: web # ✖ "value" "web" must be empty for the operator Exists
              - key: gpu
                effect: NoRun # ✖ "effect" "NoRun" must be one of "NoSchedule", "PreferNoSchedule", "NoExecute"
              - effect: NoSchedule # ✖ "operator" must be "Exists" without a "key"
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
    good: [
      {
        title: 'a taint by its value, and every taint',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            tolerations:
              - key: dedicated
                value: web
                effect: NoSchedule
              - operator: Exists
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', {
      check({ tolerations = [] }, { path, report }) {
        for (const [index, toleration] of tolerations.entries()) {
          for (const { field, code, message, place } of tolerationFaults(toleration)) report(['tolerations', index, place ?? field], code, message, place === undefined ? {} : { path: `${path}.tolerations[${index}].${field}` })
        }
      },
    }),
  ],
)
