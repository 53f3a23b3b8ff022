/** What selects pods by labels, found by the labels of a pod without trying each selector. */
import { selectorProblems, soundSelectorMatches, type LabelSelector } from '../formats/selector.ts'
import { addTo } from '../parser/grouped-by.ts'
import type { PodView } from './object.ts'
import { mayShareNamespace } from './service-selector.ts'

/** Selectors that are tried for one pod. With more of them nobody can tell. */
const MOST_TRIED = 250

interface Entry<T> {
  namespace: string
  selector: LabelSelector
  item: T
}

export class SelectorIndex<T> {
  /** By the first label that they want; under the empty text those that want none. */
  private readonly byLabel = new Map<string, Entry<T>[]>()

  /** A selector that is broken selects nothing. */
  add(namespace: string, selector: LabelSelector, item: T): void {
    if (selectorProblems(selector).length > 0) return
    const [first] = Object.entries(selector.matchLabels ?? {})
    const key = first === undefined ? '' : labelKey(first)
    addTo(this.byLabel, key, { namespace, selector, item })
  }

  /** Those that select a pod. Undefined when there are too many to tell. */
  selecting({ object: { namespace }, labels }: PodView): readonly T[] | undefined {
    const found: T[] = []
    let tried = 0
    for (const key of ['', ...Object.entries(labels).map(labelKey)]) {
      for (const entry of this.byLabel.get(key) ?? []) {
        if (tried++ === MOST_TRIED) return undefined
        if (mayShareNamespace(entry.namespace, namespace) && soundSelectorMatches(entry.selector, labels)) found.push(entry.item)
      }
    }
    return found
  }
}

const labelKey = ([key, value]: [key: string, value: string]): string => `${key}=${value}`
