import type { AggregationRule, PolicyRule } from 'kubernetes-types/rbac/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { selectorProblems, type LabelSelector } from '../../../formats/selector.ts'
import { constraints, on, required } from '../../constraints.ts'

export default constraints(
  {
    id: 'valid-role',
    since: '0.1.0',
    summary: 'Require roles whose rules say what may be done with which resources.',
    why: 'The API server refuses a rule without verbs, without API groups or resources, and one for URLs in a Role, which has only its namespace.',
    howToFix: 'Give each rule `verbs`, `apiGroups` ("" for Pods, Services and the like) and `resources`, or in a ClusterRole `verbs` and `nonResourceURLs`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#role-and-clusterrole'],
    bad: [
      {
        title: 'a rule without API groups, and URLs in a Role',
        yaml: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata:
            name: reader
          rules:
            - resources: [pods] # ✖ rules[0].apiGroups is missing, but required together with resources
              verbs: [get, list]
            - nonResourceURLs: [/metrics] # ✖ nonResourceURLs can be set only in a ClusterRole
              verbs: [get]
        `,
      },
    ],
    good: [
      {
        title: 'resources and URLs in a ClusterRole',
        yaml: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata:
            name: reader
          rules:
            - apiGroups: [""]
              resources: [pods]
              verbs: [get, list]
            - nonResourceURLs: [/metrics]
              verbs: [get]
        `,
      },
    ],
  },
  [
    on<PolicyRule>('rbac/v1 PolicyRule', () => ({
      fields: { verbs: required() },
      check({ apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] }, { kind, report }) {
        if (nonResourceURLs.length === 0) {
          for (const [field, other, list] of [['apiGroups', 'resources', apiGroups], ['resources', 'apiGroups', resources]] as const) {
            if (list.length === 0) report([field], 'Required', `is required together with ${other}`)
          }
          return
        }
        if (kind === 'Role') report(['nonResourceURLs'], 'Invalid', 'can be set only in a ClusterRole')
        if (apiGroups.length + resources.length + resourceNames.length > 0) report(['nonResourceURLs'], 'Invalid', 'cannot be set together with resources')
      },
    })),
    on<AggregationRule>('rbac/v1 AggregationRule', () => ({
      fields: { clusterRoleSelectors: required() },
      check({ clusterRoleSelectors = [] }, { report }) {
        for (const [index, selector] of clusterRoleSelectors.entries()) {
          if (selectorProblems(selector as LabelSelector).length > 0) report(['clusterRoleSelectors', index], 'Invalid', 'must be a selector that can be read')
        }
      },
    })),
  ],
)
