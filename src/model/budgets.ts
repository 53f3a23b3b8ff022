/** The PodDisruptionBudgets of a run, found by the labels of a pod without trying each of them. */
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1'
import type { LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { SelectorIndex } from './selector-index.ts'

/** Of so many with one namespace and selector all is known that anybody asks. */
const MOST_EQUAL = 2

type Budget = KubernetesObject<PodDisruptionBudget>

export class Budgets {
  private readonly index = new SelectorIndex<Budget>()

  constructor(objects: readonly Budget[]) {
    const known = new Map<string, number>()
    for (const budget of objects) {
      const { namespace, value } = budget
      const selector = value.spec?.selector as LabelSelector | undefined
      const id = JSON.stringify([namespace, selector])
      const equals = known.get(id) ?? 0
      if (selector === undefined || equals === MOST_EQUAL) continue
      known.set(id, equals + 1)
      this.index.add(namespace, selector, budget)
    }
  }

  /** Whether one of them protects a pod; with too many of them it is taken to have one. */
  protects(pod: PodView): boolean {
    return this.index.selecting(pod)?.length !== 0
  }

  /** Undefined when there are too many to tell. */
  of(pod: PodView): readonly Budget[] | undefined {
    return this.index.selecting(pod)
  }
}
