/** What rules about selectors of pods have in common. */
import type { LabelSelector } from '../formats/selector.ts'
import { knownObjects } from '../model/known-objects.ts'
import { labelledPods } from '../model/labelled-pods.ts'
import type { KubernetesObject } from '../model/object.ts'
import type { Place } from '../model/place.ts'
import { labelOf } from '../model/service-selector.ts'
import { isOff, type ReferenceOptions } from './reference-rule.ts'
import type { Context } from './visitors.ts'

/** A selector, and the places of its labels. */
export interface Selection {
  readonly selector: LabelSelector
  readonly at: (...steps: (string | number)[]) => Place
}

/** Says that a selector of pods selects none, if it is sure enough. `subject` does the selecting: `NetworkPolicy "web"`. */
export function reportNoPod(object: KubernetesObject, subject: string, { selector, at }: Selection, context: Context<ReferenceOptions>): void {
  const { index, options, report } = context
  const { namespace } = object
  const { file } = object.source
  if (isOff(options) || knownObjects(index).hasExternalPods(namespace)) return
  const pods = labelledPods(index)
  if (!pods.isNowhere(selector, namespace)) return
  const wanted = selector.matchLabels ?? {}
  const near = pods.near(wanted, namespace, file)
  if (near !== undefined) {
    const { pod, key, isElsewhere } = near
    const has = isElsewhere ? `is in namespace "${pod.object.namespace}"` : `has "${key}: ${labelOf(pod, key)}"`
    return report(at('matchLabels', key), `${subject} selects no pod: ${pod.object.kind} "${pod.object.name}" ${has}`, undefined, { related: [{ place: pod.atMetadata('labels'), message: 'labels of the nearest pod' }] })
  }
  if (options.references === 'near' || (options.references !== 'strict' && pods.beside(file) === undefined)) return
  report(at('matchLabels', Object.keys(wanted)[0]!), `${subject} selects no pod of these manifests`)
}
