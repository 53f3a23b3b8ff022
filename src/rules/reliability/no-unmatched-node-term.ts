import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow comparing labels of nodes with what is not an integer.',
  why: 'The API server takes any word for the operators `Gt` and `Lt`, but the scheduler compares integers: no node fits, and with a required term the pod stays pending.',
  howToFix: 'Write an integer in quotes, such as `"8"`, or use `In` for words.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators'],
  peers: {},
  bad: [
    {
      title: 'a word, and an amount with a unit',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - key: example.com/memory
                        operator: Gt
                        values:
                          - 16Gi # ✖ "16Gi" is not an integer, so no node fits: Gt compares integers
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'an integer',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                  - matchExpressions:
                      - key: example.com/cores
                        operator: Gt
                        values:
                          - "8"
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } = pod.value.affinity?.nodeAffinity ?? {}
      const check = ({ matchExpressions = [] }: Term, placeOf: () => Parameters<typeof below>[0]) => {
        for (const [at, { operator = '', values = [] }] of matchExpressions.entries()) {
          // Several values are refused.
          const [value] = values
          if ((operator === 'Gt' || operator === 'Lt') && values.length === 1 && typeof value === 'string' && !/^[+-]?\d{1,18}$/.test(value)) report(below(placeOf(), 'matchExpressions', at, 'values', 0), `"${value}" is not an integer, so no node fits: ${operator} compares integers`)
        }
      }
      for (const [at, term] of (required?.nodeSelectorTerms ?? []).entries()) check(term, () => pod.at('affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms', at))
      for (const [at, { preference }] of preferred.entries()) if (preference !== undefined) check(preference, () => pod.at('affinity', 'nodeAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', at, 'preference'))
    },
  },
})

interface Term {
  readonly matchExpressions?: readonly { readonly operator?: string | undefined; readonly values?: readonly string[] | undefined }[] | undefined
}
