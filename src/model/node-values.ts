/** What stands at a node of the tape, for whoever reads files at whose types nobody has looked. */
import type { Tape } from '../parser/tape.ts'

/** Nothing for what is no list. */
export function itemsOf(tape: Tape, list: number): number[] {
  const items: number[] = []
  if (list !== -1 && tape.isSequence(list)) for (let item = list + 1, end = tape.next(list); item < end; item = tape.next(item)) items.push(item)
  return items
}

/** Undefined for what is no string; `node` may be -1. */
export function textOf(tape: Tape, node: number): string | undefined {
  const value = node !== -1 && tape.isScalar(node) ? tape.scalar(node) : undefined
  return typeof value === 'string' ? value : undefined
}

/** The same of a field of a map. */
export const textAt = (tape: Tape, map: number, field: string): string | undefined => textOf(tape, tape.find(map, field))
