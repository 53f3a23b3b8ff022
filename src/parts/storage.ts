// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import storageCsiDriver from '../schema/constraints/storage/csi-driver.ts'
import storageCsiNode from '../schema/constraints/storage/csi-node.ts'
import storageCsiStorageCapacity from '../schema/constraints/storage/csi-storage-capacity.ts'
import storageStorageClass from '../schema/constraints/storage/storage-class.ts'
import storageVolumeAttachment from '../schema/constraints/storage/volume-attachment.ts'
import storageVolumeAttributesClass from '../schema/constraints/storage/volume-attributes-class.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    storageCsiDriver,
    storageCsiNode,
    storageCsiStorageCapacity,
    storageStorageClass,
    storageVolumeAttachment,
    storageVolumeAttributesClass,
  ],
}
