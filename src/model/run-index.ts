/** The objects of a run, for rules that look at several. Built once, lazily; read-only. */
import type { KindMap, KnownKind } from './kinds.ts'
import type { KubernetesObject } from './object.ts'
import type { PodView } from './pod.ts'
import { selectorMatches, type Labels, type LabelSelector } from '../schema/formats/selector.ts'
import { sendsTrafficTo, wantedLabels } from './service-selector.ts'

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

export class RunIndex {
  private readonly objects: readonly KubernetesObject[]
  private podsByNamespace: Map<string, PodView[]> | undefined
  private byKind: Map<string, KubernetesObject[]> | undefined
  private podsByLabel: Map<string, PodView[]> | undefined
  private servicesByPod: Map<PodView, KubernetesObject<KindMap['Service']>[]> | undefined
  private autoscaled: Set<string> | undefined
  private byFile: Map<string, KubernetesObject[]> | undefined

  constructor(objects: readonly KubernetesObject[]) {
    this.objects = objects
  }

  ofKind<K extends KnownKind>(kind: K): readonly KubernetesObject<KindMap[K]>[] {
    if (this.byKind === undefined) {
      this.byKind = new Map()
      for (const object of this.objects) {
        if (!object.builtin) continue
        const list = this.byKind.get(object.kind)
        if (list === undefined) this.byKind.set(object.kind, [object])
        else list.push(object)
      }
    }
    return (this.byKind.get(kind) ?? []) as unknown as KubernetesObject<KindMap[K]>[]
  }

  /** The kept objects of a file. */
  inFile(file: string): readonly KubernetesObject[] {
    this.byFile ??= Map.groupBy(this.objects, (object) => object.source.file)
    return this.byFile.get(file) ?? []
  }

  find<K extends KnownKind>(kind: K, namespace: string, name: string): KubernetesObject<KindMap[K]> | undefined {
    return this.ofKind(kind).find((object) => object.name === name && object.namespace === namespace)
  }

  /** Pods and pod templates of a namespace whose labels a selector matches. */
  podsMatching(namespace: string, selector: LabelSelector): readonly PodView[] {
    return this.pods(namespace).filter((pod) => selectorMatches(selector, pod.labels) === true)
  }

  /** Every pod or pod template of a namespace. */
  pods(namespace: string): readonly PodView[] {
    if (this.podsByNamespace === undefined) {
      this.podsByNamespace = new Map()
      for (const object of this.objects) {
        if (object.pod === undefined) continue
        const list = this.podsByNamespace.get(object.namespace)
        if (list === undefined) this.podsByNamespace.set(object.namespace, [object.pod])
        else list.push(object.pod)
      }
    }
    return this.podsByNamespace.get(namespace) ?? []
  }
  /** Pods and pod templates of all namespaces that carry a label. */
  podsLabelled(key: string, value: string): readonly PodView[] {
    if (this.podsByLabel === undefined) {
      this.podsByLabel = new Map()
      for (const object of this.objects) {
        for (const [name, text] of Object.entries(object.pod?.labels ?? {})) {
          const label = `${name}=${text}`
          const list = this.podsByLabel.get(label)
          if (list === undefined) this.podsByLabel.set(label, [object.pod!])
          else list.push(object.pod!)
        }
      }
    }
    return this.podsByLabel.get(`${key}=${value}`) ?? []
  }

  /** The pods that a Service sends traffic to. */
  podsOf(service: KubernetesObject<KindMap['Service']>): readonly PodView[] {
    const wanted: Labels = wantedLabels(service)
    const [first, ...others] = Object.entries(wanted).map(([key, value]) => this.podsLabelled(key, value))
    if (first === undefined) return []
    const fewest = others.reduce((least, list) => (list.length > 0 && (least.length === 0 || list.length < least.length) ? list : least), first)
    return fewest.filter((pod) => sendsTrafficTo(service, pod))
  }

  /** The Services that send traffic to a pod. */
  servicesOf(pod: PodView): readonly KubernetesObject<KindMap['Service']>[] {
    if (this.servicesByPod === undefined) {
      this.servicesByPod = new Map()
      for (const service of this.ofKind('Service')) {
        for (const target of this.podsOf(service)) {
          const list = this.servicesByPod.get(target)
          if (list === undefined) this.servicesByPod.set(target, [service])
          else list.push(service)
        }
      }
    }
    return this.servicesByPod.get(pod) ?? []
  }

  /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
  isAutoscaled(object: KubernetesObject): boolean {
    this.autoscaled ??= new Set(
      this.objects
        .filter(({ kind }) => kind === 'HorizontalPodAutoscaler' || kind === SCALED_OBJECT)
        .map((autoscaler) => {
          const { scaleTargetRef } = (autoscaler.value['spec'] ?? {}) as { scaleTargetRef?: { kind?: string; name?: string } }
          return `${autoscaler.namespace} ${scaleTargetRef?.kind ?? 'Deployment'} ${scaleTargetRef?.name}`
        }),
    )
    return this.autoscaled.has(`${object.namespace} ${object.kind} ${object.name}`)
  }
}
