/**
 * An object of Kubernetes' own as the API server has it when it is about to be stored: with the defaults of `field-defaults.ts`, those that depend on other fields, and what the admission plugins that
 * every cluster has add to pods. Expressions of admission policies see that.
 */
import { parseImage } from '../formats/image.ts'
import type { Step } from '../model/field-path.ts'
import type { KubernetesObject } from '../model/object.ts'
import { Flag, type Tape } from '../parser/tape.ts'
import { defaultedFields } from './field-defaults.ts'
import { Code, type FieldType, type Type } from './table.ts'

export type Fields = Record<string, unknown>

/** What nobody can tell without a cluster, and what it is. */
export interface Unknown {
  way: readonly Step[]
  name: string
}

export interface StoredObject {
  value: Fields
  unknown: Unknown[]
}

/** As deep as values are looked at; the walk over other objects ends there, too. */
const DEEPEST = 1000
const USUAL_NAMESPACE = 'default'
/** What a placeholder stands for. */
export const FILLED_IN_LATER = 'what is filled in later'

/** `given` is the value of a custom resource, with the defaults of its definition; `type` that of any other. */
export function storedObject(object: KubernetesObject, type: Type | undefined, given?: Fields): StoredObject {
  const unknown: Unknown[] = []
  const value = given === undefined ? (plain(object.tape, object.root, [], unknown) as Fields) : structuredClone(given)
  value['apiVersion'] = object.apiVersion
  value['kind'] = object.kind
  return completed(value, object, type, unknown)
}

/** What is written, with all that the server adds. */
export function completed(value: Fields, { kind, name, namespaced }: Pick<KubernetesObject, 'kind' | 'name' | 'namespaced'>, type: Type | undefined, unknown: Unknown[]): StoredObject {
  addMetadata(value, namespaced, name, unknown)
  if (type !== undefined) {
    if ('spec' in value && kind !== 'Node') delete value['status']
    fill(value, type)
    addAllocated(value, kind, unknown)
  }
  return { value, unknown }
}

/** Without nulls, which are as good as missing. What is hidden has a wrong type, or is filled in later. */
export function plain(tape: Tape, node: number, way: readonly Step[], unknown: Unknown[]): unknown {
  if (tape.has(node, Flag.hidden) || way.length > DEEPEST) {
    unknown.push({ way, name: FILLED_IN_LATER })
    return tape.isMap(node) ? {} : tape.isSequence(node) ? [] : ''
  }
  const end = tape.next(node)
  if (tape.isMap(node)) {
    const map: Fields = {}
    for (let key = node + 1; key < end; key = tape.next(key + 1)) {
      const name = tape.key(key)
      if (!tape.isNull(key + 1) && name !== '__proto__') map[name] = plain(tape, key + 1, [...way, name], unknown)
    }
    return map
  }
  if (!tape.isSequence(node)) return tape.scalar(node)
  const list: unknown[] = []
  for (let item = node + 1; item < end; item = tape.next(item)) list.push(plain(tape, item, [...way, list.length], unknown))
  return list
}

/** What the server itself writes is unknown, whatever a manifest says. */
function addMetadata(value: Fields, namespaced: boolean, name: string, unknown: Unknown[]): void {
  const metadata = fieldsIn(value, 'metadata')
  if (namespaced) metadata['namespace'] ??= USUAL_NAMESPACE
  for (const field of ['uid', 'creationTimestamp', 'generation', 'managedFields', ...(name === '' ? ['name'] : [])]) {
    delete metadata[field]
    unknown.push({ way: ['metadata', field], name: `object.metadata.${field}` })
  }
}

/** What the server chooses among what it has. */
function addAllocated(value: Fields, kind: string, unknown: Unknown[]): void {
  const spec = (value['spec'] ?? {}) as Fields
  const isUnknown = (...way: readonly Step[]) => unknown.push({ way, name: `object.${way.join('.')}` })
  if (kind === 'Pod') {
    if (spec['priorityClassName'] !== undefined) isUnknown('spec', 'priority')
    isUnknown('status', 'qosClass')
  }
  if (kind === 'Service' && spec['type'] !== 'ExternalName') {
    for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) if (spec[field] === undefined) isUnknown('spec', field)
    if (spec['type'] !== 'ClusterIP') for (const [index, port] of listIn(spec, 'ports').entries()) if (port['nodePort'] === undefined) isUnknown('spec', 'ports', index, 'nodePort')
  }
  if (kind === 'Job' && spec['manualSelector'] !== true) isUnknown('spec', 'selector')
}

/** Types whose numbers are no pointers. */
const ZERO_IS_MISSING: ReadonlySet<string> = new Set(['core/v1 Probe', 'flowcontrol/v1 FlowSchemaSpec', 'flowcontrol/v1 QueuingConfiguration'])

/** By type: the fields that have a value of their own when nothing is written. */
let literals: Map<string, [field: string, text: string][]> | undefined

function literalsOf(type: string): readonly [string, string][] {
  if (literals === undefined) {
    literals = new Map()
    for (const [name, field, text] of defaultedFields()) if (text !== undefined) literals.set(name, [...(literals.get(name) ?? []), [field, text]])
  }
  return literals.get(type) ?? literals.get(type.replace(/\/v\w+ /, '/v1 ')) ?? []
}

/** The defaults of an object and of all that is below it. */
function fill(value: Fields, type: Type): void {
  DEPENDENT.get(type.name)?.(value)
  for (const [field, text] of literalsOf(type.name)) {
    const known = type.fields.get(field)
    if (known !== undefined && (isMissing(value[field]) || (value[field] === 0 && ZERO_IS_MISSING.has(type.name)))) value[field] = literal(text, known.type)
  }
  for (const [name, below] of Object.entries(value)) {
    const field = type.fields.get(name)
    if (field !== undefined) fillValue(below, field.type)
  }
}

/** For the server, what is empty was not written. */
const isMissing = (value: unknown): boolean => value === undefined || value === ''

function fillValue(value: unknown, type: FieldType): void {
  const { code, object, item } = type
  if (code === Code.object && isFields(value)) fill(value, object!)
  else if (code === Code.list && Array.isArray(value)) for (const each of value) fillValue(each, item!)
  else if (code === Code.map && isFields(value)) for (const each of Object.values(value)) fillValue(each, item!)
}

function literal(text: string, { code }: FieldType): unknown {
  if (code === Code.boolean) return text === 'true'
  if (code === Code.list) return [text]
  // A mode of files is octal.
  if (/^\d+$/.test(text) && code !== Code.string) return Number.parseInt(text, text.startsWith('0') ? 8 : 10)
  return text
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The map in a field, made where there is none. */
export function fieldsIn(value: Fields, field: string): Fields {
  if (!isFields(value[field])) value[field] = {}
  return value[field] as Fields
}

export const listIn = (value: Fields, field: string): Fields[] => (Array.isArray(value[field]) ? (value[field] as unknown[]).filter(isFields) : [])

function setMissing(value: Fields, field: string, given: unknown): void {
  if (isMissing(value[field])) value[field] = given
}

function addPullPolicy(container: Fields): void {
  const image = parseImage(String(container['image'] ?? container['reference'] ?? ''))
  const isLatest = typeof image !== 'string' && (image.tag === 'latest' || (image.tag === undefined && image.digest === undefined))
  setMissing(container, 'reference' in container ? 'pullPolicy' : 'imagePullPolicy', isLatest ? 'Always' : 'IfNotPresent')
}

const isRolling = (strategy: Fields): boolean => (strategy['type'] ?? 'RollingUpdate') === 'RollingUpdate'

function addRollingUpdate(strategy: Fields): void {
  if (isRolling(strategy)) strategy['rollingUpdate'] ??= {}
}

/** Without labels of its own, it has those of its template. */
function addTemplateLabels(value: Fields): void {
  const labels = (((value['spec'] as Fields)?.['template'] as Fields)?.['metadata'] as Fields)?.['labels']
  if (isFields(labels) && Object.keys(labels).length > 0) fieldsIn(value, 'metadata')['labels'] ??= { ...labels }
}

const hasValues = (value: unknown): value is Fields => isFields(value) && Object.keys(value).length > 0

function addTokenVolume(spec: Fields): void {
  if (spec['automountServiceAccountToken'] === false) return
  const path = '/var/run/secrets/kubernetes.io/serviceaccount'
  const name = 'kube-api-access-00000'
  let isMounted = false
  for (const container of [...listIn(spec, 'initContainers'), ...listIn(spec, 'containers')]) {
    const mounts = listIn(container, 'volumeMounts')
    if (mounts.some(({ mountPath }) => mountPath === path)) continue
    container['volumeMounts'] = [...mounts, { name, readOnly: true, mountPath: path }]
    isMounted = true
  }
  if (!isMounted) return
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
  ]
  spec['volumes'] = [...listIn(spec, 'volumes'), { name, projected: { sources, defaultMode: 420 } }]
}

/** What the admission plugins for service accounts, priorities and tolerations do, which are on unless somebody switches them off. */
function admitPod(spec: Fields): void {
  setMissing(spec, 'serviceAccountName', isMissing(spec['serviceAccount']) ? 'default' : spec['serviceAccount'])
  spec['serviceAccount'] = spec['serviceAccountName']
  addTokenVolume(spec)
  if (spec['priorityClassName'] === undefined) {
    spec['priority'] ??= 0
    spec['preemptionPolicy'] ??= 'PreemptLowerPriority'
  }
  for (const key of ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']) {
    const tolerations = listIn(spec, 'tolerations')
    const isTolerated = tolerations.some((each) => (isMissing(each['key']) || each['key'] === key) && (isMissing(each['effect']) || each['effect'] === 'NoExecute'))
    if (!isTolerated) spec['tolerations'] = [...tolerations, { key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }]
  }
}

const exactCount = (request: Fields): void => {
  if ((request['allocationMode'] ?? 'ExactCount') === 'ExactCount') setMissing(request, 'count', 1)
}

const rbacGroup = 'rbac.authorization.k8s.io'

/** What depends on other fields, by type; before what does not. */
const DEPENDENT: ReadonlyMap<string, (value: Fields) => void> = new Map(Object.entries<(value: Fields) => void>({
  'apps/v1 DaemonSet': (set) => (fieldsIn(fieldsIn(set, 'metadata'), 'annotations')['deprecated.daemonset.template.generation'] ??= '1'),
  'apps/v1 DaemonSetSpec': (spec) => addRollingUpdate(fieldsIn(spec, 'updateStrategy')),
  'apps/v1 DeploymentSpec': (spec) => addRollingUpdate(fieldsIn(spec, 'strategy')),
  'apps/v1 StatefulSetSpec'(spec) {
    const strategy = fieldsIn(spec, 'updateStrategy')
    if (isMissing(strategy['type'])) strategy['rollingUpdate'] ??= {}
    fieldsIn(spec, 'persistentVolumeClaimRetentionPolicy')
    for (const claim of listIn(spec, 'volumeClaimTemplates')) Object.assign(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' })
  },
  'autoscaling/v2 HorizontalPodAutoscalerSpec'(spec) {
    if (listIn(spec, 'metrics').length === 0) spec['metrics'] = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }]
    if (!isFields(spec['behavior'])) return
    const percent = { type: 'Percent', value: 100, periodSeconds: 15 }
    const up = { stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }, percent] }
    const { scaleUp, scaleDown } = spec['behavior'] as { scaleUp?: Fields; scaleDown?: Fields }
    Object.assign(spec['behavior'], { scaleUp: { ...up, ...scaleUp }, scaleDown: { selectPolicy: 'Max', policies: [percent], ...scaleDown } })
  },
  // Nothing of it is filled in in the template of a CronJob.
  'batch/v1 Job'(job) {
    addTemplateLabels(job)
    const spec = fieldsIn(job, 'spec')
    if (spec['parallelism'] === undefined) spec['completions'] ??= 1
    spec['parallelism'] ??= 1
    spec['completionMode'] ??= 'NonIndexed'
    spec['manualSelector'] ??= false
    spec['suspend'] ??= false
    spec['backoffLimit'] ??= spec['backoffLimitPerIndex'] === undefined ? 6 : 2_147_483_647
    spec['podReplacementPolicy'] ??= spec['podFailurePolicy'] === undefined ? 'TerminatingOrFailed' : 'Failed'
  },
  'core/v1 Container': addPullPolicy,
  'core/v1 EphemeralContainer': addPullPolicy,
  'core/v1 HostPathVolumeSource': (source) => (source['type'] ??= ''),
  'core/v1 GRPCAction': (action) => (action['service'] ??= ''),
  'core/v1 ImageVolumeSource': addPullPolicy,
  'core/v1 LimitRangeItem'(item) {
    if (item['type'] !== 'Container') return
    const limits = { ...(item['max'] as Fields), ...(item['default'] as Fields) }
    const requests = { ...(item['min'] as Fields), ...limits, ...(item['defaultRequest'] as Fields) }
    Object.assign(item, { default: limits, defaultRequest: requests })
  },
  'core/v1 Namespace'(namespace) {
    const { name } = fieldsIn(namespace, 'metadata')
    if (!isMissing(name)) fieldsIn(fieldsIn(namespace, 'metadata'), 'labels')['kubernetes.io/metadata.name'] = name
    fieldsIn(namespace, 'spec')['finalizers'] ??= ['kubernetes']
    namespace['status'] = { phase: 'Active' }
  },
  'core/v1 PersistentVolume': (volume) => (volume['status'] = { phase: 'Pending' }),
  'core/v1 PersistentVolumeClaim': (claim) => (claim['status'] = { phase: 'Pending' }),
  'core/v1 Pod'(pod) {
    const spec = fieldsIn(pod, 'spec')
    const containers = [...listIn(spec, 'initContainers'), ...listIn(spec, 'containers')]
    for (const container of containers) {
      const resources = container['resources']
      if (isFields(resources) && hasValues(resources['limits'])) resources['requests'] = { ...resources['limits'], ...(resources['requests'] as Fields) }
      if (spec['hostNetwork'] === true) for (const port of listIn(container, 'ports')) port['hostPort'] ??= port['containerPort']
    }
    spec['enableServiceLinks'] ??= true
    if (Number(spec['terminationGracePeriodSeconds']) < 0) spec['terminationGracePeriodSeconds'] = 1
    pod['status'] = { phase: 'Pending' }
    admitPod(spec)
  },
  'core/v1 PodSpec'(spec) {
    fieldsIn(spec, 'securityContext')
    const account = isMissing(spec['serviceAccountName']) ? spec['serviceAccount'] : spec['serviceAccountName']
    if (!isMissing(account)) Object.assign(spec, { serviceAccountName: account, serviceAccount: account })
  },
  'core/v1 PodTemplateSpec': (template) => fieldsIn(template, 'spec'),
  'core/v1 ReplicationController'(controller) {
    addTemplateLabels(controller)
    const spec = fieldsIn(controller, 'spec')
    const labels = ((spec['template'] as Fields)?.['metadata'] as Fields)?.['labels']
    if (hasValues(labels) && !hasValues(spec['selector'])) spec['selector'] = { ...labels }
  },
  'core/v1 Secret'(secret) {
    if (!hasValues(secret['stringData'])) return
    const data = fieldsIn(secret, 'data')
    for (const [key, text] of Object.entries(secret['stringData'])) data[key] = Buffer.from(String(text)).toString('base64')
    delete secret['stringData']
  },
  'core/v1 ServicePort'(port) {
    if (isMissing(port['targetPort']) || port['targetPort'] === 0) port['targetPort'] = port['port']
  },
  'core/v1 ServiceSpec'(spec) {
    const type = isMissing(spec['type']) ? 'ClusterIP' : spec['type']
    const isOutside = type === 'NodePort' || type === 'LoadBalancer'
    if (isOutside || (type === 'ClusterIP' && listIn(spec, 'externalIPs').length + ((spec['externalIPs'] as unknown[])?.length ?? 0) > 0)) setMissing(spec, 'externalTrafficPolicy', 'Cluster')
    if (isOutside || type === 'ClusterIP') setMissing(spec, 'internalTrafficPolicy', 'Cluster')
    if (type === 'LoadBalancer') spec['allocateLoadBalancerNodePorts'] ??= true
    if (spec['sessionAffinity'] === 'ClientIP') fieldsIn(fieldsIn(spec, 'sessionAffinityConfig'), 'clientIP')
    else delete spec['sessionAffinityConfig']
  },
  'core/v1 Volume'(volume) {
    if (Object.keys(volume).every((field) => field === 'name')) volume['emptyDir'] = {}
  },
  'discovery/v1 EndpointPort': (port) => (port['name'] ??= ''),
  'networking/v1 NetworkPolicySpec'(spec) {
    const { policyTypes, egress } = spec as { policyTypes?: unknown[]; egress?: unknown[] }
    if ((policyTypes?.length ?? 0) === 0) spec['policyTypes'] = (egress?.length ?? 0) > 0 ? ['Ingress', 'Egress'] : ['Ingress']
  },
  'rbac/v1 Subject'(subject) {
    if (subject['kind'] === 'User' || subject['kind'] === 'Group') setMissing(subject, 'apiGroup', rbacGroup)
  },
  'resource/v1 DeviceSubRequest': exactCount,
  'resource/v1 ExactDeviceRequest': exactCount,
}))
