/** Where a document ends that was not read to its end. Texts here have no other line breaks than LF and CRLF. */

/** kubectl splits a text where a line begins with `---`, whatever follows, before it looks at anything else. */
const MARKER = /^(?:---|\.\.\.(?=[ \t\r\n]|$))/gm

export interface Extent {
  end: number
  /** Of its part that has content: after `---`, and before `...`. */
  contentStart: number
  contentEnd: number
  /** Whether it begins with `---`. */
  isExplicit: boolean
  /** Whether the text begins with that: then kubectl does not leave it out, or, after a byte order mark, not see it. */
  isFirst: boolean
  /** Where lines begin that say something about it, before `---`. */
  directives: number[]
}

/** The extent of the document that begins at `start`. */
export function findExtent(source: string, start: number): Extent {
  const directives: number[] = []
  let first = afterComments(source, start, false)
  while (source[first] === '%') {
    directives.push(first)
    first = afterComments(source, lineEnd(source, first), false)
  }
  const isExplicit = source.startsWith('---', first)
  const contentStart = isExplicit ? first + 3 : start
  const isFirst = first === 0 || (first === 1 && source[0] === '\ufeff')
  MARKER.lastIndex = contentStart
  // After three dashes more dashes begin no line.
  const match = MARKER.exec(source)
  if (match === null) return { end: source.length, contentStart, contentEnd: source.length, isExplicit, isFirst, directives }
  const contentEnd = match.index
  return { end: match[0] === '---' ? contentEnd : afterClose(source, contentEnd), contentStart, contentEnd, isExplicit, isFirst, directives }
}

/** After the line of a `...`, or after the text when nothing but comments follows. */
function afterClose(source: string, close: number): number {
  const end = Math.min(lineEnd(source, close) + 1, source.length)
  return afterComments(source, end, true) === source.length ? source.length : end
}

/** The start of the first line from `start` on that is neither empty nor a comment. kubectl reads no tab before a comment. */
function afterComments(source: string, start: number, tabs: boolean): number {
  let line = start
  for (let at = start; ; ) {
    const code = source.charCodeAt(at)
    if (code === 32 || code === 13 || (code === 9 && tabs)) at++
    else if (code === 10) line = ++at
    else if (code === 35) at = lineEnd(source, at)
    else return at >= source.length ? source.length : line
  }
}

/** The offset of the line break, or of the end of the text. */
export function lineEnd(source: string, offset: number): number {
  const lineBreak = source.indexOf('\n', offset)
  return lineBreak === -1 ? source.length : lineBreak
}
