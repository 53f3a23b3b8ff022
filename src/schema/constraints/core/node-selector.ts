import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain, labelValue, qualifiedName } from '../../../formats/names.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, required, type TypeCheckContext } from '../../constraints.ts'
import { mustBe } from '../../sentence.ts'

type Requirement = Loose<NodeSelectorRequirement>

function checkValues(index: number, { operator = '', values = [] }: Requirement, { report }: TypeCheckContext): void {
  const at = ['matchExpressions', index]
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) report([...at, 'values'], 'Required', `must not be empty for the operator ${operator}`)
      return
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) report([...at, 'values'], 'Forbidden', `must be absent for the operator ${operator}`)
      return
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) report([...at, 'values'], 'Required', `must be one number for the operator ${operator}`)
      return
    default:
      report([...at, 'operator'], 'Invalid', mustBe(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'], operator))
  }
}

function checkExpressions(expressions: readonly Requirement[], context: TypeCheckContext): void {
  const { field, minor, report, warn } = context
  for (const [index, requirement] of expressions.entries()) {
    checkValues(index, requirement, context)
    const { key = '', values = [] } = requirement
    for (const reason of qualifiedName(key) ?? []) report(['matchExpressions', index, 'key'], 'Invalid', reason)
    if (minor < 33) continue
    for (const [at, value] of values.entries()) {
      for (const reason of labelValue(value) ?? []) {
        const place = ['matchExpressions', index, 'values', at]
        // A preference that no node meets does no harm.
        if (field === 'preference') warn(place, `Value "${value}" ${reason}, so no node has it`)
        else report(place, 'Invalid', `Value "${value}" ${reason}`)
      }
    }
  }
}

function checkFields(fields: readonly Requirement[], { report }: TypeCheckContext): void {
  for (const [index, { key = '', operator = '', values = [] }] of fields.entries()) {
    const at = ['matchFields', index]
    if (operator !== 'In' && operator !== 'NotIn') report([...at, 'operator'], 'Invalid', mustBe(['In', 'NotIn'], operator))
    else if (values.length !== 1) report([...at, 'values'], 'Required', 'must be the name of one node')
    if (key !== 'metadata.name') report([...at, 'key'], 'Invalid', 'must be "metadata.name"')
    else for (const [each, value] of values.entries()) for (const reason of dnsSubdomain(value) ?? []) report([...at, 'values', each], 'Invalid', `Value "${value}" ${reason}`)
  }
}

export default constraints(
  {
    id: 'valid-node-selector',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require terms that labels and names of nodes can meet.',
    why: 'The API server refuses a term with an unknown operator, with an operator that does not go with its values, or with keys and values that no node can have.',
    howToFix: 'Use In and NotIn with values, Exists and DoesNotExist without, Gt and Lt with one number, and `metadata.name` in `matchFields`.',
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity'],
    bad: [
      {
        title: 'an operator without its values, an unknown operator, an unknown field',
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
                        - key: disk # ✖ matchExpressions[0].values is missing, must not be empty for the operator In
                          operator: In
                        - key: cores
                          operator: Gte # ✖ operator is "Gte", must be "In", "NotIn", "Exists", "DoesNotExist", "Gt" or "Lt"; did you mean "Gt"?
                          values: ['4']
                      matchFields:
                        - key: spec.nodeName # ✖ key is "spec.nodeName", must be "metadata.name"
                          operator: In
                          values: [node-1]
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
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - key: disk
                          operator: in # ✖ operator is "in", must be "In", "NotIn", "Exists", "DoesNotExist", "Gt" or "Lt"; did you mean "In"?
                          values: [ssd]
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
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - key: disk
                          operator: In
                          values: [ssd]
            containers:
              - name: app
                image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'a label, a number and a name',
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
                        - key: disk
                          operator: In
                          values: [ssd]
                        - key: cores
                          operator: Gt
                          values: ['4']
                      matchFields:
                        - key: metadata.name
                          operator: In
                          values: [node-1]
            containers:
              - name: app
                image: nginx:1.27
        `,
      },
    ],
  },
  [
    on<NodeSelector>('core/v1 NodeSelector', () => ({ fields: { nodeSelectorTerms: required() } })),
    on<NodeSelectorTerm>('core/v1 NodeSelectorTerm', () => ({
      check({ matchExpressions, matchFields }, context) {
        if (matchExpressions !== undefined) checkExpressions(matchExpressions, context)
        if (matchFields !== undefined) checkFields(matchFields, context)
      },
    })),
    on<NodeSelectorRequirement>('core/v1 NodeSelectorRequirement', () => ({ fields: { key: checkedElsewhere, operator: checkedElsewhere } })),
  ],
)
