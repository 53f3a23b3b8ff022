/** Rules about roles and their bindings, and about Services. */
import { PERMISSIONS, type Permission, type PermissionName } from '../../model/rbac.ts'
import { listOf, type ExportedRule, type ExportedValidation } from './exported-rule.ts'

const allows = (list: 'apiGroups' | 'verbs', value: string): string => `r.?${list}.orValue([]).exists(x, x in ['*', '${value}'])`

/** Whether a rule `r` of a role allows something on all objects. */
function permits({ resources, verbs }: Permission, named = false): string {
  const groups = Object.entries(resources).map(([group, list]) => {
    const written = list.flatMap((resource) => (resource.includes('/') ? [resource, `*${resource.slice(resource.indexOf('/'))}`] : [resource]))
    const extras = list.includes('userextras') ? " || x.startsWith('userextras/')" : ''
    return `(${allows('apiGroups', group)} && r.?resources.orValue([]).exists(x, x in ${listOf(['*', ...new Set(written)])}${extras}))`
  })
  return `(${named ? '' : 'r.?resourceNames.orValue([]).size() == 0 && '}r.?verbs.orValue([]).exists(x, x in ${listOf(['*', ...verbs])}) && (${groups.join(' || ')}))`
}

/** Roles that Kubernetes brings along are its own affair. */
const OF_KUBERNETES = "((object.kind == 'ClusterRole' && object.metadata.name in ['cluster-admin', 'admin', 'edit', 'view']) || object.metadata.?labels[?'kubernetes.io/bootstrapping'].orValue('') == 'rbac-defaults')"
const BINDING_OF_KUBERNETES = "(object.metadata.name.startsWith('system:') || object.metadata.?labels[?'kubernetes.io/bootstrapping'].orValue('') == 'rbac-defaults')"
const FULL = `(${allows('apiGroups', '*')} && '*' in r.?resources.orValue([]) && r.?resourceNames.orValue([]).size() == 0 && ${listOf(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'])}.all(v, '*' in r.?verbs.orValue([]) || v in r.?verbs.orValue([])))`

const RULES = '(object.rules == null ? [] : object.rules)'

const noRule = (bad: string, problem: string): ExportedValidation => ({ expression: `${OF_KUBERNETES} || ${RULES}.all(r, !${bad})`, message: `object.kind + ' ${problem}'` })
const roles = (...validations: ExportedValidation[]): ExportedRule => ({ on: 'roles', validations: () => validations })
const rolesThatCan = (...names: PermissionName[]): ExportedRule => roles(...names.map((name) => noRule(permits(PERMISSIONS[name]), `can ${PERMISSIONS[name].can}`)))

const bindings = (expression: string, problem: string): ExportedRule => ({ on: 'roleBindings', validations: () => [{ expression: `${BINDING_OF_KUBERNETES} || ${expression}`, message: `object.kind + ' ${problem}'` }] })
const SUBJECTS = 'object.?subjects.orValue([])'
const FOR_EVERYBODY = listOf(['system:basic-user', 'system:discovery', 'system:public-info-viewer', 'system:service-account-issuer-discovery'])
const PROGRAM = "(s.kind == 'ServiceAccount' || (s.kind == 'Group' && s.name.matches('^system:serviceaccounts(:|$)')))"
const ADMIN = "(object.roleRef.kind == 'ClusterRole' && object.roleRef.name == 'cluster-admin')"

const isStar = (field: string): string => `r.?${field}.orValue([]).exists(x, x == '*'${field === 'resources' ? " || x.startsWith('*/')" : ''})`

export const ACCESS: Readonly<Record<string, ExportedRule>> = {
  'no-admission-control-role': rolesThatCan('changeWebhooks'),
  'no-anonymous-binding': bindings(`object.roleRef.name in ${FOR_EVERYBODY} || ${SUBJECTS}.all(s, !(s.kind == 'User' && s.name == 'system:anonymous') && !(s.kind == 'Group' && s.name == 'system:unauthenticated'))`, 'gives a role to everybody, even without a login'),
  'no-authenticated-binding': bindings(`object.roleRef.name in ${FOR_EVERYBODY} || ${SUBJECTS}.all(s, !(s.kind == 'Group' && s.name == 'system:authenticated'))`, 'gives a role to every user and every service account'),
  'no-certificate-approval-role': rolesThatCan('approveCertificates'),
  'no-cluster-admin-binding': bindings(`!${ADMIN} || !${SUBJECTS}.exists(s, ${PROGRAM})`, 'binds cluster-admin'),
  'no-cluster-admin-user': bindings(`!${ADMIN} || ${SUBJECTS}.size() == 0 || ${SUBJECTS}.exists(s, ${PROGRAM})`, 'binds cluster-admin'),
  'no-config-map-changing-role': roles(noRule(`(${permits(PERMISSIONS.changeConfigMaps, true)} && (r.?resourceNames.orValue([]).size() == 0 || r.resourceNames.exists(n, n in ['coredns', 'aws-auth'])))`, 'can change ConfigMaps of the cluster')),
  'no-default-account-binding': bindings(`${SUBJECTS}.all(s, !(s.kind == 'ServiceAccount' && s.name == 'default'))`, 'gives a role to the service account "default"'),
  'no-escalating-role': rolesThatCan('bindRoles'),
  'no-event-deletion-role': rolesThatCan('deleteEvidence'),
  'no-external-ip': { on: 'services', validations: () => [{ expression: 'object.spec.?externalIPs.orValue([]).size() == 0', message: "'Service takes the traffic to ' + object.spec.externalIPs.join(', ')" }] },
  'no-full-control-role': roles(noRule(FULL, 'allows everything')),
  'no-impersonating-role': rolesThatCan('impersonate'),
  'no-network-changing-role': rolesThatCan('changeTraffic'),
  'no-node-proxy-role': rolesThatCan('useNodeProxy'),
  'no-persistent-volume-creation-role': rolesThatCan('createPersistentVolumes'),
  'no-pod-creation-role': rolesThatCan('createPods'),
  'no-pod-exec-role': rolesThatCan('enterPods'),
  'no-port-forwarding-role': rolesThatCan('forwardPorts'),
  'no-secret-access-role': rolesThatCan('readSecrets', 'changeSecrets'),
  'no-system-masters-binding': bindings(`${SUBJECTS}.all(s, s.kind == 'ServiceAccount' || s.name != 'system:masters')`, 'is for system:masters, which may do everything anyway'),
  'no-token-creation-role': rolesThatCan('createTokens'),
  'no-wildcard-role': roles({ expression: `${OF_KUBERNETES} || ${RULES}.exists(r, ${FULL}) || ${RULES}.all(r, !(${['resources', 'nonResourceURLs', 'verbs', 'apiGroups'].map(isStar).join(' || ')}))`, message: "object.kind + ' has wildcards'" }),
  'no-workload-deletion-role': rolesThatCan('deleteWorkloads'),
}
