/** Scalars of an object, keys too, for rules that do not care about its kind. */
import { Flag } from '../parser/tape.ts'
import type { KubernetesObject } from './object.ts'
import { placeOf, type Place } from './place.ts'

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
 * an alias, is left out with all below it. Nodes lie on the tape in the order of the text, so this is one loop. A place is made from its node, not found by its way:
 * of a key that a map has twice, that tells only the last one.
 */
export function reinterpretedScalars(object: KubernetesObject): PlainScalar[] {
  const { tape, root } = object
  const scalars: PlainScalar[] = []
  if (!tape.hasReinterpreted) return scalars
  const parents = tape.parentsBelow(root)
  for (let scalar = root + 1, end = tape.next(root); scalar < end; scalar++) {
    const isKey = parents.isKey(scalar)
    const node = isKey ? scalar + 1 : scalar
    if (tape.has(node, Flag.hidden | Flag.shared)) {
      scalar = tape.next(node) - 1
      continue
    }
    if (!tape.has(scalar, Flag.reinterpreted) || !tape.isScalar(scalar)) continue
    const written = tape.source(scalar)
    if (!isKey && String(tape.scalar(scalar)) === written) continue
    scalars.push({ written, node: scalar, isKey, place: placeOf(object, node) })
  }
  return scalars
}
