/** What a role allows. https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
import type { PolicyRule as CorePolicyRule } from 'kubernetes-types/rbac/v1'
import type { ObjectMeta, Loose } from './kinds.ts'
import { placeAt, type Place, type Rooted } from './place.ts'

export type PolicyRule = Loose<CorePolicyRule>

/** A Role or a ClusterRole. */
export interface RoleObject extends Rooted {
  readonly kind: string
  readonly name: string
  readonly value: { readonly metadata?: ObjectMeta | undefined; readonly rules?: readonly PolicyRule[] | undefined }
}

/** Something that nobody should be allowed without need. */
export interface Permission {
  /** Continues a sentence about who is allowed it. */
  can: string
  /** By API group. */
  resources: Readonly<Record<string, readonly string[]>>
  /** Any one of these is enough. */
  verbs: readonly string[]
}

const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection'] as const
const CONTROLLERS = { '': ['replicationcontrollers'], apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], batch: ['cronjobs', 'jobs'] } as const
const RBAC = 'rbac.authorization.k8s.io'

export const PERMISSIONS = {
  approveCertificates: {
    can: 'approve certificates',
    resources: { 'certificates.k8s.io': ['certificatesigningrequests/approval', 'signers'] },
    verbs: ['update', 'patch', 'approve'],
  },
  bindRoles: { can: 'hand out permissions that it does not have', resources: { [RBAC]: ['roles', 'clusterroles'] }, verbs: ['escalate', 'bind'] },
  changeConfigMaps: { can: 'change all ConfigMaps', resources: { '': ['configmaps'] }, verbs: ['update', 'patch', 'delete', 'deletecollection'] },
  changeSecrets: { can: 'change all Secrets', resources: { '': ['secrets'] }, verbs: ['update', 'patch', 'delete', 'deletecollection'] },
  changeTraffic: {
    can: 'redirect traffic',
    resources: { '': ['services', 'services/status', 'endpoints'], 'discovery.k8s.io': ['endpointslices'], 'networking.k8s.io': ['ingresses', 'networkpolicies'], extensions: ['ingresses', 'networkpolicies'] },
    verbs: WRITE,
  },
  changeWebhooks: {
    can: 'change admission control',
    resources: {
      'admissionregistration.k8s.io': [
        'mutatingwebhookconfigurations',
        'validatingwebhookconfigurations',
        'mutatingadmissionpolicies',
        'mutatingadmissionpolicybindings',
        'validatingadmissionpolicies',
        'validatingadmissionpolicybindings',
      ],
    },
    verbs: WRITE,
  },
  createPersistentVolumes: { can: 'create PersistentVolumes', resources: { '': ['persistentvolumes'] }, verbs: ['create'] },
  createPods: { can: 'start pods', resources: { ...CONTROLLERS, '': ['pods', 'replicationcontrollers'] }, verbs: ['create', 'update', 'patch'] },
  createTokens: { can: 'create tokens of service accounts', resources: { '': ['serviceaccounts/token'] }, verbs: ['create'] },
  deleteEvidence: { can: 'delete the traces of an attack', resources: { '': ['events', 'pods/log'], 'events.k8s.io': ['events'] }, verbs: ['delete', 'deletecollection'] },
  deleteWorkloads: {
    can: 'delete workloads',
    resources: { ...CONTROLLERS, '': ['pods', 'replicationcontrollers', 'services', 'secrets', 'persistentvolumeclaims', 'namespaces'] },
    verbs: ['delete', 'deletecollection'],
  },
  enterPods: { can: 'run commands in pods', resources: { '': ['pods/exec', 'pods/attach'] }, verbs: ['create', 'get'] },
  forwardPorts: { can: 'open connections into pods', resources: { '': ['pods/portforward'] }, verbs: ['create', 'get'] },
  impersonate: { can: 'act as somebody else', resources: { '': ['users', 'groups', 'serviceaccounts'], 'authentication.k8s.io': ['uids', 'userextras'] }, verbs: ['impersonate'] },
  readSecrets: { can: 'read all Secrets', resources: { '': ['secrets'] }, verbs: ['get', 'list', 'watch'] },
  useNodeProxy: { can: 'run commands in all pods of a node', resources: { '': ['nodes/proxy'] }, verbs: ['get', 'create'] },
} as const satisfies Record<string, Permission>
export type PermissionName = keyof typeof PERMISSIONS

/** What allows a subject to take over the cluster, or at least its namespace. */
export const TAKE_OVER: readonly PermissionName[] = ['bindRoles', 'changeWebhooks', 'createPods', 'createTokens', 'enterPods', 'impersonate', 'readSecrets', 'useNodeProxy']

export const allowsVerb = ({ verbs = [] }: PolicyRule, wanted: string): boolean => verbs.includes('*') || verbs.includes(wanted)
export const allowsGroup = ({ apiGroups = [] }: PolicyRule, wanted: string): boolean => apiGroups.includes('*') || apiGroups.includes(wanted)

/** Of the resources of a rule: a star is everything, a star before a slash everything that has such a part. A star after one is nothing. */
export function coversResource(written: string, wanted: string): boolean {
  const slash = wanted.indexOf('/')
  return written === '*' || written === wanted || (slash !== -1 && written === `*${wanted.slice(slash)}`) || (wanted === 'userextras' && written.startsWith('userextras/'))
}

/** Where a rule allows something: the index of the resource in its list. Undefined when it does not, or only for objects with certain names. */
export function allowingResource(rule: PolicyRule, { resources, verbs }: Permission): number | undefined {
  const { resources: written = [], resourceNames = [] } = rule
  if (resourceNames.length > 0 || !verbs.some((verb) => allowsVerb(rule, verb))) return undefined
  const wanted = Object.entries(resources).flatMap(([group, list]) => (allowsGroup(rule, group) ? list : []))
  const at = written.findIndex((each) => wanted.some((resource) => coversResource(each, resource)))
  return at === -1 ? undefined : at
}

/** Everything, on everything. */
export function isFullControl(rule: PolicyRule): boolean {
  const { resources = [], resourceNames = [] } = rule
  return allowsGroup(rule, '*') && resources.includes('*') && resourceNames.length === 0 && ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'].every((verb) => allowsVerb(rule, verb))
}

const FOR_PEOPLE: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit', 'view'])

/** Roles that Kubernetes brings along, as `kubectl get -o yaml` writes them. */
export function isOfKubernetes({ kind, name, value }: RoleObject): boolean {
  const labels = value.metadata?.labels ?? {}
  return (kind === 'ClusterRole' && FOR_PEOPLE.has(name)) || labels['kubernetes.io/bootstrapping'] === 'rbac-defaults'
}

/** A part of a rule of a role. */
export const placeInRule = ({ source, tape, root, prefix }: RoleObject, rule: number, ...steps: (string | number)[]): Place => placeAt(source, tape, root, -1, prefix, ['rules', rule, ...steps])

/** The rules of a role that somebody wrote, each with its place in the list. */
export const ownRules = (role: RoleObject): [index: number, rule: PolicyRule][] => (isOfKubernetes(role) ? [] : [...(role.value.rules ?? []).entries()])

/** The rules of a role that allow something, each with the first of the permissions that it is about. */
export function placesAllowing(role: RoleObject, permissions: readonly Permission[]): { place: Place; permission: Permission }[] {
  return ownRules(role).flatMap(([index, rule]) => {
    for (const permission of permissions) {
      const at = allowingResource(rule, permission)
      if (at !== undefined) return [{ place: placeInRule(role, index, 'resources', at), permission }]
    }
    return []
  })
}
