// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'

export { part as everyObject } from './every-object.ts'

/** By name. */
export const PARTS: Readonly<Record<string, () => Promise<{ part: Part }>>> = {
  'every-object-optional': () => import('./every-object-optional.ts'),
  'workload': () => import('./workload.ts'),
  'several-objects': () => import('./several-objects.ts'),
  'several-objects-optional': () => import('./several-objects-optional.ts'),
  'workload-optional': () => import('./workload-optional.ts'),
  'chart-optional': () => import('./chart-optional.ts'),
  'kustomization': () => import('./kustomization.ts'),
  'core-optional': () => import('./core-optional.ts'),
  'networking': () => import('./networking.ts'),
  'core': () => import('./core.ts'),
  'networking-optional': () => import('./networking-optional.ts'),
  'policy': () => import('./policy.ts'),
  'autoscaling': () => import('./autoscaling.ts'),
  'admissionregistration-optional': () => import('./admissionregistration-optional.ts'),
  'batch': () => import('./batch.ts'),
  'autoscaling-optional': () => import('./autoscaling-optional.ts'),
  'batch-optional': () => import('./batch-optional.ts'),
  'policy-optional': () => import('./policy-optional.ts'),
  'rbac-optional': () => import('./rbac-optional.ts'),
  'rbac': () => import('./rbac.ts'),
  'apiregistration-optional': () => import('./apiregistration-optional.ts'),
  'storage-optional': () => import('./storage-optional.ts'),
  'chart': () => import('./chart.ts'),
  'admissionregistration': () => import('./admissionregistration.ts'),
  'apiextensions': () => import('./apiextensions.ts'),
  'apiregistration': () => import('./apiregistration.ts'),
  'apps': () => import('./apps.ts'),
  'authentication': () => import('./authentication.ts'),
  'authorization': () => import('./authorization.ts'),
  'certificates': () => import('./certificates.ts'),
  'coordination': () => import('./coordination.ts'),
  'discovery': () => import('./discovery.ts'),
  'events': () => import('./events.ts'),
  'flowcontrol': () => import('./flowcontrol.ts'),
  'node': () => import('./node.ts'),
  'resource': () => import('./resource.ts'),
  'scheduling': () => import('./scheduling.ts'),
  'storage': () => import('./storage.ts'),
  'storagemigration': () => import('./storagemigration.ts'),
}

/** `apiVersion kind: parts`, each on a line of its own. Text, because the table of all kinds would cost every run more than to search it for a few. */
export const KIND_PARTS = `
admissionregistration.k8s.io/v1 MutatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding: admissionregistration
admissionregistration.k8s.io/v1 MutatingWebhookConfiguration: admissionregistration admissionregistration-optional
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding: admissionregistration
admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration: admissionregistration admissionregistration-optional
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicyBinding: admissionregistration
admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicyBinding: admissionregistration
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding: admissionregistration
admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy: admissionregistration
admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicyBinding: admissionregistration
apiextensions.k8s.io/v1 CustomResourceDefinition: apiextensions
apiregistration.k8s.io/v1 APIService: apiregistration apiregistration-optional
apps/v1 ControllerRevision: apps
apps/v1 DaemonSet: apps workload workload-optional
apps/v1 Deployment: workload workload-optional
apps/v1 ReplicaSet: apps workload workload-optional
apps/v1 StatefulSet: apps workload workload-optional
authentication.k8s.io/v1 TokenReview: authentication
authorization.k8s.io/v1 LocalSubjectAccessReview: authorization
authorization.k8s.io/v1 SelfSubjectAccessReview: authorization
authorization.k8s.io/v1 SelfSubjectRulesReview: authorization
authorization.k8s.io/v1 SubjectAccessReview: authorization
autoscaling/v1 HorizontalPodAutoscaler: autoscaling autoscaling-optional
autoscaling/v2 HorizontalPodAutoscaler: autoscaling autoscaling-optional
batch/v1 CronJob: batch batch-optional workload workload-optional
batch/v1 Job: batch batch-optional workload workload-optional
certificates.k8s.io/v1 CertificateSigningRequest: certificates
certificates.k8s.io/v1 ClusterTrustBundle: certificates
certificates.k8s.io/v1 PodCertificateRequest: certificates
certificates.k8s.io/v1alpha1 ClusterTrustBundle: certificates
certificates.k8s.io/v1alpha1 PodCertificateRequest: certificates
certificates.k8s.io/v1beta1 ClusterTrustBundle: certificates
certificates.k8s.io/v1beta1 PodCertificateRequest: certificates
coordination.k8s.io/v1 Lease: coordination
coordination.k8s.io/v1alpha2 LeaseCandidate: coordination
coordination.k8s.io/v1beta1 LeaseCandidate: coordination
discovery.k8s.io/v1 EndpointSlice: discovery
events.k8s.io/v1 Event: events
flowcontrol.apiserver.k8s.io/v1 FlowSchema: flowcontrol
flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration: flowcontrol
flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema: flowcontrol
flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration: flowcontrol
flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema: flowcontrol
flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration: flowcontrol
networking.k8s.io/v1 IPAddress: networking
networking.k8s.io/v1 Ingress: networking networking-optional workload-optional
networking.k8s.io/v1 IngressClass: networking
networking.k8s.io/v1 NetworkPolicy: networking networking-optional
networking.k8s.io/v1 ServiceCIDR: networking
networking.k8s.io/v1alpha1 ClusterCIDR: workload
networking.k8s.io/v1alpha1 IPAddress: networking
networking.k8s.io/v1alpha1 ServiceCIDR: networking
networking.k8s.io/v1beta1 IPAddress: networking
networking.k8s.io/v1beta1 ServiceCIDR: networking
node.k8s.io/v1 RuntimeClass: node workload
policy/v1 PodDisruptionBudget: policy policy-optional
rbac.authorization.k8s.io/v1 ClusterRole: rbac rbac-optional
rbac.authorization.k8s.io/v1 ClusterRoleBinding: rbac rbac-optional
rbac.authorization.k8s.io/v1 Role: rbac rbac-optional
rbac.authorization.k8s.io/v1 RoleBinding: rbac rbac-optional
resource.k8s.io/v1 DeviceClass: resource
resource.k8s.io/v1 DeviceTaintRule: resource
resource.k8s.io/v1 ResourceClaim: resource workload
resource.k8s.io/v1 ResourceClaimTemplate: resource
resource.k8s.io/v1 ResourceSlice: resource workload
resource.k8s.io/v1alpha2 ResourceClaim: workload
resource.k8s.io/v1alpha2 ResourceClass: workload
resource.k8s.io/v1alpha3 DeviceClass: workload
resource.k8s.io/v1alpha3 DeviceTaintRule: resource
resource.k8s.io/v1alpha3 ResourceClaim: workload
resource.k8s.io/v1alpha3 ResourcePoolStatusRequest: resource
resource.k8s.io/v1alpha3 ResourceSlice: resource workload
resource.k8s.io/v1beta1 DeviceClass: resource
resource.k8s.io/v1beta1 ResourceClaim: resource workload
resource.k8s.io/v1beta1 ResourceClaimTemplate: resource
resource.k8s.io/v1beta1 ResourceSlice: resource workload
resource.k8s.io/v1beta2 DeviceClass: resource
resource.k8s.io/v1beta2 DeviceTaintRule: resource
resource.k8s.io/v1beta2 ResourceClaim: resource workload
resource.k8s.io/v1beta2 ResourceClaimTemplate: resource
resource.k8s.io/v1beta2 ResourceSlice: resource workload
scheduling.k8s.io/v1 PriorityClass: scheduling
storage.k8s.io/v1 CSIDriver: storage
storage.k8s.io/v1 CSINode: storage
storage.k8s.io/v1 CSIStorageCapacity: storage workload
storage.k8s.io/v1 StorageClass: storage storage-optional workload
storage.k8s.io/v1 VolumeAttachment: core storage workload
storage.k8s.io/v1 VolumeAttributesClass: storage
storage.k8s.io/v1alpha1 VolumeAttributesClass: storage
storage.k8s.io/v1beta1 VolumeAttributesClass: storage
storagemigration.k8s.io/v1 StorageVersionMigration: storagemigration
storagemigration.k8s.io/v1beta1 StorageVersionMigration: storagemigration
v1 ConfigMap: core core-optional networking-optional workload-optional
v1 Endpoints: core
v1 Event: events
v1 LimitRange: core core-optional
v1 Namespace: core core-optional
v1 Node: core
v1 PersistentVolume: core workload workload-optional
v1 PersistentVolumeClaim: workload workload-optional
v1 Pod: workload workload-optional
v1 PodTemplate: workload workload-optional
v1 ReplicationController: core workload workload-optional
v1 ResourceQuota: core core-optional
v1 Secret: core
v1 Service: core core-optional workload-optional
v1 ServiceAccount: core core-optional
`
