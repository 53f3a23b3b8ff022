/** How many pods a workload keeps. */
import type { KubernetesObject } from './object.ts'
import type { Place } from './place.ts'

export interface Replicas {
  /** As written; undefined without the field. */
  written: number | undefined
  place: Place
}

/** Undefined for kinds that keep no number of pods. */
export function replicasOf(object: KubernetesObject): Replicas | undefined {
  if (object.is('Deployment')) return { written: object.value.spec?.replicas, place: object.at('spec', 'replicas') }
  if (object.is('StatefulSet')) return { written: object.value.spec?.replicas, place: object.at('spec', 'replicas') }
  if (object.is('ReplicaSet')) return { written: object.value.spec?.replicas, place: object.at('spec', 'replicas') }
  return undefined
}

/** Those that people scale: a ReplicaSet belongs to a Deployment. */
export const isScaled = (object: KubernetesObject): boolean => object.is('Deployment') || object.is('StatefulSet')

/** `3 replicas`, `1 replica` */
export const countReplicas = (count: number): string => `${count} replica${count === 1 ? '' : 's'}`
