// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import resourceDeviceClass from '../schema/constraints/resource/device-class.ts'
import resourceDeviceConfiguration from '../schema/constraints/resource/device-configuration.ts'
import resourceDeviceTaint from '../schema/constraints/resource/device-taint.ts'
import resourceResourceClaim from '../schema/constraints/resource/resource-claim.ts'
import resourceResourceSlice from '../schema/constraints/resource/resource-slice.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    resourceDeviceClass,
    resourceDeviceConfiguration,
    resourceDeviceTaint,
    resourceResourceClaim,
    resourceResourceSlice,
  ],
}
