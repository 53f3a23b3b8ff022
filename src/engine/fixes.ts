/** Applies fixes to a text. What no edit names stays byte for byte. */
import type { TextEdit } from '../diagnostic.ts'
import { countWhile } from '../parser/sorted.ts'

export interface Applied {
  text: string
  /** How many of the fixes are in; the others overlap one of these and wait for the next pass. */
  count: number
  /** Which ones, by index. */
  taken: number[]
}

/** Each fix is all of its edits or none. The first of two that overlap wins; the same fix twice counts once. Edits that are not within the text are left out. */
export function applyFixes(text: string, fixes: readonly (readonly TextEdit[])[]): Applied {
  /** Sorted, and none overlaps another. */
  const edits: TextEdit[] = []
  const taken: number[] = []
  for (const [index, fix] of fixes.entries()) {
    const own = fix.toSorted((a, b) => a.start.offset - b.start.offset)
    if (own.length === 0 || !own.every((edit) => isWithin(edit, text)) || own.some((edit, at) => at > 0 && overlap(own[at - 1]!, edit))) continue
    const places = own.map((edit) => placeOf(edit, edits))
    if (places.some((place, at) => overlapsAt(own[at]!, edits, place))) continue
    // The last first, so that the places before it stay right.
    for (let at = own.length - 1; at >= 0; at--) edits.splice(places[at]!, 0, own[at]!)
    taken.push(index)
  }
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start.offset), edit.text)
    at = edit.end.offset
  }
  parts.push(text.slice(at))
  return { text: parts.join(''), count: taken.length, taken }
}

function isWithin({ start, end }: TextEdit, text: string): boolean {
  return Number.isInteger(start.offset) && Number.isInteger(end.offset) && start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length
}

/** Edits that touch are fine, but two insertions at one place have no order. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.start.offset === b.start.offset) return true
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset
}

/** Where an edit belongs among those that are sorted; most fixes come in the order of the text. */
function placeOf(edit: TextEdit, edits: readonly TextEdit[]): number {
  const last = edits.at(-1)
  return last !== undefined && last.start.offset < edit.start.offset ? edits.length : countWhile(edits, ({ start }) => start.offset < edit.start.offset)
}

const overlapsAt = (edit: TextEdit, edits: readonly TextEdit[], place: number): boolean => [edits[place - 1], edits[place]].some((other) => other !== undefined && overlap(edit, other))
