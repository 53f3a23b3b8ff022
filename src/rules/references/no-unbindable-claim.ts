import type { PersistentVolumeClaimSpec, PersistentVolumeSpec } from 'kubernetes-types/core/v1'
import { defineRule, yaml } from '../../engine/define-rule.ts'
import { compareQuantities, parseQuantity } from '../../formats/quantity.ts'
import type { Loose } from '../../model/kinds.ts'
import { placeAt } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow claims that cannot have the volume that they name.',
  why: 'The API server takes both, and the claim stays pending, as do the pods that use it: the volume is too small, or of another class, mode or way of access.',
  howToFix: 'Ask for no more than the volume has, and for its `storageClassName`, `volumeMode` and `accessModes`. A claim without a `storageClassName` gets that of the default class: write `""` for none.',
  references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume'],
  peers: {},
  crossObject: true,
  needsSeveral: true,
  bad: [
    {
      title: 'more than there is',
      yaml: yaml`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: disk
        spec:
          capacity:
            storage: 5Gi
          accessModes: [ReadWriteOnce]
          storageClassName: manual
          nfs:
            server: nfs.example.com
            path: /srv
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          volumeName: disk
          storageClassName: fast # ✖ storageClassName is "fast", that of PersistentVolume "disk" is "manual"
          accessModes:
            - ReadWriteMany # ✖ PersistentVolume "disk" does not have the access mode "ReadWriteMany", only "ReadWriteOnce"
          resources:
            requests:
              storage: 10Gi # ✖ Request of 10Gi is more than the 5Gi of PersistentVolume "disk"
      `,
    },
  ],
  good: [
    {
      title: 'no more than there is, in the same way',
      yaml: yaml`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: disk
        spec:
          capacity:
            storage: 5Gi
          accessModes: [ReadWriteOnce, ReadWriteMany]
          storageClassName: manual
          nfs:
            server: nfs.example.com
            path: /srv
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: data
        spec:
          volumeName: disk
          storageClassName: manual
          accessModes: [ReadWriteMany]
          resources:
            requests:
              storage: 5Gi
      `,
    },
  ],
  visit: {
    PersistentVolumeClaim(claim, { index, report }) {
      const spec: Loose<PersistentVolumeClaimSpec> = claim.value.spec ?? {}
      const volume = spec.volumeName ? index.find('PersistentVolume', '', spec.volumeName) : undefined
      if (volume === undefined) return
      const has: Loose<PersistentVolumeSpec> = volume.value.spec ?? {}
      const name = `PersistentVolume "${volume.name}"`
      const more = (...steps: string[]) => ({ related: [{ place: placeAt(volume.source, volume.tape, volume.root, -1, volume.prefix, ['spec', ...steps]), message: name }] })
      const request = spec.resources?.requests?.['storage']
      const capacity = has.capacity?.['storage']
      const [wanted, size] = [request, capacity].map((amount) => (amount === undefined ? undefined : parseQuantity(amount)))
      if (wanted !== undefined && size !== undefined && compareQuantities(wanted, size) > 0) report(claim.at('spec', 'resources', 'requests', 'storage'), `Request of ${request} is more than the ${capacity} of ${name}`, undefined, more('capacity', 'storage'))
      for (const [at, mode] of (spec.accessModes ?? []).entries()) {
        const modes = has.accessModes ?? []
        if (modes.length > 0 && !modes.includes(mode)) report(claim.at('spec', 'accessModes', at), `${name} does not have the access mode "${mode}", only ${modes.map((each) => `"${each}"`).join(', ')}`, undefined, more('accessModes'))
      }
      // Without the field it gets that of the default class, which nobody can tell here.
      if (spec.storageClassName !== undefined && spec.storageClassName !== (has.storageClassName ?? '')) report(claim.at('spec', 'storageClassName'), `storageClassName is "${spec.storageClassName}", that of ${name} is ${has.storageClassName ? `"${has.storageClassName}"` : 'not set'}`, undefined, more('storageClassName'))
      const [mode, other] = [spec.volumeMode ?? 'Filesystem', has.volumeMode ?? 'Filesystem']
      if (mode !== other) report(claim.at('spec', 'volumeMode'), `volumeMode is "${mode}", that of ${name} is "${other}"`, undefined, more('volumeMode'))
    },
  },
})
