import type { DownwardAPIVolumeFile, DownwardAPIVolumeSource, ProjectedVolumeSource, ServiceAccountTokenProjection, VolumeProjection } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { fileMode } from '../../../formats/file-mode.ts'
import { dnsSubdomain, prefixedQualifiedName, signerName } from '../../../formats/names.ts'
import { localNonReservedPath } from '../../../formats/paths.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { checkFieldRef, checkResourceRef } from '../../downward-api.ts'
import { filesOf, warnOfOverlaps, type File } from '../../volume-files.ts'
import { between, checkedElsewhere, constraints, numberFormat, on, required, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { mustBe } from '../../sentence.ts'

/** Fields of the pod that a file can take. */
const FOR_FILES = new Set(['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid'])
const SOURCES = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'] as const
const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519']
const MIN_CERTIFICATE_SECONDS = 3600
const MAX_CERTIFICATE_SECONDS = 91 * 24 * 3600
/** Of certificates that Kubernetes itself signs. */
const MAX_OWN_CERTIFICATE_SECONDS = 24 * 3600
const MAX_ANNOTATION_BYTES = 256 * 1024

const mode = numberFormat('0 to 511 (octal 0777)', fileMode)
const user = between(0, 2 ** 31 - 1)
type Source = Loose<VolumeProjection>

function checkPath(steps: readonly Step[], path: string | undefined, { report }: TypeCheckContext, printed = {}): void {
  for (const reason of (path === undefined ? undefined : localNonReservedPath(path)) ?? []) report(steps, 'Invalid', reason, printed)
}

function checkFile(file: Loose<DownwardAPIVolumeFile>, context: TypeCheckContext): void {
  const { fieldRef, resourceFieldRef, path } = file
  if ((path ?? '') === '') context.report(['path'], 'Required', 'is required')
  else checkPath(['path'], path, context)
  if (fieldRef !== undefined && resourceFieldRef !== undefined) context.report(['resourceFieldRef'], 'Invalid', 'cannot be set together with fieldRef', { path: context.path })
  else if (resourceFieldRef !== undefined) checkResourceRef(['resourceFieldRef'], resourceFieldRef, true, context)
  else if (fieldRef === undefined) context.report([], 'Required', 'File must have fieldRef or resourceFieldRef')
  if (fieldRef !== undefined) checkFieldRef(['fieldRef'], fieldRef, FOR_FILES, context)
}

/** A path twice is refused, but for that of a token; of one below another, and of a token's, the server only warns. */
function checkConflicts(sources: readonly Source[], context: TypeCheckContext): void {
  const taken = new Seen()
  const files: File[] = []
  const claim = (steps: readonly Step[], file: string | undefined) => {
    if (file === undefined || file === '') return
    const earlier = taken.before(file, steps)
    if (earlier !== undefined) context.report(steps, 'Invalid', `Path "${file}" is ${earlier.message}`, { path: context.path, related: earlier.related })
    else files.push({ steps, path: file })
  }
  for (const [index, source] of sources.entries()) {
    for (const field of ['secret', 'configMap', 'downwardAPI'] as const) for (const [at, item] of (source[field]?.items ?? []).entries()) claim(['sources', index, field, 'items', at, 'path'], item.path)
    claim(['sources', index, 'clusterTrustBundle', 'path'], source.clusterTrustBundle?.path)
    for (const field of CERTIFICATE_PATHS) claim(['sources', index, 'podCertificate', field], source.podCertificate?.[field])
    if (source.serviceAccountToken?.path !== undefined) files.push({ steps: ['sources', index, 'serviceAccountToken', 'path'], path: source.serviceAccountToken.path })
  }
  warnOfOverlaps(files, context)
}

const CERTIFICATE_PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const
type PodCertificate = NonNullable<Source['podCertificate']>
type TrustBundle = NonNullable<Source['clusterTrustBundle']>

function checkSigner(signer: string, { report }: TypeCheckContext): void {
  if (signer === '') report(['signerName'], 'Required', 'is required')
  else for (const reason of signerName(signer) ?? []) report(['signerName'], 'Invalid', reason)
}

function checkPodCertificate(certificate: PodCertificate, context: TypeCheckContext): void {
  const { report } = context
  const { keyType = '', maxExpirationSeconds, userAnnotations = {} } = certificate
  const signer = certificate.signerName ?? ''
  checkSigner(signer, context)
  if (!KEY_TYPES.includes(keyType)) report(['keyType'], 'NotSupported', mustBe(KEY_TYPES, keyType))
  const most = /(?:^|\.)kubernetes\.io\//.test(signer) ? MAX_OWN_CERTIFICATE_SECONDS : MAX_CERTIFICATE_SECONDS
  if (maxExpirationSeconds !== undefined && (maxExpirationSeconds < MIN_CERTIFICATE_SECONDS || maxExpirationSeconds > most)) report(['maxExpirationSeconds'], 'Invalid', `must be between ${MIN_CERTIFICATE_SECONDS} and ${most}`)
  const paths = CERTIFICATE_PATHS.filter((field) => (certificate[field] ?? '') !== '')
  if (paths.length === 0) report([], 'Required', `must have one of ${CERTIFICATE_PATHS.map((field) => `"${field}"`).join(', ')}`)
  for (const field of paths) checkPath([field], certificate[field], context)
  let bytes = 0
  for (const [key, value = ''] of Object.entries(userAnnotations)) {
    for (const reason of [prefixedQualifiedName(key) ?? []].flat()) report(['userAnnotations', key], 'Invalid', `Annotation key "${key}" ${reason}`)
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value)
  }
  if (bytes > MAX_ANNOTATION_BYTES) report(['userAnnotations'], 'TooLong', `must be at most ${MAX_ANNOTATION_BYTES} bytes in all`)
}

function checkTrustBundle({ name, signerName: signer, labelSelector, path }: TrustBundle, context: TypeCheckContext): void {
  const { report } = context
  if (name !== undefined && signer !== undefined) report([], 'Invalid', 'may have only one of name and signerName')
  else if (name !== undefined) {
    if (name === '') report(['name'], 'Required', 'is required')
    // The name of a bundle with a signer begins with that: example.com:signer:name.
    else for (const reason of dnsSubdomain(name.slice(name.lastIndexOf(':') + 1)) ?? []) report(['name'], 'Invalid', reason)
    if (labelSelector !== undefined) report(['labelSelector'], 'Invalid', 'cannot be set together with name')
  } else if (signer !== undefined) checkSigner(signer, context)
  else report([], 'Required', 'must have name or signerName')
  if ((path ?? '') === '') report(['path'], 'Required', 'is required')
  else checkPath(['path'], path, context)
}

/** `projected.sources[0].serviceAccountToken` is printed as `projected` where its path is at fault. */
const volumeOf = (path: string): string => path.replace(/\.sources\[\d+\]\.\w+$/, '')

export default constraints(
  {
    id: 'valid-projected-volume',
    since: '0.1.0',
    summary: 'Require files of a projected volume, or of the downward API, whose source and path the API server takes.',
    why: 'The API server refuses a file without a source, with a path that leaves the volume, or at a path that another file has.',
    howToFix: 'Give every source one member, and every file a relative path of its own.',
    references: ['https://kubernetes.io/docs/concepts/storage/projected-volumes/', 'https://kubernetes.io/docs/concepts/workloads/pods/downward-api/'],
    bad: [
      {
        title: 'a path twice, a token that ends too soon, a field that no file can have',
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
              - name: all
                projected:
                  sources:
                    - secret:
                        name: web
                        items:
                          - key: user
                            path: user
                    - configMap:
                        name: web
                        items:
                          - key: user
                            path: user # ✖ Path "user" is already used by sources[0].secret.items[0]
                    - serviceAccountToken:
                        path: token
                        expirationSeconds: 60 # ✖ expirationSeconds is 60, must be between 600 and 4294967296
                    - downwardAPI:
                        items:
                          - path: node
                            fieldRef:
                              fieldPath: spec.nodeName # ✖ fieldPath is "spec.nodeName", must be "metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid", "metadata.labels['KEY']" or "metadata.annotations['KEY']"
        `,
      },
    ],
    good: [
      {
        title: 'a token and the labels of the pod',
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
              - name: all
                projected:
                  sources:
                    - serviceAccountToken:
                        path: token
                        expirationSeconds: 600
                    - downwardAPI:
                        items:
                          - path: labels
                            fieldRef:
                              fieldPath: metadata.labels
        `,
      },
    ],
  },
  [
    on<DownwardAPIVolumeSource>('core/v1 DownwardAPIVolumeSource', () => ({
      fields: { defaultMode: mode, defaultUser: user },
      dropped: { defaultUser: '1.37' },
      check: ({ items = [] }, context) => warnOfOverlaps(filesOf(items), context),
    })),
    on<DownwardAPIVolumeFile>('core/v1 DownwardAPIVolumeFile', () => ({
      fields: { path: checkedElsewhere, mode, user },
      dropped: { user: '1.37' },
      printed: (path) => path.replace(/\.items\[\d+\]$/, ''),
      check: checkFile,
    })),
    on<ProjectedVolumeSource>('core/v1 ProjectedVolumeSource', () => ({
      fields: { defaultMode: mode, defaultUser: user },
      dropped: { defaultUser: '1.37' },
      check({ sources = [] }, context) {
        if (sources.length > 0) checkConflicts(sources, context)
      },
    })),
    on<VolumeProjection>('core/v1 VolumeProjection', () => ({
      fields: { secret: { name: required() }, configMap: { name: required() } },
      dropped: { clusterTrustBundle: '1.36', podCertificate: '1.36' },
      check(source, { minor, path, report, warn }) {
        const set = SOURCES.filter((field) => source[field] !== undefined && (minor >= 37 || (field !== 'clusterTrustBundle' && field !== 'podCertificate')))
        if (set.length > 1) report([set[1]!], 'Forbidden', `cannot be set together with ${set[0]}`, { path })
        if (set.length === 0 && minor >= 32) warn([], 'Source has nothing to project')
      },
    })),
    on<ServiceAccountTokenProjection>('core/v1 ServiceAccountTokenProjection', () => ({
      fields: { path: checkedElsewhere, expirationSeconds: between(600, 2 ** 32), user },
      dropped: { user: '1.37' },
      check({ path = '' }, context) {
        const printed = { path: `${volumeOf(context.path)}.path` }
        if (path === '') context.report(['path'], 'Required', 'is required', printed)
        else if (context.minor >= 30) checkPath(['path'], path, context, printed)
      },
    })),
    on<TrustBundle>('core/v1 ClusterTrustBundleProjection', () => ({ fields: { path: checkedElsewhere, user }, dropped: { user: '1.37' }, check: checkTrustBundle as never })),
    on<PodCertificate>('core/v1 PodCertificateProjection', () => ({ fields: { keyType: checkedElsewhere, signerName: checkedElsewhere, user }, dropped: { user: '1.37' }, check: checkPodCertificate as never })),
  ],
)
