import type { CSIPersistentVolumeSource, PersistentVolume, PersistentVolumeSpec, SecretReference, VolumeNodeAffinity } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel, dnsSubdomain } from '../../../formats/names.ts'
import { cleanPath } from '../../../formats/paths.ts'
import { parseQuantity } from '../../../formats/quantity.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, on, oneOf, oneOfSet, required, type TypeCheckContext } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'
import { accessModes } from '../../volume-claims.ts'
import { warnOfDeprecatedSource } from '../../deprecated-volumes.ts'

/** In the order of the server. */
const SOURCES = [
  'hostPath', 'gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'flocker', 'nfs', 'rbd', 'quobyte', 'cephfs', 'iscsi', 'cinder', 'fc', 'flexVolume', 'azureFile', 'vsphereVolume', 'photonPersistentDisk', 'portworxVolume', 'azureDisk', 'scaleIO', 'local',
  'storageos', 'csi',
] as const
/** What a volume of a VolumeAttachment must not have. */
const NOT_INLINE = ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName'] as const
const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options'
const CLASS = 'volume.beta.kubernetes.io/storage-class'
/** Sources that take mount options of an annotation. */
const MOUNTABLE = ['gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'nfs', 'rbd', 'quobyte', 'iscsi', 'cinder', 'cephfs', 'azureFile', 'vsphereVolume', 'azureDisk', 'photonPersistentDisk'] as const
const MAX_ISCSI_NAME = 64

type Spec = Loose<PersistentVolumeSpec>
const isInline = ({ kind }: TypeCheckContext): boolean => kind === 'VolumeAttachment'

function checkCapacity(capacity: Readonly<Record<string, string>>, { report }: TypeCheckContext): void {
  const names = Object.keys(capacity)
  if (names.length === 0) report(['capacity'], 'Required', 'is required')
  if (names.length > 1 || names[0] !== 'storage') report(['capacity'], 'NotSupported', 'must have storage and nothing else')
  for (const name of names) {
    const amount = parseQuantity(capacity[name]!)?.nanos ?? 1n
    const printed = { path: `spec.capacity[${name}]` }
    if (amount < 0n) report(['capacity', name], 'Invalid', `Capacity "${name}" must be at least zero`, printed)
    if (amount <= 0n) report(['capacity', name], 'Invalid', `Capacity "${name}" must be greater than zero`, printed)
  }
}

function checkSources(spec: Spec, context: TypeCheckContext): void {
  const { report, skip } = context
  const set = SOURCES.filter((field) => spec[field] !== undefined)
  if (set.length === 0) report([], 'Required', `Volume must have one source: ${SOURCES.slice(0, 6).join(', ')}, …, csi`)
  for (const second of set.slice(1)) {
    // The one source that the server takes as a second one.
    if (second === 'flexVolume') continue
    report([second], 'Forbidden', `cannot be set together with ${set[0]!}`)
    skip(second)
  }
  warnOfDeprecatedSource(spec, context)
}

function checkInline(spec: Spec, { report, skip }: TypeCheckContext): void {
  const message = 'cannot be set in a VolumeAttachment'
  for (const field of NOT_INLINE) {
    const value: unknown = spec[field]
    if (value !== undefined && value !== '' && !(field === 'capacity' && Object.keys(value as object).length === 0)) report([field], 'Forbidden', message)
    skip(field)
  }
  if (spec.csi === undefined) report(['csi'], 'Required', 'is required')
  if ((spec.persistentVolumeReclaimPolicy ?? '') !== '' && spec.persistentVolumeReclaimPolicy !== 'Retain') report(['persistentVolumeReclaimPolicy'], 'Forbidden', 'must be "Retain" in a VolumeAttachment')
  if (spec.volumeMode !== undefined && spec.volumeMode !== 'Filesystem') report(['volumeMode'], 'Forbidden', 'must be "Filesystem" in a VolumeAttachment')
}

const POLICIES = oneOf('Retain', 'Delete', 'Recycle')
const MODES = oneOfSet('Block', 'Filesystem')

function checkSpec(spec: Spec, context: TypeCheckContext): void {
  const { report, warn } = context
  checkSources(spec, context)
  if (isInline(context)) checkInline(spec, context)
  else {
    checkCapacity((spec.capacity ?? {}) as Readonly<Record<string, string>>, context)
    for (const [field, check] of [['persistentVolumeReclaimPolicy', POLICIES], ['volumeMode', MODES]] as const) {
      const fault = check.test!(spec[field], context)
      if (fault !== undefined) for (const { code, message } of [fault].flat()) report([field], code, message)
    }
    for (const reason of (spec.storageClassName ?? '') === '' ? [] : (dnsSubdomain(spec.storageClassName!) ?? [])) report(['storageClassName'], 'Invalid', reason)
    if (spec.local !== undefined && spec.nodeAffinity === undefined) report(['nodeAffinity'], 'Required', 'is required for a local volume')
    if (spec.persistentVolumeReclaimPolicy === 'Recycle') warn(['persistentVolumeReclaimPolicy'], 'Reclaim policy "Recycle" is deprecated')
  }
  if (spec.hostPath?.path !== undefined && cleanPath(spec.hostPath.path) === '/' && spec.persistentVolumeReclaimPolicy === 'Recycle') report(['persistentVolumeReclaimPolicy'], 'Forbidden', 'cannot be "Recycle" for the root of a host')
  const { initiatorName, targetPortal = '' } = spec.iscsi ?? {}
  if (initiatorName !== undefined && Buffer.byteLength(`${context.object.metadata === undefined ? '' : ((context.object.metadata as { name?: string }).name ?? '')}:${targetPortal}`) > MAX_ISCSI_NAME) report(['iscsi', 'targetPortal'], 'Invalid', `and the name of the volume must have at most ${MAX_ISCSI_NAME - 1} characters together beside initiatorName`)
  checkAttributesClass(spec, context)
}

function checkAttributesClass(spec: Spec, { minor, report }: TypeCheckContext): void {
  const { volumeAttributesClassName: name } = spec as { volumeAttributesClassName?: string }
  if (name === undefined || minor < 34) return
  const at = ['volumeAttributesClassName']
  if (name === '') report(at, 'Required', 'must not be empty')
  else for (const reason of dnsSubdomain(name) ?? []) report(at, 'Invalid', reason)
  if (spec.csi === undefined) report(['csi'], 'Required', 'is required when volumeAttributesClassName is set')
}

function checkAnnotations({ metadata, spec }: Loose<PersistentVolume>, { minor, report, warn }: TypeCheckContext): void {
  const annotations = metadata?.annotations ?? {}
  if (Object.hasOwn(annotations, CLASS)) warn(['metadata', 'annotations', CLASS], `Annotation "${CLASS}" is deprecated since 1.8: storageClassName takes its place`)
  if (!Object.hasOwn(annotations, MOUNT_OPTIONS)) return
  const place = ['metadata', 'annotations', MOUNT_OPTIONS]
  if (!MOUNTABLE.some((field) => spec?.[field] !== undefined)) report(place, 'Forbidden', `Annotation "${MOUNT_OPTIONS}" cannot be set for a volume of this type`, { path: `metadata.annotations.${MOUNT_OPTIONS}` })
  if (minor >= 31) warn(place, `Annotation "${MOUNT_OPTIONS}" is deprecated since 1.31: mountOptions takes its place`)
}

const SECRETS = ['controllerPublishSecretRef', 'nodePublishSecretRef', 'controllerExpandSecretRef', 'nodeExpandSecretRef'] as const

function checkSecrets(source: Loose<CSIPersistentVolumeSource>, { report }: TypeCheckContext): void {
  for (const field of SECRETS) {
    const secret = source[field] as Loose<SecretReference> | undefined
    if (secret === undefined) continue
    for (const [part, isName] of [['name', dnsSubdomain], ['namespace', dnsLabel]] as const) {
      const value = secret[part] ?? ''
      if (value === '') report([field, part], 'Required', 'is required')
      else for (const reason of isName(value) ?? []) report([field, part], 'Invalid', reason)
    }
  }
}

export default constraints(
  {
    id: 'valid-persistent-volume',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require volumes of a cluster with one source, a capacity and an access mode.',
    why: 'The API server refuses a PersistentVolume that does not say where its data are, how much it holds and how it is accessed.',
    howToFix: 'Set one source, `capacity.storage` and `accessModes`, and `nodeAffinity` for a local volume.',
    references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistent-volumes'],
    bad: [
      {
        title: 'a local volume that does not say where it is, without an access mode',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolume
          metadata:
            name: disk-1
          spec: # ✖ accessModes is required but missing ✖ nodeAffinity is missing, but required for a local volume
            capacity: # ✖ capacity must have storage and nothing else
              memory: 10Gi
            volumeMode: filesystem # ✖ volumeMode is "filesystem", must be "Block" or "Filesystem"; did you mean "Filesystem"?
            local: # ✖ local cannot be set together with nfs
              path: /mnt/disks/1
            nfs:
              server: nfs.example.com
              path: /
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolume
          metadata:
            name: data
          spec:
            capacity:
              storage: 1Gi
            accessModes: [ReadWriteOnce]
            persistentVolumeReclaimPolicy: retain # ✖ persistentVolumeReclaimPolicy is "retain", must be "Retain", "Delete" or "Recycle"; did you mean "Retain"?
            nfs:
              server: files.example.com
              path: /data
        `,
        fixed: yaml`
          apiVersion: v1
          kind: PersistentVolume
          metadata:
            name: data
          spec:
            capacity:
              storage: 1Gi
            accessModes: [ReadWriteOnce]
            persistentVolumeReclaimPolicy: Retain
            nfs:
              server: files.example.com
              path: /data
        `,
      },
    ],
    good: [
      {
        title: 'an export',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolume
          metadata:
            name: export
          spec:
            capacity:
              storage: 10Gi
            accessModes:
              - ReadWriteMany
            nfs:
              server: nfs.example.com
              path: /exports/data
        `,
      },
    ],
  },
  [
    on<PersistentVolume>('core/v1 PersistentVolume', () => ({ check: checkAnnotations })),
    on<PersistentVolumeSpec>('core/v1 PersistentVolumeSpec', () => ({ fields: { accessModes: required(accessModes) }, dropped: { volumeAttributesClassName: '1.33' }, check: checkSpec })),
    on<VolumeNodeAffinity>('core/v1 VolumeNodeAffinity', () => ({
      check({ required: terms }, { report }) {
        if (terms === undefined) report(['required'], 'Required', 'is required')
      },
    })),
    on<CSIPersistentVolumeSource>('core/v1 CSIPersistentVolumeSource', () => ({ fields: { driver: csiDriverName, volumeHandle: required() }, check: checkSecrets })),
  ],
)
