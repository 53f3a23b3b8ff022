/** Keys whose values of the pod itself become part of a selector: of an affinity to pods, and of a spread over a topology. */
import type { Step } from '../model/field-path.ts'
import { qualifiedName } from '../formats/names.ts'
import type { Labels, LabelSelector } from '../formats/selector.ts'
import type { TypeCheckContext } from './constraints.ts'

export interface LabelKeys {
  readonly matchLabelKeys?: readonly string[] | undefined
  readonly mismatchLabelKeys?: readonly string[] | undefined
  readonly labelSelector?: LabelSelector | undefined
}

/** Whether each list can be there, and holds keys. */
export function checkLabelKeys(keys: LabelKeys, { report }: TypeCheckContext): void {
  for (const field of ['matchLabelKeys', 'mismatchLabelKeys'] as const) {
    const list = keys[field] ?? []
    if (list.length === 0) continue
    if (keys.labelSelector === undefined) report([field], 'Forbidden', 'can be set only together with labelSelector')
    else for (const [index, key] of list.entries()) for (const reason of qualifiedName(key) ?? []) report([field, index], 'Invalid', `Key "${key}" ${reason}`)
  }
}

/** A Pod's own labels are put into the selector for each key before it is checked; those of a template are not. */
function* keysOfSelector({ matchLabelKeys = [], mismatchLabelKeys = [], labelSelector }: LabelKeys, labels: Labels | undefined): Generator<string> {
  for (const { key = '' } of labelSelector?.matchExpressions ?? []) yield key
  if (labels !== undefined) for (const key of [...matchLabelKeys, ...mismatchLabelKeys]) if (Object.hasOwn(labels, key)) yield key
}

/** No key may be in the selector as well. The server prints the index of the key behind the path of the whole term. */
export function checkKeysInSelector(keys: LabelKeys, { kind, object, path, report }: TypeCheckContext): void {
  const { matchLabelKeys = [], labelSelector } = keys
  if (matchLabelKeys.length === 0 || labelSelector === undefined) return
  const seen = new Set(Object.keys(labelSelector.matchLabels ?? {}))
  const labels = kind === 'Pod' ? ((object.metadata as { labels?: Labels } | undefined)?.labels ?? {}) : undefined
  for (const key of keysOfSelector(keys, labels)) {
    const index = matchLabelKeys.lastIndexOf(key)
    const place: readonly Step[] = ['matchLabelKeys', index]
    if (index !== -1 && seen.has(key)) report(place, 'Invalid', `Key "${key}" is in labelSelector as well`, { path: `${path}[${index}]` })
    seen.add(key)
  }
}
