/** What rules about selectors of pods have in common. */
import type { LabelSelector } from '../formats/selector.ts'
import { knownObjects } from '../model/known-objects.ts'
import { labelledPods, labelledServices } from '../model/labelled-objects.ts'
import type { KubernetesObject, PodView } from '../model/object.ts'
import type { Place } from '../model/place.ts'
import { labelOf } from '../model/service-selector.ts'
import { isOff, type ReferenceOptions } from './reference-rule.ts'
import type { Context } from './visitors.ts'

/** A selector, and where it stands. */
export interface Selection {
  /** Who selects: `NetworkPolicy "web"`. */
  readonly subject: string
  readonly selector: LabelSelector
  /** Empty: it may be any. */
  readonly namespace: string
  readonly file: string
  readonly at: (...steps: (string | number)[]) => Place
  /** Of the only pod in the file: whether it belongs to another one. Without this it is not taken for what was meant. */
  readonly isTaken?: (pod: PodView) => boolean
}

/** Says that a selector of an object selects no pod, if it is sure enough. */
export function reportNoPod({ namespace, source }: KubernetesObject, subject: string, selection: Pick<Selection, 'selector' | 'at' | 'isTaken'>, context: Context<ReferenceOptions>): void {
  reportNothingSelected('Pod', { ...selection, subject, namespace, file: source.file }, context)
}

export function reportNothingSelected(kind: 'Pod' | 'Service', { subject, selector, namespace, file, at, isTaken }: Selection, context: Context<ReferenceOptions>): void {
  const { index, options, report } = context
  const external = knownObjects(index).isExternal(kind, namespace)
  if (isOff(options) || external) return
  const all = kind === 'Pod' ? labelledPods(index) : labelledServices(index)
  const what = kind === 'Pod' ? 'pod' : kind
  const nothing = `${subject} selects no ${what} of these manifests`
  // What was meant by an expression nobody can tell.
  if (options.references === 'strict' && all.meetsExpressions(selector, namespace) === false) return report(at('matchExpressions'), nothing)
  if (!all.isNowhere(selector, namespace)) return
  const wanted = selector.matchLabels ?? {}
  const near = all.near(wanted, namespace, file)
  if (near !== undefined) {
    const { item, key, isElsewhere } = near
    const has = isElsewhere ? `is in namespace "${item.object.namespace}"` : `has "${key}: ${labelOf(item, key)}"`
    return report(at('matchLabels', key), `${subject} selects no ${what}: ${item.object.kind} "${item.object.name}" ${has}`, undefined, { related: [{ place: item.atMetadata('labels'), message: `labels of the nearest ${what}` }] })
  }
  const only = kind === 'Service' || isTaken === undefined || knownObjects(index).hasCustom(file) ? undefined : labelledPods(index).onlyOne(wanted, namespace, file)
  const [key, ...others] = Object.keys(wanted).filter((each) => only !== undefined && labelOf(only, each) !== wanted[each])
  // With a label in common it is another version of the same application.
  if (only !== undefined && key !== undefined && others.length === Object.keys(wanted).length - 1 && !isTaken!(only)) {
    return report(at('matchLabels', key), `${subject} selects no pod: ${only.object.kind} "${only.object.name}" has "${key}: ${labelOf(only, key)}"`, undefined, { related: [{ place: only.atMetadata('labels'), message: 'labels of the only pod' }] })
  }
  if (options.references === 'near' || (options.references !== 'strict' && all.beside(file) === undefined)) return
  report(at('matchLabels', Object.keys(wanted)[0]!), nothing)
}
