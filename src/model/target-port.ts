/** Where the ports of Services lead to in a pod. */
import type { Service } from 'kubernetes-types/core/v1'
import type { ContainerView, KubernetesObject, PodView } from './object.ts'
import type { TrafficTarget } from './pod-groups.ts'
import { portsOf } from './pod-ports.ts'
import type { RunIndex } from './run-index.ts'

/** The containers of a pod that get traffic, each with the first Service that sends it. A port that nobody declares is that of the only main container. */
export function containersBehind(pod: PodView, index: RunIndex): ReadonlyMap<ContainerView, KubernetesObject<Service>> {
  const first = new Map<ContainerView, TrafficTarget>()
  const lead = (target: TrafficTarget | undefined, container: ContainerView): void => {
    if (target !== undefined && target.order < (first.get(container)?.order ?? Infinity)) first.set(container, target)
  }
  const group = index.groupOf(pod)
  if (group !== undefined) {
    const ports = portsOf(pod)
    const targets = group.trafficTargets
    for (const [key, container] of ports) lead(targets.get(key), container)
    const [main, second] = pod.containers.filter(({ role }) => role === 'main')
    if (main !== undefined && second === undefined) {
      for (const target of targets.values()) {
        if (typeof target.port !== 'number' || ports.has(target.key)) continue
        lead(target, main)
        break
      }
    }
  }
  return new Map([...first].map(([container, { service }]) => [container, service]))
}
