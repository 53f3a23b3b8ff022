/**
 * What an upgrade changes without a word from the API server: fields that it forgets until a minor and heeds from there on, and what means something else. Loaded for `--upgrade-to` alone.
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/features/kube_features.go
 */
import type { KubernetesObject } from '../model/object.ts'
import { placeAt, type Place } from '../model/place.ts'
import { Flag } from '../parser/tape.ts'
import { minorNumber, type ConstraintSet } from './constraints.ts'
import type { FieldType, Type } from './table.ts'

/** The minors whose servers forget a field, as far as no constraint says so: the last of them. */
const FORGOTTEN: ReadonlyMap<string, string> = new Map(Object.entries({
  'apiextensions/v1 CustomResourceDefinitionVersion selectableFields': '1.30',
  'autoscaling/v2 HPAScalingRules tolerance': '1.34',
  'batch/v1 JobSpec backoffLimitPerIndex': '1.28',
  'batch/v1 JobSpec managedBy': '1.31',
  'batch/v1 JobSpec maxFailedIndexes': '1.28',
  'batch/v1 JobSpec podReplacementPolicy': '1.28',
  'batch/v1 JobSpec successPolicy': '1.30',
  'core/v1 EnvVarSource fileKeyRef': '1.34',
  'core/v1 LifecycleHandler sleep': '1.29',
  'core/v1 ServiceSpec trafficDistribution': '1.30',
  'core/v1 VolumeMount recursiveReadOnly': '1.30',
}))

interface Change {
  /** The minor from which on it is so. */
  since: string
  /** For which values of the field; all without it. */
  when?(value: unknown): boolean
  /** The way from the field down to what the message is about. */
  below?: readonly string[]
  /** Goes on after the field, unless it begins with a capital letter. */
  message: string
}

const GONE = (since: string): Change => ({ since, message: `is a volume that Kubernetes no longer has since ${since}: a pod with it does not start` })

const LEVEL = 'pod-security.kubernetes.io/enforce'

/** What a field means from some minor on, by type and field. */
const CHANGES: ReadonlyMap<string, Change> = new Map(Object.entries({
  'core/v1 Namespace metadata': {
    since: '1.34',
    when: (metadata) => {
      const { [LEVEL]: level, [`${LEVEL}-version`]: version = 'latest' } = (metadata as { labels?: Record<string, unknown> }).labels ?? {}
      return (level === 'baseline' || level === 'restricted') && version === 'latest'
    },
    below: ['labels', LEVEL],
    message: `Label "${LEVEL}" without a version follows the cluster: since 1.34 it also forbids a host in probes and lifecycle hooks`,
  },
  'core/v1 PersistentVolumeSpec cephfs': GONE('1.31'),
  'core/v1 PersistentVolumeSpec persistentVolumeReclaimPolicy': {
    since: '1.31',
    when: (value) => value === 'Delete',
    message: 'deletes the storage since 1.31 also when the PersistentVolume is deleted before its claim',
  },
  'core/v1 PersistentVolumeSpec rbd': GONE('1.31'),
  'core/v1 Volume cephfs': GONE('1.31'),
  'core/v1 Volume gitRepo': { since: '1.33', message: 'volumes are off by default since 1.33: a pod with one does not start' },
  'core/v1 Volume rbd': GONE('1.31'),
  'storage/v1 CSIDriverSpec seLinuxMount': {
    since: '1.37',
    when: (value) => value === true,
    message: 'mounts volumes of every access mode with the SELinux label of the pod since 1.37, not only ReadWriteOncePod: pods with different labels can no longer share one',
  },
}))

/** A value on the way through an object. */
interface Visit {
  node: number
  shape: FieldType | undefined
  type: Type | undefined
  steps: readonly (string | number)[]
}

export function findChanges(object: KubernetesObject, root: Type, [from, to]: readonly [string, string], sets: readonly ConstraintSet[], report: (place: Place, message: string) => void): void {
  const { tape, source, prefix } = object
  const isBetween = (minor: number) => minor > minorNumber(from) && minor <= minorNumber(to)
  const say = (steps: Visit['steps'], message: string) => report(placeAt(source, tape, object.root, -1, prefix, steps), message)
  // Not calls: a schema in a definition may be nested deeper than calls can be.
  const left: Visit[] = [{ node: object.root, shape: undefined, type: root, steps: [] }]
  for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
    const { node, shape, type, steps } = visit
    if (tape.has(node, Flag.hidden)) continue
    if (tape.isSequence(node)) {
      let index = 0
      for (let item = node + 1, end = tape.next(node); item < end; item = tape.next(item)) left.push(below(item, shape?.item, [...steps, index++]))
      continue
    }
    if (!tape.isMap(node)) continue
    const dropped = type === undefined ? {} : droppedUntil(sets, type.name)
    for (let key = node + 1, end = tape.next(node); key < end; key = tape.next(key + 1)) {
      const value = key + 1
      const name = tape.key(key)
      const field = type?.fields.get(name)
      const way = [...steps, name]
      if (field !== undefined && !tape.isNull(value) && !tape.has(value, Flag.hidden)) {
        const place = `${type!.name} ${name}`
        const last = Object.hasOwn(dropped, name) ? dropped[name]! : FORGOTTEN.get(place)
        if (last !== undefined && last !== 'always' && isBetween(minorNumber(last) + 1)) say(way, `${name} takes effect since Kubernetes 1.${minorNumber(last) + 1}: older API servers drop it`)
        const change = CHANGES.get(place)
        if (change !== undefined && isBetween(minorNumber(change.since)) && (change.when?.(tape.toJS(value)) ?? true)) say([...way, ...(change.below ?? [])], /^[A-Z]/.test(change.message) ? change.message : `${name} ${change.message}`)
      }
      left.push(below(value, field?.type ?? (type === undefined ? shape?.item : undefined), way))
    }
  }
}

/** Fields of a type that the server forgets, with the last minor that does. */
const droppedUntil = (sets: readonly ConstraintSet[], name: string): Readonly<Record<string, string>> =>
  Object.assign({}, ...sets.flatMap(({ types }) => types.filter(({ type }) => type === name).map(({ constraints }) => constraints().dropped))) as Record<string, string>

const below = (node: number, shape: FieldType | undefined, steps: Visit['steps']): Visit => ({ node, shape, type: shape?.object, steps })
