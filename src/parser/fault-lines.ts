/** The lines around a place at which reading has stopped. */

export interface Line {
  start: number
  /** Without its line feed. */
  text: string
  /** Where its first character stands that is no blank, and how many blanks are before it. */
  first: number
  indent: number
  trimmed: string
}

/** So many lines are looked at, and no more. */
const MOST = 5_000

export class Lines {
  readonly source: string
  private readonly documentStart: number

  constructor(source: string, documentStart: number) {
    this.source = source
    this.documentStart = documentStart
  }

  at(offset: number): Line {
    const start = offset === 0 ? 0 : this.source.lastIndexOf('\n', offset - 1) + 1
    const lineBreak = this.source.indexOf('\n', start)
    const text = this.source.slice(start, lineBreak === -1 ? this.source.length : lineBreak)
    const indent = text.length - text.trimStart().length
    return { start, text, first: start + indent, indent, trimmed: text.trim() }
  }

  /** The line above that is neither empty nor a comment, within the document. */
  above(line: Line): Line | undefined {
    let { start } = line
    for (let count = 0; start > this.documentStart && count < MOST; count++) {
      const other = this.at(start - 1)
      if (other.trimmed !== '' && !other.trimmed.startsWith('#')) return other
      start = other.start
    }
    return undefined
  }

  /** The nearest line of such a kind, at an offset or above it. */
  findUp(offset: number, pattern: RegExp): Line | undefined {
    let line = this.at(offset)
    for (let count = 0; count < MOST; count++) {
      if (pattern.test(line.text)) return line
      if (line.start <= this.documentStart) return undefined
      line = this.at(line.start - 1)
    }
    return undefined
  }

  /** The head of the block scalar that ends right above a line. */
  blockAbove(line: Line, head: RegExp): Line | undefined {
    let other = this.at(Math.max(line.start - 1, 0))
    let least = Infinity
    for (let count = 0; other.start < line.start && other.start >= this.documentStart && count < MOST; count++) {
      if (head.test(other.text) && other.indent < least) return least > line.indent && least < Infinity ? other : undefined
      if (other.trimmed !== '') least = Math.min(least, other.indent)
      if (least <= line.indent || other.start === 0) return undefined
      other = this.at(other.start - 1)
    }
    return undefined
  }

  /** The columns at which the collections around the line above a line begin, those that begin after a dash included or not. */
  levelsAbove(line: Line, afterDashes: boolean): number[] {
    const columns: number[] = []
    let least = Infinity
    for (let other = this.above(line), count = 0; other !== undefined && count < MOST; other = this.above(other), count++) {
      if (other.indent >= least) continue
      least = other.indent
      let column = other.indent
      columns.push(column)
      // Each dash begins a list, and what follows it a level of its own.
      for (let rest = other.trimmed, dash = afterDashes ? /^-[ \t]+/.exec(rest) : null; dash !== null; dash = /^-[ \t]+/.exec(rest)) {
        column += dash[0].length
        columns.push(column)
        rest = rest.slice(dash[0].length)
      }
      if (least === 0) break
    }
    return columns
  }

  /** The line that begins the collection that a line is in: the nearest above that is indented less. */
  ownerAbove(line: Line): Line | undefined {
    for (let other = this.above(line), count = 0; other !== undefined && count < MOST; other = this.above(other), count++) if (other.indent < line.indent) return other
    return undefined
  }

  /** The bracket, further up, that nothing closes before a line. */
  openerAbove(line: Line): { offset: number; bracket: string } | undefined {
    let missing = 0
    for (let other = this.above(line), count = 0; other !== undefined && count < MOST; other = this.above(other), count++) {
      const brackets = [...other.text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[ \t]#.*|[[\]{}]/g)].filter(([text]) => text.length === 1)
      for (const { 0: bracket, index } of brackets.reverse()) {
        if (bracket === ']' || bracket === '}') missing++
        else if (missing === 0) return { offset: other.start + index, bracket }
        else missing--
      }
    }
    return undefined
  }

  /** How often a mark is in a line before an offset. */
  countBefore(offset: number, line: Line, mark: string): number {
    return this.source.slice(line.start, offset).split(mark).length - 1
  }

  /** Where the nearest quote stands, further up, that its own line does not close. */
  quoteAbove(line: Line, mark: string): number | undefined {
    for (let other = this.above(line), count = 0; other !== undefined && count < MOST; other = this.above(other), count++) {
      const marks = [...other.text.replaceAll('\\"', '  ').matchAll(new RegExp(mark, 'g'))]
      if (marks.length % 2 === 1) return other.start + marks.at(-1)!.index
    }
    return undefined
  }
}
