// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import storagemigrationStorageVersionMigration from '../schema/constraints/storagemigration/storage-version-migration.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    storagemigrationStorageVersionMigration,
  ],
  constrained: "storagemigration/v1beta1 StorageVersionMigrationSpec\nstoragemigration/v1 StorageVersionMigrationSpec\nmeta/v1 GroupResource",
}
