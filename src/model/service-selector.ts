/** Which pods a Service means, as far as manifests tell. */
import type { Service } from 'kubernetes-types/core/v1'
import type { Labels } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'

/** Labels that controllers put on pods: no template has them. */
const SET_BY_CONTROLLERS: ReadonlySet<string> = new Set([
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'controller-revision-hash',
  'pod-template-hash',
  'pod-template-generation',
  'job-name',
  'controller-uid',
  'batch.kubernetes.io/job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
])

/** Names of labels that databases and elected leaders put on their own pods while they run: `role: master`, `spilo-role`. */
const SET_BY_PROGRAMS = /(role|leader|primary|master|active)$/i

/** What it says there: `operator: leader`. */
const OF_LEADERS = /^(?:leader|primary|master)$/i

/** Whether a pod may get this label after its template is written. */
export const isRuntimeLabel = (key: string, value = ''): boolean => SET_BY_CONTROLLERS.has(key) || SET_BY_PROGRAMS.test(key) || OF_LEADERS.test(value)

/** The labels that a Service selects by. Empty when it selects nothing: endpoints are then made by hand, or there are none. */
export function wantedLabels(service: KubernetesObject<Service>): Labels {
  const { type, selector } = service.value.spec ?? {}
  return type === 'ExternalName' ? {} : ((selector ?? {}) as Labels)
}

/** A missing namespace may be any: Helm, Kustomize and `kubectl -n` fill it in later. */
export const mayShareNamespace = (a: string, b: string): boolean => a === b || a === '' || b === ''

export function sendsTrafficTo(service: KubernetesObject<Service>, pod: PodView): boolean {
  if (!mayShareNamespace(service.namespace, pod.object.namespace)) return false
  const wanted = Object.entries(wantedLabels(service))
  return wanted.some(([key, value]) => labelOf(pod, key) === value) && missedLabels(wanted, pod).length === 0
}

/** The labels that a pod does not have, and will not get while it runs. */
export const missedLabels = (wanted: readonly [key: string, value: string][], pod: PodView): [key: string, value: string][] =>
  wanted.filter(([key, value]) => labelOf(pod, key) !== value && (labelOf(pod, key) !== undefined || !isRuntimeLabel(key, value)))

/** Not what every JavaScript object has: `constructor`. */
export const labelOf = ({ labels }: Pick<PodView, 'labels'>, key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined)

export const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1)

/** Whether two files may be applied together: they lie in one folder, or one beside the other, as a base and its overlays do. */
export function areNear(file: string, other: string): boolean {
  const [steps, others] = [file.split('/'), other.split('/')]
  let shared = 0
  while (shared < Math.min(steps.length, others.length) - 1 && steps[shared] === others[shared]) shared++
  const [up, down] = [steps.length - 1 - shared, others.length - 1 - shared]
  return Math.min(up, down) <= 1 && Math.max(up, down) <= 2
}
