// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import flowcontrolFlowSchema from '../schema/constraints/flowcontrol/flow-schema.ts'
import flowcontrolPriorityLevelConfiguration from '../schema/constraints/flowcontrol/priority-level-configuration.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    flowcontrolFlowSchema,
    flowcontrolPriorityLevelConfiguration,
  ],
  constrained: "flowcontrol/v1beta2 FlowSchema\nflowcontrol/v1beta2 FlowSchemaSpec\nflowcontrol/v1beta2 PriorityLevelConfigurationReference\nflowcontrol/v1beta2 FlowDistinguisherMethod\nflowcontrol/v1beta2 PolicyRulesWithSubjects\nflowcontrol/v1beta2 Subject\nflowcontrol/v1beta2 ServiceAccountSubject\nflowcontrol/v1beta2 UserSubject\nflowcontrol/v1beta2 GroupSubject\nflowcontrol/v1beta2 ResourcePolicyRule\nflowcontrol/v1beta2 NonResourcePolicyRule\nflowcontrol/v1beta3 FlowSchema\nflowcontrol/v1beta3 FlowSchemaSpec\nflowcontrol/v1beta3 PriorityLevelConfigurationReference\nflowcontrol/v1beta3 FlowDistinguisherMethod\nflowcontrol/v1beta3 PolicyRulesWithSubjects\nflowcontrol/v1beta3 Subject\nflowcontrol/v1beta3 ServiceAccountSubject\nflowcontrol/v1beta3 UserSubject\nflowcontrol/v1beta3 GroupSubject\nflowcontrol/v1beta3 ResourcePolicyRule\nflowcontrol/v1beta3 NonResourcePolicyRule\nflowcontrol/v1 FlowSchema\nflowcontrol/v1 FlowSchemaSpec\nflowcontrol/v1 PriorityLevelConfigurationReference\nflowcontrol/v1 FlowDistinguisherMethod\nflowcontrol/v1 PolicyRulesWithSubjects\nflowcontrol/v1 Subject\nflowcontrol/v1 ServiceAccountSubject\nflowcontrol/v1 UserSubject\nflowcontrol/v1 GroupSubject\nflowcontrol/v1 ResourcePolicyRule\nflowcontrol/v1 NonResourcePolicyRule\nflowcontrol/v1beta2 PriorityLevelConfiguration\nflowcontrol/v1beta2 PriorityLevelConfigurationSpec\nflowcontrol/v1beta2 ExemptPriorityLevelConfiguration\nflowcontrol/v1beta2 LimitedPriorityLevelConfiguration\nflowcontrol/v1beta2 LimitResponse\nflowcontrol/v1beta2 QueuingConfiguration\nflowcontrol/v1beta3 PriorityLevelConfiguration\nflowcontrol/v1beta3 PriorityLevelConfigurationSpec\nflowcontrol/v1beta3 ExemptPriorityLevelConfiguration\nflowcontrol/v1beta3 LimitedPriorityLevelConfiguration\nflowcontrol/v1beta3 LimitResponse\nflowcontrol/v1beta3 QueuingConfiguration\nflowcontrol/v1 PriorityLevelConfiguration\nflowcontrol/v1 PriorityLevelConfigurationSpec\nflowcontrol/v1 ExemptPriorityLevelConfiguration\nflowcontrol/v1 LimitedPriorityLevelConfiguration\nflowcontrol/v1 LimitResponse\nflowcontrol/v1 QueuingConfiguration",
}
