/*73565de7e4d5abcd*/(typeof module=="object"?part=>part(exports,require,module,__filename,__dirname):part=>part)((function(exports,require,module,__filename,__dirname){"use strict";var n=Object.defineProperty;var s=Object.getOwnPropertyDescriptor;var l=Object.getOwnPropertyNames;var u=Object.prototype.hasOwnProperty;var p=(o,e)=>{for(var r in e)n(o,r,{get:e[r],enumerable:!0})},v=(o,e,r,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of l(e))!u.call(o,t)&&t!==r&&n(o,t,{get:()=>e[t],enumerable:!(i=s(e,t))||i.enumerable});return o};var d=o=>v(n({},"__esModule",{value:!0}),o);var g={};p(g,{defaultOf:()=>S,defaultedFields:()=>m});module.exports=d(g);var a=`
admissionregistration/v1 MatchResources matchPolicy Equivalent
admissionregistration/v1 MutatingWebhook failurePolicy Fail
admissionregistration/v1 MutatingWebhook matchPolicy Equivalent
admissionregistration/v1 MutatingWebhook reinvocationPolicy Never
admissionregistration/v1 MutatingWebhook timeoutSeconds 10
admissionregistration/v1 RuleWithOperations scope *
admissionregistration/v1 ServiceReference port 443
admissionregistration/v1 ValidatingAdmissionPolicySpec failurePolicy Fail
admissionregistration/v1 ValidatingWebhook failurePolicy Fail
admissionregistration/v1 ValidatingWebhook matchPolicy Equivalent
admissionregistration/v1 ValidatingWebhook timeoutSeconds 10
apiextensions/v1 CustomResourceConversion strategy None
apiextensions/v1 CustomResourceDefinitionNames listKind ~the kind with List after it
apiextensions/v1 CustomResourceDefinitionNames singular ~the lowercase kind
apiextensions/v1 CustomResourceDefinitionSpec conversion ~the strategy None
apiregistration/v1 ServiceReference port 443
apps/v1 DaemonSetSpec revisionHistoryLimit 10
apps/v1 DaemonSetUpdateStrategy type RollingUpdate
apps/v1 DeploymentSpec progressDeadlineSeconds 600
apps/v1 DeploymentSpec replicas 1
apps/v1 DeploymentSpec revisionHistoryLimit 10
apps/v1 DeploymentStrategy type RollingUpdate
apps/v1 ReplicaSetSpec replicas 1
apps/v1 RollingUpdateDaemonSet maxSurge 0
apps/v1 RollingUpdateDaemonSet maxUnavailable 1
apps/v1 RollingUpdateDeployment maxSurge 25%
apps/v1 RollingUpdateDeployment maxUnavailable 25%
apps/v1 RollingUpdateStatefulSetStrategy maxUnavailable 1
apps/v1 RollingUpdateStatefulSetStrategy partition 0
apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted Retain
apps/v1 StatefulSetPersistentVolumeClaimRetentionPolicy whenScaled Retain
apps/v1 StatefulSetSpec podManagementPolicy OrderedReady
apps/v1 StatefulSetSpec replicas 1
apps/v1 StatefulSetSpec revisionHistoryLimit 10
apps/v1 StatefulSetUpdateStrategy type RollingUpdate
autoscaling/v1 HorizontalPodAutoscalerSpec minReplicas 1
autoscaling/v1 HorizontalPodAutoscalerSpec targetCPUUtilizationPercentage 80
autoscaling/v2 HorizontalPodAutoscalerSpec metrics ~80% of the requested cpu
autoscaling/v2 HorizontalPodAutoscalerSpec minReplicas 1
autoscaling/v2 HPAScalingRules selectPolicy ~Max
batch/v1 CronJobSpec concurrencyPolicy Allow
batch/v1 CronJobSpec failedJobsHistoryLimit 1
batch/v1 CronJobSpec successfulJobsHistoryLimit 3
batch/v1 CronJobSpec suspend false
batch/v1 JobSpec backoffLimit ~6
batch/v1 JobSpec completionMode ~NonIndexed
batch/v1 JobSpec completions ~1, unless parallelism is set
batch/v1 JobSpec manualSelector ~false
batch/v1 JobSpec parallelism ~1
batch/v1 JobSpec podReplacementPolicy ~TerminatingOrFailed; Failed beside podFailurePolicy
batch/v1 JobSpec suspend ~false
batch/v1 PodFailurePolicyOnPodConditionsPattern status True
certificates/v1 PodCertificateRequestSpec maxExpirationSeconds 86400
core/v1 AzureDiskVolumeSource cachingMode ReadWrite
core/v1 AzureDiskVolumeSource fsType ext4
core/v1 AzureDiskVolumeSource kind Shared
core/v1 AzureDiskVolumeSource readOnly false
core/v1 ConfigMapVolumeSource defaultMode 0644
core/v1 Container imagePullPolicy ~Always for the tag latest and for no tag, otherwise IfNotPresent
core/v1 Container terminationMessagePath /dev/termination-log
core/v1 Container terminationMessagePolicy File
core/v1 ContainerPort hostPort ~the containerPort, in a Pod with hostNetwork
core/v1 ContainerPort protocol TCP
core/v1 DownwardAPIVolumeSource defaultMode 0644
core/v1 EndpointPort protocol TCP
core/v1 EphemeralContainer imagePullPolicy ~Always for the tag latest and for no tag, otherwise IfNotPresent
core/v1 EphemeralContainer terminationMessagePath /dev/termination-log
core/v1 EphemeralContainer terminationMessagePolicy File
core/v1 FileKeySelector optional false
core/v1 HTTPGetAction path /
core/v1 HTTPGetAction scheme HTTP
core/v1 ImageVolumeSource pullPolicy ~Always for the tag latest and for no tag, otherwise IfNotPresent
core/v1 ISCSIPersistentVolumeSource iscsiInterface default
core/v1 ISCSIVolumeSource iscsiInterface default
core/v1 LimitRangeItem default ~max, for the type Container
core/v1 LimitRangeItem defaultRequest ~default, then min, for the type Container
core/v1 ObjectFieldSelector apiVersion v1
core/v1 PersistentVolumeClaimSpec volumeMode Filesystem
core/v1 PersistentVolumeSpec persistentVolumeReclaimPolicy Retain
core/v1 PersistentVolumeSpec volumeMode Filesystem
core/v1 PodSpec dnsPolicy ClusterFirst
core/v1 PodSpec enableServiceLinks ~true
core/v1 PodSpec restartPolicy Always
core/v1 PodSpec schedulerName default-scheduler
core/v1 PodSpec serviceAccountName ~default
core/v1 PodSpec terminationGracePeriodSeconds 30
core/v1 Probe failureThreshold 3
core/v1 Probe initialDelaySeconds 0
core/v1 Probe periodSeconds 10
core/v1 Probe successThreshold 1
core/v1 Probe timeoutSeconds 1
core/v1 ProjectedVolumeSource defaultMode 0644
core/v1 RBDPersistentVolumeSource keyring /etc/ceph/keyring
core/v1 RBDPersistentVolumeSource pool rbd
core/v1 RBDPersistentVolumeSource user admin
core/v1 RBDVolumeSource keyring /etc/ceph/keyring
core/v1 RBDVolumeSource pool rbd
core/v1 RBDVolumeSource user admin
core/v1 ReplicationControllerSpec replicas 1
core/v1 ReplicationControllerSpec selector ~the labels of the template
core/v1 ResourceRequirements requests ~the limits, for what has no request
core/v1 ScaleIOPersistentVolumeSource fsType xfs
core/v1 ScaleIOPersistentVolumeSource storageMode ThinProvisioned
core/v1 ScaleIOVolumeSource fsType xfs
core/v1 ScaleIOVolumeSource storageMode ThinProvisioned
core/v1 Secret type Opaque
core/v1 SecretVolumeSource defaultMode 0644
core/v1 ServiceAccountTokenProjection expirationSeconds 3600
core/v1 ServicePort protocol TCP
core/v1 ServicePort targetPort ~the port
core/v1 ServiceSpec allocateLoadBalancerNodePorts ~true, for the type LoadBalancer
core/v1 ServiceSpec externalTrafficPolicy ~Cluster, where it can be set
core/v1 ServiceSpec internalTrafficPolicy ~Cluster
core/v1 ServiceSpec sessionAffinity None
core/v1 ServiceSpec type ClusterIP
core/v1 ClientIPConfig timeoutSeconds 10800
core/v1 TopologySpreadConstraint nodeAffinityPolicy ~Honor
core/v1 TopologySpreadConstraint nodeTaintsPolicy ~Ignore
core/v1 Volume emptyDir ~an empty directory, when the volume has no source
discovery/v1 EndpointPort name ~an empty name
discovery/v1 EndpointPort protocol TCP
flowcontrol/v1 ExemptPriorityLevelConfiguration lendablePercent 0
flowcontrol/v1 FlowSchemaSpec matchingPrecedence 1000
flowcontrol/v1 LimitedPriorityLevelConfiguration lendablePercent 0
flowcontrol/v1 LimitedPriorityLevelConfiguration nominalConcurrencyShares 30
flowcontrol/v1 QueuingConfiguration handSize 8
flowcontrol/v1 QueuingConfiguration queueLengthLimit 50
flowcontrol/v1 QueuingConfiguration queues 64
networking/v1 IngressClassParametersReference scope Cluster
networking/v1 NetworkPolicyPort protocol TCP
networking/v1 NetworkPolicySpec policyTypes ~Ingress, and Egress when there are egress rules
policy/v1 PodDisruptionBudgetSpec unhealthyPodEvictionPolicy ~IfHealthyBudget
rbac/v1 RoleRef apiGroup rbac.authorization.k8s.io
rbac/v1 Subject apiGroup ~rbac.authorization.k8s.io for a User and a Group
resource/v1 DeviceSubRequest allocationMode ExactCount
resource/v1 DeviceSubRequest count ~1, for the mode ExactCount
resource/v1 DeviceToleration operator Equal
resource/v1 ExactDeviceRequest allocationMode ExactCount
resource/v1 ExactDeviceRequest count ~1, for the mode ExactCount
scheduling/v1 PriorityClass globalDefault false
scheduling/v1 PriorityClass preemptionPolicy PreemptLowerPriority
storage/v1 CSIDriverSpec attachRequired true
storage/v1 CSIDriverSpec fsGroupPolicy ReadWriteOnceWithFSType
storage/v1 CSIDriverSpec podInfoOnMount false
storage/v1 CSIDriverSpec preventPodSchedulingIfMissing false
storage/v1 CSIDriverSpec requiresRepublish false
storage/v1 CSIDriverSpec seLinuxMount false
storage/v1 CSIDriverSpec storageCapacity false
storage/v1 CSIDriverSpec volumeLifecycleModes Persistent
storage/v1 StorageClass reclaimPolicy Delete
storage/v1 StorageClass volumeBindingMode Immediate
`;function S(o,e){let r=i=>{let t=a.indexOf(`
${i} ${e} `);return t===-1?void 0:a.slice(t+i.length+e.length+3,a.indexOf(`
`,t+1)).replace(/^~/,"")};return r(o)??r(o.replace(/\/v\w+ /,"/v1 "))}var m=()=>a.trim().split(`
`).map(o=>{let[e,r,i,...t]=o.split(" "),c=t.join(" ");return[`${e} ${r}`,i,c.startsWith("~")?void 0:c]});0&&(module.exports={defaultOf,defaultedFields});
}))
