/** The objects of a run, for rules that look at several. Built once, lazily; read-only. */
import { addTo } from '../parser/grouped-by.ts'
import { once, unnoted } from '../parser/unreadable.ts'
import { accountOf, Bindings } from './bindings.ts'
import { Budgets } from './budgets.ts'
import type { Definition } from './definition.ts'
import { isThirdParty, type KindMap, type KnownKind } from './kinds.ts'
import { Exposures } from './exposure.ts'
import { NetworkPolicies } from './network-policies.ts'
import type { KubernetesObject, PodView } from './object.ts'
import type { KustomizationUnit } from './kustomization-unit.ts'
import { PodGroups, type PodGroup } from './pod-groups.ts'
import { areNear } from './service-selector.ts'

/** Kinds whose objects are kept until the end of the run. Of others only their definition is, which keeps memory small. */
export const INDEXED_KINDS: ReadonlySet<string> = new Set<KnownKind>([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'IngressClass',
  'Job',
  'MutatingWebhookConfiguration',
  'Namespace',
  'NetworkPolicy',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Pod',
  'PodDisruptionBudget',
  'PodTemplate',
  'ReplicaSet',
  'ReplicationController',
  'Role',
  'RoleBinding',
  'Service',
  'ServiceAccount',
  'StatefulSet',
  'StorageClass',
  'ValidatingWebhookConfiguration',
])

const SCALED_OBJECT = 'ScaledObject'
/** What other network plugins have in place of a NetworkPolicy. */
const OTHER_POLICIES = ['CiliumClusterwideNetworkPolicy', 'CiliumNetworkPolicy', 'GlobalNetworkPolicy', 'NetworkPolicy']
const OTHER_KINDS: ReadonlySet<string> = new Set([SCALED_OBJECT, ...OTHER_POLICIES])

/** Whether an object is kept until the end of the run. */
export const isIndexed = (object: KubernetesObject): boolean => (object.builtin ? INDEXED_KINDS.has(object.kind) || hasConversion(object) : OTHER_KINDS.has(object.kind) || isThirdParty(object))

/** A CustomResourceDefinition may be large, and few of them name anything. */
const hasConversion = ({ kind, tape, root }: KubernetesObject): boolean => kind === 'CustomResourceDefinition' && tape.find(tape.find(root, 'spec'), 'conversion') !== -1

type Service = KubernetesObject<KindMap['Service']>

export class RunIndex {
  /** Those that are kept, in the order of their files' names. */
  readonly objects: readonly KubernetesObject[]
  /** Of every object with a name, also of those that are not kept. */
  readonly definitions: readonly Definition[]
  private byKind: Map<string, KubernetesObject[]> | undefined
  private namespaceGivers: Map<string, KubernetesObject | undefined> | undefined
  private readonly budgets = once(() => new Budgets(this.ofKind('PodDisruptionBudget')))
  private readonly policies = once(() => new NetworkPolicies(this.ofKind('NetworkPolicy')))
  private readonly exposed = once(() => new Exposures(this as ConstructorParameters<typeof Exposures>[0]))
  private readonly rbac = once(() => new Bindings(this as { ofKind(kind: 'Role' | 'ClusterRole' | 'RoleBinding' | 'ClusterRoleBinding'): readonly KubernetesObject[] }, this.pods))
  private byName: Map<string, KubernetesObject[]> | undefined
  private byFile: Map<string, KubernetesObject[]> | undefined
  private otherPolicies: boolean | undefined
  private limitRange: boolean | undefined
  private podGroups: PodGroups | undefined
  private autoscalers: Map<string, KubernetesObject[]> | undefined

  readonly kustomizations: readonly KustomizationUnit[]
  /** Patterns of what lives elsewhere. */
  readonly external: readonly string[]
  /** Those that something was left out for. */
  readonly usedExternal = new Set<string>()

  constructor(objects: readonly KubernetesObject[], definitions: readonly Definition[] = [], kustomizations: readonly KustomizationUnit[] = [], external: readonly string[] = []) {
    this.objects = objects
    this.definitions = definitions
    this.kustomizations = kustomizations
    this.external = external
  }

  ofKind<K extends KnownKind>(kind: K): readonly KubernetesObject<KindMap[K]>[] {
    this.byKind ??= group(this.objects, (object) => (object.builtin ? [object.kind] : []))
    return (this.byKind.get(kind) ?? []) as unknown as KubernetesObject<KindMap[K]>[]
  }

  /** The first object of a file that is in a namespace, when most are in that one and none in another: then the rest was meant to be there, too. */
  namespaceGiver(file: string): KubernetesObject | undefined {
    this.namespaceGivers ??= new Map([...group(this.objects.filter(({ namespaced }) => namespaced), (object) => [object.source.file])].map(([name, all]) => [name, namespaceGiverOf(all)]))
    return this.namespaceGivers.get(file)
  }

  find<K extends KnownKind>(kind: K, namespace: string, name: string): KubernetesObject<KindMap[K]> | undefined {
    this.byName ??= group(this.objects, (object) => (object.builtin ? [nameKey(object.kind, object.namespace, object.name)] : []))
    return this.byName.get(nameKey(kind, namespace, name))?.[0] as unknown as KubernetesObject<KindMap[K]> | undefined
  }

  /** The pods that a Service surely means. */
  podsOf(service: Service): readonly PodGroup[] {
    return this.groups.of(service)
  }

  /** The pods that Services cannot tell from this one, and what they send to them. */
  groupOf(pod: PodView): PodGroup | undefined {
    return this.groups.ofPod(pod)
  }

  /** Whether a Service may send traffic to some pod of the run. */
  hasPod(service: Service): boolean {
    return this.groups.isAnywhere(service)
  }

  /** Pods beside a Service that it may have been meant for. */
  podsNear(service: Service): ReadonlySet<PodView> {
    return this.groups.near(service)
  }

  get pods(): readonly PodView[] {
    return this.objects.flatMap((object) => object.pod ?? [])
  }

  /** Roles and whom they are given to. */
  get bindings(): Bindings {
    return this.rbac()
  }

  /** Whether a pod gets the token of its service account. */
  mountsToken(pod: PodView): boolean {
    return pod.value.automountServiceAccountToken ?? this.find('ServiceAccount', pod.object.namespace, accountOf(pod))?.value.automountServiceAccountToken ?? true
  }

  /** How pods are reached from outside. */
  get exposures(): Exposures {
    return this.exposed()
  }

  get networkPolicies(): NetworkPolicies {
    return this.policies()
  }

  /** Whether something else than a NetworkPolicy may isolate pods, too. */
  get hasOtherPolicies(): boolean {
    return (this.otherPolicies ??= this.objects.some(({ builtin, kind }) => !builtin && OTHER_POLICIES.includes(kind)))
  }

  /** Whether something may give requests to containers that have none. */
  get hasLimitRange(): boolean {
    return (this.limitRange ??= this.definitions.some(({ kind }) => kind === 'LimitRange'))
  }

  /** Objects of a kind that lie in a file. */
  inFile<K extends KnownKind>(kind: K, file: string): readonly KubernetesObject<KindMap[K]>[] {
    this.byFile ??= group(this.objects, (object) => (object.builtin ? [fileKey(object.kind, object.source.file)] : []))
    return (this.byFile.get(fileKey(kind, file)) ?? []) as unknown as KubernetesObject<KindMap[K]>[]
  }

  /** The PodDisruptionBudgets of the run that select a pod; undefined when nobody can tell. */
  budgetsOf(pod: PodView): readonly KubernetesObject<KindMap['PodDisruptionBudget']>[] | undefined {
    return this.budgets().of(pod)
  }

  /** Whether a PodDisruptionBudget of the run selects a pod. */
  hasBudget(pod: PodView): boolean {
    return this.budgets().protects(pod)
  }

  /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
  isAutoscaled(object: KubernetesObject): boolean {
    return this.autoscalerOf(object) !== undefined
  }

  /** The first HorizontalPodAutoscaler or ScaledObject that scales this object. Without a namespace it may be for another one of that name, unless it lies nearby. */
  autoscalerOf(object: KubernetesObject): KubernetesObject | undefined {
    this.autoscalers ??= unnoted(() =>
      group(
        this.objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === SCALED_OBJECT),
        (autoscaler) => {
          const { scaleTargetRef } = (autoscaler.value['spec'] ?? {}) as { scaleTargetRef?: { kind?: string; name?: string } }
          return [`${autoscaler.namespace} ${scaleTargetRef?.kind ?? 'Deployment'} ${scaleTargetRef?.name}`]
        },
      ),
    )
    const autoscalers = this.autoscalers.get(`${object.namespace} ${object.kind} ${object.name}`) ?? []
    return object.namespace !== '' ? autoscalers[0] : autoscalers.find((autoscaler) => areNear(autoscaler.source.file, object.source.file))
  }

  private get groups(): PodGroups {
    return (this.podGroups ??= unnoted(() => new PodGroups(this.objects.flatMap((object) => object.pod ?? []), this.ofKind('Service'))))
  }
}

function namespaceGiverOf(objects: readonly KubernetesObject[]): KubernetesObject | undefined {
  const placed = objects.filter(({ namespace }) => namespace !== '')
  const [first] = placed
  // Two namespaces: nobody can tell which is missing. Fewer than half: then it is the others that are odd.
  return first === undefined || placed.length * 2 <= objects.length || placed.some(({ namespace }) => namespace !== first.namespace) ? undefined : first
}

const fileKey = (kind: string, file: string): string => `${kind} ${file}`
const nameKey = (kind: string, namespace: string, name: string): string => JSON.stringify([kind, namespace, name])

function group<K, T>(items: Iterable<T>, keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) for (const key of keysOf(item)) addTo(groups, key, item)
  return groups
}
