/** Scalars of an object, keys too, for rules that do not care about its kind. */
import { Flag } from '../parser/tape.ts'
import { appendStep, type Step } from './field-path.ts'
import type { KubernetesObject } from './object.ts'
import { rangeOf, type Place } from './place.ts'

export interface PlainScalar {
  /** As written. */
  written: string
  /** Its node, and whether that is the key of a field. */
  node: number
  isKey: boolean
  /** The key of the field that it is or belongs to; -1 for an item of a list. */
  key: number
  /** Of the value, also for a key. */
  place(): Place
}

/** Where an entry of a map or list is: its key, or its index. */
interface Way {
  above: Collection | undefined
  key: number
  index: number
}

/** An open map or list, and the entry of it that is at hand. */
interface Collection extends Way {
  end: number
  isList: boolean
  at: { key: number; index: number }
  /** It is of a wrong type, or comes through an alias. */
  isFlagged: boolean
}

/**
 * The plain scalars that kubectl reads as something else than the text that is written: `on`, `010`, `1.50`. What has a wrong type, and what comes through
 * an alias, is left out with all below it. Nodes lie on the tape in the order of the text, so this is one loop; a place is made from its own node, for of a key
 * that is there twice its name tells only the last one.
 */
export function reinterpretedScalars(object: KubernetesObject): PlainScalar[] {
  const { tape, root } = object
  const scalars: PlainScalar[] = []
  if (!tape.hasReinterpreted) return scalars
  let around: Collection | undefined
  for (let node = root, end = tape.next(root); node < end; node++) {
    while (around !== undefined && around.end <= node) around = around.above
    // In a map a key and its value take turns.
    const isKey = around?.isList === false && node !== around.at.key + 1
    if (around?.isList === true) around.at.index++
    else if (isKey) around!.at.key = node
    const way: Way = { above: around, key: -1, index: -1, ...around?.at }
    const isFlagged = around?.isFlagged === true || tape.has(node, Flag.hidden | Flag.shared)
    if (!tape.isScalar(node)) around = { ...way, end: tape.next(node), isList: tape.isSequence(node), at: { key: -1, index: -1 }, isFlagged }
    else if (tape.has(node, Flag.reinterpreted) && !isFlagged && !(isKey && tape.has(node + 1, Flag.hidden | Flag.shared))) {
      const written = tape.source(node)
      if (isKey || String(tape.scalar(node)) !== written) scalars.push({ written, node, isKey, key: way.key, place: () => placeOf(object, isKey ? node + 1 : node, way) })
    }
  }
  return scalars
}

function placeOf({ source, tape, prefix }: KubernetesObject, node: number, way: Way): Place {
  const steps: Step[] = []
  for (let at: Way = way; at.above !== undefined; at = at.above) steps.push(at.key === -1 ? at.index : tape.key(at.key))
  const [start, end] = rangeOf(tape, node, way.key)
  return { source, tape, node, key: way.key, parent: node, path: steps.reduceRight<string>(appendStep, prefix), start, end }
}
