/** The pod that the controller of a workload creates of its template, as the API server has it when it is about to be stored. What the controller makes up is unknown. */
import type { Step } from '../model/field-path.ts'
import type { KubernetesObject } from '../model/object.ts'
import { POD_TEMPLATES } from '../model/pod.ts'
import { completed, fieldsIn, listIn, plain, type Fields, type StoredObject, type Unknown } from './stored-object.ts'
import type { Type } from './table.ts'

/** Nothing runs a PodTemplate. */
const NOT_RUN: ReadonlySet<string> = new Set(['Pod', 'PodTemplate'])

/** What a controller adds to the labels of its pods. */
const LABELS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  Deployment: ['pod-template-hash'],
  StatefulSet: ['apps.kubernetes.io/pod-index', 'controller-revision-hash', 'statefulset.kubernetes.io/pod-name'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  Job: ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name'],
}))

/** Who owns the pods, where it is not the workload itself. */
const OWNERS: ReadonlyMap<string, readonly [apiVersion: string, kind: string]> = new Map([['Deployment', ['apps/v1', 'ReplicaSet']], ['CronJob', ['batch/v1', 'Job']]])

/** Pods of DaemonSets stay on nodes in trouble. */
const TOLERATED = [
  ...['not-ready', 'unreachable'].map((key) => ({ key: `node.kubernetes.io/${key}`, operator: 'Exists', effect: 'NoExecute' })),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((key) => ({ key: `node.kubernetes.io/${key}`, operator: 'Exists', effect: 'NoSchedule' })),
]

/** The way to the template that pods are made of; undefined for what makes none. */
export function templateOf({ kind, builtin }: KubernetesObject): readonly Step[] | undefined {
  return builtin && !NOT_RUN.has(kind) ? POD_TEMPLATES.get(kind) : undefined
}

/** `type` is that of Pods. Undefined where no template can be read. */
export function createdPod(object: KubernetesObject, type: Type): StoredObject | undefined {
  const { tape, kind, namespace, name } = object
  let node = object.root
  for (const step of templateOf(object) ?? []) node = node === -1 ? -1 : tape.find(node, step as string)
  if (node === -1 || !tape.isMap(node) || tape.find(node, 'spec') === -1) return undefined
  const unknown: Unknown[] = []
  const value = plain(tape, node, [], unknown) as Fields
  Object.assign(value, { apiVersion: 'v1', kind: 'Pod' })
  const open = (...way: readonly Step[]) => unknown.push({ way, name: `object.${way.join('.')}` })
  const metadata = fieldsIn(value, 'metadata')
  const [apiVersion, owner] = OWNERS.get(kind) ?? [object.apiVersion, kind]
  Object.assign(metadata, { namespace: namespace === '' ? 'default' : namespace, ownerReferences: [{ apiVersion, kind: owner, name, uid: '', controller: true, blockOwnerDeletion: true }] })
  open('metadata', 'generateName')
  open('metadata', 'ownerReferences', 0, 'uid')
  if (owner !== kind) open('metadata', 'ownerReferences', 0, 'name')
  for (const label of LABELS.get(owner === 'Job' ? 'Job' : kind) ?? []) {
    fieldsIn(metadata, 'labels')[label] = ''
    open('metadata', 'labels', label)
  }
  const spec = fieldsIn(value, 'spec')
  if (kind === 'StatefulSet') open('spec', 'hostname')
  if (kind === 'DaemonSet') {
    spec['tolerations'] = [...listIn(spec, 'tolerations'), ...TOLERATED]
    fieldsIn(spec, 'affinity')
    open('spec', 'affinity', 'nodeAffinity')
  }
  return completed(value, { kind: 'Pod', name: '', namespaced: true }, type, unknown)
}
