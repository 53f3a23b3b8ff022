// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import storagemigrationStorageVersionMigration from '../schema/constraints/storagemigration/storage-version-migration.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    storagemigrationStorageVersionMigration,
  ],
}
