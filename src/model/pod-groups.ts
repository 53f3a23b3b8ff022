/**
 * Pods and Services, matched without comparing each with each: pods that no Service can tell apart are one group. Thousands of Services beside thousands of pods
 * are a matter of a moment then, also where all of them match.
 */
import { addTo } from '../parser/grouped-by.ts'
import type { Service } from 'kubernetes-types/core/v1'
import { leftOut, noteUnreadable, once, unreadableReads } from '../parser/unreadable.ts'
import type { Loose } from './kinds.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { folderOf, isRuntimeLabel, sendsTrafficTo, wantedLabels } from './service-selector.ts'
import { portKey, portsOf } from './pod-ports.ts'

type ServiceObject = KubernetesObject<Service>
type ServicePort = NonNullable<NonNullable<Loose<Service>['spec']>['ports']>[number]

/** Groups that are looked at for one Service. Where even its rarest label is on more of them, nobody knows what it means. */
const MOST_GROUPS = 1000
/** Pods that are looked at for one that a Service just misses. */
const MOST_NEAR = 250

/** Pods of one file and namespace that have the same labels, as far as any Service asks for them. In the order of the run. */
export class PodGroup {
  readonly pods: PodView[] = []
  /** The first Service that sends traffic here. */
  service: ServiceObject | undefined
  private readonly targets = new Map<string, TrafficTarget>()
  /** Some Service that sends traffic here cannot be read as a whole. */
  private isUnclear = false
  private readonly ports = once(() => new Set(this.pods.flatMap((pod) => [...portsOf(pod).keys()])))

  get file(): string {
    return this.pods[0]!.object.source.file
  }

  /** `isUnclear` when not all of the Service can be read. */
  addService(service: ServiceObject, ports: readonly ServicePort[], isUnclear: boolean): void {
    this.service ??= service
    this.isUnclear ||= isUnclear
    for (const { port = 0, targetPort = port, protocol } of ports) {
      const key = portKey(targetPort, protocol)
      if (!this.targets.has(key)) this.targets.set(key, { service, key, port: targetPort, order: this.targets.size })
    }
  }

  /** By `portKey`, in the order of the Services, the first Service that sends traffic to a port. */
  get trafficTargets(): ReadonlyMap<string, TrafficTarget> {
    if (this.isUnclear) noteUnreadable()
    return this.targets
  }

  /** Whether a container declares the target port of a Service. */
  declares(port: string | number, protocol: string): boolean {
    return this.ports().has(portKey(port, protocol))
  }
}

/** A port that a Service sends traffic to. */
export interface TrafficTarget {
  service: ServiceObject
  key: string
  port: string | number
  /** Among those of its group. */
  order: number
}

export class PodGroups {
  private readonly ofPods = new Map<PodView, PodGroup>()
  /** By label, in a namespace and in all, in a folder and in all. */
  private readonly labelled = new Map<string, PodGroup[]>()
  private readonly named = new Map<string, PodView[]>()
  /** Labels that cannot be read on some pod, and whether there is a pod with none that can. */
  private readonly unclear = new Set<string | symbol>()
  private hasUnclearPod = false
  private readonly matched = new Map<ServiceObject, readonly PodGroup[]>()

  constructor(pods: Iterable<PodView>, services: readonly ServiceObject[]) {
    const asked = new Set(services.flatMap((service) => Object.keys(wantedLabels(service))))
    const groups = new Map<string, PodGroup>()
    for (const pod of pods) {
      const { source, namespace, name } = pod.object
      const folder = folderOf(source.file)
      const before = unreadableReads()
      const all = pod.labels
      if (unreadableReads() !== before) this.hasUnclearPod = true
      for (const key of leftOut(all)) this.unclear.add(key)
      const labels = Object.entries(all).filter(([key]) => asked.has(key)).sort()
      const id = JSON.stringify([source.file, namespace, labels])
      let group = groups.get(id)
      if (group === undefined) {
        groups.set(id, (group = new PodGroup()))
        for (const [key, value] of labels) for (const where of [EVERYWHERE, folder]) for (const scope of [EVERYWHERE, namespace]) add(this.labelled, [where, scope, key, value], group)
      }
      group.pods.push(pod)
      this.ofPods.set(pod, group)
      add(this.named, [folder, name], pod)
    }
    for (const service of services) this.sendTraffic(service)
  }

  private sendTraffic(service: ServiceObject): void {
    const before = unreadableReads()
    const { ports = [], publishNotReadyAddresses } = service.value.spec ?? {}
    // Peers that find each other this way are meant to talk before they are ready.
    const targets = publishNotReadyAddresses === true ? [] : ports.map(({ port, targetPort, protocol }) => ({ port, targetPort, protocol }))
    const isUnclear = unreadableReads() !== before
    for (const group of this.of(service)) group.addService(service, targets, isUnclear)
  }

  /** The pods that a Service surely means: in its own file, else in its own folder. In another one may be another application, or a base to be patched. */
  of(service: ServiceObject): readonly PodGroup[] {
    this.noteUnclear(service)
    let groups = this.matched.get(service)
    if (groups === undefined) {
      const beside = this.mayMatch(service, folderOf(service.source.file))?.filter((group) => sendsTrafficTo(service, group.pods[0]!)) ?? []
      const nearest = beside.filter((group) => group.file === service.source.file)
      groups = nearest.length > 0 ? nearest : beside
      this.matched.set(service, groups)
    }
    return groups
  }

  ofPod(pod: PodView): PodGroup | undefined {
    return this.ofPods.get(pod)
  }

  /** Whether a Service sends traffic to any pod, wherever its file is. True when there are too many to tell. */
  isAnywhere(service: ServiceObject): boolean {
    this.noteUnclear(service)
    return this.mayMatch(service, EVERYWHERE)?.some((group) => sendsTrafficTo(service, group.pods[0]!)) ?? true
  }

  /** Pods beside a Service that have its name, and of each group that has one of its labels the first. */
  near(service: ServiceObject): ReadonlySet<PodView> {
    const folder = folderOf(service.source.file)
    const near = new Set(this.named.get(JSON.stringify([folder, service.name]))?.slice(0, MOST_NEAR))
    for (const [key, value] of Object.entries(wantedLabels(service))) {
      for (const groups of this.withLabel(service, folder, key, value)) {
        for (const { pods } of groups) {
          if (near.size >= MOST_NEAR) return near
          near.add(pods[0]!)
        }
      }
    }
    return near
  }

  /** Whoever asks for the pods of a Service learns that others may be among them, of which not all labels can be read. */
  private noteUnclear(service: ServiceObject): void {
    const wanted = Object.keys(wantedLabels(service))
    if (wanted.length > 0 && (this.hasUnclearPod || wanted.some((key) => this.unclear.has(key)))) noteUnreadable()
  }

  /** All groups with the label of the Service that the fewest have. Undefined when even these are too many. */
  private mayMatch(service: ServiceObject, folder: string): readonly PodGroup[] | undefined {
    const wanted = Object.entries(wantedLabels(service))
    const firm = wanted.filter(([key, value]) => !isRuntimeLabel(key, value))
    const lists = (firm.length > 0 ? firm : wanted).map(([key, value]) => this.withLabel(service, folder, key, value))
    // Labels that are set at run time are not needed, but one of the others has to be there.
    const chosen = firm.length > 0 ? lists.reduce((fewest, list) => (total(list) < total(fewest) ? list : fewest)) : lists.flat()
    return total(chosen) > MOST_GROUPS ? undefined : [...new Set(chosen.flat())]
  }

  /** In the namespaces that may be that of the Service. */
  private withLabel(service: ServiceObject, folder: string, key: string, value: string): readonly (readonly PodGroup[])[] {
    const scopes = service.namespace === '' ? [EVERYWHERE] : [service.namespace, '']
    return scopes.map((scope) => this.labelled.get(JSON.stringify([folder, scope, key, value])) ?? [])
  }
}

/** No folder and no namespace is called this. */
const EVERYWHERE = '*'

const total = (lists: readonly (readonly PodGroup[])[]): number => lists.reduce((sum, { length }) => sum + length, 0)

const add = <T>(lists: Map<string, T[]>, key: readonly string[], item: T): void => addTo(lists, JSON.stringify(key), item)
