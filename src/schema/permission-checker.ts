/** What a rule of a role names that does not exist, so that it allows nothing. */
import type { Context } from '../engine/visitors.ts'
import { nearest } from '../model/nearest.ts'
import { allowsGroup, allowsVerb, coversResource, placeInRule, type PolicyRule, type RoleObject } from '../model/rbac.ts'
import type { RunIndex } from '../model/run-index.ts'
import { apiResources } from './api-resources.ts'

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
/** Verbs that Kubernetes asks about beside those of requests. */
const SPECIAL_VERBS = new Set(['*', 'approve', 'attest', 'bind', 'connect', 'escalate', 'impersonate', 'proxy', 'sign', 'use'])
const OF_URLS = ['get', 'head', 'options', 'post', 'put', 'patch', 'delete']
/** What people write for a verb, and what it is called. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries({ add: 'create', all: '*', any: '*', edit: 'update', modify: 'update', post: 'create', put: 'update', read: 'get', remove: 'delete', view: 'get', write: 'update' }))
const SUBRESOURCES = ['approval', 'attach', 'binding', 'ephemeralcontainers', 'eviction', 'exec', 'finalize', 'finalizers', 'healthz', 'log', 'metrics', 'pods', 'portforward', 'proxy', 'resize', 'scale', 'spec', 'stats', 'status', 'token']

/** By run, the plurals of the custom resources that it defines, by group. A definition is called after both: `orders.shop.example.com`. */
const customResources = new WeakMap<RunIndex, ReadonlyMap<string, ReadonlySet<string>>>()

function customResourcesOf(index: RunIndex): ReadonlyMap<string, ReadonlySet<string>> {
  let groups = customResources.get(index)
  if (groups !== undefined) return groups
  const found = new Map<string, Set<string>>()
  for (const { builtin, kind, name } of index.definitions) {
    const dot = name.indexOf('.')
    if (!builtin || kind !== 'CustomResourceDefinition' || dot === -1) continue
    const group = name.slice(dot + 1)
    found.set(group, (found.get(group) ?? new Set<string>()).add(name.slice(0, dot)))
  }
  customResources.set(index, (groups = found))
  return groups
}

const pluralsOf = (word: string): readonly string[] => [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')]

const nameOf = (group: string): string => (group === '' ? 'the core group' : `the group "${group}"`)

/** A group without its version; the core group for `v1` and `core`. */
function groupMeant(written: string): string {
  if (/^(core|v\d\w*|core\/v\d\w*)$/.test(written)) return ''
  const slash = written.indexOf('/')
  return slash === -1 ? written : written.slice(0, slash)
}

export class PermissionChecker {
  private readonly role: RoleObject
  private readonly index: number
  private readonly rule: PolicyRule
  private readonly report: Context['report']
  private readonly known: ReturnType<typeof apiResources>
  private readonly custom: ReturnType<typeof customResourcesOf>
  /** As they were meant. */
  private readonly groups: readonly string[]

  constructor(role: RoleObject, index: number, rule: PolicyRule, { index: run, report, kubernetesVersion }: Context) {
    this.role = role
    this.index = index
    this.rule = rule
    this.report = report
    this.known = apiResources([kubernetesVersion])
    this.custom = customResourcesOf(run)
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
        if (near !== undefined) this.replace(`API group "${group}" does not exist; did you mean "${near}"?`, 'apiGroups', at, near)
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
    if (!this.isKnown) return this.checkCustom(written, at)
    const group = this.groups.find((each) => this.known.get(each)!.has(resource))
    if (group === undefined) {
      this.checkUnknown(written, at)
      return
    }
    const where = nameOf(group)
    if (part !== undefined && !SUBRESOURCES.includes(part)) {
      const near = resource === 'userextras' ? undefined : nearest(part, SUBRESOURCES)
      if (near !== undefined) this.replace(`Resource "${written}" does not exist in ${where}; did you mean "${resource}/${near}"?`, 'resources', at, `${resource}/${near}`)
    } else if (this.role.kind === 'Role' && resource !== 'namespaces' && this.groups.every((each) => this.known.get(each)!.get(resource)?.namespaced !== true)) {
      this.replace(`Role "${this.role.name}" cannot grant ${resource}: they are not namespaced`, 'resources', at, undefined)
    }
  }

  /** Of a group that is not all there, only the singular of what it has is surely wrong. */
  private checkCustom(written: string, at: number): void {
    const [resource = '', part] = written.split('/', 2)
    if (this.groups.some((group) => this.custom.get(group)?.has(resource) === true || this.known.get(group)?.has(resource) === true)) return
    const group = this.groups.find((each) => pluralsOf(resource).some((plural) => this.custom.get(each)?.has(plural) === true))
    const right = group === undefined ? undefined : pluralsOf(resource).find((plural) => this.custom.get(group)!.has(plural))
    if (right === undefined) return
    const full = part === undefined ? right : `${right}/${part}`
    this.replace(`Resource "${written}" does not exist in ${nameOf(group!)}; did you mean "${full}"?`, 'resources', at, full)
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
    this.replace(`Resource "${written}" does not exist in ${here}${right === undefined ? '' : `; did you mean "${right}"?`}`, 'resources', at, right)
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
      this.replace(`Verb "${verb}" does not exist${hint}`, 'verbs', at, right === '*' || (right !== undefined && verbs.includes(right)) ? undefined : right)
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
      const why = verb === 'create' ? 'a new object has no name yet when it is authorized' : 'many objects have no single name'
      this.replace(`resourceNames rule out ${verb}: ${why}`, 'verbs', at, undefined)
    }
  }
}
