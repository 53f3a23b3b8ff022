// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import reliabilityNoEmptyAutoscalerRange from '../rules/reliability/no-empty-autoscaler-range.ts'
import reliabilityNoUnscalableTarget from '../rules/reliability/no-unscalable-target.ts'
import autoscalingHorizontalPodAutoscaler from '../schema/constraints/autoscaling/horizontal-pod-autoscaler.ts'

export const part: Part = {
  rules: [
    named(reliabilityNoEmptyAutoscalerRange, 'reliability', 'no-empty-autoscaler-range'),
    named(reliabilityNoUnscalableTarget, 'reliability', 'no-unscalable-target'),
  ],
  constraintSets: [
    autoscalingHorizontalPodAutoscaler,
  ],
  constrained: "autoscaling/v2 HorizontalPodAutoscaler\nautoscaling/v1 HorizontalPodAutoscaler\nautoscaling/v1 HorizontalPodAutoscalerSpec\nautoscaling/v1 CrossVersionObjectReference\nautoscaling/v2 HorizontalPodAutoscalerSpec\nautoscaling/v2 CrossVersionObjectReference\nautoscaling/v2 MetricSpec\nautoscaling/v2 MetricTarget\nautoscaling/v2 MetricIdentifier\nautoscaling/v2 ObjectMetricSource\nautoscaling/v2 PodsMetricSource\nautoscaling/v2 ResourceMetricSource\nautoscaling/v2 ContainerResourceMetricSource\nautoscaling/v2 ExternalMetricSource\nautoscaling/v2 HPAScalingPolicy",
}
