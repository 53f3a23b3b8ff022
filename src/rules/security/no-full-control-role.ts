import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isFullControl, ownRules, placeInRule, type RoleObject } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow roles that allow everything.',
  why: 'Whoever breaks into a program with such a role has the whole cluster, or its whole namespace, and the role shows nobody what the program needs.',
  howToFix: 'List the API groups, resources and verbs that are used; the audit log, or a tool such as audit2rbac, tells which.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  peers: {
    'kube-linter': ['wildcard-in-rules'],
    polaris: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole', 'rolebindingClusterAdminRole'],
    trivy: ['KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'],
    checkov: ['CKV_K8S_49'],
    kubescape: ['C-0187'],
    datree: ['CIS_INVALID_WILDCARD_ROLE'],
    sonar: ['S6867'],
    kics: ['RBAC Wildcard In Rule'],
    kyverno: ['restrict-wildcard-resources', 'restrict-wildcard-verbs'],
    semgrep: ['legacy-api-clusterrole-excessive-permissions'],
  },
  bad: [
    {
      title: 'every verb on every resource',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: ["*"]
            resources: ["*"] # ✖ ClusterRole "operator" allows everything in the whole cluster
            verbs: ["*"]
      `,
    },
    {
      title: 'every verb by its name',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: operator
        rules:
          - apiGroups: ["*"]
            resources: ["*"] # ✖ Role "operator" allows everything in its namespace
            verbs: [get, list, watch, create, update, patch, delete]
      `,
    },
  ],
  good: [
    {
      title: 'all resources, to be read alone',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: auditor
        rules:
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: [get, list]
      `,
    },
  ],
  visit: { Role: visit, ClusterRole: visit },
})

function visit(role: RoleObject, { report }: Context): void {
  for (const [index, rule] of ownRules(role)) {
    if (!isFullControl(rule)) continue
    report(placeInRule(role, index, 'resources', rule.resources!.indexOf('*')), `${role.kind} "${role.name}" allows everything in ${role.kind === 'Role' ? 'its namespace' : 'the whole cluster'}`)
  }
}
