/** Where a literal or folded block begins and ends, and how far it is indented: for both ways of parsing. */
import { fail } from './host'
import { END, isBlank, unit } from './text'

// Chomping, as in `parser/scalar.ts`.
const CLIP: i32 = 0
const STRIP: i32 = 1
const KEEP: i32 = 2

/** After its last character: the line break of its last line belongs to it only with keep chomping. */
export let blockEnd: i32 = 0
/** Word 3 of its node. */
export let blockHeader: i32 = 0
/** The start of the first line after it, or the end of the text. */
export let blockNext: i32 = 0

/** LF, CR, NEL and the separators of Unicode. */
function isBreak(code: i32): bool {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** The offset after the line break at `at`. */
function afterBreak(at: i32): i32 {
  return unit(at) === 13 && unit(at + 1) === 10 ? at + 2 : at + 1
}

/**
 * Reads the block scalar whose `|` or `>` is at `start`. `parentIndent` is the column of the block collection around it, -1 at the root;
 * `limit` is the end of the document.
 */
export function readBlockScalar(start: i32, parentIndent: i32, limit: i32): void {
  let at = start + 1
  let chomp = CLIP
  let increment = 0
  for (let i = 0; i < 2; i++) {
    const code = unit(at)
    if ((code === 43 || code === 45) && chomp === CLIP) chomp = code === 43 ? KEEP : STRIP
    else if (code >= 49 && code <= 57 && increment === 0) increment = code - 48
    else break
    at++
  }
  const headerEnd = at
  while (at < limit && isBlank(unit(at))) at++
  if (unit(at) === 35) while (at < limit && !isBreak(unit(at))) at++
  if (at < limit && !isBreak(unit(at))) {
    let end = at
    while (end < limit && !isBlank(unit(end)) && !isBreak(unit(end))) end++
    fail('block-header', at, end)
  }
  at = at < limit ? afterBreak(at) : limit

  const least = max(parentIndent + 1, 1)
  let indent = increment === 0 ? 0 : max(parentIndent, 0) + increment
  let widest = 0
  let end = headerEnd
  let first = true
  for (;;) {
    // Indentation and empty lines, up to a line with text.
    let lineStart = at
    let column = 0
    const most = indent === 0 ? i32.MAX_VALUE : indent
    for (;;) {
      while (at < limit && column < most && unit(at) === 32) {
        at++
        column++
      }
      if (column > widest) widest = column
      const code = at < limit ? unit(at) : END
      if (code === 9 && column < most) fail('block-tab', at, at + 1)
      if (!isBreak(code)) break
      at = afterBreak(at)
      if (chomp === KEEP) end = at
      lineStart = at
      column = 0
    }
    if (first) {
      first = false
      if (indent === 0) indent = max(widest, least)
    }
    if (column !== indent || at >= limit) {
      blockEnd = end
      blockHeader = (indent << 2) | chomp
      blockNext = at >= limit ? limit : lineStart
      return
    }
    while (at < limit && !isBreak(unit(at))) at++
    end = at
    if (at < limit) at = afterBreak(at)
    if (chomp === KEEP) end = at
  }
}
