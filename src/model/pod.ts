/** The pod that an object runs or describes: one view for Pods and for every kind with a template. */
import type { Container, ObjectMeta, PodSpec } from './kinds.ts'
import type { ContainerView, KubernetesObject, PodView } from './object.ts'
import type { Tape } from '../parser/tape.ts'
import { once } from '../parser/unreadable.ts'
import { placeAt } from './place.ts'
import { appendStep, type Step } from './field-path.ts'

/** Where each kind keeps its pod: the node that has `metadata` and `spec` of the pod. */
export const POD_TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  Pod: [],
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}))

const HOOKS = ['helm.sh/hook', 'argocd.argoproj.io/hook']

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

export function podOf(object: KubernetesObject): PodView | undefined {
  const way = POD_TEMPLATES.get(object.kind)
  if (way === undefined) return undefined
  const { tape, source } = object
  let holder = object.root
  for (const step of way) holder = tape.find(holder, step)
  const spec = tape.find(holder, 'spec')
  if (spec === -1 || !tape.isMap(spec)) return undefined
  const value = tape.toJS(spec) as PodSpec
  const prefix = way.reduce(appendStep, object.prefix)
  const specPath = appendStep(prefix, 'spec')
  const isHook = once((): boolean => {
    const { annotations = {} } = object.value.metadata ?? {}
    return HOOKS.some((hook) => Object.hasOwn(annotations, hook) || Object.hasOwn(pod.annotations, hook))
  })
  // What is read of values is read when it is asked for: a check that looks for something unreadable must be the one to learn of it.
  const pod: PodView = {
    object,
    value,
    get metadata() {
      return (tape.toJS(holder) as { metadata?: ObjectMeta }).metadata ?? {}
    },
    get labels() {
      return (this.metadata.labels ?? {}) as Readonly<Record<string, string>>
    },
    get annotations() {
      return (this.metadata.annotations ?? {}) as Readonly<Record<string, string>>
    },
    containers: [],
    get longRunning() {
      return !['Job', 'CronJob'].includes(object.kind) && (object.kind !== 'Pod' || (value.restartPolicy ?? 'Always') === 'Always')
    },
    get hook() {
      return isHook()
    },
    at: ((...steps: Step[]) => placeAt(source, tape, spec, spec - 1, specPath, steps)) as PodView['at'],
    atMetadata: ((...steps: Step[]) => placeAt(source, tape, holder, way.length === 0 ? -1 : holder - 1, prefix, ['metadata', ...steps])) as PodView['atMetadata'],
  }
  const containers = pod.containers as ContainerView[]
  for (const list of LISTS) {
    const node = tape.find(spec, list)
    if (node === -1 || !tape.isSequence(node)) continue
    let index = 0
    for (let item = node + 1, end = tape.next(node); item < end; item = tape.next(item), index++) {
      if (!tape.isMap(item)) continue
      const container = tape.toJS(item) as Container
      const name = tape.find(item, 'name')
      const at = item
      const itemPath = `${specPath}.${list}[${index}]`
      containers.push({
        value: container,
        name: nameAt(tape, name) || String(index),
        get role() {
          return list === 'containers' ? 'main' : list === 'ephemeralContainers' ? 'ephemeral' : restartsAlways(container) ? 'sidecar' : 'init'
        },
        get longRunning() {
          return this.role === 'main' || this.role === 'sidecar'
        },
        get partial() {
          return container.image === undefined
        },
        pod,
        at: ((...steps: Step[]) => placeAt(source, tape, at, -1, itemPath, steps)) as ContainerView['at'],
      })
    }
  }
  return pod
}

const restartsAlways = (container: Container) => (container as { restartPolicy?: string }).restartPolicy === 'Always'

/** A longer one is refused, and every message about the container would repeat it. */
const LONGEST_NAME = 512

/** Also of a wrong type, as written: `.nan`. */
function nameAt(tape: Tape, node: number): string {
  if (node === -1 || !tape.isScalar(node) || tape.isNull(node)) return ''
  const name = tape.scalar(node)
  return (typeof name === 'string' ? name : tape.source(node)).slice(0, LONGEST_NAME)
}
