// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import bestPracticeNoMixedTiers from '../rules/best-practice/no-mixed-tiers.ts'
import deprecationNoDeprecatedNodeLabel from '../rules/deprecation/no-deprecated-node-label.ts'
import networkingNoDuplicatePortName from '../rules/networking/no-duplicate-port-name.ts'
import networkingNoPortCollision from '../rules/networking/no-port-collision.ts'
import reliabilityNoEndOfLifeImage from '../rules/reliability/no-end-of-life-image.ts'
import reliabilityNoFloatingImageTag from '../rules/reliability/no-floating-image-tag.ts'
import reliabilityNoNakedPod from '../rules/reliability/no-naked-pod.ts'
import reliabilityNoOddSchedule from '../rules/reliability/no-odd-schedule.ts'
import reliabilityNoSingleReplica from '../rules/reliability/no-single-replica.ts'
import reliabilityNoStaticPodReference from '../rules/reliability/no-static-pod-reference.ts'
import reliabilityNoUndeclaredProbePort from '../rules/reliability/no-undeclared-probe-port.ts'
import reliabilityRequireLivenessProbe from '../rules/reliability/require-liveness-probe.ts'
import reliabilityRequirePodDisruptionBudget from '../rules/reliability/require-pod-disruption-budget.ts'
import reliabilityRequireReadinessProbe from '../rules/reliability/require-readiness-probe.ts'
import resourcesRequireCpuRequest from '../rules/resources/require-cpu-request.ts'
import resourcesRequireMemoryLimit from '../rules/resources/require-memory-limit.ts'
import resourcesRequireMemoryRequest from '../rules/resources/require-memory-request.ts'
import securityNoDangerousCapability from '../rules/security/no-dangerous-capability.ts'
import securityNoDefaultServiceAccount from '../rules/security/no-default-service-account.ts'
import securityNoHostNamespace from '../rules/security/no-host-namespace.ts'
import securityNoHostPath from '../rules/security/no-host-path.ts'
import securityNoPrivilegeEscalation from '../rules/security/no-privilege-escalation.ts'
import securityNoPrivilegedContainer from '../rules/security/no-privileged-container.ts'
import securityNoRetiredRegistry from '../rules/security/no-retired-registry.ts'
import securityNoRootUser from '../rules/security/no-root-user.ts'
import securityNoRuntimeSocket from '../rules/security/no-runtime-socket.ts'
import securityNoSecretInEnv from '../rules/security/no-secret-in-env.ts'
import securityNoSensitiveHostPath from '../rules/security/no-sensitive-host-path.ts'
import securityRequireDroppedCapabilities from '../rules/security/require-dropped-capabilities.ts'
import securityRequireNoNewPrivileges from '../rules/security/require-no-new-privileges.ts'
import securityRequireReadOnlyRootFilesystem from '../rules/security/require-read-only-root-filesystem.ts'
import securityRequireRunAsNonRoot from '../rules/security/require-run-as-non-root.ts'
import validityNoDecimalFileMode from '../rules/validity/no-decimal-file-mode.ts'
import validityNoDuplicateEnv from '../rules/validity/no-duplicate-env.ts'
import validityNoImplausibleQuantity from '../rules/validity/no-implausible-quantity.ts'
import validityValidImageReference from '../rules/validity/valid-image-reference.ts'
import appsDaemonSet from '../schema/constraints/apps/daemon-set.ts'
import appsDeployment from '../schema/constraints/apps/deployment.ts'
import appsReplicaSet from '../schema/constraints/apps/replica-set.ts'
import appsStatefulSet from '../schema/constraints/apps/stateful-set.ts'
import batchCronJob from '../schema/constraints/batch/cron-job.ts'
import batchJobSpec from '../schema/constraints/batch/job-spec.ts'
import batchJob from '../schema/constraints/batch/job.ts'
import batchPodFailurePolicy from '../schema/constraints/batch/pod-failure-policy.ts'
import batchSuccessPolicy from '../schema/constraints/batch/success-policy.ts'
import coreAffinity from '../schema/constraints/core/affinity.ts'
import coreContainerPort from '../schema/constraints/core/container-port.ts'
import coreContainer from '../schema/constraints/core/container.ts'
import coreEnvVar from '../schema/constraints/core/env-var.ts'
import coreLifecycleHandler from '../schema/constraints/core/lifecycle-handler.ts'
import coreNodeSelector from '../schema/constraints/core/node-selector.ts'
import corePersistentVolumeClaim from '../schema/constraints/core/persistent-volume-claim.ts'
import corePodAnnotations from '../schema/constraints/core/pod-annotations.ts'
import corePodResourceClaim from '../schema/constraints/core/pod-resource-claim.ts'
import corePodSpec from '../schema/constraints/core/pod-spec.ts'
import corePod from '../schema/constraints/core/pod.ts'
import coreProbe from '../schema/constraints/core/probe.ts'
import coreProjectedVolumeSource from '../schema/constraints/core/projected-volume-source.ts'
import coreReplicationController from '../schema/constraints/core/replication-controller.ts'
import coreResourceRequirements from '../schema/constraints/core/resource-requirements.ts'
import coreSecurityContext from '../schema/constraints/core/security-context.ts'
import coreSecurityProfile from '../schema/constraints/core/security-profile.ts'
import coreStorageVolumeSource from '../schema/constraints/core/storage-volume-source.ts'
import coreToleration from '../schema/constraints/core/toleration.ts'
import coreTopologySpreadConstraint from '../schema/constraints/core/topology-spread-constraint.ts'
import coreVolumeMount from '../schema/constraints/core/volume-mount.ts'
import coreVolume from '../schema/constraints/core/volume.ts'
import coreWindowsOptions from '../schema/constraints/core/windows-options.ts'

export const part: Part = {
  rules: [
    named(bestPracticeNoMixedTiers, 'best-practice', 'no-mixed-tiers'),
    named(deprecationNoDeprecatedNodeLabel, 'deprecation', 'no-deprecated-node-label'),
    named(networkingNoDuplicatePortName, 'networking', 'no-duplicate-port-name'),
    named(networkingNoPortCollision, 'networking', 'no-port-collision'),
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
    named(securityNoSecretInEnv, 'security', 'no-secret-in-env'),
    named(securityNoSensitiveHostPath, 'security', 'no-sensitive-host-path'),
    named(securityRequireDroppedCapabilities, 'security', 'require-dropped-capabilities'),
    named(securityRequireNoNewPrivileges, 'security', 'require-no-new-privileges'),
    named(securityRequireReadOnlyRootFilesystem, 'security', 'require-read-only-root-filesystem'),
    named(securityRequireRunAsNonRoot, 'security', 'require-run-as-non-root'),
    named(validityNoDecimalFileMode, 'validity', 'no-decimal-file-mode'),
    named(validityNoDuplicateEnv, 'validity', 'no-duplicate-env'),
    named(validityNoImplausibleQuantity, 'validity', 'no-implausible-quantity'),
    named(validityValidImageReference, 'validity', 'valid-image-reference'),
  ],
  constraintSets: [
    appsDaemonSet,
    appsDeployment,
    appsReplicaSet,
    appsStatefulSet,
    batchCronJob,
    batchJobSpec,
    batchJob,
    batchPodFailurePolicy,
    batchSuccessPolicy,
    coreAffinity,
    coreContainerPort,
    coreContainer,
    coreEnvVar,
    coreLifecycleHandler,
    coreNodeSelector,
    corePersistentVolumeClaim,
    corePodAnnotations,
    corePodResourceClaim,
    corePodSpec,
    corePod,
    coreProbe,
    coreProjectedVolumeSource,
    coreReplicationController,
    coreResourceRequirements,
    coreSecurityContext,
    coreSecurityProfile,
    coreStorageVolumeSource,
    coreToleration,
    coreTopologySpreadConstraint,
    coreVolumeMount,
    coreVolume,
    coreWindowsOptions,
  ],
}
