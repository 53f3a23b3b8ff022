import type { LabelSelector, LabelSelectorRequirement } from 'kubernetes-types/meta/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { checkedElsewhere, constraints, on } from '../../constraints.ts'
import { selectorProblems, type LabelSelector as LabelSelectorValue } from '../../../formats/selector.ts'

/** Metrics of an autoscaler are asked for with whatever is written there. */
const UNCHECKED = /^spec\.metrics\[\d+\]\.\w+\.metric\.selector$/

export default constraints(
  {
    id: 'valid-label-selector',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require label selectors that the API server can read.',
    why: 'The API server refuses a selector with malformed keys or values, or with an operator that does not go with its values.',
    howToFix: 'Use the operators In and NotIn with `values`, Exists and DoesNotExist without, and keys and values that labels can have.',
    references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors'],
    bad: [
      {
        title: 'an operator without its values, and one that does not exist',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: deny
          spec:
            podSelector:
              matchExpressions:
                - key: app # ✖ matchExpressions[0].values is missing, must not be empty for the operator In
                  operator: In
                - key: tier
                  operator: Equals # ✖ operator is "Equals", must be "In", "NotIn", "Exists" or "DoesNotExist"
                  values: [web]
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector:
              matchExpressions:
                - key: app
                  operator: in # ✖ operator is "in", must be "In", "NotIn", "Exists" or "DoesNotExist"
                  values: [web]
        `,
        fixed: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: web
          spec:
            podSelector:
              matchExpressions:
                - key: app
                  operator: In
                  values: [web]
        `,
      },
    ],
    good: [
      {
        title: 'labels and expressions',
        yaml: yaml`
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: deny
          spec:
            podSelector:
              matchLabels:
                app: web
              matchExpressions:
                - key: tier
                  operator: NotIn
                  values: [cache]
        `,
      },
    ],
  },
  [
    on<LabelSelector>('meta/v1 LabelSelector', () => ({
      check(selector, { path, report }) {
        if (path.startsWith('spec.metrics') && UNCHECKED.test(path)) return
        for (const { code, steps, value, isKey = false, reason } of selectorProblems(selector as LabelSelectorValue)) {
          const inLabels = steps[0] === 'matchLabels'
          const message = inLabels ? `${isKey ? 'Key' : 'Value'} "${value}" of the selector ${reason}` : reason
          report(steps, code, message, inLabels ? { path: `${path}.matchLabels`, atKey: isKey } : {})
        }
      },
    })),
    on<LabelSelectorRequirement>('meta/v1 LabelSelectorRequirement', () => ({ fields: { key: checkedElsewhere, operator: checkedElsewhere } })),
  ],
)
