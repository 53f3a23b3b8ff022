/** A place in a manifest that a finding can point at, and a fix can change. */
import type { Source } from './source.ts'
import type { Tape } from '../parser/tape.ts'
import { appendStep, type Step } from './field-path.ts'
import { pathTo } from './way.ts'

/** What can be underlined. */
export interface Spot {
  readonly source: Source
  /** The offsets to underline, in the linted text of `source`. */
  readonly start: number
  readonly end: number
}

export interface Place extends Spot {
  readonly tape: Tape
  /** The value node, or -1 when the field is missing. */
  readonly node: number
  /** The key node of that value, or -1: the root, a list item, or missing. */
  readonly key: number
  /** The deepest node on the way that exists: `node`, or where the missing field belongs. */
  readonly parent: number
  /** As the API server prints it. */
  readonly path: string
}

/** Goes down from a value node. A missing step ends at its nearest ancestor, which is what gets underlined. */
export function placeAt(source: Source, tape: Tape, root: number, rootKey: number, rootPath: string, steps: readonly Step[]): Place {
  let node = root
  let key = rootKey
  let path = rootPath
  let parent = root
  let shownKey = rootKey
  for (const step of steps) {
    path = appendStep(path, step)
    if (node === -1) continue
    let child = -1
    let childKey = -1
    if (typeof step === 'number') child = tape.item(node, step)
    else if (tape.isMap(node)) {
      child = tape.find(node, step)
      if (child !== -1) childKey = child - 1
    }
    if (child !== -1) {
      parent = child
      shownKey = childKey
    }
    node = child
    key = childKey
  }
  const [start, end] = rangeOf(tape, parent, shownKey)
  return { source, tape, node, key, parent, path, start, end }
}

/** An object, or what begins like one. */
export interface Rooted {
  readonly source: Source
  readonly tape: Tape
  readonly root: number
  readonly prefix: string
}

/** The place of a value of an object. */
export function placeOf({ source, tape, root, prefix }: Rooted, node: number): Place {
  const key = tape.parentsBelow(root).key(node)
  const [start, end] = rangeOf(tape, node, key)
  return { source, tape, node, key, parent: node, path: pathTo(tape, root, prefix, node), start, end }
}

/** A place further down. */
export const below = (place: Place, ...steps: readonly Step[]): Place =>
  // Below what is missing, all is: what is underlined stays.
  place.node === -1 ? { ...place, path: steps.reduce(appendStep, place.path) } : placeAt(place.source, place.tape, place.node, place.key, place.path, steps)

/** The same field, with its key underlined in place of its value. */
export const atKey = (place: Place): Place => (place.key === -1 ? place : { ...place, start: place.tape.start(place.key), end: place.tape.end(place.key) })

/** A missing field, with something else underlined than what it belongs to: the name of the object, more often than not. */
export const shownAt = (place: Place, other: Place): Place => (place.node === -1 ? { ...place, start: other.start, end: other.end } : place)

/** A scalar is underlined whole, a map or list by its key, a list item by its name (else its first key), a root by its kind: never forty lines. */
export function rangeOf(tape: Tape, node: number, key: number): [start: number, end: number] {
  // A loop, for lists may be nested thousands of levels deep.
  for (; ; node++) {
    if (tape.isScalar(node)) {
      const start = tape.start(node)
      const end = tape.end(node)
      // A missing value (`image:`) has no width: its key is what one sees. A block scalar would be many lines: its header is enough.
      if (start === end && key !== -1) return [tape.start(key), tape.end(key)]
      // Within the scalar alone: in minified JSON there is no line break to the end of the text.
      const length = tape.source(node).indexOf('\n')
      return [start, length === -1 ? end : start + length - (tape.text.charCodeAt(start + length - 1) === 13 ? 1 : 0)]
    }
    if (key !== -1) return [tape.start(key), tape.end(key)]
    for (const field of ['name', 'kind']) {
      const named = tape.find(node, field)
      if (named !== -1 && tape.isScalar(named) && tape.end(named) > tape.start(named)) return [tape.start(named), tape.end(named)]
    }
    if (tape.count(node) === 0) return [tape.start(node), tape.end(node)]
  }
}
