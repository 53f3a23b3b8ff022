/** The PodDisruptionBudgets of a run, found by the labels of a pod without trying each of them. */
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1'
import { selectorProblems, soundSelectorMatches, type LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { mayShareNamespace } from './service-selector.ts'

/** Budgets that are tried for one pod. With more of them nobody can tell, and it is taken to have one. */
const MOST_TRIED = 250

interface Budget {
  namespace: string
  selector: LabelSelector
}

export class Budgets {
  /** By the first label that they want; under the empty text those that want none. */
  private readonly byLabel = new Map<string, Budget[]>()

  constructor(objects: readonly KubernetesObject<PodDisruptionBudget>[]) {
    const known = new Set<string>()
    for (const { namespace, value } of objects) {
      const selector = value.spec?.selector as LabelSelector | undefined
      if (selector === undefined || selectorProblems(selector).length > 0) continue
      const id = JSON.stringify([namespace, selector])
      if (known.has(id)) continue
      known.add(id)
      const [first] = Object.entries(selector.matchLabels ?? {})
      const key = first === undefined ? '' : labelKey(first)
      const list = this.byLabel.get(key)
      if (list === undefined) this.byLabel.set(key, [{ namespace, selector }])
      else list.push({ namespace, selector })
    }
  }

  /** Whether one of them protects a pod. */
  protects({ object: { namespace }, labels }: PodView): boolean {
    let tried = 0
    for (const key of ['', ...Object.entries(labels).map(labelKey)]) {
      for (const budget of this.byLabel.get(key) ?? []) {
        if (tried++ === MOST_TRIED) return true
        if (mayShareNamespace(budget.namespace, namespace) && soundSelectorMatches(budget.selector, labels)) return true
      }
    }
    return false
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
