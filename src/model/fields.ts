/** Scalars of an object, keys too, for rules that do not care about its kind. */
import { Flag, Kind } from '../parser/tape.ts'
import type { KubernetesObject } from './object.ts'
import { placeAt, type Place } from './place.ts'
import { wayTo } from './way.ts'

export interface PlainScalar {
  /** As written. */
  written: string
  /** Its node, and whether that is the key of a field. */
  node: number
  isKey: boolean
  /** Of the value, also for a key. */
  place: Place
}

/**
 * The plain scalars that kubectl reads as something else than the text that is written: `on`, `010`, `1.50`. What has a wrong type, and what comes through
 * an alias, is left out with all below it. Nodes lie on the tape in the order of the text, so this is one loop; the way to a node is only looked for when
 * there is something to say of it.
 */
export function* reinterpretedScalars(object: KubernetesObject): Generator<PlainScalar> {
  const { tape, root, source, prefix } = object
  const { text } = tape
  for (let node = root, end = tape.next(root); node < end; node++) {
    if (tape.kind(node) !== Kind.plain || tape.has(node, Flag.encoded)) continue
    const start = tape.start(node)
    if (!isSuspect(text, start, tape.end(node))) continue
    const written = tape.source(node)
    const value = tape.scalar(node)
    if (value === null || String(value) === written) continue
    const { steps, isKey, isFlagged } = wayTo(tape, root, node, Flag.hidden | Flag.shared)
    if (!isFlagged) yield { written, node, isKey, place: placeAt(source, tape, root, -1, prefix, steps) }
  }
}

/** Numbers but for ordinary decimal ones, and the short words for booleans. */
function isSuspect(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start)
  if (code >= 49 && code <= 57) {
    for (let i = start + 1; i < end; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return true
    return false
  }
  if (code === 48 || code === 43 || code === 45 || code === 46) return end - start > 1
  if (end - start > 3) return false
  const letter = code | 32
  return letter === 121 || letter === 110 || letter === 111
}
