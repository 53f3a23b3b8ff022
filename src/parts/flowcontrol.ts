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
}
