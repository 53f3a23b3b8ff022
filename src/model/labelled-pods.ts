/** The pods of a run by their labels, for selectors of other kinds than Services. */
import { selectorProblems, soundSelectorMatches, type Labels, type LabelSelector } from '../formats/selector.ts'
import { once } from '../parser/unreadable.ts'
import { knownObjects } from './known-objects.ts'
import type { PodView } from './object.ts'
import type { RenderUnits } from './render-unit.ts'
import type { RunIndex } from './run-index.ts'
import { isRuntimeLabel, labelOf, mayShareNamespace } from './service-selector.ts'
import { SlipIndex } from './slip.ts'

/** Pods that are tried for one selector. With more of them nobody can tell. */
const MOST_TRIED = 250

/** A pod that a selector just misses, and by which label. */
export interface NearPod {
  readonly pod: PodView
  readonly key: string
  /** It has all the labels, in another namespace. */
  readonly isElsewhere: boolean
}

const known = new WeakMap<RunIndex, () => LabelledPods>()

/** Those of a run. Whoever asks learns that not all labels can be read. */
export function labelledPods(index: RunIndex): LabelledPods {
  let pods = known.get(index)
  if (pods === undefined) known.set(index, (pods = once(() => new LabelledPods(index.objects.flatMap((object) => object.pod ?? []), knownObjects(index).units))))
  return pods()
}

export class LabelledPods {
  private readonly byLabel = new Map<string, PodView[]>()
  /** By unit and label key the values that there are, each with the first pods that have it. */
  private readonly valuesInUnits = new Map<string, Map<string, PodView[]>>()
  private readonly slips = new Map<string, SlipIndex<[value: string, pods: PodView[]]>>()
  private readonly inUnits = new Map<string, PodView>()
  private readonly units: RenderUnits

  constructor(pods: readonly PodView[], units: RenderUnits) {
    this.units = units
    for (const pod of pods) {
      for (const unit of units.of(pod.object.source.file)) {
        if (!this.inUnits.has(unit)) this.inUnits.set(unit, pod)
        for (const [key, value] of Object.entries(pod.labels)) this.addValue(`${unit}\n${key}`, value, pod)
      }
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
    const wanted = Object.entries(selector.matchLabels ?? {})
    if (wanted.length === 0 || selectorProblems(selector).length > 0) return undefined
    const lists = wanted.map((entry) => this.byLabel.get(labelKey(entry)) ?? [])
    const pods = lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest))
    return pods.length > MOST_TRIED ? undefined : pods.filter(({ labels, object }) => mayShareNamespace(object.namespace, namespace) && soundSelectorMatches(selector, labels))
  }

  /** Whether no pod of the run has these labels, as far as a template can have them. */
  isNowhere(selector: LabelSelector, namespace: string): boolean {
    if ((selector.matchExpressions ?? []).length > 0 || Object.keys(selector.matchLabels ?? {}).some(isRuntimeLabel)) return false
    return this.selectedBy(selector, namespace)?.length === 0
  }

  /** A pod in the same unit that was meant by labels which no pod has. */
  near(wanted: Labels, namespace: string, file: string): NearPod | undefined {
    const labels = Object.entries(wanted)
    for (const unit of this.units.of(file)) {
      for (const [key, value] of labels) {
        const id = `${unit}\n${key}`
        const fits = (each: PodView) => labels.every(([other, text]) => other === key || labelOf(each, other) === text)
        const elsewhere = this.valuesInUnits.get(id)?.get(value)?.find((each) => !mayShareNamespace(each.object.namespace, namespace) && fits(each))
        if (elsewhere !== undefined) return { pod: elsewhere, key, isElsewhere: true }
        let meant: PodView | undefined
        this.slipsIn(id).find(value, ([, pods]) => (meant = pods.find((each) => mayShareNamespace(each.object.namespace, namespace) && fits(each))) !== undefined)
        if (meant !== undefined) return { pod: meant, key, isElsewhere: false }
      }
    }
    return undefined
  }

  /** Some pod of the same unit; undefined when there is none, or when more may be made that are not here. */
  beside(file: string): PodView | undefined {
    if (this.units.isOpen(file)) return undefined
    for (const unit of this.units.of(file)) {
      const pod = this.inUnits.get(unit)
      if (pod !== undefined) return pod
    }
    return undefined
  }

  private addValue(id: string, value: string, pod: PodView): void {
    let values = this.valuesInUnits.get(id)
    if (values === undefined) this.valuesInUnits.set(id, (values = new Map()))
    const pods = values.get(value)
    if (pods !== undefined) {
      if (pods.length < MOST_OF_VALUE) pods.push(pod)
    } else values.set(value, [pod])
  }

  private slipsIn(id: string): SlipIndex<[value: string, pods: PodView[]]> {
    let slips = this.slips.get(id)
    if (slips === undefined) this.slips.set(id, (slips = new SlipIndex(this.valuesInUnits.get(id) ?? [], ([value]) => value)))
    return slips
  }
}

const MOST_OF_VALUE = 20

const labelKey = ([key, value]: [key: string, value: string]): string => `${key}=${value}`
