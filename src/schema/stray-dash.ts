/** A dash that makes two items of one: the fields that the first one lacks stand in the second. */
import type { Step } from '../model/field-path.ts'
import type { Tape } from '../parser/tape.ts'

export interface StrayDash {
  /** The item that it begins, and its index. */
  item: number
  index: number
}

/** Of longer lists the item before is not looked for: that would take a look at all of them. */
const MOST = 100

/** `item` lacks the field that the steps end at. Undefined unless the item before or after it has that, and nothing that it has itself. */
export function strayDash(tape: Tape, root: number, item: number, steps: readonly Step[]): StrayDash | undefined {
  const index = steps.at(-2)
  const field = steps.at(-1)
  if (typeof index !== 'number' || typeof field !== 'string' || !tape.isMap(item)) return undefined
  const list = tape.parentsBelow(root).of(item)
  let before: number | undefined
  if (index < MOST) for (let at = list + 1; at < item; at = tape.next(at)) before = at
  const after = tape.next(item) < tape.next(list) ? tape.next(item) : undefined
  const goesOnWith = (other: number | undefined): boolean => other !== undefined && tape.isMap(other) && tape.find(other, field) !== -1 && !shareKeys(tape, item, other)
  if (goesOnWith(after)) return { item: after!, index: index + 1 }
  return goesOnWith(before) ? { item, index } : undefined
}

function shareKeys(tape: Tape, one: number, other: number): boolean {
  for (let key = one + 1; key < tape.next(one); key = tape.next(key + 1)) if (tape.find(other, tape.key(key)) !== -1) return true
  return false
}
