// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import autoscalingHorizontalPodAutoscaler from '../schema/constraints/autoscaling/horizontal-pod-autoscaler.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    autoscalingHorizontalPodAutoscaler,
  ],
}
