/** The pod that an object runs or describes: one view for Pods and for every kind with a template. */
import type { Container, ObjectMeta, PodSpec } from './kinds.ts'
import type { ContainerRole, ContainerView, KubernetesObject, PodView } from './object.ts'
import { placeAt } from './place.ts'
import { appendStep, type Step } from './field-path.ts'

/** Where each kind keeps its pod: the node that has `metadata` and `spec` of the pod. */
export const POD_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
}

const HOOKS = ['helm.sh/hook', 'argocd.argoproj.io/hook']

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

export function podOf(object: KubernetesObject): PodView | undefined {
  const way = POD_TEMPLATES[object.kind]
  if (way === undefined) return undefined
  const { tape, source } = object
  let holder = object.root
  for (const step of way) holder = tape.find(holder, step)
  const spec = tape.find(holder, 'spec')
  if (spec === -1 || !tape.isMap(spec)) return undefined
  const value = tape.toJS(spec) as PodSpec
  const metadataNode = tape.find(holder, 'metadata')
  const metadata = (metadataNode !== -1 && tape.isMap(metadataNode) ? tape.toJS(metadataNode) : {}) as ObjectMeta
  const prefix = way.reduce(appendStep, object.prefix)
  const specPath = appendStep(prefix, 'spec')
  const objectAnnotations = object.value.metadata?.annotations ?? {}
  const annotations = texts(metadata.annotations)
  const pod: PodView = {
    object,
    value,
    metadata,
    labels: texts(metadata.labels),
    annotations,
    containers: [],
    longRunning: !['Job', 'CronJob'].includes(object.kind) && (object.kind !== 'Pod' || (value.restartPolicy ?? 'Always') === 'Always'),
    hook: HOOKS.some((hook) => hook in objectAnnotations || hook in annotations),
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
      const role: ContainerRole = list === 'containers' ? 'main' : list === 'ephemeralContainers' ? 'ephemeral' : restartsAlways(container) ? 'sidecar' : 'init'
      const at = item
      const itemPath = `${specPath}.${list}[${index}]`
      containers.push({
        value: container,
        name: typeof container.name === 'string' && container.name !== '' ? container.name : String(index),
        role,
        longRunning: role === 'main' || role === 'sidecar',
        partial: container.image === undefined,
        pod,
        at: ((...steps: Step[]) => placeAt(source, tape, at, -1, itemPath, steps)) as ContainerView['at'],
      })
    }
  }
  return pod
}

const restartsAlways = (container: Container) => (container as { restartPolicy?: string }).restartPolicy === 'Always'

function texts(map: unknown): Readonly<Record<string, string>> {
  if (typeof map !== 'object' || map === null) return {}
  return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
