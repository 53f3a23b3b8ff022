/** What a container asks for, after the defaults that the API server fills in when the pod is created. A LimitRange may fill in more: it lives in the cluster. */
import { MINORS } from '../versions.ts'
import type { ContainerView } from './object.ts'

export type Resource = 'cpu' | 'memory'

/** A limit that holds for the container: its own, or that of the whole pod. */
export function hasLimit({ value, pod }: ContainerView, resource: Resource, kubernetesVersion: string): boolean {
  return value.resources?.limits?.[resource] !== undefined || (knowsPodResources(kubernetesVersion) && pod.value.resources?.limits?.[resource] !== undefined)
}

/** A request that the scheduler sees: its own, that of the whole pod, or a limit, which is the request where none is given. */
export function hasRequest(container: ContainerView, resource: Resource, kubernetesVersion: string): boolean {
  const { value, pod } = container
  if (value.resources?.requests?.[resource] !== undefined || hasLimit(container, resource, kubernetesVersion)) return true
  return knowsPodResources(kubernetesVersion) && pod.value.resources?.requests?.[resource] !== undefined
}

/** Before 1.34 the API server drops `resources` of a pod, unless a feature gate is set. */
const knowsPodResources = (kubernetesVersion: string): boolean => MINORS.findIndex((minor) => minor === kubernetesVersion) >= MINORS.indexOf('1.34')
