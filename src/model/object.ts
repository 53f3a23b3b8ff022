/** One Kubernetes object of a document, its pod and the containers of that, as rules see them. */
import type { Container as CoreContainer, PodSpec as CorePodSpec } from 'kubernetes-types/core/v1'
import type { Tape } from '../parser/tape.ts'
import type { AnyObject, At, Container, KindMap, KnownKind, Loose, ObjectMeta, PodSpec } from './kinds.ts'
import type { Place } from './place.ts'
import type { Source } from './source.ts'

export interface KubernetesObject<T = AnyObject> {
  readonly source: Source
  readonly tape: Tape
  /** The root node; an item of a List has its own. */
  readonly root: number
  readonly apiVersion: string
  readonly kind: string
  /** A kind of Kubernetes itself, of any version: only then a visitor named after a kind sees it. */
  readonly builtin: boolean
  readonly namespaced: boolean
  /** Where a List holds it: `items[3]`; empty for an object of its own. */
  readonly prefix: string
  /** Plain values, without what has a wrong type. */
  readonly value: Loose<T>
  readonly name: string
  readonly namespace: string
  /** `Deployment shop/web`; a generated name as `Pod web-*`. */
  readonly label: string
  /** Undefined when this kind runs no pod. */
  readonly pod: PodView | undefined
  readonly at: At<T, Place>
  is<K extends KnownKind>(kind: K): this is KubernetesObject<KindMap[K]>
}

export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral'

export interface ContainerView {
  readonly value: Container
  /** Its name, or its index as text when it has none. */
  readonly name: string
  /** `sidecar` is an init container that always restarts. */
  readonly role: ContainerRole
  /** Main containers and sidecars: those that run as long as the pod. */
  readonly longRunning: boolean
  /** It has no image, so it is a patch for another manifest's container: what it does not say, that one may. */
  readonly partial: boolean
  readonly pod: PodView
  readonly at: At<CoreContainer, Place>
}

export interface PodView {
  readonly object: KubernetesObject
  readonly value: PodSpec
  /** Metadata of the pod: that of the template, or of the Pod itself. */
  readonly metadata: ObjectMeta
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** In the order in which they start; ephemeral ones last. */
  readonly containers: readonly ContainerView[]
  /** Of a Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController or a Pod that always restarts. */
  readonly longRunning: boolean
  /** A hook or test of Helm or Argo CD: what relaxes rules about serving traffic. */
  readonly hook: boolean
  /** From the pod spec. */
  readonly at: At<CorePodSpec, Place>
  /** From the pod's metadata. */
  readonly atMetadata: At<ObjectMeta, Place>
}
