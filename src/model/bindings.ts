/** Who may do what by the roles and bindings of a run. */
import type { ClusterRole } from 'kubernetes-types/rbac/v1'
import { selectorMatches, type Labels, type LabelSelector } from '../formats/selector.ts'
import { once, unnoted } from '../parser/unreadable.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { allowingResource, isFullControl, PERMISSIONS, type PermissionName, type PolicyRule, type RoleObject } from './rbac.ts'
import { subjectsOf, type BindingObject } from './role-binding.ts'

/** Bindings that are looked at for one account. */
const MOST_BINDINGS = 250

/** Roles that are held against the selector of one that is made of others. */
const MOST_PARTS = 1000

/** The service account that a pod runs as. */
export const accountOf = ({ value }: PodView): string => value.serviceAccountName || value.serviceAccount || 'default'

const READ_WRITE = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
const EDIT: readonly PolicyRule[] = [
  {
    apiGroups: [''],
    resources: ['pods', 'pods/attach', 'pods/exec', 'pods/portforward', 'replicationcontrollers', 'secrets', 'services', 'configmaps', 'persistentvolumeclaims', 'serviceaccounts', 'serviceaccounts/token'],
    verbs: READ_WRITE,
  },
  { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['impersonate'] },
  { apiGroups: ['apps'], resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], verbs: READ_WRITE },
  { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: READ_WRITE },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'], verbs: READ_WRITE },
]
/** The roles of Kubernetes for people, as far as `PERMISSIONS` asks about them. */
const BUILT_IN: ReadonlyMap<string, readonly PolicyRule[]> = new Map([
  ['cluster-admin', [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]],
  ['admin', EDIT],
  ['edit', EDIT],
])

const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly PermissionName[]

/** What a binding gives. */
export interface Rights {
  role: RoleObject | undefined
  /** In the order of `PERMISSIONS`. */
  permissions: readonly PermissionName[]
  /** Everything. */
  all: boolean
}

interface Bound {
  binding: BindingObject
  order: number
}

interface RunObjects {
  ofKind(kind: 'Role' | 'ClusterRole' | 'RoleBinding' | 'ClusterRoleBinding'): readonly KubernetesObject[]
}

export class Bindings {
  /** By kind and name; and by kind, name and namespace. */
  private readonly roles = new Map<string, RoleObject[]>()
  private readonly rolesIn = new Map<string, RoleObject[]>()
  private readonly clusterRoles: readonly KubernetesObject<ClusterRole>[]
  /** By the name of the account, or by the name of a group of accounts; of accounts also by namespace. In the order of the run. */
  private readonly bySubject = new Map<string, Bound[]>()
  private readonly inNamespace = new Map<string, Bound[]>()
  private readonly rights = new Map<string | RoleObject, () => Rights>()
  private readonly allowed = new Map<RoleObject, () => Allowed>()
  private clusterRolesByLabel: Map<string, KubernetesObject<ClusterRole>[]> | undefined
  private readonly firstPods = new Map<string, PodView>()

  constructor(run: RunObjects, pods: readonly PodView[]) {
    this.clusterRoles = run.ofKind('ClusterRole') as readonly KubernetesObject<ClusterRole>[]
    for (const role of [...run.ofKind('Role'), ...this.clusterRoles] as readonly (RoleObject & KubernetesObject)[]) {
      listAt(this.roles, `${role.kind} ${role.name}`).push(role)
      listAt(this.rolesIn, `${role.kind} ${role.name} ${role.namespace}`).push(role)
    }
    let order = 0
    for (const binding of [...run.ofKind('RoleBinding'), ...run.ofKind('ClusterRoleBinding')] as readonly BindingObject[]) {
      for (const subject of subjectsOf(binding)) {
        if (subject.kind !== 'ServiceAccount' && subject.kind !== 'Group') continue
        const bound = { binding, order: order++ }
        listAt(this.bySubject, `${subject.kind} ${subject.name ?? ''}`).push(bound)
        if (subject.kind === 'ServiceAccount') listAt(this.inNamespace, `${subject.name ?? ''} ${subject.namespace ?? binding.namespace}`).push(bound)
      }
    }
    for (const pod of pods) {
      const key = JSON.stringify([pod.object.namespace, accountOf(pod)])
      if (!this.firstPods.has(key)) this.firstPods.set(key, pod)
    }
  }

  /** Those that give a service account a role, itself or as one of a group. */
  of(namespace: string, account: string): readonly BindingObject[] {
    const first = (bound: readonly Bound[] = []) => bound.slice(0, MOST_BINDINGS)
    const own = namespace === '' ? first(this.bySubject.get(`ServiceAccount ${account}`)) : [namespace, ''].flatMap((each) => first(this.inNamespace.get(`${account} ${each}`))).sort((a, b) => a.order - b.order)
    const groups = ['system:serviceaccounts', ...(namespace === '' ? [] : [`system:serviceaccounts:${namespace}`])].flatMap((group) => first(this.bySubject.get(`Group ${group}`)))
    return [...own, ...groups].slice(0, MOST_BINDINGS).map(({ binding }) => binding)
  }

  /** The first pod of the run with the same account. */
  firstPodOf(pod: PodView): PodView {
    return this.firstPods.get(JSON.stringify([pod.object.namespace, accountOf(pod)])) ?? pod
  }

  /** What a binding gives, as far as its role is known. */
  rightsOf(binding: BindingObject): Rights {
    const { kind = 'ClusterRole', name = '' } = binding.value.roleRef ?? {}
    const role = this.roleFor(kind, name, binding.namespace)
    const key = role ?? `${kind} ${name}`
    let rights = this.rights.get(key)
    if (rights === undefined) this.rights.set(key, (rights = once(() => this.findRights(role, kind, name))))
    return rights()
  }

  /** The first of the run that may be meant. */
  private roleFor(kind: string, name: string, namespace: string): RoleObject | undefined {
    const [first] = this.roles.get(`${kind} ${name}`) ?? []
    if (kind === 'ClusterRole' || namespace === '' || first === undefined) return first
    const [near] = this.rolesIn.get(`${kind} ${name} ${namespace}`) ?? []
    return near ?? this.rolesIn.get(`${kind} ${name} `)?.[0]
  }

  private findRights(role: RoleObject | undefined, kind: string, name: string): Rights {
    const given = role === undefined ? [whatAllow(kind === 'ClusterRole' ? (BUILT_IN.get(name) ?? []) : [])] : this.partsOf(role).map((part) => this.ownRightsOf(part))
    const permissions = PERMISSION_NAMES.filter((permission) => given.some((part) => part.permissions.has(permission)))
    return { role, permissions, all: given.some(({ all }) => all) }
  }

  /** Of its own rules: a role may be a part of as many as there are. */
  private ownRightsOf(role: RoleObject): Allowed {
    let own = this.allowed.get(role)
    if (own === undefined) this.allowed.set(role, (own = once(() => whatAllow(role.value.rules ?? []))))
    return own()
  }

  /** Itself, or the roles that it is made of. */
  private partsOf(role: RoleObject): readonly RoleObject[] {
    const selectors = (role as unknown as KubernetesObject<ClusterRole>).value.aggregationRule?.clusterRoleSelectors ?? []
    if (selectors.length === 0) return [role]
    const parts = new Set<KubernetesObject<ClusterRole>>()
    for (const selector of selectors as readonly LabelSelector[]) {
      for (const part of this.candidatesFor(selector)) if (selectorMatches(selector, labelsOf(part)) === true) parts.add(part)
    }
    return [...parts] as unknown as readonly RoleObject[]
  }

  /** Those with the rarest label that a selector wants. */
  private candidatesFor({ matchLabels = {} }: LabelSelector): readonly KubernetesObject<ClusterRole>[] {
    this.clusterRolesByLabel ??= unnoted(() => {
      const byLabel = new Map<string, KubernetesObject<ClusterRole>[]>()
      for (const role of this.clusterRoles) for (const label of Object.entries(labelsOf(role))) listAt(byLabel, label.join('=')).push(role)
      return byLabel
    })
    let fewest = this.clusterRoles
    for (const label of Object.entries(matchLabels)) {
      const labelled = this.clusterRolesByLabel.get(label.join('=')) ?? []
      if (labelled.length < fewest.length) fewest = labelled
    }
    return fewest.slice(0, MOST_PARTS)
  }
}

const labelsOf = ({ value }: KubernetesObject<ClusterRole>): Labels => (value.metadata?.labels ?? {}) as Labels

/** What rules allow. */
interface Allowed {
  permissions: ReadonlySet<PermissionName>
  all: boolean
}

function whatAllow(rules: readonly PolicyRule[]): Allowed {
  const permissions = PERMISSION_NAMES.filter((permission) => rules.some((rule) => allowingResource(rule, PERMISSIONS[permission]) !== undefined))
  return { permissions: new Set(permissions), all: rules.some(isFullControl) }
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}
