/** Applies fixes to a text. What no edit names stays byte for byte. */
import type { TextEdit } from '../diagnostic.ts'

export interface Applied {
  text: string
  /** How many of the fixes are in; the others overlap one of these and wait for the next pass. */
  count: number
}

/** Each fix is all of its edits or none. The first of two that overlap wins; the same fix twice counts once. */
export function applyFixes(text: string, fixes: readonly (readonly TextEdit[])[]): Applied {
  const taken: TextEdit[] = []
  let count = 0
  for (const edits of fixes) {
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue
    taken.push(...edits)
    count++
  }
  taken.sort((a, b) => a.start.offset - b.start.offset)
  let result = ''
  let at = 0
  for (const edit of taken) {
    result += text.slice(at, edit.start.offset) + edit.text
    at = edit.end.offset
  }
  return { text: result + text.slice(at), count }
}

/** Edits that touch are fine, but two insertions at one place have no order. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.start.offset === b.start.offset) return true
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset
}
