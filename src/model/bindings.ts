/** Who may do what by the roles and bindings of a run. */
import type { ClusterRole } from 'kubernetes-types/rbac/v1'
import { selectorMatches, type LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { allowingResource, isFullControl, PERMISSIONS, type PermissionName, type PolicyRule, type RoleObject } from './rbac.ts'
import { subjectsOf, type BindingObject, type Subject } from './role-binding.ts'
import { mayShareNamespace } from './service-selector.ts'

/** Bindings that are looked at for one account. */
const MOST_BINDINGS = 250

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

/** What a binding gives. */
export interface Rights {
  role: RoleObject | undefined
  /** In the order of `PERMISSIONS`. */
  permissions: readonly PermissionName[]
  /** Everything. */
  all: boolean
}

interface RunObjects {
  ofKind(kind: 'Role' | 'ClusterRole' | 'RoleBinding' | 'ClusterRoleBinding'): readonly KubernetesObject[]
}

export class Bindings {
  private readonly roles = new Map<string, RoleObject[]>()
  private readonly clusterRoles: readonly KubernetesObject<ClusterRole>[]
  /** By the name of the account, or by the name of a group of accounts. */
  private readonly bySubject = new Map<string, { binding: BindingObject; subject: Subject }[]>()
  private readonly rights = new Map<BindingObject, Rights>()
  private readonly firstPods = new Map<string, PodView>()

  constructor(run: RunObjects, pods: readonly PodView[]) {
    this.clusterRoles = run.ofKind('ClusterRole') as readonly KubernetesObject<ClusterRole>[]
    for (const role of [...run.ofKind('Role'), ...this.clusterRoles] as readonly RoleObject[]) listAt(this.roles, `${role.kind} ${role.name}`).push(role)
    for (const binding of [...run.ofKind('RoleBinding'), ...run.ofKind('ClusterRoleBinding')] as readonly BindingObject[]) {
      for (const subject of subjectsOf(binding)) {
        if (subject.kind === 'ServiceAccount' || subject.kind === 'Group') listAt(this.bySubject, `${subject.kind} ${subject.name ?? ''}`).push({ binding, subject })
      }
    }
    for (const pod of pods) {
      const key = JSON.stringify([pod.object.namespace, accountOf(pod)])
      if (!this.firstPods.has(key)) this.firstPods.set(key, pod)
    }
  }

  /** Those that give a service account a role, itself or as one of a group. */
  of(namespace: string, account: string): readonly BindingObject[] {
    const own = (this.bySubject.get(`ServiceAccount ${account}`) ?? []).filter(({ binding, subject }) => mayShareNamespace(subject.namespace ?? binding.namespace, namespace))
    const groups = ['system:serviceaccounts', ...(namespace === '' ? [] : [`system:serviceaccounts:${namespace}`])].flatMap((group) => this.bySubject.get(`Group ${group}`) ?? [])
    return [...own, ...groups].slice(0, MOST_BINDINGS).map(({ binding }) => binding)
  }

  /** The first pod of the run with the same account. */
  firstPodOf(pod: PodView): PodView {
    return this.firstPods.get(JSON.stringify([pod.object.namespace, accountOf(pod)])) ?? pod
  }

  /** What a binding gives, as far as its role is known. */
  rightsOf(binding: BindingObject): Rights {
    let rights = this.rights.get(binding)
    if (rights === undefined) this.rights.set(binding, (rights = this.findRights(binding)))
    return rights
  }

  private findRights(binding: BindingObject): Rights {
    const { kind = 'ClusterRole', name = '' } = binding.value.roleRef ?? {}
    const role = this.roles.get(`${kind} ${name}`)?.find((each) => kind === 'ClusterRole' || mayShareNamespace((each as KubernetesObject & RoleObject).namespace, binding.namespace))
    const rules = role === undefined ? (kind === 'ClusterRole' ? (BUILT_IN.get(name) ?? []) : []) : this.rulesOf(role)
    const permissions = (Object.keys(PERMISSIONS) as PermissionName[]).filter((permission) => rules.some((rule) => allowingResource(rule, PERMISSIONS[permission]) !== undefined))
    return { role, permissions, all: rules.some(isFullControl) }
  }

  /** Its own, or those of the roles that it is made of. */
  private rulesOf(role: RoleObject): readonly PolicyRule[] {
    const selectors = (role as unknown as KubernetesObject<ClusterRole>).value.aggregationRule?.clusterRoleSelectors ?? []
    if (selectors.length === 0) return role.value.rules ?? []
    const isPart = ({ value }: KubernetesObject<ClusterRole>) => selectors.some((selector) => selectorMatches(selector as LabelSelector, (value.metadata?.labels ?? {}) as Readonly<Record<string, string>>) === true)
    return this.clusterRoles.filter(isPart).flatMap(({ value }) => value.rules ?? [])
  }
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key)
  if (list === undefined) lists.set(key, (list = []))
  return list
}
