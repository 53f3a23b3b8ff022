/**
 * API versions with an end: those that Kubernetes no longer serves, and those that it announces to drop (its lifecycle data names the minor long before).
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */

export interface RemovedApi {
  /** From this minor on the API server warns; missing for versions that went without an announcement. */
  deprecatedIn?: string
  /** First minor that does not serve it, perhaps a coming one; missing when nobody plans to remove it. */
  removedIn?: string
  /** The apiVersion to use instead, or apiVersion and kind when the kind has another name; missing when there is none. */
  replacement?: string
}

// apiVersion, kinds, deprecated in, removed in, use instead. `-` stands for none.
const LIFECYCLES = `
v1|ComponentStatus|1.19|-|-
v1|Endpoints|1.33|-|discovery.k8s.io/v1 EndpointSlice
admission.k8s.io/v1beta1|AdmissionReview|1.19|1.22|admission.k8s.io/v1
admissionregistration.k8s.io/v1alpha1|InitializerConfiguration|-|1.14|-
admissionregistration.k8s.io/v1alpha1|MutatingAdmissionPolicy MutatingAdmissionPolicyBinding|1.35|1.38|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1alpha1|ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding|1.29|1.32|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|MutatingAdmissionPolicy MutatingAdmissionPolicyBinding|1.37|1.40|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|MutatingWebhookConfiguration ValidatingWebhookConfiguration|1.16|1.22|admissionregistration.k8s.io/v1
admissionregistration.k8s.io/v1beta1|ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding|1.31|1.34|admissionregistration.k8s.io/v1
apiextensions.k8s.io/v1beta1|CustomResourceDefinition|1.16|1.22|apiextensions.k8s.io/v1
apiregistration.k8s.io/v1beta1|APIService|1.19|1.22|apiregistration.k8s.io/v1
apps/v1beta1|ControllerRevision Deployment StatefulSet|1.8|1.16|apps/v1
apps/v1beta1|DeploymentRollback|1.8|1.16|-
apps/v1beta1|Scale|1.8|1.16|autoscaling/v1
apps/v1beta2|ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet|1.9|1.16|apps/v1
apps/v1beta2|Scale|1.9|1.16|autoscaling/v1
authentication.k8s.io/v1alpha1|SelfSubjectReview|1.29|1.32|authentication.k8s.io/v1
authentication.k8s.io/v1beta1|SelfSubjectReview|1.30|1.33|authentication.k8s.io/v1
authentication.k8s.io/v1beta1|TokenReview|1.19|1.22|authentication.k8s.io/v1
authorization.k8s.io/v1beta1|LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview|1.19|1.22|authorization.k8s.io/v1
autoscaling/v2beta1|HorizontalPodAutoscaler|1.22|1.25|autoscaling/v2
autoscaling/v2beta2|HorizontalPodAutoscaler|1.23|1.26|autoscaling/v2
batch/v1beta1|CronJob|1.21|1.25|batch/v1
batch/v2alpha1|CronJob|-|1.21|batch/v1
certificates.k8s.io/v1alpha1|ClusterTrustBundle|1.34|1.37|certificates.k8s.io/v1
certificates.k8s.io/v1alpha1|PodCertificateRequest|-|1.35|certificates.k8s.io/v1
certificates.k8s.io/v1beta1|CertificateSigningRequest|1.19|1.22|certificates.k8s.io/v1
certificates.k8s.io/v1beta1|ClusterTrustBundle PodCertificateRequest|1.37|1.40|certificates.k8s.io/v1
coordination.k8s.io/v1alpha1|LeaseCandidate|-|1.32|coordination.k8s.io/v1beta1
coordination.k8s.io/v1alpha2|LeaseCandidate|1.35|1.38|coordination.k8s.io/v1beta1
coordination.k8s.io/v1beta1|Lease|1.19|1.22|coordination.k8s.io/v1
coordination.k8s.io/v1beta1|LeaseCandidate|1.36|1.39|-
discovery.k8s.io/v1alpha1|EndpointSlice|-|1.21|discovery.k8s.io/v1
discovery.k8s.io/v1beta1|EndpointSlice|1.21|1.25|discovery.k8s.io/v1
events.k8s.io/v1beta1|Event|1.22|1.25|events.k8s.io/v1
extensions/v1beta1|DaemonSet Deployment ReplicaSet|1.8|1.16|apps/v1
extensions/v1beta1|DeploymentRollback|1.8|1.16|-
extensions/v1beta1|Ingress|1.14|1.22|networking.k8s.io/v1
extensions/v1beta1|Job|-|1.8|batch/v1
extensions/v1beta1|NetworkPolicy|1.9|1.16|networking.k8s.io/v1
extensions/v1beta1|PodSecurityPolicy|1.11|1.16|-
extensions/v1beta1|Scale|1.2|1.16|autoscaling/v1
flowcontrol.apiserver.k8s.io/v1alpha1|FlowSchema PriorityLevelConfiguration|1.20|1.21|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta1|FlowSchema PriorityLevelConfiguration|1.23|1.26|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta2|FlowSchema PriorityLevelConfiguration|1.26|1.29|flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta3|FlowSchema PriorityLevelConfiguration|1.29|1.32|flowcontrol.apiserver.k8s.io/v1
lifecycle.k8s.io/v1alpha1|Eviction EvictionRequest|1.40|1.43|-
networking.k8s.io/v1alpha1|ClusterCIDR|-|1.29|-
networking.k8s.io/v1alpha1|IPAddress ServiceCIDR|-|1.31|networking.k8s.io/v1
networking.k8s.io/v1beta1|IPAddress ServiceCIDR|1.34|1.37|networking.k8s.io/v1
networking.k8s.io/v1beta1|Ingress IngressClass|1.19|1.22|networking.k8s.io/v1
node.k8s.io/v1alpha1|RuntimeClass|-|1.24|node.k8s.io/v1
node.k8s.io/v1beta1|RuntimeClass|1.22|1.25|node.k8s.io/v1
policy/v1beta1|Eviction|1.22|1.25|policy/v1
policy/v1beta1|PodDisruptionBudget|1.21|1.25|policy/v1
policy/v1beta1|PodSecurityPolicy|1.21|1.25|-
rbac.authorization.k8s.io/v1alpha1|ClusterRole ClusterRoleBinding Role RoleBinding|1.17|1.22|rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1|ClusterRole ClusterRoleBinding Role RoleBinding|1.17|1.22|rbac.authorization.k8s.io/v1
resource.k8s.io/v1alpha1|PodScheduling ResourceClaim ResourceClaimTemplate ResourceClass|-|1.27|-
resource.k8s.io/v1alpha2|PodSchedulingContext ResourceClaimParameters ResourceClass ResourceClassParameters|-|1.31|-
resource.k8s.io/v1alpha2|ResourceClaim ResourceClaimTemplate ResourceSlice|-|1.31|resource.k8s.io/v1
resource.k8s.io/v1alpha3|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|-|1.34|resource.k8s.io/v1
resource.k8s.io/v1alpha3|DeviceTaintRule|1.36|1.39|resource.k8s.io/v1
resource.k8s.io/v1alpha3|PodSchedulingContext|-|1.32|-
resource.k8s.io/v1alpha3|ResourcePoolStatusRequest|1.39|1.42|-
resource.k8s.io/v1beta1|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|1.35|1.38|resource.k8s.io/v1
resource.k8s.io/v1beta2|DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice|1.36|1.39|resource.k8s.io/v1
resource.k8s.io/v1beta2|DeviceTaintRule|1.39|1.42|resource.k8s.io/v1
scheduling.k8s.io/v1alpha1|PriorityClass|1.14|1.22|scheduling.k8s.io/v1
scheduling.k8s.io/v1alpha1|Workload|-|1.36|scheduling.k8s.io/v1beta1
scheduling.k8s.io/v1alpha2|PodGroup Workload|-|1.37|scheduling.k8s.io/v1beta1
scheduling.k8s.io/v1beta1|PodGroup Workload|1.40|1.43|-
scheduling.k8s.io/v1beta1|PriorityClass|1.14|1.22|scheduling.k8s.io/v1
settings.k8s.io/v1alpha1|PodPreset|-|1.20|-
storage.k8s.io/v1alpha1|CSIStorageCapacity|1.21|1.24|storage.k8s.io/v1
storage.k8s.io/v1alpha1|VolumeAttachment|1.21|1.24|storage.k8s.io/v1
storage.k8s.io/v1alpha1|VolumeAttributesClass|1.32|1.35|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSIDriver|1.19|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSINode|1.17|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|CSIStorageCapacity|1.24|1.27|storage.k8s.io/v1
storage.k8s.io/v1beta1|StorageClass VolumeAttachment|1.19|1.22|storage.k8s.io/v1
storage.k8s.io/v1beta1|VolumeAttributesClass|1.34|1.37|storage.k8s.io/v1
storagemigration.k8s.io/v1alpha1|StorageVersionMigration|-|1.35|storagemigration.k8s.io/v1
storagemigration.k8s.io/v1beta1|StorageVersionMigration|1.37|1.40|storagemigration.k8s.io/v1
`

function read(line: string): RemovedApi & { kinds: string[] } {
  const [, kinds, deprecatedIn, removedIn, replacement] = line.split('|') as [string, string, string, string, string]
  return {
    kinds: kinds.split(' '),
    ...(deprecatedIn !== '-' && { deprecatedIn }),
    ...(removedIn !== '-' && { removedIn }),
    ...(replacement !== '-' && { replacement }),
  }
}

/** All of them, by `apiVersion kind`. */
export function removedApis(): ReadonlyMap<string, RemovedApi> {
  const lines = LIFECYCLES.trim().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const { kinds, ...api } = read(line)
      return kinds.map((kind): [string, RemovedApi] => [`${line.slice(0, line.indexOf('|'))} ${kind}`, api])
    }),
  )
}

const known = new Map<string, RemovedApi | undefined>()

/** Undefined for what has no end in sight, and for kinds that were never Kubernetes' own. */
export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  const name = `${apiVersion} ${kind}`
  if (!known.has(name)) known.set(name, find(apiVersion, kind))
  return known.get(name)
}

/** Searching the text beats an index: a run meets few API versions, and hardly one of these. */
function find(apiVersion: string, kind: string): RemovedApi | undefined {
  for (let at = LIFECYCLES.indexOf(`\n${apiVersion}|`); at !== -1; at = LIFECYCLES.indexOf(`\n${apiVersion}|`, at + 1)) {
    const { kinds, ...api } = read(LIFECYCLES.slice(at + 1, LIFECYCLES.indexOf('\n', at + 1)))
    if (kinds.includes(kind)) return api
  }
  return undefined
}

/** Kinds whose fields are others in the version that took the place of this one. */
const OTHER_FIELDS = /^(?:resource\.k8s\.io\/\S+|\S+ (?:CustomResourceDefinition|EndpointSlice|Eviction|Ingress|Scale)|autoscaling\/v2beta1 \S+|flowcontrol\S+\/v1(?:alpha1|beta1|beta2) \S+)/

/** The version in which a kind has the fields that it has in this one. */
export function successorOf(apiVersion: string, kind: string): string | undefined {
  const replacement = removedApi(apiVersion, kind)?.replacement
  return replacement === undefined || replacement.includes(' ') || OTHER_FIELDS.test(`${apiVersion} ${kind}`) ? undefined : replacement
}

/** Kinds with fields that count as something else in the new version where they are not set, or are empty. */
const OTHER_DEFAULTS: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'MutatingWebhookConfiguration', 'PodDisruptionBudget', 'ReplicaSet', 'StatefulSet', 'ValidatingWebhookConfiguration'])

export const hasOtherDefaults = (kind: string): boolean => OTHER_DEFAULTS.has(kind)
