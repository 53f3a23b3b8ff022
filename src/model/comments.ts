/** The comments of an object: within it, at its end, and those above it. */
import { Flag } from '../parser/tape.ts'
import type { KubernetesObject } from './object.ts'

export interface Comment {
  /** The offset of its `#` in the tape's text. */
  start: number
  text: string
}

const COMMENT = /(?<=^|[ \t\n\r])#[^\n\r]*/g

/** In the order of the text. Comments stand between scalars, never in one. */
export function commentsOf({ prefix, root, tape }: KubernetesObject): Comment[] {
  const { text } = tape
  const comments: Comment[] = []
  const look = (start: number, end: number): void => {
    const gap = text.slice(start, end)
    if (gap.includes('#')) for (const found of gap.matchAll(COMMENT)) comments.push({ start: start + found.index, text: found[0] })
  }
  // Those above belong to the object, but not to an item of a List, of which they may be about any.
  let from = prefix === '' ? linesAbove(text, tape.start(root)) : tape.start(root)
  for (let node = root, last = tape.next(root); node < last; node++) {
    if (tape.has(node, Flag.shared) || !tape.isScalar(node)) continue
    const start = tape.start(node)
    // Of a key that is read again elsewhere, the text lies before.
    if (start < from) continue
    look(from, start)
    from = Math.max(tape.end(node), from)
  }
  const end = /^[ \t]*#[^\n\r]*/.exec(text.slice(from, text.indexOf('\n', from) === -1 ? text.length : text.indexOf('\n', from)))
  if (end !== null) look(from, from + end[0].length)
  return comments
}

/** Where the lines begin that stand above an offset and are empty or comments. */
function linesAbove(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1
  while (start > 0) {
    // A search from -1 would begin at 0, and find the line break of an empty first line again.
    const previous = start === 1 ? 0 : text.lastIndexOf('\n', start - 2) + 1
    if (!/^[ \t]*(?:#|\r?$)/.test(text.slice(previous, start - 1))) break
    start = previous
  }
  return start
}
