/** The table of references: where an object names another one. One engine (`known-objects.ts`) judges them all. */
import type { Step } from './field-path.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { placeAt, type Place } from './place.ts'

export interface Reference {
  /** Where the naming map is: `volumes[].secret`. Empty for the root. */
  readonly at: string
  /** Its field with the name. */
  readonly name: string
  /** The kind that is named; several when the map says which (`kind`). */
  readonly to: string
  /** Its field with the namespace; else the object's own. `-` for a kind without namespaces. */
  readonly namespace?: string
  /** Its field with the key or port, or a list of maps with it: `key`, `items[].key`, `port.number`. */
  readonly keys?: readonly string[]
  /** Keys that it needs whoever names it: of each of these lists one. */
  readonly holds?: readonly (readonly string[])[]
  /** The map names another kind than that when this does not hold. */
  readonly when?: ((holder: Fields) => boolean) | undefined
}

export type Fields = Readonly<Record<string, unknown>>

/** One place that names an object. */
export interface Use {
  readonly kind: string
  /** Empty: it may be any. */
  readonly namespace: string
  /** It is in no namespace. */
  readonly isOfCluster: boolean
  readonly name: string
  readonly file: string
  readonly place: Place
  /** The keys or ports that are wanted of it, as they are written. */
  readonly keys: readonly { readonly value: string | number; readonly place: Place }[]
  /** Keys that it needs besides: of each of these lists one. */
  readonly holds: readonly (readonly string[])[]
  /** The map that names it. */
  readonly holder: Fields
}

/** What a certificate is in: of any other Secret a controller serves none. */
const CERTIFICATE = [['tls.crt'], ['tls.key']]
/** What the kubelet reads to pull images; it passes over any other Secret. */
const CREDENTIALS = [['.dockerconfigjson', '.dockercfg']]

const CONTAINERS = ['containers', 'initContainers', 'ephemeralContainers']
const inContainers = (make: (list: string) => readonly Reference[]): readonly Reference[] => CONTAINERS.flatMap(make)
/** Who may do without is not told that it is missing. */
const needed = ({ optional }: Fields): boolean => optional !== true

/** From the spec of a pod. */
export const POD_REFERENCES: readonly Reference[] = [
  { at: '', name: 'serviceAccountName', to: 'ServiceAccount' },
  { at: '', name: 'serviceAccount', to: 'ServiceAccount', when: ({ serviceAccountName }) => serviceAccountName === undefined },
  { at: '', name: 'priorityClassName', to: 'PriorityClass', namespace: '-' },
  { at: '', name: 'runtimeClassName', to: 'RuntimeClass', namespace: '-' },
  { at: 'imagePullSecrets[]', name: 'name', to: 'Secret', holds: CREDENTIALS },
  { at: 'volumes[].secret', name: 'secretName', to: 'Secret', keys: ['items[].key'], when: needed },
  { at: 'volumes[].configMap', name: 'name', to: 'ConfigMap', keys: ['items[].key'], when: needed },
  { at: 'volumes[].projected.sources[].secret', name: 'name', to: 'Secret', keys: ['items[].key'], when: needed },
  { at: 'volumes[].projected.sources[].configMap', name: 'name', to: 'ConfigMap', keys: ['items[].key'], when: needed },
  { at: 'volumes[].persistentVolumeClaim', name: 'claimName', to: 'PersistentVolumeClaim' },
  { at: 'volumes[].ephemeral.volumeClaimTemplate.spec', name: 'storageClassName', to: 'StorageClass', namespace: '-' },
  ...inContainers((list) => [
    { at: `${list}[].env[].valueFrom.configMapKeyRef`, name: 'name', to: 'ConfigMap', keys: ['key'], when: needed },
    { at: `${list}[].env[].valueFrom.secretKeyRef`, name: 'name', to: 'Secret', keys: ['key'], when: needed },
    { at: `${list}[].envFrom[].configMapRef`, name: 'name', to: 'ConfigMap', when: needed },
    { at: `${list}[].envFrom[].secretRef`, name: 'name', to: 'Secret', when: needed },
  ]),
]

const ofService = ({ kind = 'Service', group = '' }: Fields): boolean => kind === 'Service' && group === ''
const ofGateway = ({ kind = 'Gateway', group = 'gateway.networking.k8s.io' }: Fields): boolean => kind === 'Gateway' && group === 'gateway.networking.k8s.io'
const WEBHOOK: readonly Reference[] = [{ at: 'webhooks[].clientConfig.service', name: 'name', namespace: 'namespace', to: 'Service', keys: ['port'] }]
const ROUTE: readonly Reference[] = [
  { at: 'spec.rules[].backendRefs[]', name: 'name', namespace: 'namespace', to: 'Service', keys: ['port'], when: ofService },
  { at: 'spec.rules[].filters[].requestMirror.backendRef', name: 'name', namespace: 'namespace', to: 'Service', keys: ['port'], when: ofService },
  { at: 'spec.parentRefs[]', name: 'name', namespace: 'namespace', to: 'Gateway', keys: ['sectionName'], when: ofGateway },
]
const INGRESS_PORT = ['port.number', 'port.name']
/** The controller of AWS finds the backend in an annotation of this name. */
const ofIngress = ({ port }: Fields): boolean => (port as Fields | undefined)?.['name'] !== 'use-annotation'
const CLUSTER_ROLE_REF: readonly Reference[] = [
  { at: 'roleRef', name: 'name', to: 'ClusterRole', namespace: '-', when: ({ kind }) => kind === 'ClusterRole' },
  { at: 'subjects[]', name: 'name', namespace: 'namespace', to: 'ServiceAccount', when: ({ kind }) => kind === 'ServiceAccount' },
]
const ROLE_REF: readonly Reference[] = [{ at: 'roleRef', name: 'name', to: 'Role', when: ({ kind }) => kind === 'Role' }, ...CLUSTER_ROLE_REF]

/** From the root of an object, by its kind. */
export const REFERENCES: ReadonlyMap<string, readonly Reference[]> = new Map(Object.entries({
  APIService: [{ at: 'spec.service', name: 'name', namespace: 'namespace', to: 'Service', keys: ['port'] }],
  ClusterRoleBinding: CLUSTER_ROLE_REF,
  CustomResourceDefinition: [{ at: 'spec.conversion.webhook.clientConfig.service', name: 'name', namespace: 'namespace', to: 'Service', keys: ['port'] }],
  Gateway: [
    { at: 'spec', name: 'gatewayClassName', to: 'GatewayClass', namespace: '-' },
    { at: 'spec.listeners[].tls.certificateRefs[]', name: 'name', namespace: 'namespace', to: 'Secret', holds: CERTIFICATE, when: ({ kind = 'Secret', group = '' }) => kind === 'Secret' && group === '' },
  ],
  GRPCRoute: ROUTE,
  HTTPRoute: ROUTE,
  HorizontalPodAutoscaler: [{ at: 'spec.scaleTargetRef', name: 'name', to: '' }],
  Ingress: [
    { at: 'spec.defaultBackend.service', name: 'name', to: 'Service', keys: INGRESS_PORT, when: ofIngress },
    { at: 'spec.rules[].http.paths[].backend.service', name: 'name', to: 'Service', keys: INGRESS_PORT, when: ofIngress },
    { at: 'spec.tls[]', name: 'secretName', to: 'Secret', holds: CERTIFICATE },
    { at: 'metadata.annotations', name: 'cert-manager.io/issuer', to: 'Issuer', when: (annotations) => (annotations['cert-manager.io/issuer-group'] ?? 'cert-manager.io') === 'cert-manager.io' },
    { at: 'metadata.annotations', name: 'cert-manager.io/cluster-issuer', to: 'ClusterIssuer', namespace: '-' },
    { at: 'spec', name: 'ingressClassName', to: 'IngressClass', namespace: '-' },
  ],
  MutatingWebhookConfiguration: WEBHOOK,
  PersistentVolumeClaim: [{ at: 'spec', name: 'storageClassName', to: 'StorageClass', namespace: '-' }],
  RoleBinding: ROLE_REF,
  ScaledObject: [{ at: 'spec.scaleTargetRef', name: 'name', to: '' }],
  ServiceAccount: [
    { at: 'imagePullSecrets[]', name: 'name', to: 'Secret', holds: CREDENTIALS },
    { at: 'secrets[]', name: 'name', to: 'Secret' },
  ],
  StatefulSet: [
    { at: 'spec', name: 'serviceName', to: 'Service' },
    { at: 'spec.volumeClaimTemplates[].spec', name: 'storageClassName', to: 'StorageClass', namespace: '-' },
  ],
  TCPRoute: ROUTE,
  TLSRoute: ROUTE,
  UDPRoute: ROUTE,
  ValidatingWebhookConfiguration: WEBHOOK,
  VerticalPodAutoscaler: [{ at: 'spec.targetRef', name: 'name', to: '' }],
  Certificate: [
    { at: 'spec.issuerRef', name: 'name', to: 'Issuer', when: ({ kind = 'Issuer', group = 'cert-manager.io' }) => kind === 'Issuer' && group === 'cert-manager.io' },
    { at: 'spec.issuerRef', name: 'name', to: 'ClusterIssuer', namespace: '-', when: ({ kind, group = 'cert-manager.io' }) => kind === 'ClusterIssuer' && group === 'cert-manager.io' },
  ],
  Rollout: [
    { at: 'spec.strategy.canary', name: 'canaryService', to: 'Service' },
    { at: 'spec.strategy.canary', name: 'stableService', to: 'Service' },
    { at: 'spec.strategy.canary.pingPong', name: 'pingService', to: 'Service' },
    { at: 'spec.strategy.canary.pingPong', name: 'pongService', to: 'Service' },
    { at: 'spec.strategy.blueGreen', name: 'activeService', to: 'Service' },
    { at: 'spec.strategy.blueGreen', name: 'previewService', to: 'Service' },
  ],
}))

/** What a pod names of one kind or several; of what may be missing only with `optional`. */
export function usesOfPod(pod: PodView, kinds: ReadonlySet<string>, optional = false): Use[] {
  const { object } = pod
  const references = POD_REFERENCES.filter(({ to }) => kinds.has(to)).map((reference) => (optional && reference.when === needed ? { ...reference, when: undefined } : reference))
  const uses = references.flatMap((reference) => usesAt(object, reference, pod.value as Fields, (...steps) => (pod.at as DynamicAt)(...steps)))
  return uses.map((use) => ({ ...use, keys: [...use.keys, ...mountedKeys(pod, use.holder)] }))
}

/** Of a volume whose files are called like its keys, those that are mounted alone. */
function mountedKeys({ value, containers }: PodView, source: Fields): Use['keys'] {
  const volume = value.volumes?.find(({ configMap, secret }) => (configMap ?? secret) === source)
  if (volume?.name === undefined || source['items'] !== undefined) return []
  return containers.flatMap((container) =>
    (container.value.volumeMounts ?? []).flatMap(({ name, subPath = '' }, index) => (name === volume.name && PLAIN_FILE.test(subPath) ? [{ value: subPath, place: container.at('volumeMounts', index, 'subPath') }] : [])),
  )
}

/** A key of a ConfigMap or Secret. */
const PLAIN_FILE = /^[-._a-zA-Z0-9]+$/

/** What an object names of one kind or several outside of its pod; the target of an autoscaler, of any kind, under ''. */
export function usesOf(object: KubernetesObject, kinds: ReadonlySet<string>): Use[] {
  const references = (REFERENCES.get(object.kind) ?? []).filter(({ to }) => kinds.has(to))
  if (references.length === 0) return []
  return references.flatMap((reference) => usesAt(object, reference, object.value as Fields, (...steps) => placeAt(object.source, object.tape, object.root, -1, object.prefix, steps)))
}

type DynamicAt = (...steps: Step[]) => Place

function usesAt(object: KubernetesObject, { at, name, to, namespace, keys = [], holds = [], when }: Reference, root: Fields, placeOf: DynamicAt): Use[] {
  const uses: Use[] = []
  for (const { value, steps } of valuesAt(root, at)) {
    if (typeof value !== 'object' || value === null) continue
    const holder = value as Fields
    const named = holder[name]
    if (typeof named !== 'string' || named === '' || when?.(holder) === false) continue
    const stated = namespace === undefined || namespace === '-' ? undefined : holder[namespace]
    uses.push({
      kind: to === '' && typeof holder['kind'] === 'string' ? holder['kind'] : to,
      isOfCluster: namespace === '-',
      namespace: namespace === '-' ? '' : typeof stated === 'string' ? stated : object.namespace,
      name: named,
      file: object.source.file,
      place: placeOf(...steps, name),
      keys: keys.flatMap((path) => valuesAt(holder, path).flatMap((key) => (typeof key.value === 'number' || (typeof key.value === 'string' && !key.value.includes('$(')) ? [{ value: key.value, place: placeOf(...steps, ...key.steps) }] : []))),
      holds,
      holder,
    })
  }
  return uses
}

/** The values at `a.b[].c`, with the steps to each. */
function valuesAt(root: unknown, path: string): { value: unknown; steps: Step[] }[] {
  let found: { value: unknown; steps: Step[] }[] = [{ value: root, steps: [] }]
  for (const { field, isList } of partsOf(path)) {
    // Most pods name nothing at most of the places.
    if (found.length === 0) break
    found = found.flatMap(({ value, steps }) => {
      if (typeof value !== 'object' || value === null) return []
      const next = (value as Fields)[field]
      if (next === undefined) return []
      if (!isList) return [{ value: next, steps: [...steps, field] }]
      return Array.isArray(next) ? next.map((item, index) => ({ value: item as unknown, steps: [...steps, field, index] })) : []
    })
  }
  return found
}

interface PathPart {
  field: string
  isList: boolean
}

/** Of the paths in the tables, which are asked for again and again. */
const parts = new Map<string, readonly PathPart[]>()

function partsOf(path: string): readonly PathPart[] {
  let known = parts.get(path)
  if (known === undefined) parts.set(path, (known = path === '' ? [] : path.split('.').map((part) => ({ field: part.replace(/\[\]$/, ''), isList: part.endsWith('[]') }))))
  return known
}
