import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, TypedObjectReference } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain } from '../../../formats/names.ts'
import { parseQuantity } from '../../../formats/quantity.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, format, on, oneOfSet, required, type ErrorType, type ReportOptions, type TypeCheckContext } from '../../constraints.ts'
import { accessModes, warnOfFraction } from '../../volume-claims.ts'

const CLASS = 'volume.beta.kubernetes.io/storage-class'
type Source = Loose<TypedObjectReference>
type Spec = Loose<PersistentVolumeClaimSpec>

/** Of a claim itself the server forgets a `dataSource` of another kind than these, unless there is a `dataSourceRef`, which is what those are for. */
const isKept = ({ apiGroup = '', kind }: Source): boolean => (kind === 'PersistentVolumeClaim' && apiGroup === '') || (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io')

const OTHER = { dataSource: 'dataSourceRef', dataSourceRef: 'dataSource' } as const

function checkSource(field: 'dataSource' | 'dataSourceRef', { name, kind, apiGroup = '' }: Source, isCopied: boolean, { minor, path, report }: TypeCheckContext): void {
  function say(below: readonly string[], code: ErrorType, message: string, options: ReportOptions & { isSaid?: boolean } = {}): void {
    if (options.isSaid !== true) report([field, ...below], code, message, options)
    if (isCopied) report([field, ...below], code, message, { echo: true, path: [path, OTHER[field], ...below].join('.') })
  }
  // Of what is missing altogether OpenAPI says it.
  if ((name ?? '') === '') say(['name'], 'Required', 'is required', { isSaid: name === undefined })
  if ((kind ?? '') === '') say(['kind'], 'Required', 'is required', { isSaid: kind === undefined })
  if (apiGroup === '' && kind !== 'PersistentVolumeClaim') say([], 'Invalid', `must have an apiGroup for the kind ${kind ?? ''}`, { echo: (kind ?? '') === '' })
  if (apiGroup !== '' && minor >= 29) for (const reason of dnsSubdomain(apiGroup) ?? []) say(['apiGroup'], 'Invalid', reason)
}

function checkSources({ dataSource: written, dataSourceRef: writtenRef }: Spec, context: TypeCheckContext): void {
  const isClaim = context.kind === 'PersistentVolumeClaim'
  // Behind a gate that is off: of another namespace there is no source.
  const isForeign = isClaim && (writtenRef?.namespace ?? '') !== ''
  if (isForeign) context.skip('dataSourceRef')
  const dataSourceRef = isForeign ? undefined : writtenRef
  const isDropped = written !== undefined && isClaim && dataSourceRef === undefined && !isKept(written)
  if (isDropped) context.skip('dataSource')
  const dataSource = isDropped ? undefined : written
  // Of a claim itself the server writes down both.
  if (dataSource !== undefined) checkSource('dataSource', dataSource, isClaim && dataSourceRef === undefined, context)
  if (dataSourceRef !== undefined) checkSource('dataSourceRef', dataSourceRef, isClaim && dataSource === undefined, context)
  if (dataSource === undefined || dataSourceRef === undefined) return
  if (['apiGroup', 'kind', 'name'].some((field) => dataSource[field as 'kind'] !== dataSourceRef[field as 'kind'])) context.report(['dataSource'], 'Invalid', 'must equal dataSourceRef', { path: context.path })
}

function checkStorage({ resources }: Spec, context: TypeCheckContext): void {
  const { path, report } = context
  const { requests, limits } = (resources ?? {}) as { requests?: Record<string, string>; limits?: Record<string, string> }
  const storage = requests?.['storage']
  const place = ['resources', 'requests', 'storage']
  const printed = { path: `${path}.resources[storage]` }
  if (storage === undefined) report(place, 'Required', 'is required in requests', printed)
  else if ((parseQuantity(storage)?.nanos ?? 1n) <= 0n) report(place, 'Invalid', 'must be greater than zero', printed)
  warnOfFraction(place, storage, context)
  warnOfFraction(['resources', 'limits', 'storage'], limits?.['storage'], context)
}

export default constraints(
  {
    id: 'valid-volume-claim',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require claims of volumes with an access mode and an amount of storage.',
    why: 'The API server refuses a claim that does not say how it is accessed and how large it must be, or whose data cannot come from where it says.',
    howToFix: 'Set `accessModes` and `resources.requests.storage`, and an `apiGroup` for data from anything but another claim.',
    references: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims'],
    peers: { kubesec: ['VolumeClaimRequestsStorage'], kics: ['StatefulSet Requests Storage'] },
    bad: [
      {
        title: 'an abbreviated mode, no amount, a snapshot without its group',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata:
            name: data
          spec:
            accessModes:
              - RWO # ✖ accessModes[0] is "RWO", must be "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany" or "ReadWriteOncePod"
            resources: # ✖ storage is missing, but required in requests
              limits:
                storage: 1Gi
            dataSourceRef: # ✖ dataSourceRef must have an apiGroup for the kind VolumeSnapshot
              kind: VolumeSnapshot
              name: yesterday
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata:
            name: data
          spec:
            accessModes: [readWriteOnce] # ✖ accessModes[0] is "readWriteOnce", must be "ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany" or "ReadWriteOncePod"; did you mean "ReadWriteOnce"?
            resources:
              requests:
                storage: 1Gi
        `,
        fixed: yaml`
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata:
            name: data
          spec:
            accessModes: [ReadWriteOnce]
            resources:
              requests:
                storage: 1Gi
        `,
      },
    ],
    good: [
      {
        title: 'a mode and an amount',
        yaml: yaml`
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata:
            name: data
          spec:
            accessModes:
              - ReadWriteOnce
            resources:
              requests:
                storage: 1Gi
            dataSourceRef:
              apiGroup: snapshot.storage.k8s.io
              kind: VolumeSnapshot
              name: yesterday
        `,
      },
    ],
  },
  [
    on<PersistentVolumeClaim>('core/v1 PersistentVolumeClaim', () => ({
      check({ metadata }, { warn }) {
        if (Object.hasOwn(metadata?.annotations ?? {}, CLASS)) warn(['metadata', 'annotations', CLASS], `Annotation "${CLASS}" is deprecated since 1.8: storageClassName takes its place`)
      },
    })),
    on<PersistentVolumeClaimSpec>('core/v1 PersistentVolumeClaimSpec', () => ({
      fields: {
        accessModes: required(accessModes),
        storageClassName: format('a DNS subdomain', dnsSubdomain),
        volumeMode: oneOfSet('Block', 'Filesystem'),
        volumeAttributesClassName: format('a DNS subdomain', dnsSubdomain),
      },
      dropped: { volumeAttributesClassName: '1.33' },
      check(spec, context) {
        checkStorage(spec, context)
        checkSources(spec, context)
      },
    })),
  ],
)
