/** The PodDisruptionBudgets of a run, found by the labels of a pod without trying each of them. */
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1'
import { selectorProblems, soundSelectorMatches, type LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { SelectorIndex } from './selector-index.ts'
import { mayShareNamespace } from './service-selector.ts'

/** Pods that are looked at for one selector. With more of them nobody can tell. */
const MOST_TRIED = 250

export class Budgets {
  private readonly index = new SelectorIndex<true>()

  constructor(objects: readonly KubernetesObject<PodDisruptionBudget>[]) {
    const known = new Set<string>()
    for (const { namespace, value } of objects) {
      const selector = value.spec?.selector as LabelSelector | undefined
      const id = JSON.stringify([namespace, selector])
      if (selector === undefined || known.has(id)) continue
      known.add(id)
      this.index.add(namespace, selector, true)
    }
  }

  /** Whether one of them protects a pod; with too many of them it is taken to have one. */
  protects(pod: PodView): boolean {
    return this.index.selecting(pod)?.length !== 0
  }
}

/** The pods of a run by their labels, for selectors of other kinds than Services. */
export class LabelledPods {
  private readonly byLabel = new Map<string, PodView[]>()

  constructor(pods: readonly PodView[]) {
    for (const pod of pods) {
      for (const entry of Object.entries(pod.labels)) {
        const key = labelKey(entry)
        const list = this.byLabel.get(key)
        if (list === undefined) this.byLabel.set(key, [pod])
        else list.push(pod)
      }
    }
  }

  /** Those of a selector that wants some label. Undefined when nobody can tell: it wants none, is malformed, or too many come into question. */
  selectedBy(selector: LabelSelector, namespace: string): readonly PodView[] | undefined {
    const [first] = Object.entries(selector.matchLabels ?? {})
    if (first === undefined || selectorProblems(selector).length > 0) return undefined
    const pods = this.byLabel.get(labelKey(first)) ?? []
    return pods.length > MOST_TRIED ? undefined : pods.filter(({ labels, object }) => mayShareNamespace(object.namespace, namespace) && soundSelectorMatches(selector, labels))
  }
}

const labelKey = ([key, value]: [key: string, value: string]): string => `${key}=${value}`
