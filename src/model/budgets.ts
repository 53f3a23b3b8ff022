/** The PodDisruptionBudgets of a run, found by the labels of a pod without trying each of them. */
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1'
import type { LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { SelectorIndex } from './selector-index.ts'

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
