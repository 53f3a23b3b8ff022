/** What is there twice: who was first with something of which there should be one, within what is applied together. */
import { unnoted } from '../parser/unreadable.ts'
import { knownObjects } from './known-objects.ts'
import type { RunIndex } from './run-index.ts'

/** `near`: one file, or the files that one kustomization lists; `unit`: also one folder, and all that a kustomization builds; `strict`: wherever. `false` is `off` without quotes. */
export type TwinScope = 'off' | 'near' | 'unit' | 'strict' | false

export interface Candidate<T> {
  /** Equal ids are twins. */
  readonly id: string
  readonly file: string
  readonly item: T
}

export class Twins<T> {
  /** By what they are within, and their id. */
  private readonly firsts = new Map<string, Map<string, T>>()
  private readonly withinOf: (file: string) => readonly string[]

  constructor(candidates: Iterable<Candidate<T>>, withinOf: (file: string) => readonly string[]) {
    this.withinOf = withinOf
    for (const { id, file, item } of candidates) {
      for (const within of withinOf(file)) {
        let known = this.firsts.get(within)
        if (known === undefined) this.firsts.set(within, (known = new Map()))
        if (!known.has(id)) known.set(id, item)
      }
    }
  }

  /** Undefined when it is the first one itself. */
  firstOf({ id, file, item }: Candidate<T>): T | undefined {
    for (const within of this.withinOf(file)) {
      const first = this.firsts.get(within)?.get(id)
      if (first !== undefined && first !== item) return first
    }
    return undefined
  }
}

const known = new WeakMap<RunIndex, Map<string, Twins<unknown>>>()

/** Those of a run, made once for each kind of candidates. */
export function twins<T>(index: RunIndex, what: string, scope: TwinScope, candidates: () => Iterable<Candidate<T>>): Twins<T> {
  let ofRun = known.get(index)
  if (ofRun === undefined) known.set(index, (ofRun = new Map()))
  const id = `${scope} ${what}`
  let found = ofRun.get(id) as Twins<T> | undefined
  if (found === undefined) ofRun.set(id, (found = unnoted(() => new Twins(candidates(), withinOf(index, scope)))))
  return found
}

function withinOf(index: RunIndex, scope: TwinScope): (file: string) => readonly string[] {
  const { units } = knownObjects(index)
  if (scope === 'off' || scope === false) return () => []
  if (scope === 'strict') return () => ['']
  return scope === 'near' ? (file) => units.listing(file) : (file) => [file, ...units.of(file)]
}
