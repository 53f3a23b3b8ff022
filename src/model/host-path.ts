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
  /** Names of the mounted volumes, and whether some mount can be written to. */
  const mounted = new Map<string | undefined, boolean>()
  for (const { value } of pod.containers) {
    for (const { name, readOnly } of value.volumeMounts ?? []) mounted.set(name, mounted.get(name) === true || readOnly !== true)
  }
  for (const [index, volume] of (pod.value.volumes ?? []).entries()) {
    const path = volume.hostPath?.path
    if (path === undefined) continue
    const writable = mounted.get(volume.name)
    if (writable === undefined) continue
    found.push({ path: posix.resolve('/', path), writable, place: pod.at('volumes', index, 'hostPath', 'path') })
  }
  return found
}
