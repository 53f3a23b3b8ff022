import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { allowingResource, ownRules, PERMISSIONS, placeInRule, type RoleObject } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can change all ConfigMaps, or those on which the cluster depends.',
  why: 'The ConfigMap "coredns" decides where every name in the cluster leads, and "aws-auth" who is an administrator; the others configure whatever runs beside.',
  howToFix: 'Name the ConfigMaps that are meant in `resourceNames`, and give `create` a rule of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/', 'https://coredns.io/manual/configuration/'],
  peers: { trivy: ['KSV-0049', 'KSV-0115'], kubescape: ['C-0037'] },
  options: {
    names: { default: ['coredns', 'aws-auth'], description: 'ConfigMaps that nobody should be allowed to change by name either.' },
  },
  bad: [
    {
      title: 'all of them, and the one of CoreDNS',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: editor
        rules:
          - apiGroups: [""]
            resources: [configmaps] # ✖ Role "editor" can change all ConfigMaps
            verbs: [get, update]
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [coredns] # ✖ Role "editor" can change the ConfigMap "coredns"
            verbs: [update]
      `,
    },
  ],
  good: [
    {
      title: 'one of its own, reading, and making new ones',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: editor
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [leader]
            verbs: [update]
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get, create]
      `,
    },
  ],
  visit: { Role: visit, ClusterRole: visit },
})

function visit(role: RoleObject, { options, report }: Context<{ names: readonly string[] }>): void {
  for (const [index, rule] of ownRules(role)) {
    const { resourceNames = [], ...unnamed } = rule
    const at = allowingResource(unnamed, PERMISSIONS.changeConfigMaps)
    if (at === undefined) continue
    if (resourceNames.length === 0) report(placeInRule(role, index, 'resources', at), `${role.kind} "${role.name}" can ${PERMISSIONS.changeConfigMaps.can}`)
    const name = resourceNames.findIndex((each) => options.names.includes(each))
    if (name !== -1) report(placeInRule(role, index, 'resourceNames', name), `${role.kind} "${role.name}" can change the ConfigMap "${resourceNames[name]}"`)
  }
}
