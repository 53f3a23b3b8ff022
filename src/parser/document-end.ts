/** Where a document ends that was not read to its end. Texts here have no other line breaks than LF and CRLF. */

const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm
/** What may stand before `---` without being a document of its own. */
const PRELUDE = /^(?:(?:[ \t]*(?:#[^\n]*)?|%[^\n]*)\r?(?:\n|$))*$/
const COMMENTS = /^(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|$))*$/

/** The end of the document that begins at `start`, and of its part that has content: a `...` line may be between them. */
export function findEnd(source: string, start: number): { end: number; contentEnd: number } {
  MARKER.lastIndex = start
  let isPrelude = true
  for (let match = MARKER.exec(source); match !== null; match = MARKER.exec(source)) {
    if (match[0] === '...') {
      const lineBreak = source.indexOf('\n', match.index)
      const end = lineBreak === -1 ? source.length : lineBreak + 1
      return { end: COMMENTS.test(source.slice(end)) ? source.length : end, contentEnd: match.index }
    }
    if (isPrelude && PRELUDE.test(source.slice(start, match.index))) isPrelude = false
    else return { end: match.index, contentEnd: match.index }
  }
  return { end: source.length, contentEnd: source.length }
}
