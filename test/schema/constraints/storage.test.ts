/** What the examples of the constraints on storage do not show: what the server forgets, and what it says of an attachment and of a claim template. */
import { expect, test } from 'vitest'
import { lintText } from '../../lint-text.ts'

async function found(text: string, version = '1.37'): Promise<string[]> {
  const { diagnostics } = await lintText(text, { kubernetesVersions: [version], rules: ['valid-volume-claim', 'valid-persistent-volume', 'valid-volume-attachment', 'valid-storage-class', 'valid-storage-source', 'valid-node-selector', 'valid-csi-driver', 'require-field'] })
  return diagnostics.map(({ path, code, severity }) => `${path} ${code ?? severity}`).sort()
}

const claim = (spec: string) => `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}, spec: {${spec}}}`
const right = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}'
const volume = (spec: string) => `{apiVersion: v1, kind: PersistentVolume, metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, ${spec}}}`

test('a claim forgets a source of another kind, and a template does not', async () => {
  expect(await found(claim(`${right}, dataSource: {kind: Pod}`))).toEqual([])
  expect(await found(claim(`${right}, dataSource: {kind: PersistentVolumeClaim}`))).toEqual(['spec.dataSource.name Required', 'spec.dataSourceRef.name Required'])
  expect(await found(claim(`${right}, dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: b}`))).toEqual(['spec Invalid'])
  expect(await found(claim(`${right}, dataSourceRef: {apiGroup: a_b, kind: A, name: b}`), '1.28')).toEqual([])
})

test('a claim without anything', async () => {
  expect(await found(claim(''))).toEqual(['spec.accessModes Required', 'spec.resources[storage] Required'])
  expect(await found('{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}}')).toEqual(['spec.accessModes Required', 'spec.resources[storage] Required'])
  expect(await found(claim(`${right.replace('1Gi', '-1Gi')}, volumeMode: ""`))).toEqual(['spec.resources[storage] Invalid', 'spec.volumeMode NotSupported'])
})

test('claim templates of a StatefulSet are refused since 1.34', async () => {
  const text = `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [RWO], resources: {requests: {storage: 1Gi}}}}],
    selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: a}]}}}}`
  const { diagnostics } = await lintText(text, { kubernetesVersions: ['1.33'], rules: ['valid-volume-claim'] })
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning'])
  expect(await found(text)).toEqual(['spec.volumeClaimTemplates[0].spec.accessModes[0] NotSupported'])
})

test('sources of a volume', async () => {
  expect(await found(volume(''))).toEqual(['spec Required'])
  expect(await found(volume('hostPath: {path: /a}, nfs: {}, csi: {}'))).toEqual(['spec.csi Forbidden', 'spec.nfs Forbidden'])
  // The server takes this one beside another.
  expect(await found(volume('hostPath: {path: /a}, flexVolume: {driver: a/b}'))).toEqual([])
  expect(await found(volume('hostPath: {path: //}, persistentVolumeReclaimPolicy: Recycle'))).toEqual(['spec.persistentVolumeReclaimPolicy Forbidden', 'spec.persistentVolumeReclaimPolicy warning'])
  expect(await found(volume('local: {path: /a}, nodeAffinity: {}'))).toEqual(['spec.nodeAffinity.required Required'])
})

test('an attachment', async () => {
  const attachment = (source: string) => `{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a}, spec: {attacher: a.b, nodeName: n, source: ${source}}}`
  expect(await found(attachment('{inlineVolumeSpec: {accessModes: [ReadWriteOnce], hostPath: {path: /a}, capacity: {storage: 1}, volumeMode: Block}}'))).toEqual([
    'spec.source.inlineVolumeSpec.capacity Forbidden', 'spec.source.inlineVolumeSpec.csi Required', 'spec.source.inlineVolumeSpec.volumeMode Forbidden',
  ])
  expect(await found('{apiVersion: storage.k8s.io/v1, kind: VolumeAttachment, metadata: {name: a}}')).toEqual(['spec.attacher Required', 'spec.nodeName Invalid', 'spec.source Required'])
})

test('topologies of a class', async () => {
  const storageClass = (topologies: string) => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: a}, provisioner: a, allowedTopologies: ${topologies}}`
  expect(await found(storageClass('[{matchLabelExpressions: [{key: z, values: [a, b]}]}, {matchLabelExpressions: [{key: z, values: [b, a]}]}, {}]'))).toEqual(['allowedTopologies[1].matchLabelExpressions Duplicate', 'allowedTopologies[2].matchLabelExpressions Duplicate'])
  expect(await found(storageClass('[{matchLabelExpressions: [{key: z, values: [a, a]}, {key: z}]}]'))).toEqual([
    'allowedTopologies[0].matchLabelExpressions[0].values[1] Duplicate', 'allowedTopologies[0].matchLabelExpressions[1].key Duplicate', 'allowedTopologies[0].matchLabelExpressions[1].values Required',
  ])
})

test('a driver needs nothing', async () => {
  expect(await found('{apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: a}}')).toEqual([])
})
