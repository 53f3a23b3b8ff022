import type { PersistentVolumeClaimTemplate, PodTemplateSpec } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import type { AnyObject, Loose } from '../../../model/kinds.ts'
import { checkedElsewhere, constraints, on, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { loadTable } from '../../table.ts'
import { canonicalIpText } from '../../../formats/ip.ts'
import { annotationKey, asPrefix, configMapKey, dns1035Label, dnsLabel, dnsSubdomain, generatedName, labelValue, pathSegmentName, qualifiedName } from '../../../formats/names.ts'
import type { ObjectMeta, OwnerReference } from 'kubernetes-types/meta/v1'

type NameFormat = (name: string) => readonly string[] | undefined

const ipName: NameFormat = (name) => {
  const reason = canonicalIpText(name)
  return typeof reason === 'string' ? [reason] : reason
}

/** A group, and a resource of it. */
const storageVersionName: NameFormat = (name) => {
  const dot = name.lastIndexOf('.')
  if (dot === -1) return ['must be a group and a resource: apps.deployments']
  const reasons = [dnsSubdomain(name.slice(0, dot)), dns1035Label(name.slice(dot + 1))].flatMap((each) => each ?? [])
  return reasons.length === 0 ? undefined : reasons
}

/** Kinds by `group/Kind` whose names are not subdomains. */
const NAMES: ReadonlyMap<string, NameFormat | ((minor: number) => NameFormat)> = new Map(Object.entries({
  '/Namespace': dnsLabel,
  'apps/StatefulSet': dnsLabel,
  'networking.k8s.io/IPAddress': ipName,
  'coordination.k8s.io/LeaseCandidate': configMapKey,
  '/Event': pathSegmentName,
  'policy/PodDisruptionBudget': pathSegmentName,
  'certificates.k8s.io/CertificateSigningRequest': pathSegmentName,
  'rbac.authorization.k8s.io/Role': pathSegmentName,
  'rbac.authorization.k8s.io/ClusterRole': pathSegmentName,
  'rbac.authorization.k8s.io/RoleBinding': pathSegmentName,
  'rbac.authorization.k8s.io/ClusterRoleBinding': pathSegmentName,
  // Each of these follows from the spec, which its own constraints look at.
  'certificates.k8s.io/ClusterTrustBundle': pathSegmentName,
  'apiregistration.k8s.io/APIService': pathSegmentName,
  'internal.apiserver.k8s.io/StorageVersion': storageVersionName,
}))

/** Of these the name after the prefix is judged, and the prefix itself only as a path segment, from this minor on. */
const ONLY_GENERATED: ReadonlyMap<string, number> = new Map(Object.entries({ '/ReplicationController': 35, 'resource.k8s.io/DeviceClass': 36 }))

/** A name that is no DNS label is taken here, with a warning. */
const NAMES_PODS = new Set(['/Pod', '/ReplicationController', 'apps/Deployment', 'apps/ReplicaSet', 'batch/Job', 'batch/CronJob'])

/** These are answered at once and never stored, so that nobody looks at their metadata. */
const UNCHECKED = new Set(['authentication.k8s.io/TokenReview', 'authentication.k8s.io/SelfSubjectReview', 'authentication.k8s.io/TokenRequest', 'authorization.k8s.io/SelfSubjectRulesReview', '/Binding', '/Status', 'policy/Eviction', 'autoscaling/Scale'])
const MUST_BE_EMPTY = new Set(['authorization.k8s.io/SubjectAccessReview', 'authorization.k8s.io/SelfSubjectAccessReview', 'authorization.k8s.io/LocalSubjectAccessReview'])

/** Kinds that set the generation themselves; those with a number since that minor. All kinds of the whole group end in "/". */
const OWN_GENERATION: ReadonlyMap<string, number> = new Map(Object.entries({
  '/Pod': 31, '/PodTemplate': 0, '/ReplicationController': 0, 'apps/Deployment': 0, 'apps/ReplicaSet': 0, 'apps/DaemonSet': 0, 'apps/StatefulSet': 0, 'batch/': 0, 'autoscaling/HorizontalPodAutoscaler': 37,
  'policy/PodDisruptionBudget': 0, 'discovery.k8s.io/EndpointSlice': 0, 'networking.k8s.io/Ingress': 0, 'networking.k8s.io/IngressClass': 0, 'networking.k8s.io/NetworkPolicy': 0, 'scheduling.k8s.io/PriorityClass': 0,
  'resource.k8s.io/DeviceClass': 0, 'resource.k8s.io/ResourceSlice': 0, 'resource.k8s.io/DeviceTaintRule': 0, 'lifecycle.k8s.io/': 0, 'flowcontrol.apiserver.k8s.io/': 0, 'apiextensions.k8s.io/': 0, 'admissionregistration.k8s.io/': 0,
}))

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion']
/** Groups of Kubernetes whose kinds take any qualified name as a finalizer. */
const ANY_FINALIZER = new Set(['node.k8s.io', 'coordination.k8s.io', 'admissionregistration.k8s.io', 'apiextensions.k8s.io', 'apiregistration.k8s.io', 'policy'])
/** What Kubernetes itself serves; every other group is that of a custom resource. */
const isBuiltIn = (group: string): boolean => !group.includes('.') || group.endsWith('.k8s.io')

const MAX_ANNOTATION_BYTES = 256 * 1024

type Context = TypeCheckContext

function groupOf({ apiVersion }: Context): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

function nameFormat(key: string, minor: number): NameFormat {
  if (key === '/Service') return minor >= 36 ? dnsLabel : dns1035Label
  return (NAMES.get(key) as NameFormat | undefined) ?? dnsSubdomain
}

function checkNames(metadata: ObjectMeta, key: string, context: Context): void {
  const { report, warn, minor } = context
  const { name = '', generateName = '' } = metadata
  const format = nameFormat(key, minor)
  if (generateName !== '') {
    const rbac = key.startsWith('rbac.')
    const onlyGenerated = minor >= (ONLY_GENERATED.get(key) ?? Infinity)
    const prefixFormat = rbac || format === ipName ? format : asPrefix(onlyGenerated ? pathSegmentName : format)
    // Only what the name itself does not tell already.
    const generated = name === '' ? format(generatedName(generateName)) : undefined
    // The character before a "-" at its end is looked at only where nothing else is wrong.
    if (!onlyGenerated || generated === undefined) for (const reason of prefixFormat(generateName) ?? (generated === undefined ? asPrefix(pathSegmentName)(generateName) : undefined) ?? []) report(['metadata', 'generateName'], 'Invalid', reason)
    for (const reason of generated ?? []) report(['metadata', 'generateName'], 'Invalid', `makes a name that ${reason}`, { path: 'metadata.name' })
  } else if (name === '') {
    // A LimitRange gets a random one.
    if (key !== '/LimitRange') report(['metadata', 'name'], 'Required', 'is required')
  }
  for (const reason of (name === '' ? undefined : format(name)) ?? []) report(['metadata', 'name'], 'Invalid', reason)
  if (key === '/Namespace') for (const reason of labelValue(name) ?? []) report(['metadata', 'name'], 'Invalid', `Name "${name}" becomes the value of a label, which ${reason}`, { path: 'metadata.labels' })
  // Of a name that is refused anyway it does not warn.
  if (!NAMES_PODS.has(key) || (name === '' && generateName === '') || (name !== '' && format(name) !== undefined)) return
  const [advice] = dnsLabel(name === '' ? generatedName(generateName) : name) ?? []
  if (advice !== undefined) warn(['metadata', name === '' ? 'generateName' : 'name'], `becomes part of host names, for which it ${advice}`)
}

/** No Namespace can have another name. Of a kind without namespaces it is ignored. */
function checkNamespace({ namespace = '' }: ObjectMeta, { apiVersion, kind, minor, report }: Context): void {
  const reasons = namespace === '' ? undefined : dnsLabel(namespace)
  if (reasons === undefined || loadTable(`1.${minor}`).kind(apiVersion, kind)?.namespaced !== true) return
  for (const reason of reasons) report(['metadata', 'namespace'], 'Invalid', reason)
}

function checkOwners(owners: readonly Partial<OwnerReference>[], { minor, report, warn }: Pick<Context, 'minor' | 'report' | 'warn'>): void {
  const seen = new Seen()
  let controllers = 0
  for (const [index, owner] of owners.entries()) {
    const { apiVersion = '', kind = '', name = '', uid = '', controller = false, blockOwnerDeletion } = owner
    const identity = JSON.stringify([apiVersion, kind, name, uid, controller, blockOwnerDeletion])
    const earlier = seen.before(identity, ['metadata', 'ownerReferences', index])
    if (earlier !== undefined) {
      warn(['metadata', 'ownerReferences', index], `Owner "${name}" is the same as ownerReferences[${earlier.related.steps.at(-1)}]`, earlier)
      continue
    }
    const at = (field: string) => ['metadata', 'ownerReferences', index, field]
    const printed = (field: string) => (minor >= 37 ? {} : { path: `metadata.ownerReferences.${field}` })
    const slashes = apiVersion.split('/').length - 1
    if (slashes > 1 || apiVersion.endsWith('/')) report(at('apiVersion'), 'Invalid', 'must be a version, or a group and a version: apps/v1', printed('apiVersion'))
    for (const [field, value] of Object.entries({ apiVersion, kind, name, uid })) {
      if (value === '') report(at(field), minor >= 37 ? 'Required' : 'Invalid', 'is required', printed(field))
    }
    if (apiVersion === 'v1' && kind === 'Event') report(['metadata', 'ownerReferences', index], 'Invalid', `Owner "${name}" is an Event, which can own nothing`, minor >= 37 ? {} : { path: 'metadata.ownerReferences' })
    if (!controller) continue
    controllers++
    // One error in all, by the newer rules.
    if (controllers === 2 || (controllers > 2 && minor < 37)) report(['metadata', 'ownerReferences', index, 'controller'], 'Invalid', `Owner "${name}" is a second controller, and an object can have one`, { path: 'metadata.ownerReferences' })
  }
}

function checkFinalizers(finalizers: readonly string[], { report }: Pick<Context, 'report'>, anyName: boolean): void {
  const printed = { path: 'metadata.finalizers' }
  for (const [index, finalizer] of finalizers.entries()) {
    const at = ['metadata', 'finalizers', index]
    for (const reason of qualifiedName(finalizer) ?? []) report(at, 'Invalid', `Finalizer "${finalizer}" ${reason}`, printed)
    if (finalizer.includes('/') || STANDARD_FINALIZERS.includes(finalizer) || anyName) continue
    report(at, 'Invalid', `Finalizer "${finalizer}" is not one of Kubernetes, so it needs a prefix such as "example.com/${finalizer}"`)
  }
  const orphan = finalizers.indexOf('orphan')
  if (orphan !== -1 && finalizers.includes('foregroundDeletion')) report(['metadata', 'finalizers', orphan], 'Invalid', 'Finalizer "orphan" cannot be used together with "foregroundDeletion"', printed)
}

/** Those of custom resources should have a path, so that no other writer has the same. */
function warnOfFinalizers(finalizers: readonly string[], { warn }: Context): void {
  for (const [index, finalizer] of finalizers.entries()) {
    if (qualifiedName(finalizer) === undefined && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) warn(['metadata', 'finalizers', index], `Finalizer "${finalizer}" has no path, so that others may use the same: "example.com/${finalizer}"`)
  }
}

/** Labels and annotations, of an object or of a pod template; `printed` is where the server says they are. */
function checkLabelsAndAnnotations({ labels = {}, annotations = {} }: ObjectMeta, printed: string, { report }: Pick<Context, 'report'>): void {
  for (const key in labels) {
    const value = labels[key]!
    for (const reason of qualifiedName(key) ?? []) report(['metadata', 'labels', key], 'Invalid', `Label key "${key}" ${reason}`, { path: `${printed}labels`, atKey: true })
    for (const reason of labelValue(value) ?? []) report(['metadata', 'labels', key], 'Invalid', `Label "${key}" is "${value}", ${reason}`, { path: `${printed}labels` })
  }
  let characters = 0
  for (const key in annotations) {
    for (const reason of annotationKey(key) ?? []) report(['metadata', 'annotations', key], 'Invalid', `Annotation key "${key}" ${reason}`, { path: `${printed}annotations`, atKey: true })
    characters += key.length + annotations[key]!.length
  }
  // A character takes three bytes at most.
  if (characters * 3 <= MAX_ANNOTATION_BYTES) return
  const bytes = Object.entries(annotations).reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0)
  if (bytes > MAX_ANNOTATION_BYTES) report(['metadata', 'annotations'], 'TooLong', `has ${bytes} bytes in all, must have at most ${MAX_ANNOTATION_BYTES}`, { path: `${printed}annotations` })
}

/** A claim that is made of it has its own name and all the rest. */
function checkClaimTemplate({ metadata }: { readonly metadata?: Loose<ObjectMeta> | undefined }, context: Context): void {
  if (metadata === undefined) return
  checkLabelsAndAnnotations(metadata as ObjectMeta, `${context.path}.metadata.`, context)
  for (const [field, value] of Object.entries(metadata)) {
    if (field === 'labels' || field === 'annotations' || value === '' || value === 0) continue
    context.report(['metadata', field], 'Forbidden', 'cannot be set in a template of claims', field === 'uid' ? { path: `${context.path}.metadata.uID` } : {})
  }
}

/** Whether the generation in a manifest is kept, so that it counts. */
function keepsGeneration(key: string, group: string, minor: number): boolean {
  return minor < (OWN_GENERATION.get(key) ?? OWN_GENERATION.get(`${group}/`) ?? (isBuiltIn(group) ? Infinity : 0))
}

/** Metadata of an object that a custom resource holds. It needs no name, and any that can be part of a URL will do. */
export function checkMetadataOfEmbedded(metadata: ObjectMeta, context: Pick<Context, 'minor' | 'report' | 'warn'>): void {
  const { report } = context
  const { name = '', generateName = '', namespace = '' } = metadata
  for (const reason of (name === '' ? undefined : pathSegmentName(name)) ?? []) report(['metadata', 'name'], 'Invalid', reason)
  for (const reason of (generateName === '' ? undefined : asPrefix(pathSegmentName)(generateName)) ?? []) report(['metadata', 'generateName'], 'Invalid', reason)
  for (const reason of (namespace === '' ? undefined : dnsLabel(namespace)) ?? []) report(['metadata', 'namespace'], 'Invalid', reason)
  checkLabelsAndAnnotations(metadata, 'metadata.', context)
  if (metadata.ownerReferences !== undefined) checkOwners(metadata.ownerReferences, context)
  if (metadata.finalizers !== undefined) checkFinalizers(metadata.finalizers, context, true)
  if (metadata.generation !== undefined && metadata.generation < 0) report(['metadata', 'generation'], 'Invalid', 'must be at least 0')
}

function check(object: AnyObject, context: Context): void {
  const group = groupOf(context)
  const key = `${group}/${context.kind}`
  if (UNCHECKED.has(key)) return
  const metadata = (object.metadata ?? {}) as ObjectMeta
  if (MUST_BE_EMPTY.has(key)) {
    // What the server sets itself it forgets before it looks.
    const { namespace, managedFields, creationTimestamp, uid, deletionTimestamp, deletionGracePeriodSeconds, selfLink, ...rest } = metadata
    const set = Object.values(rest).some((value) => value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0))
    if (set) context.report(['metadata'], 'Invalid', 'must be empty except for its namespace')
    return
  }
  checkNames(metadata, key, context)
  checkNamespace(metadata, context)
  checkLabelsAndAnnotations(metadata, 'metadata.', context)
  if (metadata.ownerReferences !== undefined) checkOwners(metadata.ownerReferences, context)
  if (metadata.finalizers !== undefined) checkFinalizers(metadata.finalizers, context, ANY_FINALIZER.has(group) || key === '/Event' || !isBuiltIn(group))
  if (metadata.finalizers !== undefined && !isBuiltIn(group) && context.minor >= 29) warnOfFinalizers(metadata.finalizers, context)
  if (metadata.generation !== undefined && metadata.generation < 0 && keepsGeneration(key, group, context.minor)) context.report(['metadata', 'generation'], 'Invalid', 'must be at least 0')
}

export default constraints(
  {
    id: 'valid-metadata',
    since: '0.1.0',
    summary: 'Require names, labels, annotations, owners and finalizers that the API server takes.',
    why: 'The API server refuses an object whose metadata break its grammars: most names are DNS names, because they end up in host names and URLs.',
    howToFix: 'Use lower case letters, digits and "-" in names, at most 63 characters in label values, and a prefix such as `example.com/` for keys of your own.',
    references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/', 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/'],
    peers: { datree: ['RESOURCE_MISSING_NAME', 'WORKLOAD_INVALID_LABELS_VALUE'], 'kube-score': ['label-values'], kics: ['Metadata Label Is Invalid'] },
    bad: [
      {
        title: 'a name with capitals and a label with a blank',
        yaml: yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: My-Settings # ✖ name is "My-Settings", must consist of lower case letters, digits, "-" and "."
            labels:
              team: blue sky # ✖ Label "team" is "blue sky", must consist of letters, digits, "-", "_" and "."
        `,
      },
      {
        title: 'no name',
        yaml: yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata: # ✖ name is required but missing
            labels:
              app: web
        `,
      },
    ],
    good: [
      {
        title: 'names and labels of the right form',
        yaml: yaml`
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: my-settings
            labels:
              example.com/team: blue-sky
        `,
      },
    ],
  },
  [
    on<AnyObject>('meta/v1 Object', () => ({ check: check as never })),
    on<PodTemplateSpec>('core/v1 PodTemplateSpec', () => ({
      check({ metadata }, context) {
        // Of the rest of its metadata nothing is looked at, and the server leaves "metadata" out of the path.
        if (metadata !== undefined) checkLabelsAndAnnotations(metadata as ObjectMeta, `${context.path}.`, context)
      },
    })),
    on<PersistentVolumeClaimTemplate>('core/v1 PersistentVolumeClaimTemplate', () => ({ check: checkClaimTemplate })),
    ...['v1beta1', 'v1beta2', 'v1'].map((version) => on<{ metadata: ObjectMeta }>(`resource/${version} ResourceClaimTemplateSpec`, () => ({ check: checkClaimTemplate }))),
    // What OpenAPI says of them holds for the owners of an object, not for those in a template.
    on<OwnerReference>('meta/v1 OwnerReference', () => ({ fields: { apiVersion: checkedElsewhere, kind: checkedElsewhere, name: checkedElsewhere, uid: checkedElsewhere } })),
  ],
)
