/**
 * What constraints check with code rather than with data, a line for each field: for `podlint explain` and the pages of the rules. Under the type and the rule: the way to the field,
 * `.` for the object itself, and what it must be. What belongs to a version of a group without lines of its own is that of v1. A test holds this against what the constraints say.
 */
export const CODE_CHECKS = `
admissionregistration/v1 MutatingAdmissionPolicySpec valid-admission-expression
  matchConditions[].expression: a CEL expression that the API server compiles; gives a boolean
  mutations[].applyConfiguration.expression: a CEL expression that the API server compiles; gives an object of the kind
  mutations[].jsonPatch.expression: a CEL expression that the API server compiles; gives a list of JSONPatch
  variables[].expression: a CEL expression that the API server compiles
admissionregistration/v1 MutatingWebhook valid-admission-expression
  matchConditions[].expression: a CEL expression that the API server compiles; gives a boolean
admissionregistration/v1 ValidatingAdmissionPolicySpec valid-admission-expression
  auditAnnotations[].valueExpression: a CEL expression that the API server compiles; gives a string or null
  matchConditions[].expression: a CEL expression that the API server compiles; gives a boolean
  validations[].expression: a CEL expression that the API server compiles; gives a boolean
  validations[].messageExpression: a CEL expression that the API server compiles; gives a string
  variables[].expression: a CEL expression that the API server compiles
admissionregistration/v1 ValidatingWebhook valid-admission-expression
  matchConditions[].expression: a CEL expression that the API server compiles; gives a boolean
apiextensions/v1 CustomResourceDefinitionSpec valid-validation-rule
  versions[].schema.openAPIV3Schema: x-kubernetes-validations are CEL expressions that the API server compiles, and give a boolean
resource/v1 CELDeviceSelector valid-device-expression
  expression: a CEL expression that the API server compiles; gives a boolean
admissionregistration/v1 MutatingAdmissionPolicyBinding valid-admission-policy-binding
  metadata.name: must not end in ".static.k8s.io", which is reserved for manifests of the API server itself
admissionregistration/v1 MutatingAdmissionPolicyBindingSpec valid-admission-policy-binding
  matchResources.resourceRules[].operations[]: must be "CREATE", "UPDATE", "CONNECT" or "*"
admissionregistration/v1 MutatingAdmissionPolicySpec valid-admission-policy
  matchConstraints: required
  matchConstraints.resourceRules: required
  matchConstraints.resourceRules[].operations[]: must be "CREATE", "UPDATE", "CONNECT" or "*"
admissionregistration/v1 Mutation valid-admission-policy
  applyConfiguration: required for the type ApplyConfiguration; cannot be set for the type JSONPatch
  jsonPatch: required for the type JSONPatch
admissionregistration/v1 NamedRuleWithOperations valid-admission-rule
  resourceNames[]: each only once
  resources: cannot have anything else with "*/*"
  resources[]: already covered by "*/log"; already covered by "pods/*"
admissionregistration/v1 ParamRef valid-admission-policy-binding
  .: must have name or selector
admissionregistration/v1 RuleWithOperations valid-admission-rule
  resources: cannot have anything else with "*/*"
  resources[]: already covered by "*/log"; already covered by "pods/*"
admissionregistration/v1 ValidatingAdmissionPolicy valid-admission-policy
  metadata.name: must not end in ".static.k8s.io", which is reserved for manifests of the API server itself
admissionregistration/v1 ValidatingAdmissionPolicyBinding valid-admission-policy-binding
  metadata.name: must not end in ".static.k8s.io", which is reserved for manifests of the API server itself
admissionregistration/v1 ValidatingAdmissionPolicyBindingSpec valid-admission-policy-binding
  validationActions: cannot have both "Deny" and "Warn", which say the same
  validationActions[]: each only once
admissionregistration/v1 ValidatingAdmissionPolicySpec valid-admission-policy
  auditAnnotations: at most 20 items
  auditAnnotations[].key: letters, digits, "-", "_" and "."
  matchConstraints.resourceRules: required
admissionregistration/v1 ValidatingWebhook valid-webhook-configuration
  admissionReviewVersions[]: a DNS label
admissionregistration/v1 ValidatingWebhookConfiguration valid-webhook-configuration
  metadata.name: must not end in ".static.k8s.io", which is reserved for manifests of the API server itself
admissionregistration/v1 WebhookClientConfig valid-webhook-configuration
  .: must have only one of url and service; must have url or service
  service.name: required
  service.namespace: required
  service.path: a DNS subdomain
  service.port: must be between 1 and 65535
  url: must be a URL; must name a host; must not name a user
admissionregistration/v1alpha1 MutatingAdmissionPolicySpec valid-admission-policy
  matchConstraints: required
apiextensions/v1 CustomResourceConversion valid-custom-resource-definition
  strategy: required; must be "None" or "Webhook"
  webhook.clientConfig: required for the strategy "Webhook"; cannot be set without the strategy "Webhook"; must have only one of url and service; must have url or service
  webhook.clientConfig.service.name: required
  webhook.clientConfig.service.namespace: required
  webhook.clientConfig.service.port: must be between 1 and 65535
  webhook.clientConfig.url: must be a URL; must name a host
  webhook.conversionReviewVersions: required for the strategy "Webhook"; cannot be set without the strategy "Webhook"
  webhook.conversionReviewVersions[]: a DNS label
apiextensions/v1 CustomResourceDefinition valid-custom-resource-definition
  metadata.annotations: api-approved.kubernetes.io is required for the groups of Kubernetes
  metadata.name: the plural and the group: <plural>.<group>
  spec.names.kind: required
  spec.names.listKind: required
  spec.names.plural: required
  spec.names.singular: required
apiextensions/v1 CustomResourceDefinitionNames valid-custom-resource-definition
  categories[]: a DNS label
  kind: required; a DNS label
  listKind: a DNS label
  plural: required; a DNS label
  shortNames[]: a DNS label
apiextensions/v1 CustomResourceDefinitionSpec valid-custom-resource-definition
  versions: must have a version that is stored; must have exactly one version with "storage: true"; must have versions of different names
  versions[].additionalPrinterColumns[].format: must be "int32", "int64", "float", "double", "byte", "date", "date-time" or "password"
  versions[].additionalPrinterColumns[].jsonPath: required
  versions[].additionalPrinterColumns[].name: required
  versions[].additionalPrinterColumns[].type: must be "integer", "number", "string", "boolean" or "date"
  versions[].deprecationWarning: cannot be set for a version that is not deprecated; must consist of printable characters
  versions[].name: a DNS label
  versions[].schema.openAPIV3Schema: a structural schema; with the status subresource only a few keywords at the root
  versions[].schema.openAPIV3Schema.additionalProperties: cannot be used at the root
  versions[].schema.openAPIV3Schema.anyOf[].properties: cannot be restricted inside allOf, anyOf, oneOf and not
  versions[].schema.openAPIV3Schema.default: required
  versions[].schema.openAPIV3Schema.format: warned: is not a format that the API server knows for the type "object", so it checks nothing
  versions[].schema.openAPIV3Schema.items: required for an array
  versions[].schema.openAPIV3Schema.nullable: cannot be true at the root
  versions[].schema.openAPIV3Schema.properties: structural schemas, with defaults that fit them
  versions[].schema.openAPIV3Schema.type: must be "array" for x-kubernetes-list-type; must be "object" at the root; must be "object" while the status subresource is on
  versions[].selectableFields[].jsonPath: required; must be a path of fields such as ".spec.color"; must lead to a field of the schema, if it has one; must lead to a string, a boolean or an integer; must not lead into metadata
  versions[].subresources.scale.labelSelectorPath: must lead to a field below ".spec" or ".status"
  versions[].subresources.scale.specReplicasPath: required; must lead to a field below ".spec"
  versions[].subresources.scale.statusReplicasPath: required; must lead to a field below ".status"
apiregistration/v1 APIService valid-api-service
  metadata.name: the version and the group: <version>.<group>
apiregistration/v1 APIServiceSpec valid-api-service
  group: required for every version but "v1" of Kubernetes itself
apps/v1 ControllerRevision valid-controller-revision
  data: required; must be an object
apps/v1 DaemonSetSpec valid-daemon-set
  selector: required; must not be empty, since it would select every pod
  template.metadata.labels: labels that the selector matches
  template.spec.activeDeadlineSeconds: cannot be set in this kind of workload
  template.spec.restartPolicy: must be "Always" in this kind of workload
  updateStrategy.type: must be "RollingUpdate" or "OnDelete"
apps/v1 DeploymentSpec valid-deployment
  progressDeadlineSeconds: must be above minReadySeconds
  selector: required; is missing, so that no labels match it; must be a selector that can be read; must not be empty, since it would select every pod
  strategy.rollingUpdate: cannot be set for the type Recreate
  strategy.type: must be "RollingUpdate" or "Recreate"
  template.metadata.labels: labels that the selector matches
  template.spec.activeDeadlineSeconds: cannot be set in this kind of workload
  template.spec.restartPolicy: must be "Always" in this kind of workload
apps/v1 ReplicaSetSpec valid-replica-set
  selector: required; is missing, so that no labels match it; must be a selector that can be read; must not be empty, since it would select every pod
  template.metadata.labels: labels that the selector matches
  template.spec.activeDeadlineSeconds: cannot be set in this kind of workload
  template.spec.restartPolicy: must be "Always" in this kind of workload
apps/v1 RollingUpdateDaemonSet valid-daemon-set
  maxSurge: can be set only while maxUnavailable, which is 1 unless it is set, is 0
  maxUnavailable: cannot be zero while maxSurge is
apps/v1 RollingUpdateDeployment valid-deployment
  maxUnavailable: cannot be zero while maxSurge is
apps/v1 RollingUpdateStatefulSetStrategy valid-stateful-set
  maxUnavailable: must not be zero
apps/v1 StatefulSetSpec valid-stateful-set
  revisionHistoryLimit: warned: a negative revisionHistoryLimit keeps every revision
  selector: required; is missing, so that no labels match it; must be a selector that can be read; must not be empty, since it would select every pod
  template.metadata.labels: labels that the selector matches
  template.spec.activeDeadlineSeconds: cannot be set in this kind of workload
  template.spec.restartPolicy: must be "Always" in this kind of workload
  updateStrategy.rollingUpdate: can be set only for the type RollingUpdate
  updateStrategy.type: must be "RollingUpdate" or "OnDelete"
  volumeClaimTemplates[].metadata.name: required; a DNS label
authorization/v1 FieldSelectorAttributes valid-access-review
  rawSelector: cannot be set together with requirements
  requirements[].key: required
authorization/v1 LabelSelectorAttributes valid-access-review
  rawSelector: cannot be set together with requirements
  requirements: must have rawSelector or requirements
  requirements[].values[]: letters, digits, "-", "_" and "."
authorization/v1 LocalSubjectAccessReview valid-access-review
  spec.nonResourceAttributes: cannot be set for a review in a namespace
  spec.resourceAttributes.namespace: must equal "metadata.namespace"
authorization/v1 SelfSubjectAccessReviewSpec valid-access-review
  .: must have resourceAttributes or nonResourceAttributes
authorization/v1 SelfSubjectRulesReviewSpec valid-access-review
  namespace: required
authorization/v1 SubjectAccessReviewSpec valid-access-review
  .: must have a user or groups; must have resourceAttributes or nonResourceAttributes
autoscaling/v1 HorizontalPodAutoscaler valid-horizontal-pod-autoscaler
  metadata.annotations: metrics, behavior and conditions of v2 in autoscaling.alpha.kubernetes.io/ are checked as in v2
  spec.maxReplicas: required; must be at least 1; must be at least minReplicas
  spec.scaleTargetRef.apiVersion: must be a group and a version: apps/v1; must have an API group: apps/v1
  spec.scaleTargetRef.kind: required
  spec.scaleTargetRef.name: required
  spec.targetCPUUtilizationPercentage: must be at least 1
autoscaling/v2 HorizontalPodAutoscaler valid-horizontal-pod-autoscaler
  spec.behavior.scaleDown.policies: must have an item
  spec.behavior.scaleDown.policies[].periodSeconds: must be between 1 and 1800
  spec.behavior.scaleDown.policies[].type: must be "Pods" or "Percent"
  spec.behavior.scaleDown.policies[].value: must be at least 1
  spec.behavior.scaleDown.selectPolicy: must be "Max", "Min" or "Disabled"
  spec.behavior.scaleDown.stabilizationWindowSeconds: must be between 0 and 3600
  spec.behavior.scaleDown.tolerance: must be at least 0
  spec.behavior.scaleUp.policies: must have an item
  spec.behavior.scaleUp.policies[].periodSeconds: must be between 1 and 1800
  spec.behavior.scaleUp.policies[].type: must be "Pods" or "Percent"
  spec.behavior.scaleUp.policies[].value: must be at least 1
  spec.behavior.scaleUp.selectPolicy: must be "Max", "Min" or "Disabled"
  spec.behavior.scaleUp.tolerance: must be at least 0
  spec.maxReplicas: required; must be at least 1; must be at least minReplicas
  spec.metrics: must have a metric of the type Object or External to scale to 0 pods
  spec.metrics[].containerResource: required for a metric of the type ContainerResource, and not for others
  spec.metrics[].containerResource.container: required; a DNS label
  spec.metrics[].containerResource.name: required; a resource that a container can have
  spec.metrics[].containerResource.target.averageUtilization: must be at least 1; must have an averageUtilization or an averageValue
  spec.metrics[].containerResource.target.averageValue: must be more than 0
  spec.metrics[].containerResource.target.type: required; must be "Utilization", "Value" or "AverageValue"
  spec.metrics[].containerResource.target.value: must be more than 0
  spec.metrics[].external: required for a metric of the type External, and not for others
  spec.metrics[].external.metric.name: required
  spec.metrics[].external.target.averageValue: must be more than 0; must have a value or an averageValue
  spec.metrics[].external.target.type: required; must be "Utilization", "Value" or "AverageValue"
  spec.metrics[].external.target.value: must be more than 0
  spec.metrics[].object: required for a metric of the type Object, and not for others
  spec.metrics[].object.metric.name: required
  spec.metrics[].object.target.averageUtilization: must be at least 1
  spec.metrics[].object.target.averageValue: must be more than 0; must have a value or an averageValue
  spec.metrics[].object.target.type: required; must be "Utilization", "Value" or "AverageValue"
  spec.metrics[].object.target.value: must be more than 0
  spec.metrics[].pods: required for a metric of the type Pods, and not for others
  spec.metrics[].pods.metric.name: required
  spec.metrics[].pods.target.averageValue: required for a metric of pods
  spec.metrics[].pods.target.type: required; must be "Utilization", "Value" or "AverageValue"
  spec.metrics[].resource: required for a metric of the type Resource, and not for others
  spec.metrics[].resource.name: required
  spec.metrics[].resource.target.averageUtilization: must be at least 1; must have an averageUtilization or an averageValue
  spec.metrics[].resource.target.averageValue: cannot be set together with averageUtilization; must be more than 0
  spec.metrics[].resource.target.type: required; must be "Utilization", "Value" or "AverageValue"
  spec.metrics[].resource.target.value: must be more than 0
  spec.metrics[].type: required; must be "ContainerResource", "External", "Object", "Pods" or "Resource"
  spec.minReplicas: must be at least 1
  spec.scaleTargetRef.apiVersion: must be a group and a version: apps/v1; must have an API group: apps/v1
  spec.scaleTargetRef.kind: required
  spec.scaleTargetRef.name: required
batch/v1 CronJob valid-job
  metadata.generateName: makes names of Jobs that are too long: a CronJob can have at most 52 characters
  metadata.name: makes names of Jobs that are too long: a CronJob can have at most 52 characters
  spec.jobTemplate.spec.manualSelector: cannot be true in a CronJob
  spec.jobTemplate.spec.selector: must be left to the API server
batch/v1 Job valid-job
  metadata.generateName: letters, digits, "-", "_" and "."
  metadata.name: a DNS label; letters, digits, "-", "_" and "."
  spec.selector: must be left to the API server unless manualSelector is true
  spec.template.metadata.labels: labels that the selector matches
batch/v1 JobSpec valid-job-spec
  .: warned: beyond 100000 completions, 10000 at a time, a Job may lose track of them
  backoffLimitPerIndex: required together with maxFailedIndexes; can be set only where completionMode is Indexed
  completions: required where completionMode is Indexed
  maxFailedIndexes: required beyond 100000 completions; can be set only where completionMode is Indexed; must be at most 10000 beyond 100000 completions; must be at most 100000; must be at most completions
  parallelism: must be at most 10000 beyond 100000 completions
  podReplacementPolicy: must be "Failed" beside podFailurePolicy; must be "Failed" or "TerminatingOrFailed"
  template.spec.restartPolicy: must be "Never" beside podFailurePolicy; must be "OnFailure" or "Never"
batch/v1 JobSpec valid-pod-failure-policy
  podFailurePolicy.rules: at most 20 items
  podFailurePolicy.rules[]: may have only one of onExitCodes and onPodConditions; must have onExitCodes or onPodConditions
  podFailurePolicy.rules[].action: required; can be "FailIndex" only together with backoffLimitPerIndex; must be "Count", "FailIndex", "FailJob" or "Ignore"
  podFailurePolicy.rules[].onExitCodes.containerName: is not a container of the pod
  podFailurePolicy.rules[].onExitCodes.operator: required; must be "In" or "NotIn"
  podFailurePolicy.rules[].onExitCodes.values: at most 255 items; must be in ascending order
  podFailurePolicy.rules[].onExitCodes.values[]: each only once, and 0 only for the operator NotIn
  podFailurePolicy.rules[].onPodConditions: at most 20 items
  podFailurePolicy.rules[].onPodConditions[].status: required; must be "True", "False" or "Unknown"
  podFailurePolicy.rules[].onPodConditions[].type: letters, digits, "-", "_" and "."
batch/v1 JobSpec valid-success-policy
  successPolicy: can be set only where completionMode is Indexed
  successPolicy.rules: required
  successPolicy.rules[]: Rule makes the API server fail, because completions is missing; must have succeededCount or succeededIndexes
  successPolicy.rules[].succeededCount: must be at least 0 and at most completions and the number of succeededIndexes
  successPolicy.rules[].succeededIndexes: numbers and ranges below completions, in ascending order: 1,3-5,7
certificates/v1 CertificateSigningRequestSpec valid-certificate-signing-request
  request: is for the group system:masters, for which the signer kubernetes.io/kube-apiserver-client does not sign
certificates/v1beta1 PodCertificateRequestSpec valid-pod-certificate-request
  .: must have stubPKCS10Request, or pkixPublicKey and proofOfPossession
core/v1 AppArmorProfile valid-security-profile
  localhostProfile: required for the type Localhost; can be set only for the type Localhost; must not begin or end with white space
  type: required; must be "Localhost", "RuntimeDefault" or "Unconfined"
core/v1 CSIPersistentVolumeSource valid-persistent-volume
  controllerExpandSecretRef.name: required
  controllerExpandSecretRef.namespace: required; a DNS label
  controllerPublishSecretRef.name: a DNS subdomain
  controllerPublishSecretRef.namespace: required; a DNS label
  nodeExpandSecretRef.name: required; a DNS subdomain
  nodeExpandSecretRef.namespace: required; a DNS label
  nodePublishSecretRef.name: a DNS subdomain
  nodePublishSecretRef.namespace: required; a DNS label
core/v1 ClusterTrustBundleProjection valid-projected-volume
  .: may have only one of name and signerName
core/v1 ConfigMap valid-config-map
  .: at most 1048576 bytes of values in all
  binaryData: keys: letters, digits, "-", "_" and ".", none that is in data as well
  data: keys: letters, digits, "-", "_" and "."
core/v1 ConfigMapVolumeSource valid-volume
  items[].path: warned: paths that overlap
core/v1 Container valid-container
  image: must not begin or end with white space
  lifecycle: can be set on an init container only when it always restarts
  livenessProbe: can be set on an init container only when it always restarts
  readinessProbe: can be set on an init container only when it always restarts
  restartPolicy: required together with restartPolicyRules; can be set on init containers only; must be "Always", "Never" or "OnFailure"; must be "Always", which makes a sidecar
  restartPolicyRules[].action: must be "Restart" or "RestartAllContainers"
  restartPolicyRules[].exitCodes: required
  restartPolicyRules[].exitCodes.operator: must be "In" or "NotIn"
  restartPolicyRules[].exitCodes.values: must have at most 255 items
  startupProbe: can be set on an init container only when it always restarts
core/v1 Container valid-resources
  resizePolicy[]: each resource only once
  resizePolicy[].resourceName: required; must be "cpu" or "memory"
  resizePolicy[].restartPolicy: required; can be "RestartContainer" only for containers that go on running; must be "NotRequired" in a pod that never restarts; must be "NotRequired" or "RestartContainer"
  resources: must have cpu or memory beside huge pages
  resources.claims[]: a claim among the resourceClaims of the pod, each only once
  resources.claims[].request: a DNS label
  resources.limits: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size
  resources.requests: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size; at most the limit
core/v1 ContainerPort valid-container-port
  hostPort: is the containerPort in the network of the host
core/v1 DownwardAPIVolumeFile valid-projected-volume
  .: exactly one of fieldRef and resourceFieldRef
  fieldRef.fieldPath: required; must be "metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
  path: required; a relative path without ".."
  resourceFieldRef: cannot be set together with fieldRef
  resourceFieldRef.containerName: required
  resourceFieldRef.divisor: must be "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi" or "1Ei"; must be "1m" or "1"
  resourceFieldRef.resource: must be "limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory" or "requests.ephemeral-storage"
core/v1 DownwardAPIVolumeSource valid-projected-volume
  items[].path: warned: paths that overlap
core/v1 EndpointAddress valid-endpoints
  ip: an IP address, not of this machine or link; warned when not in canonical form
core/v1 EndpointSubset valid-endpoints
  .: must have addresses or notReadyAddresses
  ports[].name: required together with other ports
core/v1 EnvFromSource valid-env-var
  .: must have configMapRef or secretRef
  configMapRef.name: required; a DNS subdomain
  secretRef: cannot be set together with configMapRef
  secretRef.name: required; a DNS subdomain
core/v1 EnvVar valid-env-var
  valueFrom: exactly one source, and no value beside it
  valueFrom.configMapKeyRef.key: required; letters, digits, "-", "_" and "."
  valueFrom.configMapKeyRef.name: a DNS subdomain
  valueFrom.fieldRef.fieldPath: required; must be "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
  valueFrom.fileKeyRef.key: must consist of printable ASCII characters other than "="
  valueFrom.fileKeyRef.path: required; must not contain ".." as an element
  valueFrom.fileKeyRef.volumeName: a DNS label; is not a volume of this pod; must be an emptyDir
  valueFrom.resourceFieldRef.divisor: must be "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi" or "1Ei"; must be "1m" or "1"
  valueFrom.resourceFieldRef.resource: required; must be "limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory" or "requests.ephemeral-storage"
  valueFrom.secretKeyRef.key: required; letters, digits, "-", "_" and "."
  valueFrom.secretKeyRef.name: a DNS subdomain
core/v1 EphemeralContainer valid-container
  lifecycle: cannot be set on an ephemeral container
  livenessProbe: cannot be set on an ephemeral container
  ports: cannot be set on an ephemeral container
  readinessProbe: cannot be set on an ephemeral container
  resizePolicy: cannot be set on an ephemeral container
  restartPolicyRules: cannot be set on an ephemeral container
  startupProbe: cannot be set on an ephemeral container
  targetContainerName: is not a container of the pod
  volumeMounts[].subPath: cannot be set on an ephemeral container
  volumeMounts[].subPathExpr: cannot be set on an ephemeral container
core/v1 EphemeralVolumeSource valid-volume
  volumeClaimTemplate: required
core/v1 Event valid-event
  action: required
  involvedObject.namespace: the namespace of the event
  message: at most 1024 bytes
  reason: at most 128 bytes
  reportingComponent: required; letters, digits, "-", "_" and "."
  reportingInstance: required; at most 128 bytes
core/v1 FCVolumeSource valid-storage-source
  lun: required together with targetWWNs
  targetWWNs: cannot be set together with wwids; or wwids is required
core/v1 FlexPersistentVolumeSource valid-storage-source
  options: keys: none of Kubernetes' own domains
core/v1 FlexVolumeSource valid-storage-source
  options: keys: none of Kubernetes' own domains
core/v1 FlockerVolumeSource valid-storage-source
  .: may have only one of datasetName and datasetUUID; must have datasetName or datasetUUID
core/v1 HostPathVolumeSource valid-volume
  type: must be "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice" or "BlockDevice"
core/v1 ISCSIVolumeSource valid-storage-source
  secretRef: required together with CHAP authentication
core/v1 ImageVolumeSource valid-volume
  reference: required
core/v1 LifecycleHandler valid-lifecycle-hook
  exec.command: required
  httpGet.httpHeaders[].name: letters, digits and "-"
  httpGet.port: 1 to 65535, or the name of a port
  httpGet.scheme: must be "HTTP" or "HTTPS"
  sleep: seconds from 0 (1 until 1.32) to the grace period of the pod
  tcpSocket.port: 1 to 65535, or the name of a port
core/v1 LimitRangeItem valid-limit-range
  .: must have a min or a max of storage
  default: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size; between min and max; not for the type Pod
  defaultRequest: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size; between min and max, at most default; not for the type Pod
  max: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size
  maxLimitRequestRatio: at least 1, and at most what max is to min
  min: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size; at most max
  type: "Pod", "Container", "PersistentVolumeClaim", or a name with a domain before it
core/v1 Namespace valid-namespace
  metadata.labels: levels and versions of Pod Security that exist
  spec.finalizers[]: "kubernetes", or a name with a domain before it
core/v1 Node valid-node
  metadata.annotations: taints and avoided pods of the old annotations are JSON, and are checked like the fields
  spec.podCIDRs[]: a range of IP addresses, at most one of each family; warned when not in canonical form
  spec.taints[]: each key and effect only once
  spec.taints[].effect: must be "NoSchedule", "PreferNoSchedule" or "NoExecute"
  status.allocatable: amounts that are not negative, and whole where things are counted
  status.capacity: amounts that are not negative, and whole where things are counted
  status.declaredFeatures[]: in alphabetical order, each only once
core/v1 NodeSelectorTerm valid-node-selector
  matchExpressions[].key: letters, digits, "-", "_" and "."; must have a name after the "/"
  matchExpressions[].operator: must be "In", "NotIn", "Exists", "DoesNotExist", "Gt" or "Lt"
  matchExpressions[].values: none for Exists and DoesNotExist, one number for Gt and Lt, at least one for the others
  matchExpressions[].values[]: letters, digits, "-", "_" and "."; otherwise only a warning
  matchFields[].key: must be "metadata.name"
  matchFields[].operator: must be "In" or "NotIn"
  matchFields[].values: must be the name of one node
  matchFields[].values[]: a DNS subdomain
core/v1 PersistentVolume valid-persistent-volume
  metadata.annotations: volume.beta.kubernetes.io/mount-options only for types that can have options; warned since 1.31
core/v1 PersistentVolumeClaim valid-volume-claim
  metadata.annotations: warned: volume.beta.kubernetes.io/storage-class, whose successor is storageClassName
core/v1 PersistentVolumeClaimSpec valid-volume-claim
  dataSource: must equal dataSourceRef; a PersistentVolumeClaim, or a kind with an apiGroup
  dataSource.name: required
  dataSourceRef: a PersistentVolumeClaim, or a kind with an apiGroup
  dataSourceRef.apiGroup: a DNS subdomain
  dataSourceRef.kind: required
  dataSourceRef.name: required
  resources.limits: warned: parts of a byte
  resources.requests: storage is required, and greater than zero; warned: parts of a byte
core/v1 PersistentVolumeClaimTemplate valid-metadata
  metadata.annotations: letters, digits, "-", "_" and "."
  metadata.generation: cannot be set in a template of claims
  metadata.name: cannot be set in a template of claims
core/v1 PersistentVolumeSpec valid-persistent-volume
  .: exactly one source
  awsElasticBlockStore: must be the only source
  azureDisk: must be the only source
  azureFile: must be the only source
  capacity: storage and nothing else, greater than zero
  cephfs: must be the only source; warned: is deprecated, and does not work since 1.31
  cinder: must be the only source
  claimRef: cannot be set in a VolumeAttachment
  csi: required together with volumeAttributesClassName; must be the only source
  fc: must be the only source
  gcePersistentDisk: must be the only source
  glusterfs: warned: does not work since 1.26
  iscsi: must be the only source
  local: must be the only source
  nfs: must be the only source
  nodeAffinity: cannot be set in a VolumeAttachment
  persistentVolumeReclaimPolicy: cannot be "Recycle" for the root of a host; must be "Retain" in a VolumeAttachment; must be "Retain", "Delete" or "Recycle"; warned: Recycle is deprecated
  photonPersistentDisk: must be the only source; warned: does not work since 1.16
  portworxVolume: must be the only source
  quobyte: must be the only source
  rbd: warned: is deprecated, and does not work since 1.31
  scaleIO: must be the only source; warned: does not work since 1.22
  storageClassName: a DNS subdomain
  storageos: must be the only source; warned: does not work since 1.25
  volumeAttributesClassName: a DNS subdomain
  volumeMode: must be "Block" or "Filesystem"; must be "Filesystem" in a VolumeAttachment
core/v1 Pod valid-pod
  spec.initContainers[].env[].valueFrom.secretKeyRef: cannot be set in a mirror pod
  spec.overhead: only together with runtimeClassName
  spec.preemptionPolicy: that of the class for classes of Kubernetes itself; warned: one that goes with no class
  spec.priority: that of the class for classes of Kubernetes itself; warned: one that goes with no class
  spec.serviceAccountName: cannot be set in a mirror pod
  spec.volumes[].projected.sources[].serviceAccountToken: cannot be set in a mirror pod
core/v1 Pod valid-pod-annotation
  metadata.annotations: pod-deletion-cost is an integer of 32 bits; tolerations of the old annotation are checked like the field
core/v1 Pod valid-security-profile
  metadata.annotations: profiles of the old annotations exist, and agree with seccompProfile and appArmorProfile
core/v1 PodAffinityTerm valid-affinity
  labelSelector: warned: a term without labelSelector matches no pod
  matchLabelKeys: can be set only together with labelSelector
  matchLabelKeys[]: a key that labelSelector does not have
  mismatchLabelKeys: can be set only together with labelSelector
  mismatchLabelKeys[]: a key that labelSelector and matchLabelKeys do not have
  namespaces[]: a DNS label
core/v1 PodCertificateProjection valid-projected-volume
  .: must have one of "credentialBundlePath", "keyPath", "certificateChainPath"
  keyType: must be "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521" or "ED25519"
  signerName: required
core/v1 PodResourceClaim valid-pod-resource-claim
  .: exactly one of resourceClaimName and resourceClaimTemplateName
core/v1 PodSecurityContext valid-security-context
  sysctls[].name: each only once; none of a namespace that is that of the host
core/v1 PodSpec valid-container
  containers[].name: each only once
  ephemeralContainers: are added to a running pod, and cannot be there before
  ephemeralContainers[].name: each only once
  initContainers[].name: each only once
core/v1 PodSpec valid-container-port
  containers[].ports[]: warned: a port that is defined twice, or has a hostIP without a hostPort
  containers[].ports[].hostPort: each with its protocol and address only once in the pod
  containers[].ports[].name: warned: each only once
  initContainers[].ports[]: warned: a port that is defined twice
  initContainers[].ports[].hostPort: each with its protocol and address only once in the pod
  initContainers[].ports[].name: warned: each only once
core/v1 PodSpec valid-pod-resource-claim
  resourceClaims: cannot be set in a mirror pod
  resourceClaims[].name: each only once
core/v1 PodSpec valid-pod-spec
  dnsConfig: required when dnsPolicy is "None"
  dnsConfig.nameservers: required when dnsPolicy is "None"; must have at most 3 items
  dnsConfig.nameservers[]: an IP address; warned when not in canonical form
  dnsConfig.options[]: must have a name
  dnsConfig.searches: must have at most 2048 characters together; must have at most 32 items
  dnsConfig.searches[]: a DNS subdomain; must consist of lower case letters, digits, "-", "_" and "."
  hostAliases[].hostnames[]: a DNS subdomain
  hostAliases[].ip: an IP address; warned when not in canonical form
  hostnameOverride: a DNS subdomain; cannot be set together with hostNetwork; cannot be set together with setHostnameAsFQDN
  imagePullSecrets[].name: warned when empty
  nodeName: cannot be set while schedulingGates hold the pod back
  nodeSelector: letters, digits, "-", "_" and "."
  os: name must be "linux" or "windows"
  os.name: required
  preemptionPolicy: required; must be "PreemptLowerPriority" or "Never"
  readinessGates[].conditionType: letters, digits, "-", "_" and "."; must have a name after the "/"
  schedulingGates[]: a name with an optional domain before it, each only once
  serviceAccount: a DNS subdomain
  terminationGracePeriodSeconds: warned: is negative, which counts as 1
core/v1 PodSpec valid-resources
  containers[].resources.limits: at most the limit of the pod
  overhead: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size
  resources: cannot be set for Windows
  resources.claims: cannot be set for a pod
  resources.limits: cpu, memory and huge pages; not below what containers ask for
  resources.requests: cpu, memory and huge pages; at most the limit, and not below the sum of the containers
core/v1 PodSpec valid-security-context
  hostIPC: cannot be true while hostUsers is false
  hostNetwork: cannot be true while hostUsers is false
  hostPID: cannot be true while hostUsers is false
  shareProcessNamespace: cannot be true beside hostPID
core/v1 PodSpec valid-toleration
  tolerations[].effect: must be "NoExecute" beside tolerationSeconds; must be "NoSchedule", "PreferNoSchedule" or "NoExecute"
  tolerations[].key: letters, digits, "-", "_" and "."; must have a name after the "/"
  tolerations[].operator: must be "Equal" or "Exists"; must be "Exists" without a key
  tolerations[].value: letters, digits, "-", "_" and "."; must be empty for the operator Exists
core/v1 PodSpec valid-topology-spread
  topologySpreadConstraints[].topologyKey: is spread over by another constraint with "DoNotSchedule"; is spread over by another constraint with "ScheduleAnyway"
core/v1 PodSpec valid-volume
  volumes[].name: each only once
  volumes[].persistentVolumeClaim.claimName: is the claim that is made for an ephemeral volume of this pod
core/v1 PodSpec valid-volume-mount
  containers[].volumeDevices: cannot be set while hostUsers is false
  containers[].volumeDevices[].devicePath: is a path in volumeMounts as well; must not contain ".." as an element
  containers[].volumeDevices[].name: required; each only once; is not a volume of this pod; is not a volume that the server takes
  containers[].volumeMounts[].mountPath: required; each only once; is a path in volumeDevices as well
  containers[].volumeMounts[].mountPropagation: can be "Bidirectional" in privileged containers only; must be "None", "HostToContainer" or "Bidirectional"
  containers[].volumeMounts[].name: required; is not a volume of this pod; is not a volume that the server takes
  containers[].volumeMounts[].recursiveReadOnly: can be set only when mountPropagation is None; can be set only when readOnly is true; must be "Disabled", "IfPossible" or "Enabled"
  containers[].volumeMounts[].subPath: must be a relative path; must not contain ".." as an element
  containers[].volumeMounts[].subPathExpr: must be a relative path; must not contain ".." as an element
  ephemeralContainers[].volumeMounts[].name: is not a volume of this pod
  initContainers[].volumeDevices: cannot be set while hostUsers is false
  initContainers[].volumeDevices[].name: is in volumeMounts as well; is not a volume of this pod; must be a volume of the type persistentVolumeClaim or ephemeral
  initContainers[].volumeMounts[].mountPath: each only once
  initContainers[].volumeMounts[].mountPropagation: can be "Bidirectional" in privileged containers only
  initContainers[].volumeMounts[].name: is in volumeDevices as well; is not a volume of this pod
  initContainers[].volumeMounts[].recursiveReadOnly: can be set only when readOnly is true
  initContainers[].volumeMounts[].subPath: must be a relative path
core/v1 PodSpec valid-windows-options
  .: Either all containers must be host processes, or none
  containers[].securityContext.allowPrivilegeEscalation: cannot be set for Windows
  containers[].securityContext.appArmorProfile: cannot be set for Windows
  containers[].securityContext.capabilities: cannot be set for Windows
  containers[].securityContext.privileged: cannot be set for Windows
  containers[].securityContext.procMount: cannot be set for Windows
  containers[].securityContext.readOnlyRootFilesystem: cannot be set for Windows
  containers[].securityContext.runAsGroup: cannot be set for Windows
  containers[].securityContext.runAsUser: cannot be set for Windows
  containers[].securityContext.seLinuxOptions: cannot be set for Windows
  containers[].securityContext.seccompProfile: cannot be set for Windows
  containers[].securityContext.windowsOptions: cannot be set for Linux
  containers[].securityContext.windowsOptions.hostProcess: is true, and that of the pod is false
  hostIPC: cannot be set for Windows
  hostNetwork: must be true in a pod of host processes
  hostUsers: cannot be set for Windows
  initContainers[].securityContext.allowPrivilegeEscalation: cannot be set for Windows
  initContainers[].securityContext.capabilities: cannot be set for Windows
  initContainers[].securityContext.runAsUser: cannot be set for Windows
  initContainers[].securityContext.seccompProfile: cannot be set for Windows
  securityContext.appArmorProfile: cannot be set for Windows
  securityContext.fsGroup: cannot be set for Windows
  securityContext.fsGroupChangePolicy: cannot be set for Windows
  securityContext.runAsGroup: cannot be set for Windows
  securityContext.runAsUser: cannot be set for Windows
  securityContext.seLinuxChangePolicy: cannot be set for Windows
  securityContext.seLinuxOptions: cannot be set for Windows
  securityContext.seccompProfile: cannot be set for Windows
  securityContext.supplementalGroups: cannot be set for Windows
  securityContext.supplementalGroupsPolicy: cannot be set for Windows
  securityContext.sysctls: cannot be set for Windows
  securityContext.windowsOptions: cannot be set for Linux
  shareProcessNamespace: cannot be set for Windows
core/v1 PodTemplateSpec valid-metadata
  metadata.annotations: letters, digits, "-", "_" and "."
  metadata.labels: keys: a name with an optional domain before it; values: at most 63 letters, digits, "-", "_" and "."
core/v1 PodTemplateSpec valid-pod-annotation
  metadata.annotations: pod-deletion-cost is an integer of 32 bits; tolerations of the old annotation are checked like the field
core/v1 PodTemplateSpec valid-security-profile
  metadata.annotations: profiles of the old annotations exist, and agree with seccompProfile and appArmorProfile
core/v1 PreferredSchedulingTerm valid-affinity
  weight: must be between 1 and 100
core/v1 Probe valid-probe
  exec.command: required
  grpc.port: must be between 1 and 65535
  httpGet.httpHeaders[].name: letters, digits and "-"
  httpGet.port: 1 to 65535, or the name of a port
  httpGet.scheme: must be "HTTP" or "HTTPS"
  tcpSocket.port: 1 to 65535, or the name of a port
  terminationGracePeriodSeconds: cannot be set on a readiness probe, which stops nothing
core/v1 ProjectedVolumeSource valid-projected-volume
  sources: files of all sources have paths of their own
core/v1 QuobyteVolumeSource valid-storage-source
  registry: must be pairs of a host and a port, such as example.com:7861, separated by commas
  tenant: must be at most 64 characters
core/v1 ReplicationControllerSpec valid-replication-controller
  template.metadata.labels: labels that the selector matches
  template.spec.activeDeadlineSeconds: cannot be set in this kind of workload
  template.spec.restartPolicy: must be "Always" in this kind of workload
core/v1 ResourceQuotaSpec valid-resource-quota
  hard: amounts of what a quota can limit: whole where things are counted, not negative
  scopeSelector.matchExpressions: no two scopes that exclude each other
  scopeSelector.matchExpressions[]: a scope that goes with the limited resources
  scopeSelector.matchExpressions[].operator: must be "In", "NotIn", "Exists" or "DoesNotExist"; must be "Exists" unless the scope is PriorityClass or VolumeAttributesClass
  scopeSelector.matchExpressions[].scopeName: must be one of Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass
  scopeSelector.matchExpressions[].values: must be absent for the operator Exists; must not be empty for the operator In; must not be empty for the operator NotIn
  scopes: no two that exclude each other
  scopes[]: a scope that goes with the limited resources
core/v1 SeccompProfile valid-security-profile
  localhostProfile: required for the type Localhost; can be set only for the type Localhost; must not contain ".." as an element
  type: required; must be "Localhost", "RuntimeDefault" or "Unconfined"
core/v1 Secret valid-secret
  .: at most 1048576 bytes of values in all
  data: keys: letters, digits, "-", "_" and "."; what the type of the Secret asks for
  metadata.annotations: kubernetes.io/service-account.name is required for the type kubernetes.io/service-account-token
  stringData: keys: letters, digits, "-", "_" and "."; what the type of the Secret asks for
core/v1 SecretVolumeSource valid-volume
  items[].path: warned: paths that overlap
core/v1 SecurityContext valid-security-context
  allowPrivilegeEscalation: cannot be false beside the capability CAP_SYS_ADMIN; cannot be false in a privileged container
  procMount: can be "Unmasked" only while hostUsers is false
core/v1 Service valid-service
  metadata.annotations: the old annotations of source ranges and topology are checked like the fields
  spec.allocateLoadBalancerNodePorts: can be set only for a Service of type LoadBalancer
  spec.clusterIP: an IP address, "None" or ""; warned when not in canonical form
  spec.clusterIPs: cannot be set for a Service of type ExternalName; must be empty when clusterIP is not set; must have at most one address of each IP family
  spec.clusterIPs[]: an IP address, or "None" alone; warned when not in canonical form
  spec.externalIPs: warned where it is ignored, and since 1.36 everywhere
  spec.externalIPs[]: an IP address, not of this machine or link; warned when not in canonical form
  spec.externalName: required for a Service of type ExternalName; a DNS subdomain; warned: is ignored unless the type is ExternalName
  spec.externalTrafficPolicy: can be set only for a Service of type NodePort or LoadBalancer, or with external IPs; must be "Cluster" or "Local"
  spec.healthCheckNodePort: can be set only for a Service of type LoadBalancer whose externalTrafficPolicy is "Local"; must be between 1 and 65535
  spec.ipFamilies: cannot be set for a Service of type ExternalName
  spec.ipFamilyPolicy: must be "PreferDualStack" or "RequireDualStack" for several cluster IPs
  spec.loadBalancerClass: can be set only for a Service of type LoadBalancer; letters, digits, "-", "_" and "."
  spec.loadBalancerIP: an IP address, or only a warning
  spec.loadBalancerSourceRanges[]: a range of IP addresses, for the type LoadBalancer; warned when not in canonical form
  spec.ports: required unless the Service is headless
  spec.ports[]: each port and protocol only once
  spec.ports[].name: required in a Service with several ports; each only once
  spec.ports[].nodePort: must be between 30000 and 32767
  spec.ports[].port: is the port of the kubelet, which a load balancer must not expose
  spec.selector: letters, digits, "-", "_" and "."
  spec.sessionAffinity: warned: is ignored in a headless Service
  spec.sessionAffinityConfig.clientIP.timeoutSeconds: must be between 1 and 86400
  spec.trafficDistribution: warned: is deprecated: its successor is "PreferSameZone"
core/v1 ServiceAccount valid-service-account
  metadata.annotations: warned: kubernetes.io/enforce-mountable-secrets, deprecated since 1.32
core/v1 ServiceAccountTokenProjection valid-projected-volume
  path: required; must be a relative path; must not begin with ".."; must not contain ".." as an element
core/v1 ServicePort valid-service
  targetPort: 1 to 65535, or the name of a port
core/v1 TopologySpreadConstraint valid-topology-spread
  labelSelector: warned: a constraint without labelSelector matches no pod
  matchLabelKeys: can be set only together with labelSelector
  matchLabelKeys[]: a key that labelSelector does not have
  maxSkew: must be at least 1
  minDomains: can be set only where whenUnsatisfiable is DoNotSchedule
  whenUnsatisfiable: must be "DoNotSchedule" or "ScheduleAnyway"
core/v1 Volume valid-volume
  cephfs: warned: is deprecated, and does not work since 1.31
  flocker: warned: does not work since 1.25
  gitRepo: warned: is deprecated, and switched off by default since 1.33
  glusterfs: warned: does not work since 1.26
  photonPersistentDisk: warned: does not work since 1.16
  quobyte: warned: does not work since 1.25
  rbd: warned: is deprecated, and does not work since 1.31
  scaleIO: warned: does not work since 1.22
  storageos: warned: does not work since 1.25
core/v1 VolumeNodeAffinity valid-persistent-volume
  required: required
core/v1 VolumeProjection valid-projected-volume
  .: one source; warned when there is none
  downwardAPI: cannot be set together with configMap; cannot be set together with secret
  podCertificate: cannot be set together with secret
  serviceAccountToken: cannot be set together with secret
core/v1 WeightedPodAffinityTerm valid-affinity
  podAffinityTerm.labelSelector: warned: a term without labelSelector matches no pod
  podAffinityTerm.topologyKey: required
  weight: must be between 1 and 100
discovery/v1 EndpointSlice valid-endpoint-slice
  addressType: warned: FQDN is deprecated
  endpoints[].addresses[]: an address of the addressType, not of this machine or link
events/v1 Event valid-event
  action: required
  deprecatedFirstTimestamp: cannot be set
  deprecatedLastTimestamp: cannot be set
  deprecatedSource: cannot be set
  eventTime: required
  note: at most 1024 bytes
  reason: at most 128 bytes
  reportingInstance: required
  series.count: must be at least 2
flowcontrol/v1 FlowSchema valid-flow-schema
  spec: must be what the server itself makes of "catch-all"; must be what the server itself makes of "exempt"
flowcontrol/v1 FlowSchemaSpec valid-flow-schema
  priorityLevelConfiguration.name: required
flowcontrol/v1 LimitResponse valid-priority-level-configuration
  queuing: required for the type "Queue"; can be set only for the type "Queue"
  type: required; must be "Queue" or "Reject"
flowcontrol/v1 LimitedPriorityLevelConfiguration valid-priority-level-configuration
  limitResponse.type: required; must be "Queue" or "Reject"
flowcontrol/v1 PolicyRulesWithSubjects valid-flow-schema
  .: must have resourceRules or nonResourceRules
flowcontrol/v1 PriorityLevelConfiguration valid-priority-level-configuration
  spec: must be what the server itself makes of "catch-all"; must be what the server itself makes of "exempt"
flowcontrol/v1 PriorityLevelConfigurationSpec valid-priority-level-configuration
  exempt: can be set only for the type "Exempt"
  limited: required for the type "Limited"; can be set only for the type "Limited"
  type: must be "Exempt" for the level exempt; must be "Exempt" or "Limited"
flowcontrol/v1 QueuingConfiguration valid-priority-level-configuration
  handSize: must be at most the number of queues, and few enough for 60 bits of the hash
  queueLengthLimit: must be at least 1
  queues: must be between 1 and 10000000
flowcontrol/v1 ResourcePolicyRule valid-flow-schema
  namespaces: required unless clusterScope is true
flowcontrol/v1 Subject valid-flow-schema
  group: required for a Group; cannot be set for a User
  serviceAccount: cannot be set for a Group
  user: cannot be set for a Group; cannot be set for a ServiceAccount
flowcontrol/v1beta3 FlowSchemaSpec valid-flow-schema
  priorityLevelConfiguration.name: required
flowcontrol/v1beta3 PriorityLevelConfigurationSpec valid-priority-level-configuration
  type: must be "Exempt" or "Limited"
meta/v1 LabelSelector valid-label-selector
  matchExpressions[].key: letters, digits, "-", "_" and "."; must have a name after the "/"
  matchExpressions[].operator: must be "In", "NotIn", "Exists" or "DoesNotExist"
  matchExpressions[].values: none for Exists and DoesNotExist, at least one for the others
  matchExpressions[].values[]: letters, digits, "-", "_" and "."
  matchLabels: labels: a key with an optional domain before it, a value of at most 63 characters
meta/v1 Object valid-metadata
  metadata: must be empty except for its namespace
  metadata.annotations: keys: a name with an optional domain before it; at most 262144 bytes in all
  metadata.finalizers[]: one of Kubernetes, or a name with a domain before it
  metadata.generateName: the beginning of a name; for most kinds of a DNS subdomain
  metadata.generation: must be at least 0
  metadata.labels: keys: a name with an optional domain before it; values: at most 63 letters, digits, "-", "_" and "."
  metadata.name: required unless generateName is set; for most kinds a DNS subdomain
  metadata.ownerReferences[]: warned: the same owner twice
  metadata.ownerReferences[].apiVersion: required; must be a version, or a group and a version: apps/v1
  metadata.ownerReferences[].controller: true for one owner at most
  metadata.ownerReferences[].kind: required
  metadata.ownerReferences[].name: required
  metadata.ownerReferences[].uid: required
networking/v1 HTTPIngressPath valid-ingress
  path: begins with "/" for the types Exact and Prefix, without "//", "/./", "/../" and an encoded "/"
networking/v1 IPBlock valid-network-policy
  cidr: required; a range of IP addresses; warned when not in canonical form
  except[]: a range that is a part of cidr; warned when not in canonical form
networking/v1 Ingress valid-ingress
  metadata.annotations: kubernetes.io/ingress.class must equal ingressClassName; warned: it is deprecated
  spec: must have rules or a defaultBackend
networking/v1 IngressBackend valid-ingress
  .: exactly one of service and resource
  service.port: a name or a number, not both
  service.port.name: the name of a port: at most 15 lower case letters, digits and "-"
  service.port.number: must be between 1 and 65535
networking/v1 IngressClassParametersReference valid-ingress-class
  namespace: a DNS label; cannot be set in the scope "Cluster"
networking/v1 NetworkPolicyPeer valid-network-policy
  .: must have an ipBlock, a podSelector or a namespaceSelector
  ipBlock: cannot be set together with a selector
networking/v1 NetworkPolicyPort valid-network-policy
  endPort: cannot be set together with a named port; cannot be set without port; must be at least port; must be between 1 and 65535
  port: 1 to 65535, or the name of a port
networking/v1 NetworkPolicySpec valid-network-policy
  policyTypes: must have at most two items
networking/v1 ServiceCIDRSpec valid-service-cidr
  cidrs: at most 2 items; must have at most one range of each IP family
node/v1 Overhead valid-runtime-class
  .: must have cpu or memory beside huge pages
  podFixed: amounts of resources that a container can have: not negative, whole where things are counted, huge pages in multiples of their size
node/v1 Scheduling valid-runtime-class
  nodeSelector: letters, digits, "-", "_" and "."
  tolerations[].key: letters, digits, "-", "_" and "."
  tolerations[].operator: must be "Equal" or "Exists"; must be "Exists" without a key
  tolerations[].value: letters, digits, "-", "_" and "."
policy/v1 PodDisruptionBudgetSpec valid-pod-disruption-budget
  .: must have minAvailable or maxUnavailable, not both
rbac/v1 AggregationRule valid-role
  clusterRoleSelectors[]: must be a selector that can be read
rbac/v1 PolicyRule valid-role
  apiGroups: required together with resources
  nonResourceURLs: can be set only in a ClusterRole; cannot be set together with resources
  resources: required together with apiGroups
rbac/v1 RoleBinding valid-role-binding
  roleRef.name: required
rbac/v1 Subject valid-role-binding
  apiGroup: cannot be set for a ServiceAccount; must be "rbac.authorization.k8s.io" for a User
  name: a DNS subdomain
  namespace: required for a ServiceAccount in a ClusterRoleBinding
resource/v1 Device valid-resource-slice
  .: at most 32 attributes and capacities; one way to choose nodes, where the ResourceSlice has perDeviceNodeSelection
  attributes: keys: an identifier with an optional domain before it
  bindingConditions[]: each only once; letters, digits, "-", "_" and "."
  bindingFailureConditions: must not be empty beside bindingConditions
  bindingFailureConditions[]: cannot be one of bindingConditions too; letters, digits, "-", "_" and "."
  capacity: keys: an identifier with an optional domain before it
  nodeName: a DNS subdomain
resource/v1 DeviceAttribute valid-resource-slice
  .: must have bool, int, string or version
resource/v1 DeviceClaim valid-resource-claim
  config[].requests: at most 32 items
  config[].requests[]: each only once; must be the name of a request of this claim, or that and one of its alternatives: gpu/large
  constraints[].requests[]: each only once; must be the name of a request of this claim, or that and one of its alternatives: gpu/large; must have a name on both sides of the "/"
  requests[].name: each only once
resource/v1 DeviceConstraint valid-resource-claim
  .: must have matchAttribute or distinctAttribute
resource/v1 DeviceRequest valid-resource-claim
  .: must have exactly or firstAvailable
  firstAvailable[].name: each only once
resource/v1 DeviceSubRequest valid-resource-claim
  count: cannot be set for the mode All
resource/v1 DeviceToleration valid-device-configuration
  value: must be empty for the operator Exists
resource/v1 ExactDeviceRequest valid-resource-claim
  count: must be at least 1
resource/v1 ResourceClaimTemplateSpec valid-metadata
  metadata.annotations: letters, digits, "-", "_" and "."
  metadata.generation: cannot be set in a template of claims
  metadata.labels: letters, digits, "-", "_" and "."
  metadata.name: cannot be set in a template of claims
  metadata.ownerReferences: cannot be set in a template of claims
  metadata.resourceVersion: cannot be set in a template of claims
resource/v1 ResourceSliceSpec valid-resource-slice
  .: exactly one of nodeName, nodeSelector, allNodes and perDeviceNodeSelection
  allNodes: must be true where it is set
  devices: at most 64 items
  driver: warned: should be in lower case
  nodeName: a DNS subdomain
  nodeSelector.nodeSelectorTerms: must have exactly one term
  perDeviceNodeSelection: must be true where it is set
  sharedCounters[].name: each only once
scheduling/v1 PriorityClass valid-priority-class
  metadata.name: does not begin with "system-", which is for Kubernetes itself
  preemptionPolicy: required
  value: must be at most 1000000000
storage/v1 CSIDriverSpec valid-csi-driver
  serviceAccountTokenInSecrets: can be set only together with tokenRequests
  tokenRequests: warned: without serviceAccountTokenInSecrets tokens are handed over among the attributes of a volume, which may be logged
  tokenRequests[].audience: is the audience of another request
  tokenRequests[].expirationSeconds: must be between 600 and 4294967296
storage/v1 CSINodeDriver valid-csi-node
  topologyKeys[]: each only once
storage/v1 StorageClass valid-storage-class
  allowedTopologies[].matchLabelExpressions: selects what another term selects
storage/v1 VolumeAttachmentSource valid-volume-attachment
  .: must have persistentVolumeName or inlineVolumeSpec
  persistentVolumeName: required; a DNS subdomain
storage/v1 VolumeAttachmentSpec valid-volume-attachment
  source: must have persistentVolumeName or inlineVolumeSpec
storagemigration/v1beta1 StorageVersionMigrationSpec valid-storage-version-migration
  resource.resource: required
`
