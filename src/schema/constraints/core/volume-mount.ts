import type { Container, PodSpec, Volume, VolumeDevice, VolumeMount } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsLabel } from '../../../formats/names.ts'
import { localDescendingPath, withoutBacksteps } from '../../../formats/paths.ts'
import type { Step } from '../../../model/field-path.ts'
import type { Loose } from '../../../model/kinds.ts'
import { nearest } from '../../../model/nearest.ts'
import { checkedElsewhere, constraints, on, type ErrorType, type ReportOptions, type TypeCheckContext } from '../../constraints.ts'
import { Seen } from '../../seen.ts'
import { mustBe } from '../../sentence.ts'

const PROPAGATIONS = ['None', 'HostToContainer', 'Bidirectional']
const RECURSIVE = ['Disabled', 'IfPossible', 'Enabled']

interface Volumes {
  readonly byName: ReadonlyMap<string, Loose<Volume>>
  /** Those that are refused themselves are not there for the server. */
  readonly refused: ReadonlySet<string>
  /** What has no name, or none that can be read, may be the one that is looked for. */
  readonly areKnown: boolean
}

function volumesOf({ volumes = [] }: Loose<PodSpec>, { kind, minor, object, isRefused }: TypeCheckContext): Volumes {
  const byName = new Map<string, Loose<Volume>>()
  const refused = new Set<string>()
  for (const [index, volume] of volumes.entries()) {
    const { name = '' } = volume
    if (!isRefused('volumes', index)) refused.delete(name)
    else if (!byName.has(name) || refused.has(name)) refused.add(name)
    byName.set(name, volume)
  }
  const areKnown = !byName.delete('')
  if (kind !== 'StatefulSet') return { byName, refused, areKnown }
  const { volumeClaimTemplates = [] } = (object.spec ?? {}) as { volumeClaimTemplates?: readonly { metadata?: { name?: string } }[] }
  for (const { metadata } of volumeClaimTemplates) {
    const { name = '' } = metadata ?? {}
    if (name === '') continue
    byName.set(name, { name, persistentVolumeClaim: { claimName: name } })
    if (minor >= 34 && dnsLabel(name) !== undefined) refused.add(name)
    else refused.delete(name)
  }
  return { byName, refused, areKnown }
}

/** One container of the pod, whose spec is the node at hand. */
class Mounts {
  private readonly field: string
  private readonly index: number
  private readonly container: Loose<Container>
  private readonly context: TypeCheckContext

  constructor(field: string, index: number, container: Loose<Container>, context: TypeCheckContext) {
    this.field = field
    this.index = index
    this.container = container
    this.context = context
  }

  check(volumes: Volumes, hostUsers: boolean): void {
    const { volumeMounts = [], volumeDevices = [] } = this.container
    const paths = new Seen()
    for (const [at, mount] of volumeMounts.entries()) {
      const { name = '', mountPath = '' } = mount
      const volume = volumes.byName.get(name)
      // Behind a gate until 1.34: the server forgets the volume, and with it the mount.
      if (volume?.image !== undefined && this.context.minor < 35) continue
      this.checkName('volumeMounts', at, name, volumes)
      if (mountPath === '') this.report(['volumeMounts', at, 'mountPath'], 'Required', 'is required')
      else this.reportTwice(paths, mountPath, ['volumeMounts', at, 'mountPath'])
      if (volumeDevices.length > 0) this.checkOverlap('volumeMounts', at, name, mountPath, volumeDevices)
      this.checkMount(at, mount)
    }
    if (volumeDevices.length === 0) return
    this.checkDevices(volumeDevices, volumes)
    if (!hostUsers && this.context.minor >= 34) this.report(['volumeDevices'], 'Forbidden', 'cannot be set while hostUsers is false')
  }

  private checkName(list: 'volumeMounts' | 'volumeDevices', at: number, name: string, { areKnown, byName, refused }: Volumes): void {
    if (name === '') this.report([list, at, 'name'], 'Required', 'is required')
    if (!byName.has(name)) {
      const meant = nearest(name, byName.keys())
      this.report([list, at, 'name'], 'NotFound', `is not a volume of this pod${meant === undefined ? '' : `; did you mean "${meant}"?`}`, { echo: name === '' || !areKnown })
    } else if (refused.has(name)) this.report([list, at, 'name'], 'NotFound', 'is not a volume that the server takes', { echo: true })
  }

  private checkDevices(devices: readonly Loose<VolumeDevice>[], volumes: Volumes): void {
    const names = new Seen()
    const paths = new Seen()
    for (const [at, { name = '', devicePath = '' }] of devices.entries()) {
      const volume = volumes.refused.has(name) ? undefined : volumes.byName.get(name)
      this.checkName('volumeDevices', at, name, volumes)
      if (name !== '') this.reportTwice(names, name, ['volumeDevices', at, 'name'])
      if (volume !== undefined && volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) this.report(['volumeDevices', at, 'name'], 'Invalid', 'must be a volume of the type persistentVolumeClaim or ephemeral')
      if (devicePath === '') this.report(['volumeDevices', at, 'devicePath'], 'Required', 'is required')
      else if (withoutBacksteps(devicePath) !== undefined) this.report(['volumeDevices', at, 'devicePath'], 'Invalid', withoutBacksteps(devicePath) as string)
      else this.reportTwice(paths, devicePath, ['volumeDevices', at, 'devicePath'])
      this.checkOverlap('volumeDevices', at, name, devicePath, this.container.volumeMounts ?? [])
    }
  }

  /** A volume is mounted or a device, and so is a path. */
  private checkOverlap(list: 'volumeMounts' | 'volumeDevices', at: number, name: string, path: string, others: readonly (Loose<VolumeDevice> & Loose<VolumeMount>)[]): void {
    const field = list === 'volumeMounts' ? 'mountPath' : 'devicePath'
    const other = list === 'volumeMounts' ? 'volumeDevices' : 'volumeMounts'
    for (const each of others) {
      if (name !== '' && each.name === name) this.report([list, at, 'name'], 'Invalid', `is in ${other} as well`)
      if (path !== '' && (each.mountPath ?? each.devicePath) === path) this.report([list, at, field], 'Invalid', `is a path in ${other} as well`)
    }
  }

  private checkMount(at: number, mount: Loose<VolumeMount>): void {
    const { subPath = '', subPathExpr = '', mountPropagation, recursiveReadOnly } = mount
    for (const [field, path] of [['subPath', subPath], ['subPathExpr', subPathExpr]] as const) for (const reason of path === '' ? [] : (localDescendingPath(path) ?? [])) this.reportInAll(at, field, 'Invalid', reason)
    if (subPath !== '' && subPathExpr !== '') this.report(['volumeMounts', at, 'subPathExpr'], 'Invalid', 'cannot be set together with subPath')
    if (mountPropagation !== undefined) {
      if (!PROPAGATIONS.includes(mountPropagation)) this.reportInAll(at, 'mountPropagation', 'NotSupported', mustBe(PROPAGATIONS, mountPropagation))
      else if (mountPropagation === 'Bidirectional' && this.container.securityContext?.privileged !== true) this.reportInAll(at, 'mountPropagation', 'Forbidden', 'can be "Bidirectional" in privileged containers only')
    }
    if (recursiveReadOnly === undefined || this.context.minor < 31) return
    if (!RECURSIVE.includes(recursiveReadOnly)) return this.reportInAll(at, 'recursiveReadOnly', 'NotSupported', mustBe(RECURSIVE, recursiveReadOnly))
    if (recursiveReadOnly === 'Disabled') return
    if (mount.readOnly !== true) this.reportInAll(at, 'recursiveReadOnly', 'Forbidden', 'can be set only when readOnly is true')
    if (mountPropagation !== undefined && mountPropagation !== 'None') this.reportInAll(at, 'recursiveReadOnly', 'Forbidden', 'can be set only when mountPropagation is None')
  }

  private reportTwice(seen: Seen, identity: string, steps: readonly Step[]): void {
    const earlier = seen.before(identity, [this.field, this.index, ...steps])
    if (earlier !== undefined) this.report(steps, 'Invalid', earlier.message, earlier)
  }

  private report(steps: readonly Step[], code: ErrorType, message: string, options: ReportOptions = {}): void {
    this.context.report([this.field, this.index, ...steps], code, message, options)
  }

  /** The server prints these without the index of the mount. */
  private reportInAll(at: number, field: string, code: ErrorType, message: string): void {
    this.report(['volumeMounts', at, field], code, message, { path: `${this.context.path}.${this.field}[${this.index}].volumeMounts.${field}` })
  }
}

export default constraints(
  {
    id: 'valid-volume-mount',
    since: '0.1.0',
    summary: 'Require mounts and devices of volumes that the pod has, at paths of their own.',
    why: 'The API server refuses a pod with a container that mounts a volume which the pod does not have, two volumes at one path, or a path that leaves its volume.',
    howToFix: 'Add the volume to `volumes`, or mount one that is there, at a path that no other mount of the container has.',
    references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
    peers: { kubevious: ['volume-mount-ref'] },
    bad: [
      {
        title: 'a volume that is not there, a path twice, a path upwards',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: nginx:1.27
                volumeMounts:
                  - name: data
                    mountPath: /data
                    subPath: ../data # ✖ subPath is "../data", must not contain ".." as an element
                  - name: config # ✖ name "config" is not a volume of this pod
                    mountPath: /data # ✖ mountPath is "/data", already used by volumeMounts[0]
            volumes:
              - name: data
                emptyDir: {}
        `,
      },
    ],
    good: [
      {
        title: 'volumes that are there',
        yaml: yaml`
          apiVersion: apps/v1
          kind: StatefulSet
          metadata:
            name: web
          spec:
            serviceName: web
            selector:
              matchLabels:
                app: web
            template:
              metadata:
                labels:
                  app: web
              spec:
                containers:
                  - name: app
                    image: nginx:1.27
                    volumeMounts:
                      - name: data
                        mountPath: /data
                      - name: config
                        mountPath: /etc/nginx
                volumes:
                  - name: config
                    configMap:
                      name: web
            volumeClaimTemplates:
              - metadata:
                  name: data
                spec:
                  accessModes: [ReadWriteOnce]
                  resources:
                    requests:
                      storage: 1Gi
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({
      afterwards(spec, context) {
        const volumes = volumesOf(spec, context)
        const hostUsers = spec.hostUsers !== false
        for (const field of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
          for (const [index, container] of (spec[field] ?? []).entries()) {
            if (container.volumeMounts !== undefined || container.volumeDevices !== undefined) new Mounts(field, index, container, context).check(volumes, hostUsers)
          }
        }
      },
    })),
    on<VolumeMount>('core/v1 VolumeMount', () => ({ ownDuplicates: true, fields: { name: checkedElsewhere, mountPath: checkedElsewhere }, dropped: { bindMountOptions: 'always' } })),
    on<VolumeDevice>('core/v1 VolumeDevice', () => ({ ownDuplicates: true, fields: { name: checkedElsewhere, devicePath: checkedElsewhere } })),
  ],
)
