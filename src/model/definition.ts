/** What a run keeps of every object, which is gone once its file is linted: who it is, and what others may name of it. */
import { placeholderIn } from './placeholder.ts'
import type { KubernetesObject } from './object.ts'
import type { Spot } from './place.ts'
import type { Source } from './source.ts'
import type { Tape } from '../parser/tape.ts'
import { Flag } from '../parser/tape.ts'

export interface Definition {
  /** Empty for the core group. */
  readonly group: string
  readonly kind: string
  /** Of Kubernetes itself. */
  readonly builtin: boolean
  readonly namespaced: boolean
  readonly namespace: string
  /** Empty when nobody can tell: it is filled in later. */
  readonly name: string
  readonly file: string
  /** Of a ConfigMap or Secret its keys, of a Service its ports by number and name, of a Gateway its listeners. Undefined when nobody can tell. */
  readonly keys?: ReadonlySet<string> | undefined
  /** Of a custom resource: what it names. Its controller may make objects that are called so. */
  readonly mentions?: ReadonlySet<string>
  /** Where its name stands, without the text around it. Absent for what a kustomization generates. */
  readonly spot?: Spot
}

/** Custom resources that only point at objects, and have none made. */
const PASSIVE_GROUPS: ReadonlySet<string> = new Set(['gateway.networking.k8s.io', 'networking.istio.io', 'security.istio.io', 'traefik.io', 'traefik.containo.us', 'cilium.io', 'projectcalico.org', 'crd.projectcalico.org'])
const PASSIVE_KINDS: ReadonlySet<string> = new Set([
  'Alert',
  'AppProject',
  'BackendConfig',
  'ClusterIssuer',
  'ClusterPolicy',
  'ClusterSecretStore',
  'FrontendConfig',
  'GitRepository',
  'GrafanaDashboard',
  'GrafanaDatasource',
  'HelmRepository',
  'IPAddressPool',
  'ImagePolicy',
  'ImageRepository',
  'ImageUpdateAutomation',
  'Issuer',
  'L2Advertisement',
  'ManagedCertificate',
  'Middleware',
  'OCIRepository',
  'PodLogs',
  'PodMonitor',
  'Policy',
  'PolicyException',
  'Probe',
  'PrometheusRule',
  'Provider',
  'Receiver',
  'ReferenceGrant',
  'Rollout',
  'ScaledObject',
  'ScrapeConfig',
  'SecretStore',
  'ServiceMonitor',
  'TriggerAuthentication',
  'VerticalPodAutoscaler',
  'VolumeSnapshot',
  'VolumeSnapshotClass',
])

export const isPassive = ({ group, kind }: Definition): boolean => PASSIVE_GROUPS.has(group) || PASSIVE_KINDS.has(kind)

/** Names that are kept of one custom resource. */
const MOST_MENTIONS = 200

export function definitionOf(object: KubernetesObject): Definition {
  const { tape, root, kind, builtin, namespaced, namespace, apiVersion, source } = object
  const { node, start, end } = object.at('metadata', 'name')
  const place = tape.find(tape.find(root, 'metadata'), 'namespace')
  const isUnreadable = [node, place].some((each) => each !== -1 && tape.has(each, Flag.hidden))
  const name = node === -1 || isUnreadable || placeholderIn(object.name) !== undefined ? '' : object.name
  const definition = { group: groupOf(apiVersion), kind, builtin, namespaced, namespace: placeholderIn(namespace) === undefined ? namespace : '', name, file: source.file, spot: spotOf(source, start, end) }
  if (kind === 'Gateway') return { ...definition, keys: namesIn(tape, root, 'listeners', ['name']) }
  if (kind === 'Certificate') return { ...definition, mentions: mentionsIn(tape, tape.find(tape.find(root, 'spec'), 'secretName')) }
  if (!builtin) return isPassive(definition) ? definition : { ...definition, mentions: mentionsIn(tape, tape.find(root, 'spec')) }
  if (kind === 'ConfigMap' || kind === 'Secret') return { ...definition, keys: dataKeys(tape, root) }
  if (kind === 'Service') return { ...definition, keys: namesIn(tape, root, 'ports', ['port', 'name']) }
  return definition
}

/** `ConfigMap shop/settings` */
export const labelOf = ({ kind, namespace, name }: Definition): string => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`

export const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '')

/** The line that the name stands in. A long one may be a minified file with thousands of names: they share it. */
function spotOf(source: Source, start: number, end: number): Spot {
  const { text, base } = source
  // Not looking further than that for its ends.
  const first = Math.max(base + start - LONGEST_LINE, 0)
  const before = text.slice(first, base + start).lastIndexOf('\n')
  const after = text.slice(base + end, base + end + LONGEST_LINE).indexOf('\n')
  const from = before === -1 ? 0 : first + before + 1
  const to = after === -1 ? text.length : base + end + after + 1
  return from < base || to - from > 2 * LONGEST_LINE ? { source, start, end } : { source: source.cut(from - base, to - base), start: base + start - from, end: base + end - from }
}

const LONGEST_LINE = 1000

/** Undefined for what is empty: something fills it in while the cluster runs, as `caBundle` and certificates are. */
function dataKeys(tape: Tape, root: number): ReadonlySet<string> | undefined {
  const type = tape.find(root, 'type')
  if (type !== -1 && tape.source(type).includes('service-account-token')) return undefined
  const keys = new Set<string>()
  for (const field of ['data', 'stringData', 'binaryData']) {
    const map = tape.find(root, field)
    if (map === -1 || tape.isNull(map)) continue
    if (!tape.isMap(map)) return undefined
    for (let key = map + 1, end = tape.next(map); key < end; key = tape.next(key + 1)) {
      if (placeholderIn(tape.key(key)) !== undefined) return undefined
      keys.add(tape.key(key))
    }
  }
  return keys.size === 0 ? undefined : keys
}

/** The values of these fields in a list of the spec. */
function namesIn(tape: Tape, root: number, list: string, fields: readonly string[]): ReadonlySet<string> | undefined {
  const items = tape.find(tape.find(root, 'spec'), list)
  const keys = new Set<string>()
  if (items === -1 || !tape.isSequence(items)) return undefined
  for (let item = items + 1, end = tape.next(items); item < end; item = tape.next(item)) {
    for (const field of fields) {
      const node = tape.find(item, field)
      if (node === -1) continue
      if (!tape.isScalar(node) || tape.has(node, Flag.hidden)) return undefined
      keys.add(String(tape.scalar(node)))
    }
  }
  return keys
}

/** Keys are among them; they do no harm. */
function mentionsIn(tape: Tape, from: number): ReadonlySet<string> {
  const names = new Set<string>()
  if (from === -1) return names
  for (let node = from, end = tape.next(from); node < end && names.size < MOST_MENTIONS; node++) {
    if (!tape.isScalar(node) || tape.end(node) - tape.start(node) > LONGEST_NAME) continue
    const name = NAME.exec(tape.source(node))?.[1]
    if (name !== undefined) names.add(name)
  }
  return names
}

const LONGEST_NAME = 70
const NAME = /^["']?([a-z][a-z0-9.-]+)["']?$/
