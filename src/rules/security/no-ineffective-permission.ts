import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Context } from '../../engine/visitors.ts'
import { nearest } from '../../model/nearest.ts'
import { allowsGroup, allowsVerb, coversResource, ownRules, placeInRule, type PolicyRule, type RoleObject } from '../../model/rbac.ts'
import { apiResources } from '../../schema/api-resources.ts'

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
/** Verbs that Kubernetes asks about beside those of requests. */
const SPECIAL_VERBS = new Set(['*', 'approve', 'attest', 'bind', 'connect', 'escalate', 'impersonate', 'proxy', 'sign', 'use'])
const OF_URLS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete']
/** What people write for a verb, and what it is called. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries({ add: 'create', all: '*', any: '*', edit: 'update', modify: 'update', post: 'create', put: 'update', read: 'get', remove: 'delete', view: 'get', write: 'update' }))
const SUBRESOURCES = ['approval', 'attach', 'binding', 'ephemeralcontainers', 'eviction', 'exec', 'finalize', 'finalizers', 'healthz', 'log', 'metrics', 'pods', 'portforward', 'proxy', 'resize', 'scale', 'spec', 'stats', 'status', 'token']

const nameOf = (group: string): string => (group === '' ? 'the core group' : `the group "${group}"`)

/** A group without its version; the core group for `v1` and `core`. */
function groupMeant(written: string): string {
  if (/^(core|v\d\w*|core\/v\d\w*)$/.test(written)) return ''
  const slash = written.indexOf('/')
  return slash === -1 ? written : written.slice(0, slash)
}

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
            resources: [pod] # ✖ There is no resource "pod" in the core group; did you mean "pods"?
            verbs: [get, lists] # ✖ There is no verb "lists"; did you mean "list"?
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
            resources: [pods/logs] # ✖ There is no resource "pods/logs" in the core group; did you mean "pods/log"?
            verbs: [get]
          - apiGroups: [""]
            resources: [configmaps]
            resourceNames: [settings]
            verbs:
              - get
              - create # ✖ resourceNames rule out create: a new object has no name yet when it is asked about
          - apiGroups: [""]
            resources: [nodes] # ✖ Role "reader" cannot allow nodes: they belong to no namespace
            verbs: [list]
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
            resources: [pods, pods/log, deployments/finalizers, deployments/scale]
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
    const checker = new RuleChecker(role, index, rule, context)
    checker.checkGroups()
    checker.checkResources()
    checker.checkVerbs()
    checker.checkNames(rules)
  }
}

class RuleChecker {
  private readonly role: RoleObject
  private readonly index: number
  private readonly rule: PolicyRule
  private readonly report: Context['report']
  private readonly known: ReturnType<typeof apiResources>
  /** As they were meant. */
  private readonly groups: readonly string[]

  constructor(role: RoleObject, index: number, rule: PolicyRule, { report, kubernetesVersion }: Context) {
    this.role = role
    this.index = index
    this.rule = rule
    this.report = report
    this.known = apiResources([kubernetesVersion])
    this.groups = (rule.apiGroups ?? []).map(groupMeant)
  }

  /** Whether all of its groups are those of Kubernetes: of others nobody knows what they have. */
  private get isKnown(): boolean {
    return this.groups.length > 0 && this.groups.every((group) => this.known.has(group))
  }

  private replace(message: string, field: string, at: number, right: string | undefined): void {
    const place = placeInRule(this.role, this.index, field, at)
    this.report(place, message, (fixer) => (right === undefined ? undefined : fixer.replaceText(place, right)))
  }

  checkGroups(): void {
    const written = this.rule.apiGroups ?? []
    for (const [at, group] of written.entries()) {
      const meant = this.groups[at]!
      if (meant === group) {
        // Groups of third parties have a dot.
        const near = group.includes('.') || group === '*' || group === 'extensions' || this.known.has(group) ? undefined : ([...this.known.keys()].find((each) => each.startsWith(`${group}.`)) ?? nearest(group, ['apps', 'autoscaling', 'batch', 'policy']))
        if (near !== undefined) this.replace(`There is no API group "${group}"; did you mean "${near}"?`, 'apiGroups', at, near)
      } else if (!written.includes(meant)) this.replace(`"${group}" is not an API group: ${meant === '' ? 'the core group is ""' : `the group is "${meant}"`}`, 'apiGroups', at, meant)
    }
  }

  checkResources(): void {
    for (const [at, resource] of (this.rule.resources ?? []).entries()) this.checkResource(resource, at)
  }

  private checkResource(written: string, at: number): void {
    const [resource = '', part] = written.split('/', 2)
    if (resource === '*' || resource === '') return
    if (part === '*' && resource !== 'userextras') {
      this.replace(`"${written}" allows nothing: a star cannot stand for the parts of one resource`, 'resources', at, undefined)
      return
    }
    if (/[A-Z]/.test(resource)) {
      const right = this.resourceOfKind(resource)
      if (right === undefined) this.replace(`"${written}" is not a resource: resources are in lower case`, 'resources', at, undefined)
      else this.replace(`"${resource}" is a kind: the resource is "${right}"`, 'resources', at, part === undefined ? right : `${right}/${part}`)
      return
    }
    if (!this.isKnown) return
    const group = this.groups.find((each) => this.known.get(each)!.has(resource))
    if (group === undefined) {
      this.checkUnknown(written, at)
      return
    }
    const where = nameOf(group)
    if (part !== undefined && !SUBRESOURCES.includes(part)) {
      const near = resource === 'userextras' ? undefined : nearest(part, SUBRESOURCES)
      if (near !== undefined) this.replace(`There is no resource "${written}" in ${where}; did you mean "${resource}/${near}"?`, 'resources', at, `${resource}/${near}`)
    } else if (this.role.kind === 'Role' && resource !== 'namespaces' && this.groups.every((each) => this.known.get(each)!.get(resource)?.namespaced !== true)) {
      this.replace(`Role "${this.role.name}" cannot allow ${resource}: they belong to no namespace`, 'resources', at, undefined)
    }
  }

  private resourceOfKind(kind: string): string | undefined {
    const lower = kind.toLowerCase()
    for (const resources of this.known.values()) {
      for (const [resource, info] of resources) if (info.kind.toLowerCase() === lower || resource === lower) return resource
    }
    return undefined
  }

  private checkUnknown(written: string, at: number): void {
    const [resource = '', part] = written.split('/', 2)
    // Of another minor than those of this run.
    const ever = apiResources()
    if (this.groups.some((group) => ever.get(group)?.has(resource) === true)) return
    const here = this.groups.length === 1 ? nameOf(this.groups[0]!) : `the groups ${this.groups.map((group) => `"${group}"`).join(' and ')}`
    const elsewhere = [...this.known].find(([, resources]) => resources.has(resource))?.[0]
    if (elsewhere !== undefined) {
      // Where one group is wrong for all of the rule, that is the mistake.
      const { apiGroups = [], resources = [] } = this.rule
      const isWrongGroup = apiGroups.length === 1 && resources.every((each) => this.known.get(elsewhere)!.has(each.split('/', 1)[0]!))
      const message = `"${resource}" are not in ${here}, but in ${nameOf(elsewhere)}`
      if (isWrongGroup) this.replace(message, 'apiGroups', 0, elsewhere)
      else this.replace(message, 'resources', at, undefined)
      return
    }
    const near = nearest(resource, this.groups.flatMap((group) => [...this.known.get(group)!.keys()]))
    const right = near === undefined || part === undefined ? near : `${near}/${part}`
    this.replace(`There is no resource "${written}" in ${here}${right === undefined ? '' : `; did you mean "${right}"?`}`, 'resources', at, right)
  }

  checkVerbs(): void {
    const { verbs = [], nonResourceURLs = [] } = this.rule
    const known = nonResourceURLs.length > 0 ? OF_URLS : VERBS
    if (verbs.includes('*')) return
    for (const [at, verb] of verbs.entries()) {
      if (known.includes(verb) || SPECIAL_VERBS.has(verb) || verb.includes(':')) continue
      const right = nonResourceURLs.length > 0 ? nearest(verb, known) : (SYNONYMS.get(verb.toLowerCase()) ?? nearest(verb, known))
      // Third parties may ask about verbs of their own.
      if (right === undefined && !this.isKnown) continue
      if (right !== undefined && nonResourceURLs.length === 0 && !this.isKnown && right !== verb.toLowerCase() && !right.startsWith(verb) && !verb.startsWith(right)) continue
      const hint = right === undefined ? '' : `; did you mean "${right}"?`
      this.replace(`There is no verb "${verb}"${hint}`, 'verbs', at, right === '*' || (right !== undefined && verbs.includes(right)) ? undefined : right)
    }
  }

  /** Whoever creates an object, or deletes many at once, is asked about no name. */
  checkNames(rules: readonly [number, PolicyRule][]): void {
    const { verbs = [], apiGroups = [], resources = [], resourceNames = [] } = this.rule
    // What others ask about has a name whatever the verb is.
    if (resourceNames.length === 0 || !this.isKnown) return
    const whole = resources.filter((resource) => !resource.includes('/'))
    for (const verb of ['create', 'deletecollection']) {
      const at = verbs.indexOf(verb)
      if (at === -1 || whole.length === 0) continue
      const isAllowed = (group: string, resource: string) =>
        rules.some(([, rule]) => (rule.resourceNames ?? []).length === 0 && allowsVerb(rule, verb) && allowsGroup(rule, group) && (rule.resources ?? []).some((each) => coversResource(each, resource)))
      if (whole.every((resource) => apiGroups.some((group) => isAllowed(group, resource)))) continue
      const why = verb === 'create' ? 'a new object has no name yet when it is asked about' : 'many objects have no single name'
      this.replace(`resourceNames rule out ${verb}: ${why}`, 'verbs', at, undefined)
    }
  }
}
