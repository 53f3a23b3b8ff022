/** What a run knows of the cluster that objects are created in: namespaces, custom kinds, objects with parameters. */
import type { ParamRef } from 'kubernetes-types/admissionregistration/v1'
import { selectorMatches, type LabelSelector, type Labels } from '../../formats/selector.ts'
import type { Loose } from '../../model/kinds.ts'
import type { Step } from '../../model/field-path.ts'
import type { KubernetesObject } from '../../model/object.ts'
import { loadTable, type KindInfo, type SchemaTable } from '../../schema/table.ts'
import { createdPod, templateOf } from '../../schema/created-pod.ts'
import { storedObject, type Fields, type StoredObject } from '../../schema/stored-object.ts'
import { areSame, converted, type Converted } from './converted.ts'
import type { CreateRequest, Resource } from './match.ts'

/** Of a custom kind. */
interface CustomKind {
  plural: string
  namespaced: boolean
  versions: readonly string[]
  hasConversion: boolean
}

/** An object that is about to be created. */
export interface Subject {
  object: KubernetesObject
  request: CreateRequest
  stored: StoredObject
  /** Of a pod that the object makes: the way to what it is made of. */
  template?: readonly Step[]
}

/** What stands for something that nobody can tell: see PolicyInput. */
const unknown = (name: string): object => ({ '\0': name })

const NEVER: ReadonlySet<string> = new Set([
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map((kind) => `admissionregistration.k8s.io ${kind}`),
  ...['SelfSubjectReview', 'TokenReview'].map((kind) => `authentication.k8s.io ${kind}`),
  ...['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'].map((kind) => `authorization.k8s.io ${kind}`),
])

export class Surroundings {
  private readonly table: SchemaTable
  private readonly customKinds = new Map<string, CustomKind>()
  private readonly namespaces = new Map<string, KubernetesObject>()
  private readonly objects: readonly KubernetesObject[]
  private readonly customValue: (object: KubernetesObject) => Fields | undefined

  /** `customValue` is that of a custom resource with the defaults of its definition. */
  constructor(objects: readonly KubernetesObject[], minor: string, customValue: (object: KubernetesObject) => Fields | undefined) {
    this.table = loadTable(minor)
    this.objects = objects
    this.customValue = customValue
    for (const object of objects) {
      if (object.is('Namespace')) this.namespaces.set(object.name, object)
      else if (object.kind === 'CustomResourceDefinition') this.addKind(object)
    }
  }

  /** Undefined for what admission policies are never asked about, for a kind that this minor does not have, and for one that nobody wants. */
  subject(object: KubernetesObject, isWanted: (kind: Resource) => boolean = () => true): Subject | undefined {
    const [group, version] = groupAndVersion(object.apiVersion)
    const info = this.table.kind(object.apiVersion, object.kind)
    if ((object.builtin && info === undefined) || NEVER.has(`${group} ${object.kind}`)) return undefined
    const custom = this.customKinds.get(`${group} ${object.kind}`)
    const resource = info?.plural ?? custom?.plural ?? guessPlural(object.kind)
    if (!isWanted({ group, version, resource })) return undefined
    const stored = this.stored(object, info)
    const { namespace, name, labels = {} } = stored.value['metadata'] as { namespace?: string; name?: string; labels?: Labels }
    const isNamespaced = info?.namespaced ?? custom?.namespaced ?? namespace !== undefined
    const isNamespace = group === '' && object.kind === 'Namespace'
    const request: CreateRequest = {
      group,
      version,
      resource,
      kind: object.kind,
      name: name ?? '',
      namespace: isNamespace ? (name ?? '') : isNamespaced ? (namespace ?? 'default') : '',
      labels,
      namespaceLabels: isNamespace ? labels : this.labelsOf(namespace ?? 'default'),
      equivalents: this.equivalents(info, group, custom, { group, version, resource }),
    }
    if (!isNamespaced && !isNamespace) delete (stored.value['metadata'] as Fields)['namespace']
    return { object, request, stored }
  }

  /** The pods that a workload makes: the server asks about them, too, once their controller creates them. */
  pods(object: KubernetesObject): Subject | undefined {
    const template = templateOf(object)
    const info = this.table.kind('v1', 'Pod')!
    const stored = template === undefined || this.table.kind(object.apiVersion, object.kind) === undefined ? undefined : createdPod(object, info.type)
    if (stored === undefined) return undefined
    const { namespace = '', labels = {} } = stored.value['metadata'] as { namespace?: string; labels?: Labels }
    const request: CreateRequest = { group: '', version: 'v1', resource: info.plural, kind: 'Pod', name: '', namespace, labels, namespaceLabels: this.labelsOf(namespace), equivalents: [] }
    return { object, request, stored, template: template! }
  }

  private stored(object: KubernetesObject, info: KindInfo | undefined): StoredObject {
    return storedObject(object, info?.type, object.builtin ? undefined : this.customValue(object))
  }

  /** Undefined when the namespace is not among the objects. */
  private labelsOf(namespace: string): Labels | undefined {
    const found = this.namespaces.get(namespace)
    if (found === undefined) return undefined
    const { labels = {} } = (found.value['metadata'] ?? {}) as { labels?: Labels }
    return { ...labels, 'kubernetes.io/metadata.name': namespace }
  }

  /** The other versions of the kind, in which the server can give it, too. */
  private equivalents(info: KindInfo | undefined, group: string, custom: CustomKind | undefined, own: Resource): Resource[] {
    if (info === undefined) return (custom?.versions ?? []).filter((version) => version !== own.version).map((version) => ({ ...own, version }))
    // A cluster serves previews only when somebody asks for them.
    return this.table.kinds().flatMap((other) => (other.group === group && other.kind === info.kind && other.version !== info.version && /^v\d+$/.test(other.version) ? { group, version: other.version, resource: other.plural } : []))
  }

  /** The object in another version; undefined when its fields may be others there. */
  converted({ object, request, stored, template }: Subject, { group, version }: Resource): Converted | undefined {
    const from = template === undefined ? object.apiVersion : 'v1'
    const to = group === '' ? version : `${group}/${version}`
    const isSame = (): boolean => {
      if (!object.builtin) return this.customKinds.get(`${group} ${request.kind}`)?.hasConversion === false
      const [one, other] = [this.table.kind(from, request.kind), this.table.kind(to, request.kind)]
      return one !== undefined && other !== undefined && areSame(one.type, other.type)
    }
    return converted(stored, from, to, isSame)
  }

  /** The parameters that a binding gives its policy for an object in a namespace. */
  params({ apiVersion, kind }: { apiVersion: string; kind: string }, { name = '', namespace, selector }: Loose<ParamRef>, ofRequest: string): KubernetesObject[] {
    const [group] = groupAndVersion(apiVersion)
    const isNamespaced = this.table.kind(apiVersion, kind)?.namespaced ?? this.customKinds.get(`${group} ${kind}`)?.namespaced ?? true
    const wanted = namespace ?? ofRequest
    return this.objects.filter((object) => {
      if (object.apiVersion !== apiVersion || object.kind !== kind) return false
      if (isNamespaced && (object.namespace || 'default') !== wanted) return false
      return name === '' ? selectorMatches((selector ?? {}) as LabelSelector, (object.value['metadata'] as { labels?: Labels } | undefined)?.labels ?? {}) === true : object.name === name
    })
  }

  paramValue(object: KubernetesObject): Fields {
    return this.stored(object, this.table.kind(object.apiVersion, object.kind)).value
  }

  /** As expressions see it: nothing is outside of a namespace, or in the request for one. */
  namespaceValue({ request: { namespace, resource, group } }: Subject): object | null {
    if (namespace === '' || (resource === 'namespaces' && group === '')) return null
    const open = (field: string) => unknown(`namespaceObject.metadata.${field}`)
    const found = this.namespaces.get(namespace)
    const { annotations = {} } = (found?.value['metadata'] ?? {}) as { annotations?: Labels }
    const labels = this.labelsOf(namespace)
    return {
      metadata: {
        name: namespace,
        labels: labels ?? unknown(`the labels of the namespace "${namespace}"`),
        annotations: found === undefined ? unknown(`the annotations of the namespace "${namespace}"`) : annotations,
        uid: open('uid'),
        creationTimestamp: open('creationTimestamp'),
        resourceVersion: open('resourceVersion'),
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }
  }

  private addKind(definition: KubernetesObject): void {
    interface Spec {
      group?: string
      scope?: string
      names?: { kind?: string; plural?: string }
      versions?: readonly { name?: string; served?: boolean }[]
      conversion?: { strategy?: string }
    }
    const { group = '', scope, names = {}, versions = [], conversion } = (definition.value['spec'] ?? {}) as Spec
    const { kind = '', plural = guessPlural(kind) } = names
    this.customKinds.set(`${group} ${kind}`, { plural, namespaced: scope !== 'Cluster', versions: versions.flatMap(({ name, served }) => (served === true && name !== undefined ? name : [])), hasConversion: (conversion?.strategy ?? 'None') !== 'None' })
  }
}

/** The request as expressions see it. */
export function requestValue({ group, version, resource, kind, name, namespace }: CreateRequest, as: Resource): object {
  const { group: asGroup, version: asVersion, resource: asResource } = as
  return {
    kind: { group: asGroup, version: asVersion, kind },
    resource: { group: asGroup, version: asVersion, resource: asResource },
    requestKind: { group, version, kind },
    requestResource: { group, version, resource },
    ...(name === '' ? {} : { name }),
    ...(namespace === '' ? {} : { namespace }),
    operation: 'CREATE',
    userInfo: unknown('request.userInfo'),
    dryRun: false,
    options: unknown('request.options'),
  }
}

function groupAndVersion(apiVersion: string): [group: string, version: string] {
  const slash = apiVersion.indexOf('/')
  return [apiVersion.slice(0, Math.max(slash, 0)), apiVersion.slice(slash + 1)]
}

/** As Kubernetes itself guesses the name of a resource. */
function guessPlural(kind: string): string {
  const name = kind.toLowerCase()
  if (/(?:s|x|ch|sh)$/.test(name)) return `${name}es`
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`
}
