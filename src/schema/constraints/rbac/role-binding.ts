import type { RoleBinding, RoleRef, Subject } from 'kubernetes-types/rbac/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain, pathSegmentName } from '../../../formats/names.ts'
import { constraints, embedded, format, missingAs, on, oneOf, oneOfSet, required, type Check } from '../../constraints.ts'

const GROUP = 'rbac.authorization.k8s.io'
const ofCluster = oneOfSet('ClusterRole')
const ofNamespace = oneOfSet('Role', 'ClusterRole')

const roleKind: Check = {
  describes: `${ofNamespace.describes}; in a ClusterRoleBinding "ClusterRole"`,
  test: (value, context) => (context.kind === 'ClusterRoleBinding' ? ofCluster : ofNamespace).test!(value, context),
}

export default constraints(
  {
    id: 'valid-role-binding',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require role bindings that name one role and whom it is for.',
    why: 'The API server refuses a binding whose role or subjects cannot exist. A ServiceAccount has a namespace, a User and a Group have an API group.',
    howToFix: 'Use the kinds ServiceAccount, User and Group, give a ServiceAccount its `namespace` and no `apiGroup`, and set `kind` and `name` of `roleRef`.',
    references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding'],
    bad: [
      {
        title: 'a ServiceAccount without a namespace, a role of a namespace',
        yaml: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata:
            name: readers
          subjects:
            - kind: ServiceAccount
              name: builder # ✖ subjects[0].namespace is missing, but required for a ServiceAccount in a ClusterRoleBinding
            - kind: user # ✖ kind is "user", must be "ServiceAccount", "User" or "Group"; did you mean "User"?
              name: jane
          roleRef:
            kind: Role # ✖ kind is "Role", must be "ClusterRole"
            name: reader
            apiGroup: rbac.authorization.k8s.io
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata:
            name: web
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: role # ✖ kind is "role", must be "Role" or "ClusterRole"; did you mean "Role"?
            name: web
          subjects:
            - kind: ServiceAccount
              name: web
              namespace: shop
        `,
        fixed: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata:
            name: web
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: web
          subjects:
            - kind: ServiceAccount
              name: web
              namespace: shop
        `,
      },
    ],
    good: [
      {
        title: 'a ServiceAccount and a user',
        yaml: yaml`
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRoleBinding
          metadata:
            name: readers
          subjects:
            - kind: ServiceAccount
              name: builder
              namespace: ci
            - kind: User
              name: jane
              apiGroup: rbac.authorization.k8s.io
          roleRef:
            kind: ClusterRole
            name: reader
            apiGroup: rbac.authorization.k8s.io
        `,
      },
    ],
  },
  [
    on<RoleBinding>('rbac/v1 RoleBinding', () => ({ fields: { roleRef: embedded('rbac/v1 RoleRef') } })),
    on<RoleBinding>('rbac/v1 ClusterRoleBinding', () => ({ fields: { roleRef: embedded('rbac/v1 RoleRef') } })),
    on<RoleRef>('rbac/v1 RoleRef', () => ({
      // A missing group is filled in.
      fields: { apiGroup: [oneOf(GROUP)], kind: [missingAs('', roleKind)], name: required(format('a path segment', pathSegmentName)) },
    })),
    on<Subject>('rbac/v1 Subject', () => ({
      fields: { kind: [missingAs('', oneOfSet('ServiceAccount', 'User', 'Group'))], name: required() },
      check({ kind = '', name = '', namespace = '', apiGroup = '' }, { kind: binding, report }) {
        if (kind === 'ServiceAccount') {
          for (const reason of name === '' ? [] : (dnsSubdomain(name) ?? [])) report(['name'], 'Invalid', reason)
          if (apiGroup !== '') report(['apiGroup'], 'NotSupported', 'cannot be set for a ServiceAccount')
          if (namespace === '' && binding === 'ClusterRoleBinding') report(['namespace'], 'Required', 'is required for a ServiceAccount in a ClusterRoleBinding')
        } else if ((kind === 'User' || kind === 'Group') && apiGroup !== '' && apiGroup !== GROUP) report(['apiGroup'], 'NotSupported', `must be "${GROUP}" for a ${kind}`)
      },
    })),
  ],
)
