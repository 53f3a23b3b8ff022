/** The ports that the containers of a pod declare, as Services name them. */
import type { ContainerView, PodView } from './object.ts'

/** A name and a number are different things, even if both are written with digits. */
export const portKey = (port: string | number, protocol = 'TCP'): string => `${JSON.stringify(port)}/${protocol}`

/** By name and by number the first container that listens there. Init containers that end do not count. */
export function portsOf(pod: PodView): ReadonlyMap<string, ContainerView> {
  const ports = new Map<string, ContainerView>()
  for (const container of pod.containers) {
    if (!container.longRunning) continue
    for (const { name, containerPort, protocol } of container.value.ports ?? []) {
      for (const port of [name, containerPort]) {
        if (port === undefined) continue
        const key = portKey(port, protocol)
        if (!ports.has(key)) ports.set(key, container)
      }
    }
  }
  return ports
}
