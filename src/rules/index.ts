// Made by scripts/generate.mjs.
import { named, type Rule } from '../engine/define-rule.ts'
import validityNoAmbiguousKey from './validity/no-ambiguous-key.ts'
import validityNoAmbiguousScalar from './validity/no-ambiguous-scalar.ts'
import validityNoDecimalFileMode from './validity/no-decimal-file-mode.ts'
import validityNoDuplicateEnv from './validity/no-duplicate-env.ts'
import validityNoDuplicateKey from './validity/no-duplicate-key.ts'
import validityNoDuplicateListItem from './validity/no-duplicate-list-item.ts'
import validityNoImplausibleQuantity from './validity/no-implausible-quantity.ts'
import validityNoLostText from './validity/no-lost-text.ts'
import validityNoMergeOverride from './validity/no-merge-override.ts'
import validityNoPlaceholder from './validity/no-placeholder.ts'
import validityNoUnknownField from './validity/no-unknown-field.ts'
import validityNoUnknownKind from './validity/no-unknown-kind.ts'
import validityRequireField from './validity/require-field.ts'
import validityRequireKind from './validity/require-kind.ts'
import validityValidDocumentStart from './validity/valid-document-start.ts'
import validityValidImageReference from './validity/valid-image-reference.ts'
import validityValidType from './validity/valid-type.ts'
import validityValidYaml from './validity/valid-yaml.ts'
import reliabilityNoBlockingDisruptionBudget from './reliability/no-blocking-disruption-budget.ts'
import reliabilityNoEndOfLifeImage from './reliability/no-end-of-life-image.ts'
import reliabilityNoFloatingImageTag from './reliability/no-floating-image-tag.ts'
import reliabilityNoNakedPod from './reliability/no-naked-pod.ts'
import reliabilityNoOddSchedule from './reliability/no-odd-schedule.ts'
import reliabilityNoSingleReplica from './reliability/no-single-replica.ts'
import reliabilityNoStaticPodReference from './reliability/no-static-pod-reference.ts'
import reliabilityNoUndeclaredProbePort from './reliability/no-undeclared-probe-port.ts'
import reliabilityRequireLivenessProbe from './reliability/require-liveness-probe.ts'
import reliabilityRequirePodDisruptionBudget from './reliability/require-pod-disruption-budget.ts'
import reliabilityRequireReadinessProbe from './reliability/require-readiness-probe.ts'
import resourcesRequireCpuRequest from './resources/require-cpu-request.ts'
import resourcesRequireMemoryLimit from './resources/require-memory-limit.ts'
import resourcesRequireMemoryRequest from './resources/require-memory-request.ts'
import securityNoDangerousCapability from './security/no-dangerous-capability.ts'
import securityNoDefaultServiceAccount from './security/no-default-service-account.ts'
import securityNoHostNamespace from './security/no-host-namespace.ts'
import securityNoHostPath from './security/no-host-path.ts'
import securityNoPrivilegeEscalation from './security/no-privilege-escalation.ts'
import securityNoPrivilegedContainer from './security/no-privileged-container.ts'
import securityNoRetiredRegistry from './security/no-retired-registry.ts'
import securityNoRootUser from './security/no-root-user.ts'
import securityNoRuntimeSocket from './security/no-runtime-socket.ts'
import securityNoSecretInConfigMap from './security/no-secret-in-config-map.ts'
import securityNoSecretInEnv from './security/no-secret-in-env.ts'
import securityNoSensitiveHostPath from './security/no-sensitive-host-path.ts'
import securityRequireDroppedCapabilities from './security/require-dropped-capabilities.ts'
import securityRequireNoNewPrivileges from './security/require-no-new-privileges.ts'
import securityRequireReadOnlyRootFilesystem from './security/require-read-only-root-filesystem.ts'
import securityRequireRunAsNonRoot from './security/require-run-as-non-root.ts'
import networkingNoDuplicatePortName from './networking/no-duplicate-port-name.ts'
import networkingNoPortCollision from './networking/no-port-collision.ts'
import referencesNoServiceWithoutPod from './references/no-service-without-pod.ts'
import referencesNoUnknownTargetPort from './references/no-unknown-target-port.ts'
import deprecationNoDeprecatedApi from './deprecation/no-deprecated-api.ts'
import deprecationNoDeprecatedNodeLabel from './deprecation/no-deprecated-node-label.ts'
import deprecationNoRemovedApi from './deprecation/no-removed-api.ts'
import bestPracticeNoDefaultNamespace from './best-practice/no-default-namespace.ts'
import bestPracticeNoMixedTiers from './best-practice/no-mixed-tiers.ts'
import bestPracticeNoNamespaceMix from './best-practice/no-namespace-mix.ts'
import bestPracticeValidSuppression from './best-practice/valid-suppression.ts'

export const rules: readonly Rule[] = [
  named(validityNoAmbiguousKey, 'validity', 'no-ambiguous-key'),
  named(validityNoAmbiguousScalar, 'validity', 'no-ambiguous-scalar'),
  named(validityNoDecimalFileMode, 'validity', 'no-decimal-file-mode'),
  named(validityNoDuplicateEnv, 'validity', 'no-duplicate-env'),
  named(validityNoDuplicateKey, 'validity', 'no-duplicate-key'),
  named(validityNoDuplicateListItem, 'validity', 'no-duplicate-list-item'),
  named(validityNoImplausibleQuantity, 'validity', 'no-implausible-quantity'),
  named(validityNoLostText, 'validity', 'no-lost-text'),
  named(validityNoMergeOverride, 'validity', 'no-merge-override'),
  named(validityNoPlaceholder, 'validity', 'no-placeholder'),
  named(validityNoUnknownField, 'validity', 'no-unknown-field'),
  named(validityNoUnknownKind, 'validity', 'no-unknown-kind'),
  named(validityRequireField, 'validity', 'require-field'),
  named(validityRequireKind, 'validity', 'require-kind'),
  named(validityValidDocumentStart, 'validity', 'valid-document-start'),
  named(validityValidImageReference, 'validity', 'valid-image-reference'),
  named(validityValidType, 'validity', 'valid-type'),
  named(validityValidYaml, 'validity', 'valid-yaml'),
  named(reliabilityNoBlockingDisruptionBudget, 'reliability', 'no-blocking-disruption-budget'),
  named(reliabilityNoEndOfLifeImage, 'reliability', 'no-end-of-life-image'),
  named(reliabilityNoFloatingImageTag, 'reliability', 'no-floating-image-tag'),
  named(reliabilityNoNakedPod, 'reliability', 'no-naked-pod'),
  named(reliabilityNoOddSchedule, 'reliability', 'no-odd-schedule'),
  named(reliabilityNoSingleReplica, 'reliability', 'no-single-replica'),
  named(reliabilityNoStaticPodReference, 'reliability', 'no-static-pod-reference'),
  named(reliabilityNoUndeclaredProbePort, 'reliability', 'no-undeclared-probe-port'),
  named(reliabilityRequireLivenessProbe, 'reliability', 'require-liveness-probe'),
  named(reliabilityRequirePodDisruptionBudget, 'reliability', 'require-pod-disruption-budget'),
  named(reliabilityRequireReadinessProbe, 'reliability', 'require-readiness-probe'),
  named(resourcesRequireCpuRequest, 'resources', 'require-cpu-request'),
  named(resourcesRequireMemoryLimit, 'resources', 'require-memory-limit'),
  named(resourcesRequireMemoryRequest, 'resources', 'require-memory-request'),
  named(securityNoDangerousCapability, 'security', 'no-dangerous-capability'),
  named(securityNoDefaultServiceAccount, 'security', 'no-default-service-account'),
  named(securityNoHostNamespace, 'security', 'no-host-namespace'),
  named(securityNoHostPath, 'security', 'no-host-path'),
  named(securityNoPrivilegeEscalation, 'security', 'no-privilege-escalation'),
  named(securityNoPrivilegedContainer, 'security', 'no-privileged-container'),
  named(securityNoRetiredRegistry, 'security', 'no-retired-registry'),
  named(securityNoRootUser, 'security', 'no-root-user'),
  named(securityNoRuntimeSocket, 'security', 'no-runtime-socket'),
  named(securityNoSecretInConfigMap, 'security', 'no-secret-in-config-map'),
  named(securityNoSecretInEnv, 'security', 'no-secret-in-env'),
  named(securityNoSensitiveHostPath, 'security', 'no-sensitive-host-path'),
  named(securityRequireDroppedCapabilities, 'security', 'require-dropped-capabilities'),
  named(securityRequireNoNewPrivileges, 'security', 'require-no-new-privileges'),
  named(securityRequireReadOnlyRootFilesystem, 'security', 'require-read-only-root-filesystem'),
  named(securityRequireRunAsNonRoot, 'security', 'require-run-as-non-root'),
  named(networkingNoDuplicatePortName, 'networking', 'no-duplicate-port-name'),
  named(networkingNoPortCollision, 'networking', 'no-port-collision'),
  named(referencesNoServiceWithoutPod, 'references', 'no-service-without-pod'),
  named(referencesNoUnknownTargetPort, 'references', 'no-unknown-target-port'),
  named(deprecationNoDeprecatedApi, 'deprecation', 'no-deprecated-api'),
  named(deprecationNoDeprecatedNodeLabel, 'deprecation', 'no-deprecated-node-label'),
  named(deprecationNoRemovedApi, 'deprecation', 'no-removed-api'),
  named(bestPracticeNoDefaultNamespace, 'best-practice', 'no-default-namespace'),
  named(bestPracticeNoMixedTiers, 'best-practice', 'no-mixed-tiers'),
  named(bestPracticeNoNamespaceMix, 'best-practice', 'no-namespace-mix'),
  named(bestPracticeValidSuppression, 'best-practice', 'valid-suppression'),
]
