// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import bestPracticeNoCrowdedPod from '../rules/best-practice/no-crowded-pod.ts'
import bestPracticeNoHeavyExecProbe from '../rules/best-practice/no-heavy-exec-probe.ts'
import bestPracticeNoInstanceLabelMismatch from '../rules/best-practice/no-instance-label-mismatch.ts'
import bestPracticeNoSystemNamespace from '../rules/best-practice/no-system-namespace.ts'
import bestPracticeNoUnusedVolume from '../rules/best-practice/no-unused-volume.ts'
import bestPracticeRequireRecommendedLabel from '../rules/best-practice/require-recommended-label.ts'
import networkingNoExposedWorkload from '../rules/networking/no-exposed-workload.ts'
import networkingNoPortNumber from '../rules/networking/no-port-number.ts'
import networkingRequireNetworkPolicy from '../rules/networking/require-network-policy.ts'
import reliabilityAllowedPriorityClass from '../rules/reliability/allowed-priority-class.ts'
import reliabilityNoFloatingImageTag from '../rules/reliability/no-floating-image-tag.ts'
import reliabilityNoHardTopologySpread from '../rules/reliability/no-hard-topology-spread.ts'
import reliabilityNoIdenticalProbes from '../rules/reliability/no-identical-probes.ts'
import reliabilityNoPinnedNode from '../rules/reliability/no-pinned-node.ts'
import reliabilityNoSingleReplica from '../rules/reliability/no-single-replica.ts'
import reliabilityNoStalePullPolicy from '../rules/reliability/no-stale-pull-policy.ts'
import reliabilityNoZeroReplicas from '../rules/reliability/no-zero-replicas.ts'
import reliabilityRequireAntiAffinity from '../rules/reliability/require-anti-affinity.ts'
import reliabilityRequireAutoscaler from '../rules/reliability/require-autoscaler.ts'
import reliabilityRequireDnsOption from '../rules/reliability/require-dns-option.ts'
import reliabilityRequireImageDigest from '../rules/reliability/require-image-digest.ts'
import reliabilityRequireLivenessProbe from '../rules/reliability/require-liveness-probe.ts'
import reliabilityRequireNodeAffinity from '../rules/reliability/require-node-affinity.ts'
import reliabilityRequirePodDisruptionBudget from '../rules/reliability/require-pod-disruption-budget.ts'
import reliabilityRequirePreStop from '../rules/reliability/require-pre-stop.ts'
import reliabilityRequirePriorityClass from '../rules/reliability/require-priority-class.ts'
import reliabilityRequireProbeTiming from '../rules/reliability/require-probe-timing.ts'
import reliabilityRequirePullAlways from '../rules/reliability/require-pull-always.ts'
import reliabilityRequirePullSecret from '../rules/reliability/require-pull-secret.ts'
import reliabilityRequireReadinessProbe from '../rules/reliability/require-readiness-probe.ts'
import reliabilityRequireRollingUpdate from '../rules/reliability/require-rolling-update.ts'
import reliabilityRequireTopologySpread from '../rules/reliability/require-topology-spread.ts'
import resourcesAllowedAccessMode from '../rules/resources/allowed-access-mode.ts'
import resourcesAllowedResourceRange from '../rules/resources/allowed-resource-range.ts'
import resourcesNoCpuLimit from '../rules/resources/no-cpu-limit.ts'
import resourcesNoOvercommittedLimit from '../rules/resources/no-overcommitted-limit.ts'
import resourcesRequireCpuLimit from '../rules/resources/require-cpu-limit.ts'
import resourcesRequireCpuRequest from '../rules/resources/require-cpu-request.ts'
import resourcesRequireEmptyDirLimit from '../rules/resources/require-empty-dir-limit.ts'
import resourcesRequireEphemeralStorage from '../rules/resources/require-ephemeral-storage.ts'
import resourcesRequireEqualRequest from '../rules/resources/require-equal-request.ts'
import resourcesRequireMemoryLimit from '../rules/resources/require-memory-limit.ts'
import resourcesRequireMemoryRequest from '../rules/resources/require-memory-request.ts'
import securityAllowedCapability from '../rules/security/allowed-capability.ts'
import securityAllowedHostPath from '../rules/security/allowed-host-path.ts'
import securityAllowedRegistry from '../rules/security/allowed-registry.ts'
import securityNoAddedCapability from '../rules/security/no-added-capability.ts'
import securityNoAutomountedToken from '../rules/security/no-automounted-token.ts'
import securityNoCleartextUrl from '../rules/security/no-cleartext-url.ts'
import securityNoDashboard from '../rules/security/no-dashboard.ts'
import securityNoDataAccess from '../rules/security/no-data-access.ts'
import securityNoDebugEnv from '../rules/security/no-debug-env.ts'
import securityNoDefaultServiceAccount from '../rules/security/no-default-service-account.ts'
import securityNoExposedAdminInterface from '../rules/security/no-exposed-admin-interface.ts'
import securityNoGitSyncCommand from '../rules/security/no-git-sync-command.ts'
import securityNoHostAlias from '../rules/security/no-host-alias.ts'
import securityNoHostPath from '../rules/security/no-host-path.ts'
import securityNoImplicitRegistry from '../rules/security/no-implicit-registry.ts'
import securityNoInteractiveContainer from '../rules/security/no-interactive-container.ts'
import securityNoLowGroupId from '../rules/security/no-low-group-id.ts'
import securityNoLowUserId from '../rules/security/no-low-user-id.ts'
import securityNoMountPropagation from '../rules/security/no-mount-propagation.ts'
import securityNoPlainPassword from '../rules/security/no-plain-password.ts'
import securityNoPrivilegedPort from '../rules/security/no-privileged-port.ts'
import securityNoPrivilegedServiceAccount from '../rules/security/no-privileged-service-account.ts'
import securityNoProbeHost from '../rules/security/no-probe-host.ts'
import securityNoRestrictedVolume from '../rules/security/no-restricted-volume.ts'
import securityNoRootGroup from '../rules/security/no-root-group.ts'
import securityNoSecretAsEnv from '../rules/security/no-secret-as-env.ts'
import securityNoSharedServiceAccount from '../rules/security/no-shared-service-account.ts'
import securityNoSshPort from '../rules/security/no-ssh-port.ts'
import securityNoSubPath from '../rules/security/no-sub-path.ts'
import securityNoSudo from '../rules/security/no-sudo.ts'
import securityNoTiller from '../rules/security/no-tiller.ts'
import securityNoWritableHostPath from '../rules/security/no-writable-host-path.ts'
import securityRequireAnyDroppedCapability from '../rules/security/require-any-dropped-capability.ts'
import securityRequireApparmorProfile from '../rules/security/require-apparmor-profile.ts'
import securityRequireDroppedCapabilities from '../rules/security/require-dropped-capabilities.ts'
import securityRequireDroppedNetRaw from '../rules/security/require-dropped-net-raw.ts'
import securityRequireFsGroup from '../rules/security/require-fs-group.ts'
import securityRequireHardening from '../rules/security/require-hardening.ts'
import securityRequireNoNewPrivileges from '../rules/security/require-no-new-privileges.ts'
import securityRequireReadOnlyRootFilesystem from '../rules/security/require-read-only-root-filesystem.ts'
import securityRequireRunAsNonRoot from '../rules/security/require-run-as-non-root.ts'
import securityRequireSeccompProfile from '../rules/security/require-seccomp-profile.ts'
import securityRequireSecurityContext from '../rules/security/require-security-context.ts'
import securityRequireUserNamespace from '../rules/security/require-user-namespace.ts'
import securityRequireWindowsUser from '../rules/security/require-windows-user.ts'
import validityRequireStorageClass from '../rules/validity/require-storage-class.ts'

export const part: Part = {
  rules: [
    named(bestPracticeNoCrowdedPod, 'best-practice', 'no-crowded-pod'),
    named(bestPracticeNoHeavyExecProbe, 'best-practice', 'no-heavy-exec-probe'),
    named(bestPracticeNoInstanceLabelMismatch, 'best-practice', 'no-instance-label-mismatch'),
    named(bestPracticeNoSystemNamespace, 'best-practice', 'no-system-namespace'),
    named(bestPracticeNoUnusedVolume, 'best-practice', 'no-unused-volume'),
    named(bestPracticeRequireRecommendedLabel, 'best-practice', 'require-recommended-label'),
    named(networkingNoExposedWorkload, 'networking', 'no-exposed-workload'),
    named(networkingNoPortNumber, 'networking', 'no-port-number'),
    named(networkingRequireNetworkPolicy, 'networking', 'require-network-policy'),
    named(reliabilityAllowedPriorityClass, 'reliability', 'allowed-priority-class'),
    named(reliabilityNoFloatingImageTag, 'reliability', 'no-floating-image-tag'),
    named(reliabilityNoHardTopologySpread, 'reliability', 'no-hard-topology-spread'),
    named(reliabilityNoIdenticalProbes, 'reliability', 'no-identical-probes'),
    named(reliabilityNoPinnedNode, 'reliability', 'no-pinned-node'),
    named(reliabilityNoSingleReplica, 'reliability', 'no-single-replica'),
    named(reliabilityNoStalePullPolicy, 'reliability', 'no-stale-pull-policy'),
    named(reliabilityNoZeroReplicas, 'reliability', 'no-zero-replicas'),
    named(reliabilityRequireAntiAffinity, 'reliability', 'require-anti-affinity'),
    named(reliabilityRequireAutoscaler, 'reliability', 'require-autoscaler'),
    named(reliabilityRequireDnsOption, 'reliability', 'require-dns-option'),
    named(reliabilityRequireImageDigest, 'reliability', 'require-image-digest'),
    named(reliabilityRequireLivenessProbe, 'reliability', 'require-liveness-probe'),
    named(reliabilityRequireNodeAffinity, 'reliability', 'require-node-affinity'),
    named(reliabilityRequirePodDisruptionBudget, 'reliability', 'require-pod-disruption-budget'),
    named(reliabilityRequirePreStop, 'reliability', 'require-pre-stop'),
    named(reliabilityRequirePriorityClass, 'reliability', 'require-priority-class'),
    named(reliabilityRequireProbeTiming, 'reliability', 'require-probe-timing'),
    named(reliabilityRequirePullAlways, 'reliability', 'require-pull-always'),
    named(reliabilityRequirePullSecret, 'reliability', 'require-pull-secret'),
    named(reliabilityRequireReadinessProbe, 'reliability', 'require-readiness-probe'),
    named(reliabilityRequireRollingUpdate, 'reliability', 'require-rolling-update'),
    named(reliabilityRequireTopologySpread, 'reliability', 'require-topology-spread'),
    named(resourcesAllowedAccessMode, 'resources', 'allowed-access-mode'),
    named(resourcesAllowedResourceRange, 'resources', 'allowed-resource-range'),
    named(resourcesNoCpuLimit, 'resources', 'no-cpu-limit'),
    named(resourcesNoOvercommittedLimit, 'resources', 'no-overcommitted-limit'),
    named(resourcesRequireCpuLimit, 'resources', 'require-cpu-limit'),
    named(resourcesRequireCpuRequest, 'resources', 'require-cpu-request'),
    named(resourcesRequireEmptyDirLimit, 'resources', 'require-empty-dir-limit'),
    named(resourcesRequireEphemeralStorage, 'resources', 'require-ephemeral-storage'),
    named(resourcesRequireEqualRequest, 'resources', 'require-equal-request'),
    named(resourcesRequireMemoryLimit, 'resources', 'require-memory-limit'),
    named(resourcesRequireMemoryRequest, 'resources', 'require-memory-request'),
    named(securityAllowedCapability, 'security', 'allowed-capability'),
    named(securityAllowedHostPath, 'security', 'allowed-host-path'),
    named(securityAllowedRegistry, 'security', 'allowed-registry'),
    named(securityNoAddedCapability, 'security', 'no-added-capability'),
    named(securityNoAutomountedToken, 'security', 'no-automounted-token'),
    named(securityNoCleartextUrl, 'security', 'no-cleartext-url'),
    named(securityNoDashboard, 'security', 'no-dashboard'),
    named(securityNoDataAccess, 'security', 'no-data-access'),
    named(securityNoDebugEnv, 'security', 'no-debug-env'),
    named(securityNoDefaultServiceAccount, 'security', 'no-default-service-account'),
    named(securityNoExposedAdminInterface, 'security', 'no-exposed-admin-interface'),
    named(securityNoGitSyncCommand, 'security', 'no-git-sync-command'),
    named(securityNoHostAlias, 'security', 'no-host-alias'),
    named(securityNoHostPath, 'security', 'no-host-path'),
    named(securityNoImplicitRegistry, 'security', 'no-implicit-registry'),
    named(securityNoInteractiveContainer, 'security', 'no-interactive-container'),
    named(securityNoLowGroupId, 'security', 'no-low-group-id'),
    named(securityNoLowUserId, 'security', 'no-low-user-id'),
    named(securityNoMountPropagation, 'security', 'no-mount-propagation'),
    named(securityNoPlainPassword, 'security', 'no-plain-password'),
    named(securityNoPrivilegedPort, 'security', 'no-privileged-port'),
    named(securityNoPrivilegedServiceAccount, 'security', 'no-privileged-service-account'),
    named(securityNoProbeHost, 'security', 'no-probe-host'),
    named(securityNoRestrictedVolume, 'security', 'no-restricted-volume'),
    named(securityNoRootGroup, 'security', 'no-root-group'),
    named(securityNoSecretAsEnv, 'security', 'no-secret-as-env'),
    named(securityNoSharedServiceAccount, 'security', 'no-shared-service-account'),
    named(securityNoSshPort, 'security', 'no-ssh-port'),
    named(securityNoSubPath, 'security', 'no-sub-path'),
    named(securityNoSudo, 'security', 'no-sudo'),
    named(securityNoTiller, 'security', 'no-tiller'),
    named(securityNoWritableHostPath, 'security', 'no-writable-host-path'),
    named(securityRequireAnyDroppedCapability, 'security', 'require-any-dropped-capability'),
    named(securityRequireApparmorProfile, 'security', 'require-apparmor-profile'),
    named(securityRequireDroppedCapabilities, 'security', 'require-dropped-capabilities'),
    named(securityRequireDroppedNetRaw, 'security', 'require-dropped-net-raw'),
    named(securityRequireFsGroup, 'security', 'require-fs-group'),
    named(securityRequireHardening, 'security', 'require-hardening'),
    named(securityRequireNoNewPrivileges, 'security', 'require-no-new-privileges'),
    named(securityRequireReadOnlyRootFilesystem, 'security', 'require-read-only-root-filesystem'),
    named(securityRequireRunAsNonRoot, 'security', 'require-run-as-non-root'),
    named(securityRequireSeccompProfile, 'security', 'require-seccomp-profile'),
    named(securityRequireSecurityContext, 'security', 'require-security-context'),
    named(securityRequireUserNamespace, 'security', 'require-user-namespace'),
    named(securityRequireWindowsUser, 'security', 'require-windows-user'),
    named(validityRequireStorageClass, 'validity', 'require-storage-class'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
