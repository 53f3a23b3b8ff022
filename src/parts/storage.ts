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
  constrained: "storage/v1 CSIDriver\nstorage/v1 TokenRequest\nstorage/v1 CSIDriverSpec\nstorage/v1 CSINode\nstorage/v1 CSINodeSpec\nstorage/v1 CSINodeDriver\nstorage/v1 CSIStorageCapacity\nstorage/v1 StorageClass\ncore/v1 TopologySelectorTerm\ncore/v1 TopologySelectorLabelRequirement\nstorage/v1 VolumeAttachmentSpec\nstorage/v1 VolumeAttachmentSource\nstorage/v1 VolumeAttributesClass\nstorage/v1beta1 VolumeAttributesClass\nstorage/v1alpha1 VolumeAttributesClass",
}
