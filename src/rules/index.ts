// Made by scripts/generate.mjs from the names of the files.
import type { Rule } from '../engine/define-rule.ts'
import bestPracticeNoDefaultNamespace from './best-practice/no-default-namespace.ts'
import bestPracticeNoMixedTiers from './best-practice/no-mixed-tiers.ts'
import bestPracticeNoNamespaceMix from './best-practice/no-namespace-mix.ts'
import deprecationNoDeprecatedApi from './deprecation/no-deprecated-api.ts'
import deprecationNoDeprecatedNodeLabel from './deprecation/no-deprecated-node-label.ts'
import deprecationNoRemovedApi from './deprecation/no-removed-api.ts'
import networkingNoDuplicatePortName from './networking/no-duplicate-port-name.ts'
import networkingNoPortCollision from './networking/no-port-collision.ts'
import referencesNoServiceWithoutPod from './references/no-service-without-pod.ts'
import referencesNoUnknownTargetPort from './references/no-unknown-target-port.ts'
import reliabilityNoEndOfLifeImage from './reliability/no-end-of-life-image.ts'
import reliabilityNoFloatingImageTag from './reliability/no-floating-image-tag.ts'
import reliabilityNoNakedPod from './reliability/no-naked-pod.ts'
import reliabilityNoSingleReplica from './reliability/no-single-replica.ts'
import reliabilityNoStaticPodReference from './reliability/no-static-pod-reference.ts'
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
import validityNoAmbiguousKey from './validity/no-ambiguous-key.ts'
import validityNoAmbiguousScalar from './validity/no-ambiguous-scalar.ts'
import validityNoDecimalFileMode from './validity/no-decimal-file-mode.ts'
import validityNoDuplicateEnv from './validity/no-duplicate-env.ts'
import validityNoDuplicateKey from './validity/no-duplicate-key.ts'
import validityNoDuplicateListItem from './validity/no-duplicate-list-item.ts'
import validityNoImplausibleQuantity from './validity/no-implausible-quantity.ts'
import validityNoUnknownField from './validity/no-unknown-field.ts'
import validityNoUnknownKind from './validity/no-unknown-kind.ts'
import validityRequireField from './validity/require-field.ts'
import validityRequireKind from './validity/require-kind.ts'
import validityValidImageReference from './validity/valid-image-reference.ts'
import validityValidType from './validity/valid-type.ts'
import validityValidYaml from './validity/valid-yaml.ts'

export const rules: readonly Rule[] = [
  { ...bestPracticeNoDefaultNamespace, category: 'best-practice', id: 'no-default-namespace' },
  { ...bestPracticeNoMixedTiers, category: 'best-practice', id: 'no-mixed-tiers' },
  { ...bestPracticeNoNamespaceMix, category: 'best-practice', id: 'no-namespace-mix' },
  { ...deprecationNoDeprecatedApi, category: 'deprecation', id: 'no-deprecated-api' },
  { ...deprecationNoDeprecatedNodeLabel, category: 'deprecation', id: 'no-deprecated-node-label' },
  { ...deprecationNoRemovedApi, category: 'deprecation', id: 'no-removed-api' },
  { ...networkingNoDuplicatePortName, category: 'networking', id: 'no-duplicate-port-name' },
  { ...networkingNoPortCollision, category: 'networking', id: 'no-port-collision' },
  { ...referencesNoServiceWithoutPod, category: 'references', id: 'no-service-without-pod' },
  { ...referencesNoUnknownTargetPort, category: 'references', id: 'no-unknown-target-port' },
  { ...reliabilityNoEndOfLifeImage, category: 'reliability', id: 'no-end-of-life-image' },
  { ...reliabilityNoFloatingImageTag, category: 'reliability', id: 'no-floating-image-tag' },
  { ...reliabilityNoNakedPod, category: 'reliability', id: 'no-naked-pod' },
  { ...reliabilityNoSingleReplica, category: 'reliability', id: 'no-single-replica' },
  { ...reliabilityNoStaticPodReference, category: 'reliability', id: 'no-static-pod-reference' },
  { ...reliabilityRequireLivenessProbe, category: 'reliability', id: 'require-liveness-probe' },
  { ...reliabilityRequirePodDisruptionBudget, category: 'reliability', id: 'require-pod-disruption-budget' },
  { ...reliabilityRequireReadinessProbe, category: 'reliability', id: 'require-readiness-probe' },
  { ...resourcesRequireCpuRequest, category: 'resources', id: 'require-cpu-request' },
  { ...resourcesRequireMemoryLimit, category: 'resources', id: 'require-memory-limit' },
  { ...resourcesRequireMemoryRequest, category: 'resources', id: 'require-memory-request' },
  { ...securityNoDangerousCapability, category: 'security', id: 'no-dangerous-capability' },
  { ...securityNoDefaultServiceAccount, category: 'security', id: 'no-default-service-account' },
  { ...securityNoHostNamespace, category: 'security', id: 'no-host-namespace' },
  { ...securityNoHostPath, category: 'security', id: 'no-host-path' },
  { ...securityNoPrivilegeEscalation, category: 'security', id: 'no-privilege-escalation' },
  { ...securityNoPrivilegedContainer, category: 'security', id: 'no-privileged-container' },
  { ...securityNoRetiredRegistry, category: 'security', id: 'no-retired-registry' },
  { ...securityNoRootUser, category: 'security', id: 'no-root-user' },
  { ...securityNoRuntimeSocket, category: 'security', id: 'no-runtime-socket' },
  { ...securityNoSecretInConfigMap, category: 'security', id: 'no-secret-in-config-map' },
  { ...securityNoSecretInEnv, category: 'security', id: 'no-secret-in-env' },
  { ...securityNoSensitiveHostPath, category: 'security', id: 'no-sensitive-host-path' },
  { ...securityRequireDroppedCapabilities, category: 'security', id: 'require-dropped-capabilities' },
  { ...securityRequireNoNewPrivileges, category: 'security', id: 'require-no-new-privileges' },
  { ...securityRequireReadOnlyRootFilesystem, category: 'security', id: 'require-read-only-root-filesystem' },
  { ...securityRequireRunAsNonRoot, category: 'security', id: 'require-run-as-non-root' },
  { ...validityNoAmbiguousKey, category: 'validity', id: 'no-ambiguous-key' },
  { ...validityNoAmbiguousScalar, category: 'validity', id: 'no-ambiguous-scalar' },
  { ...validityNoDecimalFileMode, category: 'validity', id: 'no-decimal-file-mode' },
  { ...validityNoDuplicateEnv, category: 'validity', id: 'no-duplicate-env' },
  { ...validityNoDuplicateKey, category: 'validity', id: 'no-duplicate-key' },
  { ...validityNoDuplicateListItem, category: 'validity', id: 'no-duplicate-list-item' },
  { ...validityNoImplausibleQuantity, category: 'validity', id: 'no-implausible-quantity' },
  { ...validityNoUnknownField, category: 'validity', id: 'no-unknown-field' },
  { ...validityNoUnknownKind, category: 'validity', id: 'no-unknown-kind' },
  { ...validityRequireField, category: 'validity', id: 'require-field' },
  { ...validityRequireKind, category: 'validity', id: 'require-kind' },
  { ...validityValidImageReference, category: 'validity', id: 'valid-image-reference' },
  { ...validityValidType, category: 'validity', id: 'valid-type' },
  { ...validityValidYaml, category: 'validity', id: 'valid-yaml' },
]
