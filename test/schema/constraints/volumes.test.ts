/** What the examples of the constraints on volumes do not show: versions, templates, and what is said once only. */
import { expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

const pod = (volumes: string, container = '') => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: app
      image: nginx:1.27
${container}
  volumes: ${volumes}
`
const mount = '      volumeMounts: [{name: data, mountPath: /data}]'

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules: ['valid-volume', 'valid-volume-mount', 'valid-projected-volume', 'valid-storage-source', 'valid-metadata', 'valid-type', 'no-duplicate-list-item', 'require-field'] })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

test('a mistake in a volume is not said again at its mounts', async () => {
  expect(await found(pod('[{name: data, secret: {}}]', mount))).toEqual(['spec.volumes[0].secret.secretName Required'])
  expect(await found(pod('{data: {}}', mount))).toEqual(['spec.volumes Decode'])
  expect(await found(pod('[{name: 1, emptyDir: {}}]', mount.replace('data', '"1"')))).toEqual(['spec.volumes[0].name Decode'])
  expect(await found(pod('[]', mount))).toEqual(['spec.containers[0].volumeMounts[0].name NotFound'])
})

test('nobody looks into a second source', async () => {
  expect(await found(pod('[{name: data, emptyDir: {}, hostPath: {type: none}, csi: {}}]'))).toEqual(['spec.volumes[0].csi Forbidden', 'spec.volumes[0].hostPath Forbidden'])
  expect(await found(pod('[{name: data, emptyDir: {}, hostPath: null}]'))).toEqual([])
})

test('a name twice is said once', async () => {
  expect(await found(pod('[{name: data}, {name: data}]'))).toEqual(['spec.volumes[1].name Duplicate'])
})

test('images are volumes since 1.35, and the server forgets them before', async () => {
  const text = pod('[{name: data, image: {pullPolicy: always}}]', mount.replace('/data}', '/data, subPath: /x}'))
  expect(await found(text, '1.34')).toEqual([])
  expect(await found(text)).toEqual(['spec.containers[0].volumeMounts.subPath Invalid', 'spec.volumes[0].image.pullPolicy NotSupported', 'spec.volumes[0].image.reference Required'])
})

test('fields behind a gate are as good as not there', async () => {
  expect(await found(pod('[{name: data, projected: {sources: [{podCertificate: {}}]}}]'), '1.36')).toEqual(['spec.volumes[0].projected.sources[0] warning'])
  expect(await found(pod('[{name: data, projected: {sources: [{podCertificate: {}}]}}]'))).toEqual([
    'spec.volumes[0].projected.sources[0].podCertificate Required', 'spec.volumes[0].projected.sources[0].podCertificate.keyType NotSupported', 'spec.volumes[0].projected.sources[0].podCertificate.signerName Required',
  ])
  expect(await found(pod('[{name: data, projected: {sources: [{clusterTrustBundle: {name: "example.com:a:B", path: ../x}}]}}]'))).toEqual([
    'spec.volumes[0].projected.sources[0].clusterTrustBundle.name Invalid', 'spec.volumes[0].projected.sources[0].clusterTrustBundle.path Invalid',
  ])
})

test('files of the downward API are printed without their index', async () => {
  expect(await found(pod('[{name: data, downwardAPI: {items: [{path: /x, mode: 1000, resourceFieldRef: {resource: limits.cpu}}]}}]'))).toEqual([
    'spec.volumes[0].downwardAPI.mode Invalid', 'spec.volumes[0].downwardAPI.path Invalid', 'spec.volumes[0].downwardAPI.resourceFieldRef.containerName Required',
  ])
})

test('devices and mounts', async () => {
  const devices = (list: string) => `${mount}\n      volumeDevices: ${list}`
  expect(await found(pod('[{name: data, persistentVolumeClaim: {claimName: a}}, {name: raw}]', devices('[{name: data, devicePath: /data}, {name: raw, devicePath: /../x}]')))).toEqual([
    'spec.containers[0].volumeDevices[0].devicePath Invalid', 'spec.containers[0].volumeDevices[0].name Invalid', 'spec.containers[0].volumeDevices[1].devicePath Invalid', 'spec.containers[0].volumeDevices[1].name Invalid',
    'spec.containers[0].volumeMounts[0].mountPath Invalid', 'spec.containers[0].volumeMounts[0].name Invalid',
  ])
})

test('a claim of an ephemeral volume is named after the pod', async () => {
  const template = '{volumeClaimTemplate: {metadata: {name: x, labels: {a: "/"}}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}'
  expect(await found(pod(`[{name: data, ephemeral: ${template}}, {name: other, persistentVolumeClaim: {claimName: web-data}}]`))).toEqual([
    'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.labels Invalid', 'spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name Forbidden', 'spec.volumes[1].persistentVolumeClaim.claimName Invalid',
  ])
})

test('a divisor is never written with an exponent', async () => {
  const text = (divisor: string) => pod(`[{name: data, downwardAPI: {items: [{path: x, resourceFieldRef: {containerName: app, resource: limits.cpu, divisor: ${divisor}}}]}}]`)
  expect(await found(text('1000m'))).toEqual([])
  expect(await found(text('"1e0"'))).toEqual(['spec.volumes[0].downwardAPI.resourceFieldRef.divisor Invalid'])
})

test('paths that overlap are warned of, but for those that are refused', async () => {
  const files = (...paths: string[]) => `[{name: data, secret: {secretName: a, items: [${paths.map((path) => `{key: k, path: ${path}}`).join(', ')}]}}]`
  expect(await found(pod(files('a/b', 'a', 'ab')))).toEqual(['spec.volumes[0].secret.items[1].path warning'])
  expect(await found(pod(files('a', './a')))).toEqual([])
  expect(await found(pod(files('a', 'a')), '1.31')).toEqual([])
  const source = '{configMap: {name: a, items: [{key: k, path: x}]}}'
  expect(await found(pod(`[{name: data, projected: {sources: [${source}, ${source}]}}]`))).toEqual(['spec.volumes[0].projected Invalid'])
  expect(await found(pod(`[{name: data, projected: {sources: [${source}, {serviceAccountToken: {path: x/y}}]}}]`))).toEqual(['spec.volumes[0].projected.sources[1].serviceAccountToken.path warning'])
})
