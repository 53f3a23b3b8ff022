// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import resourceDeviceClass from '../schema/constraints/resource/device-class.ts'
import resourceDeviceConfiguration from '../schema/constraints/resource/device-configuration.ts'
import resourceDeviceExpression from '../schema/constraints/resource/device-expression.ts'
import resourceDeviceTaint from '../schema/constraints/resource/device-taint.ts'
import resourceResourceClaim from '../schema/constraints/resource/resource-claim.ts'
import resourceResourcePoolStatusRequest from '../schema/constraints/resource/resource-pool-status-request.ts'
import resourceResourceSlice from '../schema/constraints/resource/resource-slice.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    resourceDeviceClass,
    resourceDeviceConfiguration,
    resourceDeviceExpression,
    resourceDeviceTaint,
    resourceResourceClaim,
    resourceResourcePoolStatusRequest,
    resourceResourceSlice,
  ],
  constrained: "resource/v1 DeviceClassSpec\nresource/v1beta2 DeviceClassSpec\nresource/v1beta1 DeviceClassSpec\nresource/v1 DeviceSelector\nresource/v1 CELDeviceSelector\nresource/v1 DeviceToleration\nresource/v1 DeviceClassConfiguration\nresource/v1 DeviceClaimConfiguration\nresource/v1 OpaqueDeviceConfiguration\nresource/v1beta2 DeviceSelector\nresource/v1beta2 CELDeviceSelector\nresource/v1beta2 DeviceToleration\nresource/v1beta2 DeviceClassConfiguration\nresource/v1beta2 DeviceClaimConfiguration\nresource/v1beta2 OpaqueDeviceConfiguration\nresource/v1beta1 DeviceSelector\nresource/v1beta1 CELDeviceSelector\nresource/v1beta1 DeviceToleration\nresource/v1beta1 DeviceClassConfiguration\nresource/v1beta1 DeviceClaimConfiguration\nresource/v1beta1 OpaqueDeviceConfiguration\nresource/v1 DeviceTaintRuleSpec\nresource/v1 DeviceTaint\nresource/v1 DeviceTaintSelector\nresource/v1beta2 DeviceTaintRuleSpec\nresource/v1beta2 DeviceTaint\nresource/v1beta2 DeviceTaintSelector\nresource/v1beta1 DeviceTaintRuleSpec\nresource/v1beta1 DeviceTaint\nresource/v1beta1 DeviceTaintSelector\nresource/v1alpha3 DeviceTaintRuleSpec\nresource/v1alpha3 DeviceTaint\nresource/v1alpha3 DeviceTaintSelector\nresource/v1 ResourceClaim\nresource/v1 DeviceClaim\nresource/v1 DeviceRequest\nresource/v1 ExactDeviceRequest\nresource/v1 DeviceSubRequest\nresource/v1 DeviceConstraint\nresource/v1beta2 ResourceClaim\nresource/v1beta2 DeviceClaim\nresource/v1beta2 DeviceRequest\nresource/v1beta2 ExactDeviceRequest\nresource/v1beta2 DeviceSubRequest\nresource/v1beta2 DeviceConstraint\nresource/v1beta1 ResourceClaim\nresource/v1beta1 DeviceClaim\nresource/v1beta1 DeviceRequest\nresource/v1beta1 ExactDeviceRequest\nresource/v1beta1 DeviceSubRequest\nresource/v1beta1 DeviceConstraint\nresource/v1alpha3 ResourcePoolStatusRequestSpec\nresource/v1 ResourceSliceSpec\nresource/v1 ResourcePool\nresource/v1 CounterSet\nresource/v1 Counter\nresource/v1 Device\nresource/v1 DeviceAttribute\nresource/v1 DeviceCapacity\nresource/v1 CapacityRequestPolicyRange\nresource/v1 DeviceCounterConsumption\nresource/v1beta2 ResourceSliceSpec\nresource/v1beta2 ResourcePool\nresource/v1beta2 CounterSet\nresource/v1beta2 Counter\nresource/v1beta2 Device\nresource/v1beta2 DeviceAttribute\nresource/v1beta2 DeviceCapacity\nresource/v1beta2 CapacityRequestPolicyRange\nresource/v1beta2 DeviceCounterConsumption\nresource/v1beta1 ResourceSliceSpec\nresource/v1beta1 ResourcePool\nresource/v1beta1 CounterSet\nresource/v1beta1 Counter\nresource/v1beta1 Device\nresource/v1beta1 BasicDevice\nresource/v1beta1 DeviceAttribute\nresource/v1beta1 DeviceCapacity\nresource/v1beta1 CapacityRequestPolicyRange\nresource/v1beta1 DeviceCounterConsumption",
}
