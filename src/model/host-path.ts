/** The directories and files of its node that a pod sees, or could see. */
import { posix } from 'node:path'
import type { Place } from './place.ts'
import type { PodView } from './object.ts'

export interface HostPath {
  /** Name of the volume. */
  volume: string | undefined
  /** Without a slash at its end, `.` or `//`: `/` or `/var/run/docker.sock`. */
  path: string
  /** How containers mount it. What none mounts is there for a sidecar that is injected, or a container for debugging. */
  mounted: 'writable' | 'read-only' | 'nowhere'
  place: Place
}

export function hostPathsOf(pod: PodView): HostPath[] {
  const volumes = pod.value.volumes ?? []
  if (volumes.length === 0) return []
  const found: HostPath[] = []
  /** Names of the mounted volumes, and whether some mount can be written to. */
  const mounted = new Map<string | undefined, boolean>()
  for (const { value } of pod.containers) {
    for (const { name, readOnly } of value.volumeMounts ?? []) mounted.set(name, mounted.get(name) === true || readOnly !== true)
  }
  for (const [index, { name, hostPath }] of volumes.entries()) {
    const path = hostPath?.path
    if (path === undefined) continue
    const writable = mounted.get(name)
    found.push({ volume: name, path: resolvePath(path), mounted: writable === undefined ? 'nowhere' : writable ? 'writable' : 'read-only', place: pod.at('volumes', index, 'hostPath', 'path') })
  }
  return found
}

/** Without a slash at its end, `.` or `//`. */
export const resolvePath = (path: string): string => posix.resolve('/', path)

/** Whether a path is that folder, or in it. */
export const isWithin = (path: string, folder: string): boolean => `${path}/`.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** The sockets of container runtimes, and the directories that exist to hold one. */
export const isRuntimeSocket = (path: string): boolean =>
  /\/(?:docker|containerd|crio|cri-dockerd|podman|dockershim|frakti)\.sock$|^(?:\/var)?\/run\/(?:containerd|crio|docker|podman|k3s|k3s\/containerd|k0s)$/.test(path)
