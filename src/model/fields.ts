/** Scalars of an object, keys too, for rules that do not care about its kind. */
import { Flag } from '../parser/tape.ts'
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
export function reinterpretedScalars(object: KubernetesObject): PlainScalar[] {
  const { tape, root, source, prefix } = object
  const scalars: PlainScalar[] = []
  if (!tape.hasReinterpreted) return scalars
  for (let node = root, end = tape.next(root); node < end; node++) {
    if (!tape.has(node, Flag.reinterpreted) || !tape.isScalar(node)) continue
    const written = tape.source(node)
    const { steps, isKey, isFlagged } = wayTo(tape, root, node, Flag.hidden | Flag.shared)
    if (isFlagged || (!isKey && String(tape.scalar(node)) === written)) continue
    scalars.push({ written, node, isKey, place: placeAt(source, tape, root, -1, prefix, steps) })
  }
  return scalars
}
