// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import bestPracticeNoMixedTiers from '../rules/best-practice/no-mixed-tiers.ts'
import deprecationNoDeprecatedNodeLabel from '../rules/deprecation/no-deprecated-node-label.ts'
import deprecationNoDeprecatedServiceAccount from '../rules/deprecation/no-deprecated-service-account.ts'
import deprecationNoRetiredTaint from '../rules/deprecation/no-retired-taint.ts'
import networkingNoDuplicatePortName from '../rules/networking/no-duplicate-port-name.ts'
import networkingNoPortCollision from '../rules/networking/no-port-collision.ts'
import reliabilityNoEndOfLifeImage from '../rules/reliability/no-end-of-life-image.ts'
import reliabilityNoEndlessJobContainer from '../rules/reliability/no-endless-job-container.ts'
import reliabilityNoNakedPod from '../rules/reliability/no-naked-pod.ts'
import reliabilityNoPreStopBeyondGrace from '../rules/reliability/no-pre-stop-beyond-grace.ts'
import reliabilityNoReplicasUnderAutoscaler from '../rules/reliability/no-replicas-under-autoscaler.ts'
import reliabilityNoStaticPodReference from '../rules/reliability/no-static-pod-reference.ts'
import reliabilityNoUndeclaredProbePort from '../rules/reliability/no-undeclared-probe-port.ts'
import reliabilityNoUnexpandedVariable from '../rules/reliability/no-unexpanded-variable.ts'
import reliabilityNoUnknownStorageMedium from '../rules/reliability/no-unknown-storage-medium.ts'
import reliabilityNoUnmatchedNodeTerm from '../rules/reliability/no-unmatched-node-term.ts'
import reliabilityNoUnsplitCommand from '../rules/reliability/no-unsplit-command.ts'
import reliabilityNoUnusableMountPath from '../rules/reliability/no-unusable-mount-path.ts'
import reliabilityNoVolatileSelectorLabel from '../rules/reliability/no-volatile-selector-label.ts'
import reliabilityRequireSpreadSelector from '../rules/reliability/require-spread-selector.ts'
import securityNoDangerousCapability from '../rules/security/no-dangerous-capability.ts'
import securityNoHostNamespace from '../rules/security/no-host-namespace.ts'
import securityNoHostPort from '../rules/security/no-host-port.ts'
import securityNoPodSecurityViolation from '../rules/security/no-pod-security-violation.ts'
import securityNoPrivilegeEscalation from '../rules/security/no-privilege-escalation.ts'
import securityNoPrivilegedContainer from '../rules/security/no-privileged-container.ts'
import securityNoProcMount from '../rules/security/no-proc-mount.ts'
import securityNoRetiredRegistry from '../rules/security/no-retired-registry.ts'
import securityNoRootUser from '../rules/security/no-root-user.ts'
import securityNoRuntimeSocket from '../rules/security/no-runtime-socket.ts'
import securityNoSecretInEnv from '../rules/security/no-secret-in-env.ts'
import securityNoSelinuxOption from '../rules/security/no-selinux-option.ts'
import securityNoSensitiveHostPath from '../rules/security/no-sensitive-host-path.ts'
import securityNoSysctlInjection from '../rules/security/no-sysctl-injection.ts'
import securityNoUnconfinedApparmor from '../rules/security/no-unconfined-apparmor.ts'
import securityNoUnconfinedSeccomp from '../rules/security/no-unconfined-seccomp.ts'
import securityNoUnsafeSysctl from '../rules/security/no-unsafe-sysctl.ts'
import securityNoWindowsHostProcess from '../rules/security/no-windows-host-process.ts'
import validityNoDecimalFileMode from '../rules/validity/no-decimal-file-mode.ts'
import validityNoDuplicateEnv from '../rules/validity/no-duplicate-env.ts'
import validityNoImplausibleQuantity from '../rules/validity/no-implausible-quantity.ts'
import validityValidImageReference from '../rules/validity/valid-image-reference.ts'
import appsDeployment from '../schema/constraints/apps/deployment.ts'
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
    named(deprecationNoDeprecatedServiceAccount, 'deprecation', 'no-deprecated-service-account'),
    named(deprecationNoRetiredTaint, 'deprecation', 'no-retired-taint'),
    named(networkingNoDuplicatePortName, 'networking', 'no-duplicate-port-name'),
    named(networkingNoPortCollision, 'networking', 'no-port-collision'),
    named(reliabilityNoEndOfLifeImage, 'reliability', 'no-end-of-life-image'),
    named(reliabilityNoEndlessJobContainer, 'reliability', 'no-endless-job-container'),
    named(reliabilityNoNakedPod, 'reliability', 'no-naked-pod'),
    named(reliabilityNoPreStopBeyondGrace, 'reliability', 'no-pre-stop-beyond-grace'),
    named(reliabilityNoReplicasUnderAutoscaler, 'reliability', 'no-replicas-under-autoscaler'),
    named(reliabilityNoStaticPodReference, 'reliability', 'no-static-pod-reference'),
    named(reliabilityNoUndeclaredProbePort, 'reliability', 'no-undeclared-probe-port'),
    named(reliabilityNoUnexpandedVariable, 'reliability', 'no-unexpanded-variable'),
    named(reliabilityNoUnknownStorageMedium, 'reliability', 'no-unknown-storage-medium'),
    named(reliabilityNoUnmatchedNodeTerm, 'reliability', 'no-unmatched-node-term'),
    named(reliabilityNoUnsplitCommand, 'reliability', 'no-unsplit-command'),
    named(reliabilityNoUnusableMountPath, 'reliability', 'no-unusable-mount-path'),
    named(reliabilityNoVolatileSelectorLabel, 'reliability', 'no-volatile-selector-label'),
    named(reliabilityRequireSpreadSelector, 'reliability', 'require-spread-selector'),
    named(securityNoDangerousCapability, 'security', 'no-dangerous-capability'),
    named(securityNoHostNamespace, 'security', 'no-host-namespace'),
    named(securityNoHostPort, 'security', 'no-host-port'),
    named(securityNoPodSecurityViolation, 'security', 'no-pod-security-violation'),
    named(securityNoPrivilegeEscalation, 'security', 'no-privilege-escalation'),
    named(securityNoPrivilegedContainer, 'security', 'no-privileged-container'),
    named(securityNoProcMount, 'security', 'no-proc-mount'),
    named(securityNoRetiredRegistry, 'security', 'no-retired-registry'),
    named(securityNoRootUser, 'security', 'no-root-user'),
    named(securityNoRuntimeSocket, 'security', 'no-runtime-socket'),
    named(securityNoSecretInEnv, 'security', 'no-secret-in-env'),
    named(securityNoSelinuxOption, 'security', 'no-selinux-option'),
    named(securityNoSensitiveHostPath, 'security', 'no-sensitive-host-path'),
    named(securityNoSysctlInjection, 'security', 'no-sysctl-injection'),
    named(securityNoUnconfinedApparmor, 'security', 'no-unconfined-apparmor'),
    named(securityNoUnconfinedSeccomp, 'security', 'no-unconfined-seccomp'),
    named(securityNoUnsafeSysctl, 'security', 'no-unsafe-sysctl'),
    named(securityNoWindowsHostProcess, 'security', 'no-windows-host-process'),
    named(validityNoDecimalFileMode, 'validity', 'no-decimal-file-mode'),
    named(validityNoDuplicateEnv, 'validity', 'no-duplicate-env'),
    named(validityNoImplausibleQuantity, 'validity', 'no-implausible-quantity'),
    named(validityValidImageReference, 'validity', 'valid-image-reference'),
  ],
  constraintSets: [
    appsDeployment,
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
  constrained: "apps/v1 DeploymentSpec\napps/v1 RollingUpdateDeployment\ncore/v1 PreferredSchedulingTerm\ncore/v1 WeightedPodAffinityTerm\ncore/v1 PodAffinityTerm\ncore/v1 ContainerPort\ncore/v1 Container\ncore/v1 PodSpec\ncore/v1 ContainerRestartRule\ncore/v1 ContainerRestartRuleOnExitCodes\ncore/v1 EphemeralContainer\ncore/v1 EnvVar\ncore/v1 EnvFromSource\ncore/v1 ObjectFieldSelector\ncore/v1 ResourceFieldSelector\ncore/v1 ConfigMapKeySelector\ncore/v1 SecretKeySelector\ncore/v1 FileKeySelector\ncore/v1 LifecycleHandler\ncore/v1 SleepAction\ncore/v1 NodeSelector\ncore/v1 NodeSelectorTerm\ncore/v1 NodeSelectorRequirement\ncore/v1 PersistentVolumeClaim\ncore/v1 PersistentVolumeClaimSpec\ncore/v1 Pod\ncore/v1 PodTemplateSpec\ncore/v1 PodResourceClaim\ncore/v1 HostAlias\ncore/v1 PodReadinessGate\ncore/v1 PodSchedulingGate\ncore/v1 PodOS\ncore/v1 Probe\ncore/v1 ExecAction\ncore/v1 HTTPGetAction\ncore/v1 HTTPHeader\ncore/v1 TCPSocketAction\ncore/v1 GRPCAction\ncore/v1 DownwardAPIVolumeSource\ncore/v1 DownwardAPIVolumeFile\ncore/v1 ProjectedVolumeSource\ncore/v1 VolumeProjection\ncore/v1 ServiceAccountTokenProjection\ncore/v1 ClusterTrustBundleProjection\ncore/v1 PodCertificateProjection\ncore/v1 ResourceClaim\ncore/v1 ContainerResizePolicy\ncore/v1 PodSecurityContext\ncore/v1 Sysctl\ncore/v1 SecurityContext\ncore/v1 SeccompProfile\ncore/v1 SecurityProfileOCI\ncore/v1 AppArmorProfile\ncore/v1 NFSVolumeSource\ncore/v1 ISCSIVolumeSource\ncore/v1 ISCSIPersistentVolumeSource\ncore/v1 FCVolumeSource\ncore/v1 LocalVolumeSource\ncore/v1 GitRepoVolumeSource\ncore/v1 GCEPersistentDiskVolumeSource\ncore/v1 AWSElasticBlockStoreVolumeSource\ncore/v1 AzureDiskVolumeSource\ncore/v1 AzureFileVolumeSource\ncore/v1 AzureFilePersistentVolumeSource\ncore/v1 CinderVolumeSource\ncore/v1 CinderPersistentVolumeSource\ncore/v1 CephFSVolumeSource\ncore/v1 CephFSPersistentVolumeSource\ncore/v1 RBDVolumeSource\ncore/v1 RBDPersistentVolumeSource\ncore/v1 GlusterfsVolumeSource\ncore/v1 GlusterfsPersistentVolumeSource\ncore/v1 FlockerVolumeSource\ncore/v1 QuobyteVolumeSource\ncore/v1 FlexVolumeSource\ncore/v1 FlexPersistentVolumeSource\ncore/v1 VsphereVirtualDiskVolumeSource\ncore/v1 PhotonPersistentDiskVolumeSource\ncore/v1 PortworxVolumeSource\ncore/v1 ScaleIOVolumeSource\ncore/v1 ScaleIOPersistentVolumeSource\ncore/v1 StorageOSVolumeSource\ncore/v1 StorageOSPersistentVolumeSource\ncore/v1 TopologySpreadConstraint\ncore/v1 VolumeMount\ncore/v1 VolumeDevice\ncore/v1 Volume\ncore/v1 EmptyDirVolumeSource\ncore/v1 HostPathVolumeSource\ncore/v1 SecretVolumeSource\ncore/v1 ConfigMapVolumeSource\ncore/v1 KeyToPath\ncore/v1 PersistentVolumeClaimVolumeSource\ncore/v1 CSIVolumeSource\ncore/v1 EphemeralVolumeSource\ncore/v1 ImageVolumeSource\ncore/v1 WindowsSecurityContextOptions",
}
