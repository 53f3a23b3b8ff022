// Made by scripts/generate.mjs.
import { named, type Rule } from '../engine/define-rule.ts'
import validityNoAmbiguousKey from './validity/no-ambiguous-key.ts'
import validityNoAmbiguousScalar from './validity/no-ambiguous-scalar.ts'
import validityNoDecimalFileMode from './validity/no-decimal-file-mode.ts'
import validityNoDuplicateEnv from './validity/no-duplicate-env.ts'
import validityNoDuplicateKey from './validity/no-duplicate-key.ts'
import validityNoDuplicateListItem from './validity/no-duplicate-list-item.ts'
import validityNoFailedKustomization from './validity/no-failed-kustomization.ts'
import validityNoImplausibleQuantity from './validity/no-implausible-quantity.ts'
import validityNoLostText from './validity/no-lost-text.ts'
import validityNoMergeOverride from './validity/no-merge-override.ts'
import validityNoNewlineInSecret from './validity/no-newline-in-secret.ts'
import validityNoPlaceholder from './validity/no-placeholder.ts'
import validityNoPolicyViolation from './validity/no-policy-violation.ts'
import validityNoStaleSetting from './validity/no-stale-setting.ts'
import validityNoUnknownField from './validity/no-unknown-field.ts'
import validityNoUnknownKind from './validity/no-unknown-kind.ts'
import validityRequireField from './validity/require-field.ts'
import validityRequireKind from './validity/require-kind.ts'
import validityRequireStorageClass from './validity/require-storage-class.ts'
import validityValidChart from './validity/valid-chart.ts'
import validityValidCustomResource from './validity/valid-custom-resource.ts'
import validityValidDocumentStart from './validity/valid-document-start.ts'
import validityValidImageReference from './validity/valid-image-reference.ts'
import validityValidKustomization from './validity/valid-kustomization.ts'
import validityValidType from './validity/valid-type.ts'
import validityValidVolumeSnapshot from './validity/valid-volume-snapshot.ts'
import validityValidYaml from './validity/valid-yaml.ts'
import reliabilityAllowedPriorityClass from './reliability/allowed-priority-class.ts'
import reliabilityNoBlockingDisruptionBudget from './reliability/no-blocking-disruption-budget.ts'
import reliabilityNoEmptyAutoscalerRange from './reliability/no-empty-autoscaler-range.ts'
import reliabilityNoEndOfLifeImage from './reliability/no-end-of-life-image.ts'
import reliabilityNoEndlessJobContainer from './reliability/no-endless-job-container.ts'
import reliabilityNoEndlessWorkflowRetry from './reliability/no-endless-workflow-retry.ts'
import reliabilityNoFloatingImageTag from './reliability/no-floating-image-tag.ts'
import reliabilityNoFragileWebhook from './reliability/no-fragile-webhook.ts'
import reliabilityNoHardTopologySpread from './reliability/no-hard-topology-spread.ts'
import reliabilityNoIdenticalProbes from './reliability/no-identical-probes.ts'
import reliabilityNoIgnoredTaskFailure from './reliability/no-ignored-task-failure.ts'
import reliabilityNoNakedPod from './reliability/no-naked-pod.ts'
import reliabilityNoOddSchedule from './reliability/no-odd-schedule.ts'
import reliabilityNoPinnedNode from './reliability/no-pinned-node.ts'
import reliabilityNoPreStopBeyondGrace from './reliability/no-pre-stop-beyond-grace.ts'
import reliabilityNoReplicasUnderAutoscaler from './reliability/no-replicas-under-autoscaler.ts'
import reliabilityNoRiskyRollout from './reliability/no-risky-rollout.ts'
import reliabilityNoShortStartingDeadline from './reliability/no-short-starting-deadline.ts'
import reliabilityNoSingleReplicaAutoscaler from './reliability/no-single-replica-autoscaler.ts'
import reliabilityNoSingleReplica from './reliability/no-single-replica.ts'
import reliabilityNoStalePullPolicy from './reliability/no-stale-pull-policy.ts'
import reliabilityNoStaticPodReference from './reliability/no-static-pod-reference.ts'
import reliabilityNoSuspendedJob from './reliability/no-suspended-job.ts'
import reliabilityNoUndeclaredProbePort from './reliability/no-undeclared-probe-port.ts'
import reliabilityNoUnexpandedVariable from './reliability/no-unexpanded-variable.ts'
import reliabilityNoUnknownStorageMedium from './reliability/no-unknown-storage-medium.ts'
import reliabilityNoUnmatchedNodeTerm from './reliability/no-unmatched-node-term.ts'
import reliabilityNoUnscalableTarget from './reliability/no-unscalable-target.ts'
import reliabilityNoUnsplitCommand from './reliability/no-unsplit-command.ts'
import reliabilityNoUnusableMountPath from './reliability/no-unusable-mount-path.ts'
import reliabilityNoUtilizationWithoutRequest from './reliability/no-utilization-without-request.ts'
import reliabilityNoVolatileSelectorLabel from './reliability/no-volatile-selector-label.ts'
import reliabilityNoZeroReplicas from './reliability/no-zero-replicas.ts'
import reliabilityRequireAntiAffinity from './reliability/require-anti-affinity.ts'
import reliabilityRequireAutoscaler from './reliability/require-autoscaler.ts'
import reliabilityRequireConcurrencyPolicy from './reliability/require-concurrency-policy.ts'
import reliabilityRequireDnsOption from './reliability/require-dns-option.ts'
import reliabilityRequireImageDigest from './reliability/require-image-digest.ts'
import reliabilityRequireJobTtl from './reliability/require-job-ttl.ts'
import reliabilityRequireLivenessProbe from './reliability/require-liveness-probe.ts'
import reliabilityRequireNodeAffinity from './reliability/require-node-affinity.ts'
import reliabilityRequirePodDisruptionBudget from './reliability/require-pod-disruption-budget.ts'
import reliabilityRequirePreStop from './reliability/require-pre-stop.ts'
import reliabilityRequirePriorityClass from './reliability/require-priority-class.ts'
import reliabilityRequireProbeTiming from './reliability/require-probe-timing.ts'
import reliabilityRequirePullAlways from './reliability/require-pull-always.ts'
import reliabilityRequirePullSecret from './reliability/require-pull-secret.ts'
import reliabilityRequireReadinessProbe from './reliability/require-readiness-probe.ts'
import reliabilityRequireRollingUpdate from './reliability/require-rolling-update.ts'
import reliabilityRequireSpreadSelector from './reliability/require-spread-selector.ts'
import reliabilityRequireStartingDeadline from './reliability/require-starting-deadline.ts'
import reliabilityRequireTopologySpread from './reliability/require-topology-spread.ts'
import reliabilityRequireUnhealthyEviction from './reliability/require-unhealthy-eviction.ts'
import resourcesAllowedAccessMode from './resources/allowed-access-mode.ts'
import resourcesAllowedResourceRange from './resources/allowed-resource-range.ts'
import resourcesNoCpuLimit from './resources/no-cpu-limit.ts'
import resourcesNoOvercommittedLimit from './resources/no-overcommitted-limit.ts'
import resourcesRequireCpuLimit from './resources/require-cpu-limit.ts'
import resourcesRequireCpuRequest from './resources/require-cpu-request.ts'
import resourcesRequireEmptyDirLimit from './resources/require-empty-dir-limit.ts'
import resourcesRequireEphemeralStorage from './resources/require-ephemeral-storage.ts'
import resourcesRequireEqualRequest from './resources/require-equal-request.ts'
import resourcesRequireLimitRangeDefault from './resources/require-limit-range-default.ts'
import resourcesRequireMemoryLimit from './resources/require-memory-limit.ts'
import resourcesRequireMemoryRequest from './resources/require-memory-request.ts'
import resourcesRequireQuotaResource from './resources/require-quota-resource.ts'
import resourcesRequireSandboxLimit from './resources/require-sandbox-limit.ts'
import securityAllowedCapability from './security/allowed-capability.ts'
import securityAllowedHostPath from './security/allowed-host-path.ts'
import securityAllowedRegistry from './security/allowed-registry.ts'
import securityNoAddedCapability from './security/no-added-capability.ts'
import securityNoAdmissionControlRole from './security/no-admission-control-role.ts'
import securityNoAnnotationInjection from './security/no-annotation-injection.ts'
import securityNoAnonymousBinding from './security/no-anonymous-binding.ts'
import securityNoAuthenticatedBinding from './security/no-authenticated-binding.ts'
import securityNoAutomountedToken from './security/no-automounted-token.ts'
import securityNoCertificateApprovalRole from './security/no-certificate-approval-role.ts'
import securityNoCleartextUrl from './security/no-cleartext-url.ts'
import securityNoClusterAdminBinding from './security/no-cluster-admin-binding.ts'
import securityNoClusterAdminUser from './security/no-cluster-admin-user.ts'
import securityNoConfigMapChangingRole from './security/no-config-map-changing-role.ts'
import securityNoDangerousCapability from './security/no-dangerous-capability.ts'
import securityNoDashboard from './security/no-dashboard.ts'
import securityNoDataAccess from './security/no-data-access.ts'
import securityNoDebugEnv from './security/no-debug-env.ts'
import securityNoDefaultAccountBinding from './security/no-default-account-binding.ts'
import securityNoDefaultAccountToken from './security/no-default-account-token.ts'
import securityNoDefaultServiceAccount from './security/no-default-service-account.ts'
import securityNoDefaultWorkflowAccount from './security/no-default-workflow-account.ts'
import securityNoEscalatingRole from './security/no-escalating-role.ts'
import securityNoEventDeletionRole from './security/no-event-deletion-role.ts'
import securityNoExposedAdminInterface from './security/no-exposed-admin-interface.ts'
import securityNoFullControlRole from './security/no-full-control-role.ts'
import securityNoGitSyncCommand from './security/no-git-sync-command.ts'
import securityNoHardcodedSecret from './security/no-hardcoded-secret.ts'
import securityNoHostAlias from './security/no-host-alias.ts'
import securityNoHostNamespace from './security/no-host-namespace.ts'
import securityNoHostPath from './security/no-host-path.ts'
import securityNoHostPort from './security/no-host-port.ts'
import securityNoImpersonatingRole from './security/no-impersonating-role.ts'
import securityNoImplicitRegistry from './security/no-implicit-registry.ts'
import securityNoIneffectivePermission from './security/no-ineffective-permission.ts'
import securityNoIngressSnippet from './security/no-ingress-snippet.ts'
import securityNoInteractiveContainer from './security/no-interactive-container.ts'
import securityNoLowGroupId from './security/no-low-group-id.ts'
import securityNoLowUserId from './security/no-low-user-id.ts'
import securityNoMountPropagation from './security/no-mount-propagation.ts'
import securityNoNetworkChangingRole from './security/no-network-changing-role.ts'
import securityNoNodeProxyRole from './security/no-node-proxy-role.ts'
import securityNoOpenRepositoryPrefix from './security/no-open-repository-prefix.ts'
import securityNoOpenSandboxEgress from './security/no-open-sandbox-egress.ts'
import securityNoPersistentVolumeCreationRole from './security/no-persistent-volume-creation-role.ts'
import securityNoPersonalDataInConfigMap from './security/no-personal-data-in-config-map.ts'
import securityNoPlainPassword from './security/no-plain-password.ts'
import securityNoPodCreationRole from './security/no-pod-creation-role.ts'
import securityNoPodExecRole from './security/no-pod-exec-role.ts'
import securityNoPodSecurityViolation from './security/no-pod-security-violation.ts'
import securityNoPortForwardingRole from './security/no-port-forwarding-role.ts'
import securityNoPowerfulBinding from './security/no-powerful-binding.ts'
import securityNoPrivilegeEscalation from './security/no-privilege-escalation.ts'
import securityNoPrivilegedContainer from './security/no-privileged-container.ts'
import securityNoPrivilegedPort from './security/no-privileged-port.ts'
import securityNoPrivilegedScc from './security/no-privileged-scc.ts'
import securityNoPrivilegedServiceAccount from './security/no-privileged-service-account.ts'
import securityNoProbeHost from './security/no-probe-host.ts'
import securityNoProcMount from './security/no-proc-mount.ts'
import securityNoRestrictedVolume from './security/no-restricted-volume.ts'
import securityNoRetiredRegistry from './security/no-retired-registry.ts'
import securityNoRootGroup from './security/no-root-group.ts'
import securityNoRootUser from './security/no-root-user.ts'
import securityNoRuntimeSocket from './security/no-runtime-socket.ts'
import securityNoSecretAccessRole from './security/no-secret-access-role.ts'
import securityNoSecretAsEnv from './security/no-secret-as-env.ts'
import securityNoSecretInConfigMap from './security/no-secret-in-config-map.ts'
import securityNoSecretInEnv from './security/no-secret-in-env.ts'
import securityNoSelinuxOption from './security/no-selinux-option.ts'
import securityNoSensitiveHostPath from './security/no-sensitive-host-path.ts'
import securityNoSharedServiceAccount from './security/no-shared-service-account.ts'
import securityNoSkippedTlsVerification from './security/no-skipped-tls-verification.ts'
import securityNoSshPort from './security/no-ssh-port.ts'
import securityNoSubPath from './security/no-sub-path.ts'
import securityNoSudo from './security/no-sudo.ts'
import securityNoSysctlInjection from './security/no-sysctl-injection.ts'
import securityNoSystemMastersBinding from './security/no-system-masters-binding.ts'
import securityNoTiller from './security/no-tiller.ts'
import securityNoTokenCreationRole from './security/no-token-creation-role.ts'
import securityNoUnconfinedApparmor from './security/no-unconfined-apparmor.ts'
import securityNoUnconfinedSeccomp from './security/no-unconfined-seccomp.ts'
import securityNoUnencryptedStorageClass from './security/no-unencrypted-storage-class.ts'
import securityNoUnsafeSysctl from './security/no-unsafe-sysctl.ts'
import securityNoWildcardRole from './security/no-wildcard-role.ts'
import securityNoWindowsHostProcess from './security/no-windows-host-process.ts'
import securityNoWorkloadDeletionRole from './security/no-workload-deletion-role.ts'
import securityNoWritableHostPath from './security/no-writable-host-path.ts'
import securityRequireAnyDroppedCapability from './security/require-any-dropped-capability.ts'
import securityRequireApparmorProfile from './security/require-apparmor-profile.ts'
import securityRequireDroppedCapabilities from './security/require-dropped-capabilities.ts'
import securityRequireDroppedNetRaw from './security/require-dropped-net-raw.ts'
import securityRequireFsGroup from './security/require-fs-group.ts'
import securityRequireHardening from './security/require-hardening.ts'
import securityRequireNamespaceServiceAccount from './security/require-namespace-service-account.ts'
import securityRequireNoNewPrivileges from './security/require-no-new-privileges.ts'
import securityRequirePodSecurityLabel from './security/require-pod-security-label.ts'
import securityRequireReadOnlyRootFilesystem from './security/require-read-only-root-filesystem.ts'
import securityRequireRunAsNonRoot from './security/require-run-as-non-root.ts'
import securityRequireSandboxRuntime from './security/require-sandbox-runtime.ts'
import securityRequireSeccompProfile from './security/require-seccomp-profile.ts'
import securityRequireSecurityContext from './security/require-security-context.ts'
import securityRequireUserNamespace from './security/require-user-namespace.ts'
import securityRequireWindowsUser from './security/require-windows-user.ts'
import networkingAllowedServiceType from './networking/allowed-service-type.ts'
import networkingNoDuplicateListener from './networking/no-duplicate-listener.ts'
import networkingNoDuplicatePortName from './networking/no-duplicate-port-name.ts'
import networkingNoExposedWorkload from './networking/no-exposed-workload.ts'
import networkingNoExternalIp from './networking/no-external-ip.ts'
import networkingNoIgnoredNetworkRule from './networking/no-ignored-network-rule.ts'
import networkingNoLostClientAddress from './networking/no-lost-client-address.ts'
import networkingNoOddExternalName from './networking/no-odd-external-name.ts'
import networkingNoOpenNetworkPolicy from './networking/no-open-network-policy.ts'
import networkingNoPortCollision from './networking/no-port-collision.ts'
import networkingNoPortNumber from './networking/no-port-number.ts'
import networkingNoUnlistedIngressClass from './networking/no-unlisted-ingress-class.ts'
import networkingNoUnlistedTlsHost from './networking/no-unlisted-tls-host.ts'
import networkingNoWildcardHost from './networking/no-wildcard-host.ts'
import networkingRequireDefaultDeny from './networking/require-default-deny.ts'
import networkingRequireIngressTls from './networking/require-ingress-tls.ts'
import networkingRequireNetworkPolicy from './networking/require-network-policy.ts'
import networkingRequirePolicySelector from './networking/require-policy-selector.ts'
import referencesNoDisruptionBudgetWithoutPod from './references/no-disruption-budget-without-pod.ts'
import referencesNoDuplicateApplication from './references/no-duplicate-application.ts'
import referencesNoDuplicateAutoscaler from './references/no-duplicate-autoscaler.ts'
import referencesNoDuplicateKustomizationResource from './references/no-duplicate-kustomization-resource.ts'
import referencesNoDuplicateNodePort from './references/no-duplicate-node-port.ts'
import referencesNoDuplicateObject from './references/no-duplicate-object.ts'
import referencesNoDuplicateRoute from './references/no-duplicate-route.ts'
import referencesNoDuplicateServiceSelector from './references/no-duplicate-service-selector.ts'
import referencesNoMissingKustomizationFile from './references/no-missing-kustomization-file.ts'
import referencesNoMissingSourcePath from './references/no-missing-source-path.ts'
import referencesNoMonitorWithoutTarget from './references/no-monitor-without-target.ts'
import referencesNoNetworkPeerWithoutPod from './references/no-network-peer-without-pod.ts'
import referencesNoNetworkPolicyWithoutPod from './references/no-network-policy-without-pod.ts'
import referencesNoOverlappingDisruptionBudget from './references/no-overlapping-disruption-budget.ts'
import referencesNoPatchWithoutTarget from './references/no-patch-without-target.ts'
import referencesNoSecondDefaultClass from './references/no-second-default-class.ts'
import referencesNoServiceWithoutPod from './references/no-service-without-pod.ts'
import referencesNoSharedClaim from './references/no-shared-claim.ts'
import referencesNoSharedSelector from './references/no-shared-selector.ts'
import referencesNoStatefulSetWithoutService from './references/no-stateful-set-without-service.ts'
import referencesNoUnbindableClaim from './references/no-unbindable-claim.ts'
import referencesNoUngrantedReference from './references/no-ungranted-reference.ts'
import referencesNoUnknownClass from './references/no-unknown-class.ts'
import referencesNoUnknownConfigMap from './references/no-unknown-config-map.ts'
import referencesNoUnknownGateway from './references/no-unknown-gateway.ts'
import referencesNoUnknownIssuer from './references/no-unknown-issuer.ts'
import referencesNoUnknownNamespace from './references/no-unknown-namespace.ts'
import referencesNoUnknownRole from './references/no-unknown-role.ts'
import referencesNoUnknownScaleTarget from './references/no-unknown-scale-target.ts'
import referencesNoUnknownSecret from './references/no-unknown-secret.ts'
import referencesNoUnknownServiceAccount from './references/no-unknown-service-account.ts'
import referencesNoUnknownService from './references/no-unknown-service.ts'
import referencesNoUnknownSourceRef from './references/no-unknown-source-ref.ts'
import referencesNoUnknownTargetPort from './references/no-unknown-target-port.ts'
import referencesNoUnknownVolumeClaim from './references/no-unknown-volume-claim.ts'
import referencesNoUnusedKustomizationEntry from './references/no-unused-kustomization-entry.ts'
import referencesNoUnusedObject from './references/no-unused-object.ts'
import deprecationNoDeprecatedApi from './deprecation/no-deprecated-api.ts'
import deprecationNoDeprecatedKustomizationField from './deprecation/no-deprecated-kustomization-field.ts'
import deprecationNoDeprecatedNodeLabel from './deprecation/no-deprecated-node-label.ts'
import deprecationNoDeprecatedServiceAccount from './deprecation/no-deprecated-service-account.ts'
import deprecationNoRemovedApi from './deprecation/no-removed-api.ts'
import deprecationNoRetiredTaint from './deprecation/no-retired-taint.ts'
import deprecationNoUpgradeSurprise from './deprecation/no-upgrade-surprise.ts'
import bestPracticeAllowedKind from './best-practice/allowed-kind.ts'
import bestPracticeAllowedName from './best-practice/allowed-name.ts'
import bestPracticeForbiddenAnnotation from './best-practice/forbidden-annotation.ts'
import bestPracticeForbiddenField from './best-practice/forbidden-field.ts'
import bestPracticeForbiddenKind from './best-practice/forbidden-kind.ts'
import bestPracticeNoCrowdedPod from './best-practice/no-crowded-pod.ts'
import bestPracticeNoDefaultNamespace from './best-practice/no-default-namespace.ts'
import bestPracticeNoHeavyExecProbe from './best-practice/no-heavy-exec-probe.ts'
import bestPracticeNoInstanceLabelMismatch from './best-practice/no-instance-label-mismatch.ts'
import bestPracticeNoMisplacedArgoObject from './best-practice/no-misplaced-argo-object.ts'
import bestPracticeNoMixedTiers from './best-practice/no-mixed-tiers.ts'
import bestPracticeNoNamespaceMix from './best-practice/no-namespace-mix.ts'
import bestPracticeNoServerField from './best-practice/no-server-field.ts'
import bestPracticeNoSystemNamespace from './best-practice/no-system-namespace.ts'
import bestPracticeNoTodoComment from './best-practice/no-todo-comment.ts'
import bestPracticeNoUnknownChartValue from './best-practice/no-unknown-chart-value.ts'
import bestPracticeNoUnusedChartValue from './best-practice/no-unused-chart-value.ts'
import bestPracticeNoUnusedVolume from './best-practice/no-unused-volume.ts'
import bestPracticeRequireAnnotation from './best-practice/require-annotation.ts'
import bestPracticeRequireChartIcon from './best-practice/require-chart-icon.ts'
import bestPracticeRequireLabel from './best-practice/require-label.ts'
import bestPracticeRequireNamespace from './best-practice/require-namespace.ts'
import bestPracticeRequireRecommendedLabel from './best-practice/require-recommended-label.ts'
import bestPracticeRequireSortedKeys from './best-practice/require-sorted-keys.ts'
import bestPracticeRequiredField from './best-practice/required-field.ts'
import bestPracticeValidSuppression from './best-practice/valid-suppression.ts'

export const rules: readonly Rule[] = [
  named(validityNoAmbiguousKey, 'validity', 'no-ambiguous-key'),
  named(validityNoAmbiguousScalar, 'validity', 'no-ambiguous-scalar'),
  named(validityNoDecimalFileMode, 'validity', 'no-decimal-file-mode'),
  named(validityNoDuplicateEnv, 'validity', 'no-duplicate-env'),
  named(validityNoDuplicateKey, 'validity', 'no-duplicate-key'),
  named(validityNoDuplicateListItem, 'validity', 'no-duplicate-list-item'),
  named(validityNoFailedKustomization, 'validity', 'no-failed-kustomization'),
  named(validityNoImplausibleQuantity, 'validity', 'no-implausible-quantity'),
  named(validityNoLostText, 'validity', 'no-lost-text'),
  named(validityNoMergeOverride, 'validity', 'no-merge-override'),
  named(validityNoNewlineInSecret, 'validity', 'no-newline-in-secret'),
  named(validityNoPlaceholder, 'validity', 'no-placeholder'),
  named(validityNoPolicyViolation, 'validity', 'no-policy-violation'),
  named(validityNoStaleSetting, 'validity', 'no-stale-setting'),
  named(validityNoUnknownField, 'validity', 'no-unknown-field'),
  named(validityNoUnknownKind, 'validity', 'no-unknown-kind'),
  named(validityRequireField, 'validity', 'require-field'),
  named(validityRequireKind, 'validity', 'require-kind'),
  named(validityRequireStorageClass, 'validity', 'require-storage-class'),
  named(validityValidChart, 'validity', 'valid-chart'),
  named(validityValidCustomResource, 'validity', 'valid-custom-resource'),
  named(validityValidDocumentStart, 'validity', 'valid-document-start'),
  named(validityValidImageReference, 'validity', 'valid-image-reference'),
  named(validityValidKustomization, 'validity', 'valid-kustomization'),
  named(validityValidType, 'validity', 'valid-type'),
  named(validityValidVolumeSnapshot, 'validity', 'valid-volume-snapshot'),
  named(validityValidYaml, 'validity', 'valid-yaml'),
  named(reliabilityAllowedPriorityClass, 'reliability', 'allowed-priority-class'),
  named(reliabilityNoBlockingDisruptionBudget, 'reliability', 'no-blocking-disruption-budget'),
  named(reliabilityNoEmptyAutoscalerRange, 'reliability', 'no-empty-autoscaler-range'),
  named(reliabilityNoEndOfLifeImage, 'reliability', 'no-end-of-life-image'),
  named(reliabilityNoEndlessJobContainer, 'reliability', 'no-endless-job-container'),
  named(reliabilityNoEndlessWorkflowRetry, 'reliability', 'no-endless-workflow-retry'),
  named(reliabilityNoFloatingImageTag, 'reliability', 'no-floating-image-tag'),
  named(reliabilityNoFragileWebhook, 'reliability', 'no-fragile-webhook'),
  named(reliabilityNoHardTopologySpread, 'reliability', 'no-hard-topology-spread'),
  named(reliabilityNoIdenticalProbes, 'reliability', 'no-identical-probes'),
  named(reliabilityNoIgnoredTaskFailure, 'reliability', 'no-ignored-task-failure'),
  named(reliabilityNoNakedPod, 'reliability', 'no-naked-pod'),
  named(reliabilityNoOddSchedule, 'reliability', 'no-odd-schedule'),
  named(reliabilityNoPinnedNode, 'reliability', 'no-pinned-node'),
  named(reliabilityNoPreStopBeyondGrace, 'reliability', 'no-pre-stop-beyond-grace'),
  named(reliabilityNoReplicasUnderAutoscaler, 'reliability', 'no-replicas-under-autoscaler'),
  named(reliabilityNoRiskyRollout, 'reliability', 'no-risky-rollout'),
  named(reliabilityNoShortStartingDeadline, 'reliability', 'no-short-starting-deadline'),
  named(reliabilityNoSingleReplicaAutoscaler, 'reliability', 'no-single-replica-autoscaler'),
  named(reliabilityNoSingleReplica, 'reliability', 'no-single-replica'),
  named(reliabilityNoStalePullPolicy, 'reliability', 'no-stale-pull-policy'),
  named(reliabilityNoStaticPodReference, 'reliability', 'no-static-pod-reference'),
  named(reliabilityNoSuspendedJob, 'reliability', 'no-suspended-job'),
  named(reliabilityNoUndeclaredProbePort, 'reliability', 'no-undeclared-probe-port'),
  named(reliabilityNoUnexpandedVariable, 'reliability', 'no-unexpanded-variable'),
  named(reliabilityNoUnknownStorageMedium, 'reliability', 'no-unknown-storage-medium'),
  named(reliabilityNoUnmatchedNodeTerm, 'reliability', 'no-unmatched-node-term'),
  named(reliabilityNoUnscalableTarget, 'reliability', 'no-unscalable-target'),
  named(reliabilityNoUnsplitCommand, 'reliability', 'no-unsplit-command'),
  named(reliabilityNoUnusableMountPath, 'reliability', 'no-unusable-mount-path'),
  named(reliabilityNoUtilizationWithoutRequest, 'reliability', 'no-utilization-without-request'),
  named(reliabilityNoVolatileSelectorLabel, 'reliability', 'no-volatile-selector-label'),
  named(reliabilityNoZeroReplicas, 'reliability', 'no-zero-replicas'),
  named(reliabilityRequireAntiAffinity, 'reliability', 'require-anti-affinity'),
  named(reliabilityRequireAutoscaler, 'reliability', 'require-autoscaler'),
  named(reliabilityRequireConcurrencyPolicy, 'reliability', 'require-concurrency-policy'),
  named(reliabilityRequireDnsOption, 'reliability', 'require-dns-option'),
  named(reliabilityRequireImageDigest, 'reliability', 'require-image-digest'),
  named(reliabilityRequireJobTtl, 'reliability', 'require-job-ttl'),
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
  named(reliabilityRequireSpreadSelector, 'reliability', 'require-spread-selector'),
  named(reliabilityRequireStartingDeadline, 'reliability', 'require-starting-deadline'),
  named(reliabilityRequireTopologySpread, 'reliability', 'require-topology-spread'),
  named(reliabilityRequireUnhealthyEviction, 'reliability', 'require-unhealthy-eviction'),
  named(resourcesAllowedAccessMode, 'resources', 'allowed-access-mode'),
  named(resourcesAllowedResourceRange, 'resources', 'allowed-resource-range'),
  named(resourcesNoCpuLimit, 'resources', 'no-cpu-limit'),
  named(resourcesNoOvercommittedLimit, 'resources', 'no-overcommitted-limit'),
  named(resourcesRequireCpuLimit, 'resources', 'require-cpu-limit'),
  named(resourcesRequireCpuRequest, 'resources', 'require-cpu-request'),
  named(resourcesRequireEmptyDirLimit, 'resources', 'require-empty-dir-limit'),
  named(resourcesRequireEphemeralStorage, 'resources', 'require-ephemeral-storage'),
  named(resourcesRequireEqualRequest, 'resources', 'require-equal-request'),
  named(resourcesRequireLimitRangeDefault, 'resources', 'require-limit-range-default'),
  named(resourcesRequireMemoryLimit, 'resources', 'require-memory-limit'),
  named(resourcesRequireMemoryRequest, 'resources', 'require-memory-request'),
  named(resourcesRequireQuotaResource, 'resources', 'require-quota-resource'),
  named(resourcesRequireSandboxLimit, 'resources', 'require-sandbox-limit'),
  named(securityAllowedCapability, 'security', 'allowed-capability'),
  named(securityAllowedHostPath, 'security', 'allowed-host-path'),
  named(securityAllowedRegistry, 'security', 'allowed-registry'),
  named(securityNoAddedCapability, 'security', 'no-added-capability'),
  named(securityNoAdmissionControlRole, 'security', 'no-admission-control-role'),
  named(securityNoAnnotationInjection, 'security', 'no-annotation-injection'),
  named(securityNoAnonymousBinding, 'security', 'no-anonymous-binding'),
  named(securityNoAuthenticatedBinding, 'security', 'no-authenticated-binding'),
  named(securityNoAutomountedToken, 'security', 'no-automounted-token'),
  named(securityNoCertificateApprovalRole, 'security', 'no-certificate-approval-role'),
  named(securityNoCleartextUrl, 'security', 'no-cleartext-url'),
  named(securityNoClusterAdminBinding, 'security', 'no-cluster-admin-binding'),
  named(securityNoClusterAdminUser, 'security', 'no-cluster-admin-user'),
  named(securityNoConfigMapChangingRole, 'security', 'no-config-map-changing-role'),
  named(securityNoDangerousCapability, 'security', 'no-dangerous-capability'),
  named(securityNoDashboard, 'security', 'no-dashboard'),
  named(securityNoDataAccess, 'security', 'no-data-access'),
  named(securityNoDebugEnv, 'security', 'no-debug-env'),
  named(securityNoDefaultAccountBinding, 'security', 'no-default-account-binding'),
  named(securityNoDefaultAccountToken, 'security', 'no-default-account-token'),
  named(securityNoDefaultServiceAccount, 'security', 'no-default-service-account'),
  named(securityNoDefaultWorkflowAccount, 'security', 'no-default-workflow-account'),
  named(securityNoEscalatingRole, 'security', 'no-escalating-role'),
  named(securityNoEventDeletionRole, 'security', 'no-event-deletion-role'),
  named(securityNoExposedAdminInterface, 'security', 'no-exposed-admin-interface'),
  named(securityNoFullControlRole, 'security', 'no-full-control-role'),
  named(securityNoGitSyncCommand, 'security', 'no-git-sync-command'),
  named(securityNoHardcodedSecret, 'security', 'no-hardcoded-secret'),
  named(securityNoHostAlias, 'security', 'no-host-alias'),
  named(securityNoHostNamespace, 'security', 'no-host-namespace'),
  named(securityNoHostPath, 'security', 'no-host-path'),
  named(securityNoHostPort, 'security', 'no-host-port'),
  named(securityNoImpersonatingRole, 'security', 'no-impersonating-role'),
  named(securityNoImplicitRegistry, 'security', 'no-implicit-registry'),
  named(securityNoIneffectivePermission, 'security', 'no-ineffective-permission'),
  named(securityNoIngressSnippet, 'security', 'no-ingress-snippet'),
  named(securityNoInteractiveContainer, 'security', 'no-interactive-container'),
  named(securityNoLowGroupId, 'security', 'no-low-group-id'),
  named(securityNoLowUserId, 'security', 'no-low-user-id'),
  named(securityNoMountPropagation, 'security', 'no-mount-propagation'),
  named(securityNoNetworkChangingRole, 'security', 'no-network-changing-role'),
  named(securityNoNodeProxyRole, 'security', 'no-node-proxy-role'),
  named(securityNoOpenRepositoryPrefix, 'security', 'no-open-repository-prefix'),
  named(securityNoOpenSandboxEgress, 'security', 'no-open-sandbox-egress'),
  named(securityNoPersistentVolumeCreationRole, 'security', 'no-persistent-volume-creation-role'),
  named(securityNoPersonalDataInConfigMap, 'security', 'no-personal-data-in-config-map'),
  named(securityNoPlainPassword, 'security', 'no-plain-password'),
  named(securityNoPodCreationRole, 'security', 'no-pod-creation-role'),
  named(securityNoPodExecRole, 'security', 'no-pod-exec-role'),
  named(securityNoPodSecurityViolation, 'security', 'no-pod-security-violation'),
  named(securityNoPortForwardingRole, 'security', 'no-port-forwarding-role'),
  named(securityNoPowerfulBinding, 'security', 'no-powerful-binding'),
  named(securityNoPrivilegeEscalation, 'security', 'no-privilege-escalation'),
  named(securityNoPrivilegedContainer, 'security', 'no-privileged-container'),
  named(securityNoPrivilegedPort, 'security', 'no-privileged-port'),
  named(securityNoPrivilegedScc, 'security', 'no-privileged-scc'),
  named(securityNoPrivilegedServiceAccount, 'security', 'no-privileged-service-account'),
  named(securityNoProbeHost, 'security', 'no-probe-host'),
  named(securityNoProcMount, 'security', 'no-proc-mount'),
  named(securityNoRestrictedVolume, 'security', 'no-restricted-volume'),
  named(securityNoRetiredRegistry, 'security', 'no-retired-registry'),
  named(securityNoRootGroup, 'security', 'no-root-group'),
  named(securityNoRootUser, 'security', 'no-root-user'),
  named(securityNoRuntimeSocket, 'security', 'no-runtime-socket'),
  named(securityNoSecretAccessRole, 'security', 'no-secret-access-role'),
  named(securityNoSecretAsEnv, 'security', 'no-secret-as-env'),
  named(securityNoSecretInConfigMap, 'security', 'no-secret-in-config-map'),
  named(securityNoSecretInEnv, 'security', 'no-secret-in-env'),
  named(securityNoSelinuxOption, 'security', 'no-selinux-option'),
  named(securityNoSensitiveHostPath, 'security', 'no-sensitive-host-path'),
  named(securityNoSharedServiceAccount, 'security', 'no-shared-service-account'),
  named(securityNoSkippedTlsVerification, 'security', 'no-skipped-tls-verification'),
  named(securityNoSshPort, 'security', 'no-ssh-port'),
  named(securityNoSubPath, 'security', 'no-sub-path'),
  named(securityNoSudo, 'security', 'no-sudo'),
  named(securityNoSysctlInjection, 'security', 'no-sysctl-injection'),
  named(securityNoSystemMastersBinding, 'security', 'no-system-masters-binding'),
  named(securityNoTiller, 'security', 'no-tiller'),
  named(securityNoTokenCreationRole, 'security', 'no-token-creation-role'),
  named(securityNoUnconfinedApparmor, 'security', 'no-unconfined-apparmor'),
  named(securityNoUnconfinedSeccomp, 'security', 'no-unconfined-seccomp'),
  named(securityNoUnencryptedStorageClass, 'security', 'no-unencrypted-storage-class'),
  named(securityNoUnsafeSysctl, 'security', 'no-unsafe-sysctl'),
  named(securityNoWildcardRole, 'security', 'no-wildcard-role'),
  named(securityNoWindowsHostProcess, 'security', 'no-windows-host-process'),
  named(securityNoWorkloadDeletionRole, 'security', 'no-workload-deletion-role'),
  named(securityNoWritableHostPath, 'security', 'no-writable-host-path'),
  named(securityRequireAnyDroppedCapability, 'security', 'require-any-dropped-capability'),
  named(securityRequireApparmorProfile, 'security', 'require-apparmor-profile'),
  named(securityRequireDroppedCapabilities, 'security', 'require-dropped-capabilities'),
  named(securityRequireDroppedNetRaw, 'security', 'require-dropped-net-raw'),
  named(securityRequireFsGroup, 'security', 'require-fs-group'),
  named(securityRequireHardening, 'security', 'require-hardening'),
  named(securityRequireNamespaceServiceAccount, 'security', 'require-namespace-service-account'),
  named(securityRequireNoNewPrivileges, 'security', 'require-no-new-privileges'),
  named(securityRequirePodSecurityLabel, 'security', 'require-pod-security-label'),
  named(securityRequireReadOnlyRootFilesystem, 'security', 'require-read-only-root-filesystem'),
  named(securityRequireRunAsNonRoot, 'security', 'require-run-as-non-root'),
  named(securityRequireSandboxRuntime, 'security', 'require-sandbox-runtime'),
  named(securityRequireSeccompProfile, 'security', 'require-seccomp-profile'),
  named(securityRequireSecurityContext, 'security', 'require-security-context'),
  named(securityRequireUserNamespace, 'security', 'require-user-namespace'),
  named(securityRequireWindowsUser, 'security', 'require-windows-user'),
  named(networkingAllowedServiceType, 'networking', 'allowed-service-type'),
  named(networkingNoDuplicateListener, 'networking', 'no-duplicate-listener'),
  named(networkingNoDuplicatePortName, 'networking', 'no-duplicate-port-name'),
  named(networkingNoExposedWorkload, 'networking', 'no-exposed-workload'),
  named(networkingNoExternalIp, 'networking', 'no-external-ip'),
  named(networkingNoIgnoredNetworkRule, 'networking', 'no-ignored-network-rule'),
  named(networkingNoLostClientAddress, 'networking', 'no-lost-client-address'),
  named(networkingNoOddExternalName, 'networking', 'no-odd-external-name'),
  named(networkingNoOpenNetworkPolicy, 'networking', 'no-open-network-policy'),
  named(networkingNoPortCollision, 'networking', 'no-port-collision'),
  named(networkingNoPortNumber, 'networking', 'no-port-number'),
  named(networkingNoUnlistedIngressClass, 'networking', 'no-unlisted-ingress-class'),
  named(networkingNoUnlistedTlsHost, 'networking', 'no-unlisted-tls-host'),
  named(networkingNoWildcardHost, 'networking', 'no-wildcard-host'),
  named(networkingRequireDefaultDeny, 'networking', 'require-default-deny'),
  named(networkingRequireIngressTls, 'networking', 'require-ingress-tls'),
  named(networkingRequireNetworkPolicy, 'networking', 'require-network-policy'),
  named(networkingRequirePolicySelector, 'networking', 'require-policy-selector'),
  named(referencesNoDisruptionBudgetWithoutPod, 'references', 'no-disruption-budget-without-pod'),
  named(referencesNoDuplicateApplication, 'references', 'no-duplicate-application'),
  named(referencesNoDuplicateAutoscaler, 'references', 'no-duplicate-autoscaler'),
  named(referencesNoDuplicateKustomizationResource, 'references', 'no-duplicate-kustomization-resource'),
  named(referencesNoDuplicateNodePort, 'references', 'no-duplicate-node-port'),
  named(referencesNoDuplicateObject, 'references', 'no-duplicate-object'),
  named(referencesNoDuplicateRoute, 'references', 'no-duplicate-route'),
  named(referencesNoDuplicateServiceSelector, 'references', 'no-duplicate-service-selector'),
  named(referencesNoMissingKustomizationFile, 'references', 'no-missing-kustomization-file'),
  named(referencesNoMissingSourcePath, 'references', 'no-missing-source-path'),
  named(referencesNoMonitorWithoutTarget, 'references', 'no-monitor-without-target'),
  named(referencesNoNetworkPeerWithoutPod, 'references', 'no-network-peer-without-pod'),
  named(referencesNoNetworkPolicyWithoutPod, 'references', 'no-network-policy-without-pod'),
  named(referencesNoOverlappingDisruptionBudget, 'references', 'no-overlapping-disruption-budget'),
  named(referencesNoPatchWithoutTarget, 'references', 'no-patch-without-target'),
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
  named(referencesNoUnusedKustomizationEntry, 'references', 'no-unused-kustomization-entry'),
  named(referencesNoUnusedObject, 'references', 'no-unused-object'),
  named(deprecationNoDeprecatedApi, 'deprecation', 'no-deprecated-api'),
  named(deprecationNoDeprecatedKustomizationField, 'deprecation', 'no-deprecated-kustomization-field'),
  named(deprecationNoDeprecatedNodeLabel, 'deprecation', 'no-deprecated-node-label'),
  named(deprecationNoDeprecatedServiceAccount, 'deprecation', 'no-deprecated-service-account'),
  named(deprecationNoRemovedApi, 'deprecation', 'no-removed-api'),
  named(deprecationNoRetiredTaint, 'deprecation', 'no-retired-taint'),
  named(deprecationNoUpgradeSurprise, 'deprecation', 'no-upgrade-surprise'),
  named(bestPracticeAllowedKind, 'best-practice', 'allowed-kind'),
  named(bestPracticeAllowedName, 'best-practice', 'allowed-name'),
  named(bestPracticeForbiddenAnnotation, 'best-practice', 'forbidden-annotation'),
  named(bestPracticeForbiddenField, 'best-practice', 'forbidden-field'),
  named(bestPracticeForbiddenKind, 'best-practice', 'forbidden-kind'),
  named(bestPracticeNoCrowdedPod, 'best-practice', 'no-crowded-pod'),
  named(bestPracticeNoDefaultNamespace, 'best-practice', 'no-default-namespace'),
  named(bestPracticeNoHeavyExecProbe, 'best-practice', 'no-heavy-exec-probe'),
  named(bestPracticeNoInstanceLabelMismatch, 'best-practice', 'no-instance-label-mismatch'),
  named(bestPracticeNoMisplacedArgoObject, 'best-practice', 'no-misplaced-argo-object'),
  named(bestPracticeNoMixedTiers, 'best-practice', 'no-mixed-tiers'),
  named(bestPracticeNoNamespaceMix, 'best-practice', 'no-namespace-mix'),
  named(bestPracticeNoServerField, 'best-practice', 'no-server-field'),
  named(bestPracticeNoSystemNamespace, 'best-practice', 'no-system-namespace'),
  named(bestPracticeNoTodoComment, 'best-practice', 'no-todo-comment'),
  named(bestPracticeNoUnknownChartValue, 'best-practice', 'no-unknown-chart-value'),
  named(bestPracticeNoUnusedChartValue, 'best-practice', 'no-unused-chart-value'),
  named(bestPracticeNoUnusedVolume, 'best-practice', 'no-unused-volume'),
  named(bestPracticeRequireAnnotation, 'best-practice', 'require-annotation'),
  named(bestPracticeRequireChartIcon, 'best-practice', 'require-chart-icon'),
  named(bestPracticeRequireLabel, 'best-practice', 'require-label'),
  named(bestPracticeRequireNamespace, 'best-practice', 'require-namespace'),
  named(bestPracticeRequireRecommendedLabel, 'best-practice', 'require-recommended-label'),
  named(bestPracticeRequireSortedKeys, 'best-practice', 'require-sorted-keys'),
  named(bestPracticeRequiredField, 'best-practice', 'required-field'),
  named(bestPracticeValidSuppression, 'best-practice', 'valid-suppression'),
]
