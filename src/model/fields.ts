/** Scalars of an object, keys too, for rules that do not care about its kind. */
import { Flag } from '../parser/tape.ts'
import { appendStep } from './field-path.ts'
import type { KubernetesObject } from './object.ts'
import { rangeOf, type Place } from './place.ts'
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
 * an alias, is left out with all below it. Nodes lie on the tape in the order of the text, so this is one loop. A place is made from its node, not found by its way:
 * of a key that a map has twice, that tells only the last one.
 */
export function reinterpretedScalars({ source, tape, root, prefix }: KubernetesObject): PlainScalar[] {
  const scalars: PlainScalar[] = []
  if (!tape.hasReinterpreted) return scalars
  for (let scalar = root, end = tape.next(root); scalar < end; scalar++) {
    if (!tape.has(scalar, Flag.reinterpreted) || !tape.isScalar(scalar)) continue
    const written = tape.source(scalar)
    const { steps, isKey, isFlagged } = wayTo(tape, root, scalar, Flag.hidden | Flag.shared)
    if (isFlagged || (!isKey && String(tape.scalar(scalar)) === written)) continue
    const node = isKey ? scalar + 1 : scalar
    const key = typeof steps.at(-1) === 'string' ? node - 1 : -1
    const [start, stop] = rangeOf(tape, node, key)
    scalars.push({ written, node: scalar, isKey, place: { source, tape, node, key, parent: node, path: steps.reduce(appendStep, prefix), start, end: stop } })
  }
  return scalars
}
