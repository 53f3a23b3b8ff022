/** Names that fields had in older API versions, in other kinds, or in other tools: by the type in which they are written now. */

// Type, name there, name here. `*` stands for any type.
const FORMER = `
networking/v1 IngressBackend|serviceName|service.name
networking/v1 IngressBackend|servicePort|service.port.number
networking/v1 IngressSpec|backend|defaultBackend
autoscaling/v2 HorizontalPodAutoscalerSpec|targetCPUUtilizationPercentage|metrics[].resource.target.averageUtilization
autoscaling/v2 ResourceMetricSource|targetAverageUtilization|target.averageUtilization
autoscaling/v2 ResourceMetricSource|targetAverageValue|target.averageValue
autoscaling/v2 PodsMetricSource|metricName|metric.name
autoscaling/v2 PodsMetricSource|targetAverageValue|target.averageValue
autoscaling/v2 ObjectMetricSource|metricName|metric.name
autoscaling/v2 ObjectMetricSource|targetValue|target.value
autoscaling/v2 ExternalMetricSource|metricName|metric.name
autoscaling/v2 ExternalMetricSource|metricSelector|metric.selector
autoscaling/v2 ExternalMetricSource|targetValue|target.value
autoscaling/v2 ExternalMetricSource|targetAverageValue|target.averageValue
apiextensions/v1 CustomResourceDefinitionSpec|validation|versions[].schema
apiextensions/v1 CustomResourceDefinitionSpec|version|versions[].name
apiextensions/v1 CustomResourceDefinitionSpec|subresources|versions[].subresources
apiextensions/v1 CustomResourceDefinitionSpec|additionalPrinterColumns|versions[].additionalPrinterColumns
apiextensions/v1 CustomResourceColumnDefinition|JSONPath|jsonPath
core/v1 SecretVolumeSource|name|secretName
core/v1 ConfigMapVolumeSource|configMapName|name
core/v1 ConfigMapVolumeSource|secretName|name
core/v1 PersistentVolumeClaimVolumeSource|name|claimName
core/v1 Volume|pvc|persistentVolumeClaim
core/v1 Volume|persistentVolume|persistentVolumeClaim
core/v1 Volume|configmap|configMap
core/v1 VolumeMount|path|mountPath
core/v1 VolumeMount|volume|name
core/v1 EnvVar|secretKeyRef|valueFrom.secretKeyRef
core/v1 EnvVar|configMapKeyRef|valueFrom.configMapKeyRef
core/v1 EnvVar|fieldRef|valueFrom.fieldRef
core/v1 EnvVar|resourceFieldRef|valueFrom.resourceFieldRef
core/v1 Container|environment|env
core/v1 Container|entrypoint|command
core/v1 Container|cmd|args
core/v1 Container|volumes|volumeMounts
core/v1 ContainerPort|port|containerPort
core/v1 PodSpec|restart|restartPolicy
core/v1 PodSpec|pullSecrets|imagePullSecrets
core/v1 SecurityContext|runAsRoot|runAsUser
core/v1 PodSecurityContext|runAsRoot|runAsUser
core/v1 Container|envVars|env
core/v1 Container|mounts|volumeMounts
apps/v1 DaemonSetSpec|strategy|updateStrategy
apps/v1 StatefulSetSpec|strategy|updateStrategy
apps/v1 DeploymentSpec|updateStrategy|strategy
meta/v1 LabelSelector|labels|matchLabels
networking/v1 IngressTLS|secret|secretName
networking/v1 NetworkPolicyIngressRule|to|from
networking/v1 NetworkPolicyEgressRule|from|to
core/v1 ServicePort|containerPort|targetPort
core/v1 ResourceRequirements|cpu|requests.cpu
core/v1 ResourceRequirements|memory|requests.memory
core/v1 VolumeResourceRequirements|storage|requests.storage
networking/v1 NetworkPolicyPeer|cidr|ipBlock.cidr
rbac/v1 PolicyRule|apiGroup|apiGroups
*|replicaCount|replicas
`

/** All of them: type, former name, name. */
export const formerNames = (): string[][] => FORMER.trim().split('\n').map((line) => line.split('|'))

/** By former name: type, and name now. */
let byName: Map<string, [type: string, now: string][]> | undefined

/** Undefined for a name that no field ever had. */
export function formerName(type: string, name: string): string | undefined {
  byName ??= readNames()
  const known = byName.get(name)
  return (known?.find(([of]) => of === type) ?? known?.find(([of]) => of === '*'))?.[1]
}

function readNames(): Map<string, [type: string, now: string][]> {
  const names = new Map<string, [type: string, now: string][]>()
  for (const [type = '', name = '', now = ''] of formerNames()) names.set(name, [...(names.get(name) ?? []), [type, now]])
  return names
}
