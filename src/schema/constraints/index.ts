// Made by scripts/generate.mjs.
import type { ConstraintSet } from '../constraints.ts'
import admissionregistrationAdmissionExpression from './admissionregistration/admission-expression.ts'
import admissionregistrationAdmissionPolicyBinding from './admissionregistration/admission-policy-binding.ts'
import admissionregistrationAdmissionPolicy from './admissionregistration/admission-policy.ts'
import admissionregistrationAdmissionRule from './admissionregistration/admission-rule.ts'
import admissionregistrationWebhookConfiguration from './admissionregistration/webhook-configuration.ts'
import apiextensionsCustomResourceDefinition from './apiextensions/custom-resource-definition.ts'
import apiextensionsValidationRule from './apiextensions/validation-rule.ts'
import apiregistrationApiService from './apiregistration/api-service.ts'
import appsControllerRevision from './apps/controller-revision.ts'
import appsDaemonSet from './apps/daemon-set.ts'
import appsDeployment from './apps/deployment.ts'
import appsReplicaSet from './apps/replica-set.ts'
import appsStatefulSet from './apps/stateful-set.ts'
import authenticationTokenReview from './authentication/token-review.ts'
import authorizationAccessReview from './authorization/access-review.ts'
import autoscalingHorizontalPodAutoscaler from './autoscaling/horizontal-pod-autoscaler.ts'
import batchCronJob from './batch/cron-job.ts'
import batchJobSpec from './batch/job-spec.ts'
import batchJob from './batch/job.ts'
import batchPodFailurePolicy from './batch/pod-failure-policy.ts'
import batchSuccessPolicy from './batch/success-policy.ts'
import certificatesCertificateSigningRequest from './certificates/certificate-signing-request.ts'
import certificatesClusterTrustBundle from './certificates/cluster-trust-bundle.ts'
import certificatesPodCertificateRequest from './certificates/pod-certificate-request.ts'
import coordinationLeaseCandidate from './coordination/lease-candidate.ts'
import coordinationLease from './coordination/lease.ts'
import coreAffinity from './core/affinity.ts'
import coreConfigMap from './core/config-map.ts'
import coreContainerPort from './core/container-port.ts'
import coreContainer from './core/container.ts'
import coreEndpoints from './core/endpoints.ts'
import coreEnvVar from './core/env-var.ts'
import coreLifecycleHandler from './core/lifecycle-handler.ts'
import coreLimitRange from './core/limit-range.ts'
import coreNamespace from './core/namespace.ts'
import coreNodeSelector from './core/node-selector.ts'
import coreNode from './core/node.ts'
import corePersistentVolumeClaim from './core/persistent-volume-claim.ts'
import corePersistentVolume from './core/persistent-volume.ts'
import corePodAnnotations from './core/pod-annotations.ts'
import corePodResourceClaim from './core/pod-resource-claim.ts'
import corePodSpec from './core/pod-spec.ts'
import corePod from './core/pod.ts'
import coreProbe from './core/probe.ts'
import coreProjectedVolumeSource from './core/projected-volume-source.ts'
import coreReplicationController from './core/replication-controller.ts'
import coreResourceQuota from './core/resource-quota.ts'
import coreResourceRequirements from './core/resource-requirements.ts'
import coreSecret from './core/secret.ts'
import coreSecurityContext from './core/security-context.ts'
import coreSecurityProfile from './core/security-profile.ts'
import coreServiceAccount from './core/service-account.ts'
import coreService from './core/service.ts'
import coreStorageVolumeSource from './core/storage-volume-source.ts'
import coreToleration from './core/toleration.ts'
import coreTopologySpreadConstraint from './core/topology-spread-constraint.ts'
import coreVolumeMount from './core/volume-mount.ts'
import coreVolume from './core/volume.ts'
import coreWindowsOptions from './core/windows-options.ts'
import discoveryEndpointSlice from './discovery/endpoint-slice.ts'
import eventsEvent from './events/event.ts'
import flowcontrolFlowSchema from './flowcontrol/flow-schema.ts'
import flowcontrolPriorityLevelConfiguration from './flowcontrol/priority-level-configuration.ts'
import metaLabelSelector from './meta/label-selector.ts'
import metaObjectMeta from './meta/object-meta.ts'
import networkingIngressClass from './networking/ingress-class.ts'
import networkingIngress from './networking/ingress.ts'
import networkingIpAddress from './networking/ip-address.ts'
import networkingNetworkPolicy from './networking/network-policy.ts'
import networkingServiceCidr from './networking/service-cidr.ts'
import nodeRuntimeClass from './node/runtime-class.ts'
import policyPodDisruptionBudget from './policy/pod-disruption-budget.ts'
import rbacRoleBinding from './rbac/role-binding.ts'
import rbacRole from './rbac/role.ts'
import resourceDeviceClass from './resource/device-class.ts'
import resourceDeviceConfiguration from './resource/device-configuration.ts'
import resourceDeviceExpression from './resource/device-expression.ts'
import resourceDeviceTaint from './resource/device-taint.ts'
import resourceResourceClaim from './resource/resource-claim.ts'
import resourceResourcePoolStatusRequest from './resource/resource-pool-status-request.ts'
import resourceResourceSlice from './resource/resource-slice.ts'
import schedulingPriorityClass from './scheduling/priority-class.ts'
import storageCsiDriver from './storage/csi-driver.ts'
import storageCsiNode from './storage/csi-node.ts'
import storageCsiStorageCapacity from './storage/csi-storage-capacity.ts'
import storageStorageClass from './storage/storage-class.ts'
import storageVolumeAttachment from './storage/volume-attachment.ts'
import storageVolumeAttributesClass from './storage/volume-attributes-class.ts'
import storagemigrationStorageVersionMigration from './storagemigration/storage-version-migration.ts'

export const constraintSets: readonly ConstraintSet[] = [
  admissionregistrationAdmissionExpression,
  admissionregistrationAdmissionPolicyBinding,
  admissionregistrationAdmissionPolicy,
  admissionregistrationAdmissionRule,
  admissionregistrationWebhookConfiguration,
  apiextensionsCustomResourceDefinition,
  apiextensionsValidationRule,
  apiregistrationApiService,
  appsControllerRevision,
  appsDaemonSet,
  appsDeployment,
  appsReplicaSet,
  appsStatefulSet,
  authenticationTokenReview,
  authorizationAccessReview,
  autoscalingHorizontalPodAutoscaler,
  batchCronJob,
  batchJobSpec,
  batchJob,
  batchPodFailurePolicy,
  batchSuccessPolicy,
  certificatesCertificateSigningRequest,
  certificatesClusterTrustBundle,
  certificatesPodCertificateRequest,
  coordinationLeaseCandidate,
  coordinationLease,
  coreAffinity,
  coreConfigMap,
  coreContainerPort,
  coreContainer,
  coreEndpoints,
  coreEnvVar,
  coreLifecycleHandler,
  coreLimitRange,
  coreNamespace,
  coreNodeSelector,
  coreNode,
  corePersistentVolumeClaim,
  corePersistentVolume,
  corePodAnnotations,
  corePodResourceClaim,
  corePodSpec,
  corePod,
  coreProbe,
  coreProjectedVolumeSource,
  coreReplicationController,
  coreResourceQuota,
  coreResourceRequirements,
  coreSecret,
  coreSecurityContext,
  coreSecurityProfile,
  coreServiceAccount,
  coreService,
  coreStorageVolumeSource,
  coreToleration,
  coreTopologySpreadConstraint,
  coreVolumeMount,
  coreVolume,
  coreWindowsOptions,
  discoveryEndpointSlice,
  eventsEvent,
  flowcontrolFlowSchema,
  flowcontrolPriorityLevelConfiguration,
  metaLabelSelector,
  metaObjectMeta,
  networkingIngressClass,
  networkingIngress,
  networkingIpAddress,
  networkingNetworkPolicy,
  networkingServiceCidr,
  nodeRuntimeClass,
  policyPodDisruptionBudget,
  rbacRoleBinding,
  rbacRole,
  resourceDeviceClass,
  resourceDeviceConfiguration,
  resourceDeviceExpression,
  resourceDeviceTaint,
  resourceResourceClaim,
  resourceResourcePoolStatusRequest,
  resourceResourceSlice,
  schedulingPriorityClass,
  storageCsiDriver,
  storageCsiNode,
  storageCsiStorageCapacity,
  storageStorageClass,
  storageVolumeAttachment,
  storageVolumeAttributesClass,
  storagemigrationStorageVersionMigration,
]
