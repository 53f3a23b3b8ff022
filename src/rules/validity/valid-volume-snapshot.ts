import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeAt } from '../../model/place.ts'

const SOURCES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['VolumeSnapshot', ['persistentVolumeClaimName', 'volumeSnapshotContentName']],
  ['VolumeSnapshotContent', ['volumeHandle', 'snapshotHandle']],
])

export default defineRule({
  severity: 'error',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require VolumeSnapshots with exactly one source.',
  why: 'The definition of the kind refuses a snapshot of nothing, or of two things.',
  howToFix: 'Set `source.persistentVolumeClaimName` for a new snapshot, or `source.volumeSnapshotContentName` for one that there is; for a VolumeSnapshotContent `source.volumeHandle` or `source.snapshotHandle`.',
  references: ['https://kubernetes.io/docs/concepts/storage/volume-snapshots/'],
  peers: { clusterlint: ['invalid-volume-snapshot', 'invalid-volume-snapshot-content'] },
  bad: [
    {
      title: 'two sources',
      yaml: yaml`
        apiVersion: snapshot.storage.k8s.io/v1
        kind: VolumeSnapshot
        metadata:
          name: backup
        spec:
          source: # ✖ VolumeSnapshot "backup" has 2 sources, must have exactly one of persistentVolumeClaimName and volumeSnapshotContentName
            persistentVolumeClaimName: data
            volumeSnapshotContentName: old
      `,
    },
  ],
  good: [
    {
      title: 'one',
      yaml: yaml`
        apiVersion: snapshot.storage.k8s.io/v1
        kind: VolumeSnapshot
        metadata:
          name: backup
        spec:
          source:
            persistentVolumeClaimName: data
      `,
    },
  ],
  visit: {
    object({ apiVersion, kind, name, prefix, root, source, tape, value }, { report }) {
      const sources = apiVersion.startsWith('snapshot.storage.k8s.io/') ? SOURCES.get(kind) : undefined
      if (sources === undefined) return
      const { source: given } = (value['spec'] ?? {}) as { source?: Readonly<Record<string, unknown>> }
      const count = sources.filter((field) => given?.[field] !== undefined).length
      const place = (...steps: string[]) => placeAt(source, tape, root, -1, prefix, ['spec', ...steps])
      if (count !== 1) report(place('source'), `${kind} "${name}" has ${count === 0 ? 'no source' : `${count} sources`}, must have exactly one of ${sources.join(' and ')}`)
    },
  },
})
