import type { ConfigMapVolumeSource, CSIVolumeSource, EmptyDirVolumeSource, EphemeralVolumeSource, HostPathVolumeSource, ImageVolumeSource, KeyToPath, PersistentVolumeClaimVolumeSource, PodSpec, SecretVolumeSource, Volume } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { fileMode } from '../../../formats/file-mode.ts'
import { dnsLabel, dnsSubdomain } from '../../../formats/names.ts'
import { localNonReservedPath, withoutBacksteps } from '../../../formats/paths.ts'
import { parseQuantity } from '../../../formats/quantity.ts'
import type { Loose, ObjectMeta } from '../../../model/kinds.ts'
import { between, constraints, format, numberFormat, on, oneOf, required, type TypeCheckContext } from '../../constraints.ts'
import { csiDriverName } from '../../csi.ts'
import { filesOf, warnOfOverlaps } from '../../volume-files.ts'
import { Seen } from '../../seen.ts'
import { mustBe } from '../../sentence.ts'
import { warnOfDeprecatedSource, type DeprecatedSource } from '../../deprecated-volumes.ts'

/** In the order of the server. */
const SOURCES = [
  'emptyDir', 'hostPath', 'gitRepo', 'gcePersistentDisk', 'awsElasticBlockStore', 'secret', 'nfs', 'iscsi', 'glusterfs', 'flocker', 'persistentVolumeClaim', 'rbd', 'cinder', 'cephfs', 'quobyte', 'downwardAPI', 'fc', 'flexVolume', 'configMap', 'azureFile',
  'vsphereVolume', 'photonPersistentDisk', 'portworxVolume', 'azureDisk', 'storageos', 'projected', 'scaleIO', 'csi', 'ephemeral', 'image',
] as const
const HOST_PATH_TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice']
const MAX_ISCSI_NAME = 64
/** What the server warns of beside what PersistentVolumes have, too. */
const DEPRECATED: readonly DeprecatedSource[] = [
  ['gitRepo', 0, 'is deprecated, and switched off by default since 1.33'],
  ['flocker', 0, 'does not work since 1.25'],
  ['quobyte', 0, 'does not work since 1.25'],
]

const mode = numberFormat('0 to 511 (octal 0777)', fileMode)
const user = between(0, 2 ** 31 - 1)

const checkItems = ({ items = [] }: Loose<SecretVolumeSource> | Loose<ConfigMapVolumeSource>, context: TypeCheckContext) => warnOfOverlaps(filesOf(items), context)

/** Claims that the API server makes for ephemeral volumes are named after the pod, which is known by its name only. */
const claimOf = (volume: Loose<Volume>, { object, pod }: TypeCheckContext): string | undefined => {
  const { name = '' } = (object.metadata ?? {}) as ObjectMeta
  return pod?.template === false && name !== '' ? `${name}-${volume.name}` : undefined
}

function checkSpec({ volumes = [] }: Loose<PodSpec>, context: TypeCheckContext): void {
  const names = new Seen()
  const made = new Set<string>()
  for (const [index, volume] of volumes.entries()) {
    const { name = '' } = volume
    const earlier = name === '' ? undefined : names.before(name, ['volumes', index, 'name'])
    if (earlier !== undefined) context.report(['volumes', index, 'name'], 'Duplicate', earlier.message, earlier)
    if (volume.ephemeral !== undefined) made.add(claimOf(volume, context) ?? '')
  }
  if (made.size === 0) return
  for (const [index, { persistentVolumeClaim }] of volumes.entries()) {
    const { claimName = '' } = persistentVolumeClaim ?? {}
    if (claimName !== '' && made.has(claimName)) context.report(['volumes', index, 'persistentVolumeClaim', 'claimName'], 'Invalid', 'is the claim that is made for an ephemeral volume of this pod')
  }
}

function check(volume: Loose<Volume>, context: TypeCheckContext): void {
  const { report } = context
  const { name = '', iscsi } = volume
  if ((iscsi?.initiatorName ?? undefined) !== undefined && Buffer.byteLength(`${name}:${iscsi?.targetPortal ?? ''}`) > MAX_ISCSI_NAME) report(['name'], 'Invalid', `and targetPortal must have at most ${MAX_ISCSI_NAME - 1} characters together beside initiatorName`)
  if (volume.ephemeral !== undefined) {
    const claim = claimOf(volume, context)
    for (const reason of claim === undefined ? [] : (dnsSubdomain(claim) ?? [])) report(['name'], 'Invalid', `makes the claim name "${claim}", which ${reason as string}`)
  }
  warnOfDeprecatedSource(volume, context, DEPRECATED)
}

export default constraints(
  {
    id: 'valid-volume',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require volumes with a name of their own and one source that the API server takes.',
    why: 'The API server refuses a pod with a volume of two sources, with a name that is taken or malformed, or whose source lacks what it needs.',
    howToFix: 'Give every volume a name of lower case letters, digits and "-", and one source with its fields.',
    references: ['https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/'],
    bad: [
      {
        title: 'two sources, a name twice, a Secret without its name, a path upwards',
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
              - name: data
                emptyDir: {}
                persistentVolumeClaim: # ✖ persistentVolumeClaim cannot be set together with emptyDir
                  claimName: data
              - name: data # ✖ name is "data", already used by volumes[0]
                hostPath:
                  path: /var/log
                  type: directory # ✖ type is "directory", must be "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice" or "BlockDevice"; did you mean "Directory"?
              - name: tls
                secret: # ✖ secretName is required but missing
                  defaultMode: 1777 # ✖ defaultMode is 1777, must be between 0 and 511 (octal 0777)
                  items:
                    - key: tls.crt
                      path: ../tls.crt # ✖ path is "../tls.crt", must not contain ".." as an element
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
            volumes:
              - name: data
                hostPath:
                  path: /data
                  type: directory # ✖ type is "directory", must be "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice" or "BlockDevice"; did you mean "Directory"?
        `,
        fixed: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: example.com/app:1.0
            volumes:
              - name: data
                hostPath:
                  path: /data
                  type: Directory
        `,
      },
    ],
    good: [
      {
        title: 'one source each',
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
              - name: scratch
                emptyDir:
                  sizeLimit: 1Gi
              - name: data
                persistentVolumeClaim:
                  claimName: data
              - name: tls
                secret:
                  secretName: web-tls
                  defaultMode: 0400
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({ check: checkSpec })),
    on<Volume>('core/v1 Volume', () => ({
      ownDuplicates: true,
      fields: { name: required(format('a DNS label', dnsLabel)) },
      dropped: { image: '1.34' },
      atMostOneOf: SOURCES,
      check,
    })),
    on<EmptyDirVolumeSource>('core/v1 EmptyDirVolumeSource', () => ({
      fields: {
        sizeLimit: [
          {
            describes: 'not negative',
            test: (value) => ((parseQuantity(value as string)?.nanos ?? 0n) < 0n ? { code: 'Forbidden', message: 'must not be negative' } : undefined),
          },
        ],
      },
      dropped: { mode: 'always' },
    })),
    on<HostPathVolumeSource>('core/v1 HostPathVolumeSource', () => ({
      fields: { path: required(format('without ".."', withoutBacksteps)) },
      check({ path = '', type = '' }, { report }) {
        // The server does not get to it without a path.
        if (path !== '' && type !== '' && !HOST_PATH_TYPES.includes(type)) report(['type'], 'NotSupported', mustBe(HOST_PATH_TYPES, type))
      },
    })),
    on<SecretVolumeSource>('core/v1 SecretVolumeSource', () => ({ fields: { secretName: required(), defaultMode: mode, defaultUser: user }, dropped: { defaultUser: '1.37' }, check: checkItems })),
    on<ConfigMapVolumeSource>('core/v1 ConfigMapVolumeSource', () => ({ fields: { name: required(), defaultMode: mode, defaultUser: user }, dropped: { defaultUser: '1.37' }, check: checkItems })),
    on<KeyToPath>('core/v1 KeyToPath', () => ({ fields: { key: required(), path: required(format('a relative path', localNonReservedPath)), mode, user }, dropped: { user: '1.37' } })),
    on<PersistentVolumeClaimVolumeSource>('core/v1 PersistentVolumeClaimVolumeSource', () => ({ fields: { claimName: required() } })),
    on<CSIVolumeSource>('core/v1 CSIVolumeSource', () => ({
      fields: { driver: csiDriverName },
      check({ nodePublishSecretRef }, { path, report }) {
        if (nodePublishSecretRef === undefined) return
        const { name = '' } = nodePublishSecretRef
        const at = ['nodePublishSecretRef', 'name']
        if (name === '') report(at, 'Required', 'is required', { path: `${path}.name` })
        else for (const reason of dnsSubdomain(name) ?? []) report(at, 'Invalid', reason as string, { path: `${path}.name` })
      },
    })),
    on<EphemeralVolumeSource>('core/v1 EphemeralVolumeSource', () => ({
      check({ volumeClaimTemplate }, context) {
        if (volumeClaimTemplate === undefined) context.report(['volumeClaimTemplate'], 'Required', 'is required')
      },
    })),
    on<ImageVolumeSource>('core/v1 ImageVolumeSource', () => ({
      fields: { pullPolicy: oneOf('Always', 'IfNotPresent', 'Never') },
      check({ reference = '' }, { minor, pod, report }) {
        // Until 1.36 a template could leave it to whoever fills it in.
        if (reference === '' && (minor >= 37 || pod?.template !== true)) report(['reference'], 'Required', 'is required')
      },
    })),
  ],
)
