import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { ownRules, type RoleObject } from '../../model/rbac.ts'
import { PermissionChecker } from '../../schema/permission-checker.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow permissions that allow nothing.',
  why: 'The API server takes any text for a group, a resource and a verb. What does not exist allows nothing, and whoever relies on it gets "forbidden" at run time.',
  howToFix:
    'Write groups without a version (`apps`, and `""` for Pods, Services and the like), resources in the plural and lower case (`deployments`), and verbs such as `get`, `list` and `watch`. Give `create` a rule without `resourceNames`, and what belongs to no namespace a ClusterRole. `kubectl api-resources` lists groups and resources.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources', 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb'],
  peers: {},
  fixable: 'unsafe',
  crossObject: true,
  bad: [
    {
      title: 'a version, a kind, the singular, another group, a verb that is misspelled',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [apps/v1] # ✖ "apps/v1" is not an API group: the group is "apps"
            resources: [Deployment] # ✖ "Deployment" is a kind: the resource is "deployments"
            verbs: [get]
          - apiGroups: [""]
            resources: [pod] # ✖ Resource "pod" does not exist in the core group; did you mean "pods"?
            verbs: [get, lists] # ✖ Verb "lists" does not exist; did you mean "list"?
          - apiGroups: [""] # ✖ "replicasets" are not in the core group, but in the group "apps"
            resources: [replicasets]
            verbs: [get]
      `,
      fixed: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [get]
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
          - apiGroups: ["apps"]
            resources: [replicasets]
            verbs: [get]
      `,
    },
    {
      title: 'parts of a resource, names for what has none yet, and what belongs to no namespace',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [pods/*] # ✖ "pods/*" allows nothing: a star cannot stand for the parts of one resource
            verbs: [get]
          - apiGroups: [""]
            resources: [pods/logs] # ✖ Resource "pods/logs" does not exist in the core group; did you mean "pods/log"?
            verbs: [get]
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [settings]
            verbs:
              - get
              - create # ✖ resourceNames rule out create: a new object has no name yet when it is authorized
          - apiGroups: [""]
            resources: [nodes] # ✖ Role "reader" cannot grant nodes: they are not namespaced
            verbs: [list]
      `,
    },
    {
      title: 'the singular of a custom resource',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: clerk
        rules:
          - apiGroups: [shop.example.com]
            resources: [order, order/status, invoices] # ✖ Resource "order" does not exist in the group "shop.example.com"; did you mean "orders"? ✖ Resource "order/status" does not exist in the group "shop.example.com"; did you mean "orders/status"?
            verbs: [get]
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: orders.shop.example.com
        spec:
          group: shop.example.com
          scope: Namespaced
          names:
            kind: Order
            plural: orders
            singular: order
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
      `,
    },
  ],
  good: [
    {
      title: 'what exists, and what only some clusters have',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: ["", apps]
            resources: [pods, pods/log, componentstatuses, deployments/finalizers, deployments/scale]
            verbs: [get, list, watch]
          - apiGroups: [extensions, apps]
            resources: [deployments]
            verbs: [get]
          - apiGroups: [shop.example.com]
            resources: [orders/cancel]
            verbs: [approve, pay]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            resourceNames: [example.com/shop]
            verbs: [sign]
          - nonResourceURLs: [/metrics]
            verbs: [get]
      `,
    },
    {
      title: 'a name in a rule of its own, beside one for what has no name yet',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: leader
        rules:
          - apiGroups: [coordination.k8s.io]
            resources: [leases]
            verbs: [create]
          - apiGroups: [coordination.k8s.io]
            resources: [leases]
            resourceNames: [shop]
            verbs: [get, update, create]
      `,
    },
  ],
  visit: { Role: visit, ClusterRole: visit },
})

function visit(role: RoleObject, context: Context): void {
  const rules = ownRules(role)
  for (const [index, rule] of rules) {
    const checker = new PermissionChecker(role, index, rule, context)
    checker.checkGroups()
    checker.checkResources()
    checker.checkVerbs()
    checker.checkNames(rules)
  }
}
