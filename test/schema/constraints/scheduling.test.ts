/** What the examples of the constraints on scheduling and security do not show: the pod's own labels, versions, and what hides what. */
import { expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers: [{name: app, image: "nginx:1.27"}]
${spec}
`
const template = (spec: string) => `apiVersion: v1
kind: PodTemplate
metadata: {name: web}
template:
  metadata: {labels: {app: web}}
  spec:
    containers: [{name: app, image: "nginx:1.27"}]
  ${spec.replaceAll('\n', '\n  ')}
`

const RULES = ['valid-affinity', 'valid-topology-spread', 'valid-node-selector', 'valid-pod-resource-claim', 'valid-security-context', 'valid-security-profile', 'valid-windows-options', 'valid-container', 'valid-probe', 'valid-pod-annotation', 'no-duplicate-list-item', 'require-field']
async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules: RULES })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

test('the labels of a Pod become part of a selector, those of a template do not', async () => {
  const spread = (selector: string, keys: string) => `  topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: ${selector}, matchLabelKeys: ${keys}}]`
  expect(await found(pod(spread('{matchLabels: {app: web}}', '[app]')))).toEqual(['spec.topologySpreadConstraints[0][0] Invalid'])
  expect(await found(pod(spread('{matchLabels: {app: web}}', '[app]')), '1.33')).toEqual(['spec.topologySpreadConstraints[0].matchLabelKeys[0] Invalid'])
  expect(await found(pod(spread('{matchLabels: {tier: web}}', '[tier]')))).toEqual([])
  expect(await found(template(spread('{matchLabels: {app: web}}', '[app]')))).toEqual([])
  expect(await found(template(spread('{matchLabels: {app: web}, matchExpressions: [{key: app, operator: Exists}]}', '[app]')))).toEqual(['template.spec.topologySpreadConstraints[0][0] Invalid'])
})

test('a null constraint is an empty one', async () => {
  expect(await found(pod('  topologySpreadConstraints: [null]'))).toEqual([
    'spec.topologySpreadConstraints[0].labelSelector warning', 'spec.topologySpreadConstraints[0].maxSkew Invalid', 'spec.topologySpreadConstraints[0].topologyKey Required', 'spec.topologySpreadConstraints[0].whenUnsatisfiable NotSupported',
  ])
})

test('values of a preference are only warned of', async () => {
  const terms = '[{key: disk, operator: In, values: ["a b"]}]'
  const affinity = (kind: string) => pod(`  affinity: {nodeAffinity: {${kind}}}`)
  const required = affinity(`requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: ${terms}}]}`)
  expect((await found(required)).map((line) => line.split(' ')[1])).toEqual(['Invalid'])
  expect(await found(required, '1.32')).toEqual([])
  expect((await found(affinity(`preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: ${terms}}}]`))).map((line) => line.split(' ')[1])).toEqual(['warning'])
})

test('claims on devices count since 1.34', async () => {
  const text = pod('  resourceClaims: [{name: gpu}, {name: gpu, resourceClaimName: a, resourceClaimTemplateName: B}]')
  expect(await found(text, '1.33')).toEqual([])
  expect(await found(text)).toEqual(['spec.resourceClaims[0] Invalid', 'spec.resourceClaims[1] Invalid', 'spec.resourceClaims[1].name Duplicate', 'spec.resourceClaims[1].resourceClaimTemplateName Invalid'])
})

test('users of the host', async () => {
  const text = pod('  hostUsers: false\n  hostPID: true\n  shareProcessNamespace: true')
  expect(await found(text, '1.32')).toEqual(['spec.securityContext.shareProcessNamespace Invalid'])
  expect(await found(text)).toEqual(['spec.hostPID Forbidden', 'spec.shareProcessNamespace Invalid'])
})

test('nobody looks into a probe that an init container must not have', async () => {
  const init = (policy: string) => pod(`  initContainers: [{name: init, image: "busybox:1.37"${policy}, livenessProbe: {}}]`)
  expect(await found(init(''))).toEqual(['spec.initContainers[0].livenessProbe Forbidden'])
  expect(await found(init(', restartPolicy: Always'))).toEqual(['spec.initContainers[0].livenessProbe Required'])
})

test('annotations of old and the fields that took their place', async () => {
  const annotated = (annotation: string, profile: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: {${annotation}}
spec:
  containers: [{name: app, image: "nginx:1.27"}]
  securityContext: ${profile}
`
  expect(await found(annotated('seccomp.security.alpha.kubernetes.io/pod: unconfined', '{seccompProfile: {type: RuntimeDefault}}'))).toEqual(['spec.securityContext.seccompProfile.type Forbidden'])
  expect(await found(annotated('seccomp.security.alpha.kubernetes.io/pod: none', '{}'))).toEqual([
    'metadata.annotations.seccomp.security.alpha.kubernetes.io/pod Invalid', 'metadata.annotations[seccomp.security.alpha.kubernetes.io/pod] warning',
  ])
  const appArmor = 'container.apparmor.security.beta.kubernetes.io/app: runtime/default'
  expect(await found(annotated(appArmor, '{appArmorProfile: {type: RuntimeDefault}}'))).toEqual([])
  expect(await found(annotated(appArmor, '{appArmorProfile: {type: Unconfined}}'))).toEqual(['metadata.annotations[container.apparmor.security.beta.kubernetes.io/app] warning'])
  expect(await found(annotated(appArmor.replace('/app', '/other'), '{}'))).toEqual(['metadata.annotations[container.apparmor.security.beta.kubernetes.io/other] Invalid'])
})

test('windows', async () => {
  const context = '{fsGroup: 1, windowsOptions: {hostProcess: true}}'
  expect(await found(pod(`  os: {name: windows}\n  hostNetwork: true\n  securityContext: ${context}`))).toEqual(['spec.securityContext.fsGroup Forbidden'])
  expect(await found(pod(`  os: {name: linux}\n  hostNetwork: true\n  securityContext: ${context}`))).toEqual(['spec.securityContext.windowsOptions Forbidden'])
  expect(await found(pod(`  securityContext: ${context}`))).toEqual(['spec.hostNetwork Invalid'])
})
