// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import networkingNoDuplicateListener from '../rules/networking/no-duplicate-listener.ts'
import referencesNoDisruptionBudgetWithoutPod from '../rules/references/no-disruption-budget-without-pod.ts'
import referencesNoDuplicateApplication from '../rules/references/no-duplicate-application.ts'
import referencesNoDuplicateAutoscaler from '../rules/references/no-duplicate-autoscaler.ts'
import referencesNoDuplicateNodePort from '../rules/references/no-duplicate-node-port.ts'
import referencesNoDuplicateObject from '../rules/references/no-duplicate-object.ts'
import referencesNoDuplicateRoute from '../rules/references/no-duplicate-route.ts'
import referencesNoMissingSourcePath from '../rules/references/no-missing-source-path.ts'
import referencesNoMonitorWithoutTarget from '../rules/references/no-monitor-without-target.ts'
import referencesNoNetworkPeerWithoutPod from '../rules/references/no-network-peer-without-pod.ts'
import referencesNoNetworkPolicyWithoutPod from '../rules/references/no-network-policy-without-pod.ts'
import referencesNoOverlappingDisruptionBudget from '../rules/references/no-overlapping-disruption-budget.ts'
import referencesNoSecondDefaultClass from '../rules/references/no-second-default-class.ts'
import referencesNoServiceWithoutPod from '../rules/references/no-service-without-pod.ts'
import referencesNoSharedClaim from '../rules/references/no-shared-claim.ts'
import referencesNoSharedSelector from '../rules/references/no-shared-selector.ts'
import referencesNoStatefulSetWithoutService from '../rules/references/no-stateful-set-without-service.ts'
import referencesNoUnbindableClaim from '../rules/references/no-unbindable-claim.ts'
import referencesNoUngrantedReference from '../rules/references/no-ungranted-reference.ts'
import referencesNoUnknownClass from '../rules/references/no-unknown-class.ts'
import referencesNoUnknownConfigMap from '../rules/references/no-unknown-config-map.ts'
import referencesNoUnknownGateway from '../rules/references/no-unknown-gateway.ts'
import referencesNoUnknownIssuer from '../rules/references/no-unknown-issuer.ts'
import referencesNoUnknownNamespace from '../rules/references/no-unknown-namespace.ts'
import referencesNoUnknownRole from '../rules/references/no-unknown-role.ts'
import referencesNoUnknownScaleTarget from '../rules/references/no-unknown-scale-target.ts'
import referencesNoUnknownSecret from '../rules/references/no-unknown-secret.ts'
import referencesNoUnknownServiceAccount from '../rules/references/no-unknown-service-account.ts'
import referencesNoUnknownService from '../rules/references/no-unknown-service.ts'
import referencesNoUnknownSourceRef from '../rules/references/no-unknown-source-ref.ts'
import referencesNoUnknownTargetPort from '../rules/references/no-unknown-target-port.ts'
import referencesNoUnknownVolumeClaim from '../rules/references/no-unknown-volume-claim.ts'
import reliabilityNoUtilizationWithoutRequest from '../rules/reliability/no-utilization-without-request.ts'

export const part: Part = {
  rules: [
    named(networkingNoDuplicateListener, 'networking', 'no-duplicate-listener'),
    named(referencesNoDisruptionBudgetWithoutPod, 'references', 'no-disruption-budget-without-pod'),
    named(referencesNoDuplicateApplication, 'references', 'no-duplicate-application'),
    named(referencesNoDuplicateAutoscaler, 'references', 'no-duplicate-autoscaler'),
    named(referencesNoDuplicateNodePort, 'references', 'no-duplicate-node-port'),
    named(referencesNoDuplicateObject, 'references', 'no-duplicate-object'),
    named(referencesNoDuplicateRoute, 'references', 'no-duplicate-route'),
    named(referencesNoMissingSourcePath, 'references', 'no-missing-source-path'),
    named(referencesNoMonitorWithoutTarget, 'references', 'no-monitor-without-target'),
    named(referencesNoNetworkPeerWithoutPod, 'references', 'no-network-peer-without-pod'),
    named(referencesNoNetworkPolicyWithoutPod, 'references', 'no-network-policy-without-pod'),
    named(referencesNoOverlappingDisruptionBudget, 'references', 'no-overlapping-disruption-budget'),
    named(referencesNoSecondDefaultClass, 'references', 'no-second-default-class'),
    named(referencesNoServiceWithoutPod, 'references', 'no-service-without-pod'),
    named(referencesNoSharedClaim, 'references', 'no-shared-claim'),
    named(referencesNoSharedSelector, 'references', 'no-shared-selector'),
    named(referencesNoStatefulSetWithoutService, 'references', 'no-stateful-set-without-service'),
    named(referencesNoUnbindableClaim, 'references', 'no-unbindable-claim'),
    named(referencesNoUngrantedReference, 'references', 'no-ungranted-reference'),
    named(referencesNoUnknownClass, 'references', 'no-unknown-class'),
    named(referencesNoUnknownConfigMap, 'references', 'no-unknown-config-map'),
    named(referencesNoUnknownGateway, 'references', 'no-unknown-gateway'),
    named(referencesNoUnknownIssuer, 'references', 'no-unknown-issuer'),
    named(referencesNoUnknownNamespace, 'references', 'no-unknown-namespace'),
    named(referencesNoUnknownRole, 'references', 'no-unknown-role'),
    named(referencesNoUnknownScaleTarget, 'references', 'no-unknown-scale-target'),
    named(referencesNoUnknownSecret, 'references', 'no-unknown-secret'),
    named(referencesNoUnknownServiceAccount, 'references', 'no-unknown-service-account'),
    named(referencesNoUnknownService, 'references', 'no-unknown-service'),
    named(referencesNoUnknownSourceRef, 'references', 'no-unknown-source-ref'),
    named(referencesNoUnknownTargetPort, 'references', 'no-unknown-target-port'),
    named(referencesNoUnknownVolumeClaim, 'references', 'no-unknown-volume-claim'),
    named(reliabilityNoUtilizationWithoutRequest, 'reliability', 'no-utilization-without-request'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
