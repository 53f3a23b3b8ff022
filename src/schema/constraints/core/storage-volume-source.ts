import type {
  AWSElasticBlockStoreVolumeSource, AzureDiskVolumeSource, AzureFilePersistentVolumeSource, AzureFileVolumeSource, CephFSPersistentVolumeSource, CephFSVolumeSource, CinderPersistentVolumeSource, CinderVolumeSource, FCVolumeSource, FlexPersistentVolumeSource,
  FlexVolumeSource, FlockerVolumeSource, GCEPersistentDiskVolumeSource, GitRepoVolumeSource, GlusterfsPersistentVolumeSource, GlusterfsVolumeSource, ISCSIPersistentVolumeSource, ISCSIVolumeSource, LocalVolumeSource, NFSVolumeSource,
  PhotonPersistentDiskVolumeSource, PortworxVolumeSource, QuobyteVolumeSource, RBDPersistentVolumeSource, RBDVolumeSource, ScaleIOPersistentVolumeSource, ScaleIOVolumeSource, StorageOSPersistentVolumeSource, StorageOSVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { hostPort } from '../../../formats/host-port.ts'
import { iscsiName } from '../../../formats/iscsi-name.ts'
import { dnsLabel } from '../../../formats/names.ts'
import { localDescendingPath, withoutBacksteps } from '../../../formats/paths.ts'
import type { Loose } from '../../../model/kinds.ts'
import { between, checkedElsewhere, constraints, format, missingAs, on, oneOfSet, required, type TypeCheckContext } from '../../constraints.ts'

const MAX_TENANT = 64
/** Keys of options whose part before the "/" belongs to Kubernetes. */
const RESERVED = /(?:^|\.)(?:kubernetes|k8s)\.io(?:\/|$)/i

function checkIscsi({ chapAuthDiscovery, chapAuthSession, secretRef }: Loose<ISCSIVolumeSource> | Loose<ISCSIPersistentVolumeSource>, { report }: TypeCheckContext): void {
  if ((chapAuthDiscovery === true || chapAuthSession === true) && secretRef === undefined) report(['secretRef'], 'Required', 'is required with CHAP authentication')
}

const iscsi = {
  targetPortal: required(),
  iqn: required(format('an iSCSI name', iscsiName)),
  lun: between(0, 255),
  initiatorName: format('an iSCSI name', iscsiName, { empty: true }),
}

function checkFibreChannel({ targetWWNs = [], wwids = [], lun }: Loose<FCVolumeSource>, { report }: TypeCheckContext): void {
  if (targetWWNs.length === 0 && wwids.length === 0) report(['targetWWNs'], 'Required', 'or wwids is required')
  if (targetWWNs.length > 0 && wwids.length > 0) report(['targetWWNs'], 'Invalid', 'cannot be set together with wwids')
  // Nobody looks at it beside wwids.
  if (targetWWNs.length === 0) return
  if (lun === undefined) report(['lun'], 'Required', 'is required when targetWWNs is set')
  else if (lun < 0 || lun > 255) report(['lun'], 'Invalid', 'must be between 0 and 255')
}

function checkFlocker({ datasetName = '', datasetUUID = '' }: Loose<FlockerVolumeSource>, { report }: TypeCheckContext): void {
  if (datasetName === '' && datasetUUID === '') report([], 'Required', 'must have datasetName or datasetUUID')
  if (datasetName !== '' && datasetUUID !== '') report([], 'Invalid', 'may have only one of datasetName and datasetUUID')
  if (datasetName.includes('/')) report(['datasetName'], 'Invalid', 'must not contain "/"')
}

function checkQuobyte({ registry = '', tenant = '' }: Loose<QuobyteVolumeSource>, { report }: TypeCheckContext): void {
  if (registry === '') return
  if (tenant.length > MAX_TENANT) report(['tenant'], 'Required', `must be at most ${MAX_TENANT} characters`)
  else if (registry.split(',').some((each) => hostPort(each) !== undefined)) report(['registry'], 'Invalid', 'must be pairs of a host and a port, such as example.com:7861, separated by commas')
}

function checkAzureDisk({ diskURI = '', kind = 'Shared' }: Loose<AzureDiskVolumeSource>, { report }: TypeCheckContext): void {
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://'
  if (!diskURI.startsWith(start)) report(['diskURI'], 'NotSupported', `must begin with ${start} for a disk of the kind ${kind}`)
}

function checkOptions({ options = {} }: Loose<FlexVolumeSource> | Loose<FlexPersistentVolumeSource>, { report }: TypeCheckContext): void {
  for (const key in options) if (RESERVED.test(key.split('/')[0]!)) report(['options', key], 'Invalid', `Option "${key}" belongs to Kubernetes`)
}

const storageOs = { volumeName: required(format('a DNS label', dnsLabel)), volumeNamespace: format('a DNS label', dnsLabel) }
const scaleIo = { gateway: required(), system: required(), volumeName: required(), secretRef: checkedElsewhere }

export default constraints(
  {
    id: 'valid-storage-source',
    since: '0.1.0',
    summary: 'Require disks and shares that the API server takes, in a pod and in a PersistentVolume.',
    why: 'The API server refuses a volume whose disk or share is not named, or named in a way that its storage does not have.',
    howToFix: 'Set the fields that name the disk or share, in the form that the documentation of the volume type shows.',
    references: ['https://kubernetes.io/docs/concepts/storage/volumes/#volume-types'],
    bad: [
      {
        title: 'a relative path of an export, a malformed iSCSI name, a disk without its name',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
            volumes:
              - name: export
                nfs:
                  server: nfs.example.com
                  path: exports/web # ✖ path is "exports/web", must be an absolute path
              - name: disk
                iscsi:
                  targetPortal: 10.0.2.15:3260
                  iqn: com.example:disk # ✖ iqn is "com.example:disk", must begin with iqn, eui or naa
                  lun: 0
              - name: cloud
                gcePersistentDisk: # ✖ pdName is required but missing
                  fsType: ext4
        `,
      },
    ],
    good: [
      {
        title: 'an export and a disk',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
            volumes:
              - name: export
                nfs:
                  server: nfs.example.com
                  path: /exports/web
              - name: disk
                iscsi:
                  targetPortal: 10.0.2.15:3260
                  iqn: iqn.2001-04.com.example:storage.disk
                  lun: 0
        `,
      },
    ],
  },
  [
    on<NFSVolumeSource>('core/v1 NFSVolumeSource', () => ({
      fields: { server: required(), path: required(missingAs('', format('an absolute path', (path) => (path.startsWith('/') ? undefined : 'must be an absolute path'), { empty: true }))) },
    })),
    on<ISCSIVolumeSource>('core/v1 ISCSIVolumeSource', () => ({ fields: iscsi, check: checkIscsi })),
    on<ISCSIPersistentVolumeSource>('core/v1 ISCSIPersistentVolumeSource', () => ({ fields: { ...iscsi, secretRef: { name: required() } }, check: checkIscsi })),
    on<FCVolumeSource>('core/v1 FCVolumeSource', () => ({ check: checkFibreChannel })),
    on<LocalVolumeSource>('core/v1 LocalVolumeSource', () => ({ fields: { path: required(format('without ".."', withoutBacksteps)) } })),
    on<GitRepoVolumeSource>('core/v1 GitRepoVolumeSource', () => ({ fields: { repository: required(), directory: format('a relative path', localDescendingPath) } })),
    on<GCEPersistentDiskVolumeSource>('core/v1 GCEPersistentDiskVolumeSource', () => ({
      fields: { pdName: required(), partition: between(0, 255) },
      printed: (path) => path.replace(/gcePersistentDisk$/, 'persistentDisk'),
    })),
    on<AWSElasticBlockStoreVolumeSource>('core/v1 AWSElasticBlockStoreVolumeSource', () => ({ fields: { volumeID: required(), partition: between(0, 255) } })),
    on<AzureDiskVolumeSource>('core/v1 AzureDiskVolumeSource', () => ({
      fields: { diskName: required(), diskURI: required(), cachingMode: oneOfSet('None', 'ReadOnly', 'ReadWrite'), kind: oneOfSet('Shared', 'Dedicated', 'Managed') },
      check: checkAzureDisk,
    })),
    on<AzureFileVolumeSource>('core/v1 AzureFileVolumeSource', () => ({ fields: { secretName: required(), shareName: required() } })),
    on<AzureFilePersistentVolumeSource>('core/v1 AzureFilePersistentVolumeSource', () => ({
      fields: { secretName: required(), shareName: required() },
      check({ secretNamespace }, { report }) {
        if (secretNamespace === '') report(['secretNamespace'], 'Required', 'must not be empty')
      },
    })),
    on<CinderVolumeSource>('core/v1 CinderVolumeSource', () => ({ fields: { volumeID: required(), secretRef: { name: required() } } })),
    on<CinderPersistentVolumeSource>('core/v1 CinderPersistentVolumeSource', () => ({ fields: { volumeID: required(), secretRef: { name: required(), namespace: required() } } })),
    on<CephFSVolumeSource>('core/v1 CephFSVolumeSource', () => ({ fields: { monitors: required() } })),
    on<CephFSPersistentVolumeSource>('core/v1 CephFSPersistentVolumeSource', () => ({ fields: { monitors: required() } })),
    on<RBDVolumeSource>('core/v1 RBDVolumeSource', () => ({ fields: { monitors: required(), image: required() } })),
    on<RBDPersistentVolumeSource>('core/v1 RBDPersistentVolumeSource', () => ({ fields: { monitors: required(), image: required() } })),
    on<GlusterfsVolumeSource>('core/v1 GlusterfsVolumeSource', () => ({ fields: { endpoints: required(), path: required() } })),
    on<GlusterfsPersistentVolumeSource>('core/v1 GlusterfsPersistentVolumeSource', () => ({
      fields: { endpoints: required(), path: required(), endpointsNamespace: format('a DNS label', dnsLabel, { empty: true }) },
    })),
    on<FlockerVolumeSource>('core/v1 FlockerVolumeSource', () => ({ check: checkFlocker })),
    on<QuobyteVolumeSource>('core/v1 QuobyteVolumeSource', () => ({ fields: { registry: required(), volume: required() }, check: checkQuobyte })),
    on<FlexVolumeSource>('core/v1 FlexVolumeSource', () => ({ fields: { driver: required() }, check: checkOptions })),
    on<FlexPersistentVolumeSource>('core/v1 FlexPersistentVolumeSource', () => ({ fields: { driver: required() }, check: checkOptions })),
    on<VsphereVirtualDiskVolumeSource>('core/v1 VsphereVirtualDiskVolumeSource', () => ({ fields: { volumePath: required() } })),
    on<PhotonPersistentDiskVolumeSource>('core/v1 PhotonPersistentDiskVolumeSource', () => ({ fields: { pdID: required() } })),
    on<PortworxVolumeSource>('core/v1 PortworxVolumeSource', () => ({ fields: { volumeID: required() } })),
    on<ScaleIOVolumeSource>('core/v1 ScaleIOVolumeSource', () => ({ fields: scaleIo })),
    on<ScaleIOPersistentVolumeSource>('core/v1 ScaleIOPersistentVolumeSource', () => ({ fields: scaleIo })),
    on<StorageOSVolumeSource>('core/v1 StorageOSVolumeSource', () => ({ fields: { ...storageOs, secretRef: { name: required() } } })),
    on<StorageOSPersistentVolumeSource>('core/v1 StorageOSPersistentVolumeSource', () => ({ fields: { ...storageOs, secretRef: { name: required(), namespace: required() } } })),
  ],
)
