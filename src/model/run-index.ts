/** The objects of a run, for rules that look at several. Built once, lazily; read-only. */
import { unnoted, unreadableReads } from '../parser/unreadable.ts'
import type { KindMap, KnownKind } from './kinds.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { isBeside, sendsTrafficTo, wantedLabels } from './service-selector.ts'

/** Kinds whose objects are kept until the end of the run. Others are gone once their file is linted, which keeps memory small. */
export const INDEXED_KINDS: ReadonlySet<string> = new Set<KnownKind>([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'Job',
  'Namespace',
  'NetworkPolicy',
  'Pod',
  'PodDisruptionBudget',
  'PodTemplate',
  'ReplicaSet',
  'ReplicationController',
  'Service',
  'ServiceAccount',
  'StatefulSet',
])

const SCALED_OBJECT = 'ScaledObject'

/** Whether an object is kept until the end of the run. */
export const isIndexed = ({ builtin, kind }: KubernetesObject): boolean => (builtin ? INDEXED_KINDS.has(kind) : kind === SCALED_OBJECT)

const INDEXED_NAME = new RegExp(`\\b(${[...INDEXED_KINDS, SCALED_OBJECT].join('|')})\\b`)

/** Whether a text may have such an object. */
export const mayHoldIndexed = (text: string): boolean => INDEXED_NAME.test(text)

type Service = KubernetesObject<KindMap['Service']>

export class RunIndex {
  private readonly objects: readonly KubernetesObject[]
  private byKind: Map<string, KubernetesObject[]> | undefined
  private byFile: Map<string, KubernetesObject[]> | undefined
  private podsByLabel: Map<string, PodView[]> | undefined
  /** Some of their labels cannot be read. */
  private unclearPods: PodView[] = []
  private podsByName: Map<string, PodView[]> | undefined
  private servicesByPod: Map<PodView, Service[]> | undefined
  private autoscaled: Set<string> | undefined

  constructor(objects: readonly KubernetesObject[]) {
    this.objects = objects
  }

  ofKind<K extends KnownKind>(kind: K): readonly KubernetesObject<KindMap[K]>[] {
    this.byKind ??= group(this.objects, (object) => (object.builtin ? [object.kind] : []))
    return (this.byKind.get(kind) ?? []) as unknown as KubernetesObject<KindMap[K]>[]
  }

  /** The kept objects of a file. */
  inFile(file: string): readonly KubernetesObject[] {
    this.byFile ??= group(this.objects, (object) => [object.source.file])
    return this.byFile.get(file) ?? []
  }

  find<K extends KnownKind>(kind: K, namespace: string, name: string): KubernetesObject<KindMap[K]> | undefined {
    return this.ofKind(kind).find((object) => object.name === name && object.namespace === namespace)
  }

  /** Pods and pod templates of all namespaces that carry a label. */
  podsLabelled(key: string, value: string): readonly PodView[] {
    this.podsByLabel ??= unnoted(() =>
      group(this.allPods(), (pod) => {
        const before = unreadableReads()
        const labels = Object.entries(pod.labels).map(([name, text]) => `${name}=${text}`)
        if (unreadableReads() !== before) this.unclearPods.push(pod)
        return labels
      }),
    )
    // Looked at, so that whoever asks learns that one of them may carry it.
    for (const { labels } of this.unclearPods) void labels[key]
    return this.podsByLabel.get(`${key}=${value}`) ?? []
  }

  /** Pods and pod templates of all namespaces whose object has this name. */
  podsNamed(name: string): readonly PodView[] {
    this.podsByName ??= group(this.allPods(), (pod) => [pod.object.name])
    return this.podsByName.get(name) ?? []
  }

  /** All pods that a Service may send traffic to, wherever their file is. */
  podsAnywhereOf(service: Service): readonly PodView[] {
    const [first, ...others] = Object.entries(wantedLabels(service)).map(([key, value]) => this.podsLabelled(key, value))
    if (first === undefined) return []
    const fewest = others.reduce((least, list) => (list.length > 0 && (least.length === 0 || list.length < least.length) ? list : least), first)
    return fewest.filter((pod) => sendsTrafficTo(service, pod))
  }

  /** The pods that a Service surely means: in its own file, else in its own folder. In another one may be another application, or a base to be patched. */
  podsOf(service: Service): readonly PodView[] {
    const pods = this.podsAnywhereOf(service).filter((pod) => isBeside(service, pod))
    const nearest = pods.filter((pod) => pod.object.source.file === service.source.file)
    return nearest.length > 0 ? nearest : pods
  }

  /** The Services that send traffic to a pod. */
  servicesOf(pod: PodView): readonly Service[] {
    if (this.servicesByPod === undefined) {
      const targets = unnoted(() => this.ofKind('Service').flatMap((service) => this.podsOf(service).map((target) => ({ service, target }))))
      this.servicesByPod = new Map([...group(targets, ({ target }) => [target])].map(([target, list]) => [target, list.map(({ service }) => service)]))
    }
    return this.servicesByPod.get(pod) ?? []
  }

  /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
  isAutoscaled(object: KubernetesObject): boolean {
    this.autoscaled ??= unnoted(() => new Set(
      this.objects
        .filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === SCALED_OBJECT)
        .map((autoscaler) => {
          const { scaleTargetRef } = (autoscaler.value['spec'] ?? {}) as { scaleTargetRef?: { kind?: string; name?: string } }
          return `${autoscaler.namespace} ${scaleTargetRef?.kind ?? 'Deployment'} ${scaleTargetRef?.name}`
        }),
    ))
    return this.autoscaled.has(`${object.namespace} ${object.kind} ${object.name}`)
  }

  private allPods(): readonly PodView[] {
    return this.objects.flatMap((object) => object.pod ?? [])
  }
}

function group<K, T>(items: Iterable<T>, keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key)
      if (list === undefined) groups.set(key, [item])
      else list.push(item)
    }
  }
  return groups
}
