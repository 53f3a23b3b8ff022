/** Where the ports of a Service lead to in a pod. */
import type { Service } from 'kubernetes-types/core/v1'
import type { ContainerView, KubernetesObject, PodView } from './object.ts'
import type { RunIndex } from './run-index.ts'

/** The container that listens on the target port of a Service: by the name of its port, or its number. Init containers that end do not count. */
export function containerOfPort(pod: PodView, target: string | number, protocol: string): ContainerView | undefined {
  return pod.containers.find(
    (container) =>
      container.longRunning &&
      (container.value.ports ?? []).some((port) => (typeof target === 'string' ? port.name === target : port.containerPort === target) && (port.protocol ?? 'TCP') === protocol),
  )
}

/** The containers of a pod that get traffic, each with a Service that sends it. A port that nobody declares is that of the only main container. */
export function containersBehind(pod: PodView, index: RunIndex): ReadonlyMap<ContainerView, KubernetesObject<Service>> {
  const behind = new Map<ContainerView, KubernetesObject<Service>>()
  const main = pod.containers.filter(({ role }) => role === 'main')
  for (const service of index.servicesOf(pod)) {
    const { ports = [], publishNotReadyAddresses } = service.value.spec ?? {}
    // Peers that find each other this way are meant to talk before they are ready.
    if (publishNotReadyAddresses === true) continue
    for (const { port = 0, targetPort = port, protocol = 'TCP' } of ports) {
      const container = containerOfPort(pod, targetPort, protocol) ?? (main.length === 1 && typeof targetPort === 'number' ? main[0] : undefined)
      if (container !== undefined && !behind.has(container)) behind.set(container, service)
    }
  }
  return behind
}
