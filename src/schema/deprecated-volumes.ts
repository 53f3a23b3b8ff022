/** Sources of volumes that no node can mount any more, or soon cannot: pods and PersistentVolumes share most of them. */
import type { TypeCheckContext } from './constraints.ts'

/** The field, the first minor whose server warns of it, and what there is to say. */
export type DeprecatedSource = readonly [field: string, first: number, what: string]

const SHARED: readonly DeprecatedSource[] = [
  ['photonPersistentDisk', 0, 'does not work since 1.16'],
  ['scaleIO', 0, 'does not work since 1.22'],
  ['storageos', 0, 'does not work since 1.25'],
  ['glusterfs', 0, 'does not work since 1.26'],
  ['cephfs', 28, 'is deprecated, and does not work since 1.31'],
  ['rbd', 28, 'is deprecated, and does not work since 1.31'],
]

/** `others` are those that the server warns of only here. */
export function warnOfDeprecatedSource(volume: object, { minor, warn }: TypeCheckContext, others: readonly DeprecatedSource[] = []): void {
  const fields = volume as Readonly<Record<string, unknown>>
  for (const [field, first, what] of [...SHARED, ...others]) if (fields[field] !== undefined && minor >= first) warn([field], `Volume type "${field}" ${what}`)
}
