/** What a field was meant to be that its type does not have. */
import { describe, expect, test } from 'vitest'
import { formerName, formerNames } from '../../src/schema/former-names.ts'
import { loadTable } from '../../src/schema/table.ts'
import { LATEST } from '../../src/versions.ts'
import { lintText } from '../lint-text.ts'

async function messages(text: string, minor = LATEST) {
  const { diagnostics } = await lintText(text, { rules: ['no-unknown-field', 'no-unknown-kind', 'valid-type'], kubernetesVersions: [minor] })
  return diagnostics.map(({ message }) => message)
}

const head = (apiVersion: string, kind: string) => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`
const pod = (spec: string) => `${head('v1', 'Pod')}spec:\n${spec}`
const container = (fields: string) => pod(`  containers:\n    - name: a\n      image: a:1\n${fields}`)
const set = (spec: string) => `${head('apps/v1', 'StatefulSet')}spec:\n  selector: {matchLabels: {app: a}}\n${spec}`

describe('belongs in', () => {
  test.each([
    ['below', pod('  livenessProbe: {}\n'), 'PodSpec has no field "livenessProbe": it belongs in "containers[]"'],
    ['beside, in the pod', container('      securityContext: {fsGroup: 1}\n'), 'SecurityContext has no field "fsGroup": it belongs in "spec.securityContext"'],
    ['beside, in the container', pod('  securityContext: {capabilities: {}}\n'), 'PodSecurityContext has no field "capabilities": it belongs in "spec.containers[].securityContext"'],
    ['beside, for privilege escalation', pod('  securityContext: {allowPrivilegeEscalation: false}\n'), 'PodSecurityContext has no field "allowPrivilegeEscalation": it belongs in "spec.containers[].securityContext"'],
    ['above', set('  template:\n    spec:\n      volumeClaimTemplates: []\n'), 'PodSpec has no field "volumeClaimTemplates": it belongs in "spec" of the StatefulSet'],
    ['above, a volume', container('      volumes: []\n').replace('volumes: []', 'hostNetwork: true'), 'Container has no field "hostNetwork": it belongs in "spec"'],
    ['left out', `${head('apps/v1', 'Deployment')}spec:\n  selector: {app: a}\n`, 'LabelSelector has no field "app": it belongs in "matchLabels"'],
    ['among amounts', `${head('v1', 'PersistentVolumeClaim')}spec:\n  resources:\n    requests:\n      storage: 1Gi\n      storageClassName: ssd\n`, 'storageClassName is not a resource: it belongs in "spec"'],
    ['far below', `${head('apps/v1', 'ReplicaSet')}containerPort: 80\n`, 'ReplicaSet has no field "containerPort": it belongs in "spec.template.spec.containers[].ports[]"'],
    ['one level too deep', `${head('rbac.authorization.k8s.io/v1', 'ClusterRole')}spec: {rules: []}\n`, 'ClusterRole has no field "spec": what is in it belongs at the top level'],
    ['the metadata in the spec', `apiVersion: v1\nkind: Service\nspec:\n  ports: [{port: 80}]\n  metadata: {name: a}\n`, 'ServiceSpec has no field "metadata": it belongs at the top level, beside apiVersion and kind'],
    ['an item of another list', container('      ports:\n        - name: WORKERS\n          value: "5"\n'), 'ContainerPort has no field "value": the item belongs in "env"'],
  ])('%s', async (_, text, message) => {
    expect(await messages(text)).toEqual([message])
  })
})

describe('former names', () => {
  const ingress = (backend: string) => `${head('networking.k8s.io/v1', 'Ingress')}spec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend: ${backend}\n`
  test.each([
    [ingress('{serviceName: web, servicePort: 80}'), ['IngressBackend has no field "serviceName": it is "service.name"', 'IngressBackend has no field "servicePort": it is "service.port.number"']],
    [pod('  volumes: [{name: a, secret: {name: a}}]\n'), ['SecretVolumeSource has no field "name", did you mean "secretName"?']],
    [`${head('apps/v1', 'Deployment')}spec: {replicaCount: 2}\n`, ['DeploymentSpec has no field "replicaCount", did you mean "replicas"?']],
    [`${head('apiextensions.k8s.io/v1', 'CustomResourceDefinition')}spec: {version: v1}\n`, ['CustomResourceDefinitionSpec has no field "version": it is "versions[].name"']],
  ])('%#', async (text, expected) => {
    expect(await messages(text)).toEqual(expected)
  })

  test('are of types that there are, and lead to fields that there are', () => {
    const table = loadTable(LATEST)
    for (const [type, name, now] of formerNames()) {
      if (type === '*') continue
      const { fields } = table.type(type!)!
      expect(fields.has(name!), `${type} ${name}`).toBe(false)
      expect(fields.has(now!.split(/[.[]/)[0]!), `${type} ${now}`).toBe(true)
      expect(formerName(type!, name!)).toBe(now)
    }
    expect(formerName('core/v1 Pod', 'constructor')).toBe(undefined)
  })
})

describe('spelling', () => {
  test.each([
    [container('      ImagePullPolicy: Always\n'), 'Container has no field "ImagePullPolicy", did you mean "imagePullPolicy"?'],
    [container('      imagePulPolicy: Always\n'), 'Container has no field "imagePulPolicy", did you mean "imagePullPolicy"?'],
    [pod('  imagePullSecret: regcred\n'), 'PodSpec has no field "imagePullSecret", did you mean "imagePullSecrets"?'],
    [container('      workingDirectory: /a\n'), 'Container has no field "workingDirectory", did you mean "workingDir"?'],
    [`${head('v1', 'ConfigMap')}dataOfTheProgram: {a: b}\n`, 'ConfigMap has no field "dataOfTheProgram", did you mean "data"?'],
    [container('      securityContext: {runAsRoot: true}\n'), 'SecurityContext has no field "runAsRoot": it is "runAsUser"'],
    [set('  strategy: {type: OnDelete}\n'), 'StatefulSetSpec has no field "strategy", did you mean "updateStrategy"?'],
    [container('      nothingLikeThis: Always\n'), 'Container has no field "nothingLikeThis"'],
  ])('%#', async (text, message) => {
    expect(await messages(text)).toEqual([message])
  })
})

describe('since which version', () => {
  test('a field exists', async () => {
    expect(await messages(container('      restartPolicyRules: []\n'), '1.30')).toEqual(['Container has no field "restartPolicyRules" in Kubernetes 1.30, only since 1.34'])
  })

  test('a kind exists', async () => {
    expect(await messages(head('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'), '1.29')).toEqual(['Kubernetes 1.29 has no admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy, only since 1.30'])
  })
})
