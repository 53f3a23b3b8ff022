/** Where the files of a pod come from. */
import type { PodView } from '../object.ts'
import { type PodSecurityCheck, type Violation } from './check.ts'

const volumeName = (name: string | undefined, index: number): string => (name === undefined ? `volumes[${index}]` : `Volume "${name}"`)

export const hostPathVolumes = {
  id: 'hostPathVolumes',
  level: 'baseline',
  since: 0,
  pod: (pod) =>
    (pod.value.volumes ?? []).flatMap(({ name, hostPath }, index) =>
      hostPath === undefined ? [] : [{ value: hostPath.path ?? '', place: pod.at('volumes', index, 'hostPath', 'path'), message: `${volumeName(name, index)} is ${hostPath.path === undefined ? 'a path' : `"${hostPath.path}"`} of the node` }],
    ),
} as const satisfies PodSecurityCheck

export const ALLOWED_VOLUMES: readonly string[] = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret']
const ALLOWED = new Set(ALLOWED_VOLUMES)

/** A volume without any source is an `emptyDir`. */
const typeOfVolume = (volume: object): string => Object.keys(volume).find((field) => field !== 'name') ?? 'emptyDir'

/** Volumes of other types than those of the level, but for `hostPath`, which hostPathVolumes finds. */
export const restrictedTypes = (pod: PodView): readonly Violation[] =>
  (pod.value.volumes ?? []).flatMap((volume, index) => {
    const type = typeOfVolume(volume)
    if (ALLOWED.has(type) || type === 'hostPath') return []
    return [{ value: type, place: pod.at('volumes', index, type as 'nfs'), message: `${volumeName(volume.name, index)} has the restricted type "${type}"` }]
  })

export const restrictedVolumes = {
  id: 'restrictedVolumes',
  level: 'restricted',
  since: 0,
  overrides: 'hostPathVolumes',
  pod: (pod) => [...hostPathVolumes.pod(pod), ...restrictedTypes(pod)],
} as const satisfies PodSecurityCheck
