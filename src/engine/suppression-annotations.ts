/** Annotations that ignore findings: on an object or a pod template all that is in it, or one container of it. */
import { placeOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { addTo } from '../parser/grouped-by.ts'
import type { Tape } from '../parser/tape.ts'
import { fixer, type OffsetEdit } from './fixer.ts'
import type { Span } from './suppression-comments.ts'

/** `podlint.dev/ignore`, and `podlint.dev/ignore.CONTAINER`. */
export const ANNOTATION = 'podlint.dev/ignore'

export interface Annotation {
  key: string
  /** What it says; undefined for what is no string. */
  text: string | undefined
  /** The nodes of the key and the value, and the root of the document. */
  node: number
  root: number
  /** Offsets of what it covers. */
  span: Span
  /** The map that has the metadata. */
  holder: number
}

/** Where documents begin and end. */
export interface Extent {
  root: number
  start: number
  end: number
}

/** Those whose key `isWanted`, in the order of the text. */
export function annotationsIn(tape: Tape, documents: readonly Extent[], isWanted: (key: string) => boolean): Annotation[] {
  const found: Annotation[] = []
  const ends = new Map<number, number>()
  for (const { root, start, end } of documents) {
    if (root === -1) continue
    const parents = tape.parentsBelow(root)
    for (let node = root; node < tape.next(root); node++) {
      if (node === root || !parents.isKey(node) || !isWanted(tape.key(node))) continue
      const annotations = parents.of(node)
      const metadata = annotations === root ? root : parents.of(annotations)
      if (metadata === root || parents.step(annotations) !== 'annotations' || parents.step(metadata) !== 'metadata') continue
      const holder = parents.of(metadata)
      const value = node + 1
      const scalar = tape.isScalar(value) ? tape.scalar(value) : undefined
      const key = parents.key(holder)
      if (holder !== root && !ends.has(holder)) ends.set(holder, endOf(tape, holder))
      found.push({
        key: tape.key(node),
        text: typeof scalar === 'string' ? scalar : undefined,
        node: value,
        root,
        span: holder === root ? { from: start, to: end } : { from: tape.start(key === -1 ? holder : key), to: ends.get(holder)! },
        holder,
      })
    }
  }
  return found
}

/** Where a node with all that is in it ends. */
export function endOf(tape: Tape, node: number): number {
  let end = tape.end(node)
  for (let below = node + 1; below < tape.next(node); below++) end = Math.max(end, tape.end(below))
  return end
}

/** The containers below nodes, by name: as many annotations may name one. */
export class Containers {
  private readonly byHolder = new Map<number, ReadonlyMap<string, Span[]>>()
  private readonly tape: Tape

  constructor(tape: Tape) {
    this.tape = tape
  }

  named(holder: number, name: string): readonly Span[] {
    let byName = this.byHolder.get(holder)
    if (byName === undefined) this.byHolder.set(holder, (byName = containersBelow(this.tape, holder)))
    return byName.get(name) ?? []
  }
}

function containersBelow(tape: Tape, holder: number): Map<string, Span[]> {
  const byName = new Map<string, Span[]>()
  for (let node = holder + 1; node < tape.next(holder); node++) {
    if (!tape.isMap(node)) continue
    for (const list of ['containers', 'initContainers', 'ephemeralContainers']) {
      const items = tape.find(node, list)
      if (items === -1 || !tape.isSequence(items)) continue
      for (let item = items + 1; item < tape.next(items); item = tape.next(item)) {
        const named = tape.find(item, 'name')
        const name = named !== -1 && tape.isScalar(named) ? tape.scalar(named) : undefined
        if (typeof name !== 'string') continue
        const span = { from: tape.start(item), to: endOf(tape, item) }
        addTo(byName, name, span)
      }
    }
  }
  return byName
}

/** Takes an annotation away. */
export function withoutAnnotation(source: Source, tape: Tape, { node, root }: Annotation): OffsetEdit | undefined {
  return fixer.removeField(placeOf({ source, tape, root, prefix: '' }, node))
}

/** Where something stands in the value, when it stands there as it is. */
export function offsetIn(tape: Tape, { node, text }: Annotation, at: number): number | undefined {
  const written = tape.source(node)
  const first = text === undefined ? -1 : written.indexOf(text)
  return first === -1 ? undefined : tape.start(node) + first + at
}
