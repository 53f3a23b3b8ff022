/** The pods of a run, or its Services, by their labels, for selectors of other kinds than Services. */
import { selectorProblems, soundSelectorMatches, type Labels, type LabelSelector } from '../formats/selector.ts'
import { addTo } from '../parser/grouped-by.ts'
import { once } from '../parser/unreadable.ts'
import { knownObjects } from './known-objects.ts'
import type { ObjectMeta } from './kinds.ts'
import type { KubernetesObject, PodView } from './object.ts'
import type { Place } from './place.ts'
import type { RenderUnits } from './render-unit.ts'
import type { RunIndex } from './run-index.ts'
import { isRuntimeLabel, labelOf, mayShareNamespace } from './service-selector.ts'
import { SlipIndex } from './slip.ts'

/** What is tried for one selector. With more of them nobody can tell. */
const MOST_TRIED = 250

/** What a selector just misses, and by which label. */
export interface Near<T> {
  readonly item: T
  readonly key: string
  /** It has all the labels, in another namespace. */
  readonly isElsewhere: boolean
}

/** A pod, or an object by itself. */
export interface Labelled {
  readonly object: KubernetesObject
  readonly labels: Labels
  readonly atMetadata: (field: 'labels') => Place
}

const pods = new WeakMap<RunIndex, () => LabelledObjects<PodView>>()
const services = new WeakMap<RunIndex, () => LabelledObjects<Labelled>>()

/** Those of a run. Whoever asks learns that not all labels can be read. */
export function labelledPods(index: RunIndex): LabelledObjects<PodView> {
  let known = pods.get(index)
  if (known === undefined) pods.set(index, (known = once(() => new LabelledObjects(index.objects.flatMap((object) => object.pod ?? []), knownObjects(index).units))))
  return known()
}

export function labelledServices(index: RunIndex): LabelledObjects<Labelled> {
  let known = services.get(index)
  if (known === undefined) services.set(index, (known = once(() => new LabelledObjects((index.ofKind('Service') as readonly KubernetesObject[]).map(byItself), knownObjects(index).units))))
  return known()
}

const byItself = (object: KubernetesObject): Labelled => ({ object, labels: ((object.value.metadata as ObjectMeta | undefined)?.labels ?? {}) as Labels, atMetadata: (field) => object.at('metadata', field) })

const MOST_OF_VALUE = 20

/** The values that there are of one label, each with the first that have it. */
class LabelValues<T> {
  readonly items = new Map<string, T[]>()
  private slipIndex: SlipIndex<[value: string, items: T[]]> | undefined

  /** Made once somebody asks. */
  get slips(): SlipIndex<[value: string, items: T[]]> {
    return (this.slipIndex ??= new SlipIndex(this.items, ([value]) => value))
  }

  add(value: string, item: T): this {
    const items = this.items.get(value)
    if (items === undefined) this.items.set(value, [item])
    else if (items.length < MOST_OF_VALUE) items.push(item)
    return this
  }
}

export class LabelledObjects<T extends Labelled> {
  private readonly byLabel = new Map<string, T[]>()
  /** By unit and label key. */
  private readonly valuesInUnits = new Map<string, Map<string, LabelValues<T>>>()
  /** The only one in each file; undefined in one of several. */
  private readonly inFiles = new Map<string, T | undefined>()
  private readonly inUnits = new Map<string, T>()
  private readonly items: readonly T[]
  private readonly units: RenderUnits

  constructor(items: readonly T[], units: RenderUnits) {
    this.items = items
    this.units = units
    for (const item of items) {
      const { file } = item.object.source
      this.inFiles.set(file, this.inFiles.has(file) ? undefined : item)
      const labels = Object.entries(item.labels)
      for (const unit of units.of(file)) {
        if (!this.inUnits.has(unit)) this.inUnits.set(unit, item)
        let values = this.valuesInUnits.get(unit)
        if (values === undefined) this.valuesInUnits.set(unit, (values = new Map()))
        for (const [key, value] of labels) {
          const ofKey = values.get(key) ?? new LabelValues()
          values.set(key, ofKey.add(value, item))
        }
      }
      for (const entry of labels) addTo(this.byLabel, labelKey(entry), item)
    }
  }

  /** Those of a selector that wants some label. Undefined when nobody can tell: it wants none, is malformed, or too many come into question. */
  selectedBy(selector: LabelSelector, namespace: string): readonly T[] | undefined {
    const wanted = Object.entries(selector.matchLabels ?? {})
    if (wanted.length === 0 || selectorProblems(selector).length > 0) return undefined
    const lists = wanted.map((entry) => this.byLabel.get(labelKey(entry)) ?? [])
    const items = lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest))
    return items.length > MOST_TRIED ? undefined : items.filter(({ labels, object }) => mayShareNamespace(object.namespace, namespace) && soundSelectorMatches(selector, labels))
  }

  /** Whether nothing in the run has these labels, as far as a template can have them. */
  isNowhere(selector: LabelSelector, namespace: string): boolean {
    if ((selector.matchExpressions ?? []).length > 0 || Object.entries(selector.matchLabels ?? {}).some(([key, value]) => isRuntimeLabel(key, value))) return false
    return this.selectedBy(selector, namespace)?.length === 0
  }

  /** Whether something in the run meets a selector with expressions. Undefined for one without, and when nobody can tell. */
  meetsExpressions(selector: LabelSelector, namespace: string): boolean | undefined {
    const keys = (selector.matchExpressions ?? []).map(({ key = '' }) => key)
    if (keys.length === 0 || this.items.length > MOST_TRIED || selectorProblems(selector).length > 0 || keys.some((key) => isRuntimeLabel(key)) || Object.entries(selector.matchLabels ?? {}).some(([key, value]) => isRuntimeLabel(key, value))) return undefined
    return this.items.some(({ labels, object }) => mayShareNamespace(object.namespace, namespace) && soundSelectorMatches(selector, labels))
  }

  /** What was meant in the same unit by labels which nothing has. */
  near(wanted: Labels, namespace: string, file: string): Near<T> | undefined {
    const labels = Object.entries(wanted)
    for (const unit of this.units.of(file)) {
      for (const [key, value] of labels) {
        const values = this.valuesInUnits.get(unit)?.get(key)
        const fits = (each: T) => labels.every(([other, text]) => other === key || labelOf(each, other) === text)
        const elsewhere = values?.items.get(value)?.find((each) => !mayShareNamespace(each.object.namespace, namespace) && fits(each))
        if (elsewhere !== undefined) return { item: elsewhere, key, isElsewhere: true }
        let meant: T | undefined
        values?.slips.find(value, ([, items]) => (meant = items.find((each) => mayShareNamespace(each.object.namespace, namespace) && fits(each))) !== undefined)
        if (meant !== undefined) return { item: meant, key, isElsewhere: false }
      }
    }
    return undefined
  }

  /** Something of the same unit; undefined when there is none, or when more may be made that are not here. */
  beside(file: string): T | undefined {
    if (this.units.isOpen(file)) return undefined
    for (const unit of this.units.of(file)) {
      const item = this.inUnits.get(unit)
      if (item !== undefined) return item
    }
    return undefined
  }

  /** The only one of a file, which has these labels with other values: it must have been meant. */
  onlyOne(wanted: Labels, namespace: string, file: string): T | undefined {
    const item = this.inFiles.get(file)
    return item !== undefined && mayShareNamespace(item.object.namespace, namespace) && Object.keys(wanted).every((key) => labelOf(item, key) !== undefined) ? item : undefined
  }
}

const labelKey = ([key, value]: [key: string, value: string]): string => `${key}=${value}`
