/** The directories and files of its node that a pod sees. */
import { posix } from 'node:path'
import type { Place } from './place.ts'
import type { PodView } from './object.ts'

export interface HostPath {
  /** Without a slash at its end, `.` or `//`: `/` or `/var/run/docker.sock`. */
  path: string
  /** Some container mounts it so that it can write. */
  writable: boolean
  place: Place
}

/** Those that a container mounts. */
export function hostPathsOf(pod: PodView): HostPath[] {
  const found: HostPath[] = []
  for (const [index, volume] of (pod.value.volumes ?? []).entries()) {
    const path = volume.hostPath?.path
    if (path === undefined) continue
    const mounts = pod.containers.flatMap((container) => (container.value.volumeMounts ?? []).filter((mount) => mount.name === volume.name))
    if (mounts.length === 0) continue
    found.push({ path: posix.resolve('/', path), writable: mounts.some((mount) => mount.readOnly !== true), place: pod.at('volumes', index, 'hostPath', 'path') })
  }
  return found
}
