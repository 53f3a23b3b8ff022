import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { isFullControl, ownRules, placeInRule, type RoleObject } from '../../model/rbac.ts'

/** What a star stands for in each field of a rule. */
const EVERY: ReadonlyMap<string, string> = new Map(Object.entries({ verbs: 'every verb', resources: 'every resource', apiGroups: 'every API group', nonResourceURLs: 'every URL' }))

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow wildcards in roles.',
  why: 'A star allows what exists today and everything that will be added: Secrets, subresources such as `pods/exec`, the resources of the next operator.',
  howToFix: 'List the API groups, resources and verbs that are used.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege'],
  peers: {
    'kube-linter': ['wildcard-in-rules'],
    trivy: ['KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'],
    checkov: ['CKV_K8S_49'],
    kubescape: ['C-0187'],
    datree: ['CIS_INVALID_WILDCARD_ROLE'],
    sonar: ['S6867'],
    kics: ['RBAC Wildcard In Rule'],
    kyverno: ['restrict-wildcard-resources', 'restrict-wildcard-verbs'],
  },
  options: {
    fields: { default: ['resources', 'nonResourceURLs', 'verbs', 'apiGroups'], description: 'Fields of a rule that must not be `*`.' },
  },
  bad: [
    {
      title: 'every verb, every resource, a part of every resource',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            verbs: ["*"] # ✖ ClusterRole "operator" allows every verb
          - apiGroups: [""]
            resources: ["*"] # ✖ ClusterRole "operator" allows every resource
            verbs: [get]
          - apiGroups: ["*"]
            resources: ["*/scale"] # ✖ ClusterRole "operator" allows "*/scale" in every API group
            verbs: [update]
          - nonResourceURLs: ["*"] # ✖ ClusterRole "operator" allows every verb on every URL
            verbs: ["*"]
      `,
    },
  ],
  good: [
    {
      title: 'groups, resources and verbs by their names, and the URLs below one',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [apps]
            resources: [deployments, deployments/scale]
            verbs: [get, update]
          - nonResourceURLs: [/healthz/*]
            verbs: [get]
      `,
    },
  ],
  visit: { Role: visit, ClusterRole: visit },
})

function visit(role: RoleObject, { options, report }: Context<{ fields: readonly string[] }>): void {
  const rules = ownRules(role)
  // Who may do everything already gets no more by a star.
  if (rules.some(([, rule]) => isFullControl(rule))) return
  for (const [index, rule] of rules) {
    const stars = options.fields.flatMap((field) => {
      const list = (rule as Readonly<Record<string, readonly string[] | undefined>>)[field] ?? []
      const at = list.findIndex((text) => text === '*' || (field === 'resources' && text.startsWith('*/')))
      return at === -1 ? [] : [{ field, at, text: list[at]! }]
    })
    const [first] = stars
    if (first === undefined) continue
    const has = (field: string) => stars.some((star) => star.field === field)
    const things = stars.filter(({ field }) => field !== 'verbs' && field !== 'apiGroups').map(({ field, text }) => (text === '*' ? EVERY.get(field)! : `"${text}"`))
    const what = [...(has('verbs') ? [EVERY.get('verbs')!] : []), ...things].join(' on ')
    const group = has('apiGroups') ? EVERY.get('apiGroups')! : undefined
    const message = what === '' ? group! : group === undefined ? what : `${what} in ${group}`
    report(placeInRule(role, index, first.field, first.at), `${role.kind} "${role.name}" allows ${message}`)
  }
}
