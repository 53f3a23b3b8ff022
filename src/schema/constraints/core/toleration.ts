import type { PodSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { constraints, on } from '../../constraints.ts'
import { tolerationFaults } from '../../tolerations.ts'

export default constraints(
  {
    id: 'valid-toleration',
    fixable: 'safe',
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
                value: web # ✖ value is "web", must be empty for the operator Exists
              - key: gpu
                effect: NoRun # ✖ effect is "NoRun", must be "NoSchedule", "PreferNoSchedule" or "NoExecute"
              - effect: NoSchedule # ✖ tolerations[2].operator is missing, must be "Exists" without a key
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
            tolerations:
              - key: spot
                operator: exists # ✖ operator is "exists", must be "Equal" or "Exists"
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
            tolerations:
              - key: spot
                operator: Exists
            containers:
              - name: app
                image: example.com/app:1.0
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
    on<PodSpec>('core/v1 PodSpec', () => ({
      check({ tolerations = [] }, { path, report }) {
        for (const [index, toleration] of tolerations.entries()) {
          for (const { field, code, message, place } of tolerationFaults(toleration)) report(['tolerations', index, place ?? field], code, message, place === undefined ? {} : { path: `${path}.tolerations[${index}].${field}` })
        }
      },
    })),
  ],
)
