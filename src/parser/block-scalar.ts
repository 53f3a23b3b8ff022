/** Where a literal or folded block begins and ends, and how far it is indented: for both ways of parsing. */
import { Fault } from './fault.ts'
import { Chomp } from './scalar.ts'

export interface BlockExtent {
  /** After its last character: the line break of its last line belongs to it only with keep chomping. */
  end: number
  /** Word 3 of its node. */
  header: number
  /** The start of the first line after it, or the end of the text. */
  next: number
}

const isBlank = (code: number): boolean => code === 32 || code === 9
/** LF, CR, NEL and the separators of Unicode; NaN, the end of the text, is none of them. */
const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029

/** The offset after the line break at `at`. */
const afterBreak = (text: string, at: number): number => (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1)

/**
 * Reads the block scalar whose `|` or `>` is at `start`. `parentIndent` is the column of the block collection around it, -1 at the root;
 * `limit` is the end of the document.
 */
export function readBlockScalar(text: string, start: number, parentIndent: number, limit: number): BlockExtent {
  let at = start + 1
  let chomp: number = Chomp.clip
  let increment = 0
  for (let i = 0; i < 2; i++) {
    const code = text.charCodeAt(at)
    if ((code === 43 || code === 45) && chomp === Chomp.clip) chomp = code === 43 ? Chomp.keep : Chomp.strip
    else if (code >= 49 && code <= 57 && increment === 0) increment = code - 48
    else break
    at++
  }
  const headerEnd = at
  while (at < limit && isBlank(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === 35) while (at < limit && !isBreak(text.charCodeAt(at))) at++
  if (at < limit && !isBreak(text.charCodeAt(at))) {
    let end = at
    while (end < limit && !isBlank(text.charCodeAt(end)) && !isBreak(text.charCodeAt(end))) end++
    throw new Fault('block-header', at, end)
  }
  at = at < limit ? afterBreak(text, at) : limit

  const least = Math.max(parentIndent + 1, 1)
  let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment
  let widest = 0
  let end = headerEnd
  let first = true
  for (;;) {
    // Indentation and empty lines, up to a line with text.
    let lineStart = at
    let column = 0
    const most = indent === 0 ? Infinity : indent
    for (;;) {
      while (at < limit && column < most && text.charCodeAt(at) === 32) {
        at++
        column++
      }
      if (column > widest) widest = column
      const code = at < limit ? text.charCodeAt(at) : NaN
      if (code === 9 && column < most) throw new Fault('block-tab', at, at + 1)
      if (!isBreak(code)) break
      at = afterBreak(text, at)
      if (chomp === Chomp.keep) end = at
      lineStart = at
      column = 0
    }
    if (first) {
      first = false
      if (indent === 0) indent = Math.max(widest, least)
    }
    if (column !== indent || at >= limit) return { end, header: (indent << 2) | chomp, next: at >= limit ? limit : lineStart }
    while (at < limit && !isBreak(text.charCodeAt(at))) at++
    end = at
    if (at < limit) at = afterBreak(text, at)
    if (chomp === Chomp.keep) end = at
  }
}
