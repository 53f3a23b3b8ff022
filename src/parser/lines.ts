/** Lines and columns of a text, worked out only when something is reported in it. */
import type { Position } from '../diagnostic.ts'
import { countWhile } from './sorted.ts'

/** The line of an offset, from 1, where it is asked for only once. */
export const lineOf = (text: string, offset: number): number => new LineIndex(text).position(offset).line

const LINE_BREAK = /\r\n|\n|\r/g

/** Lines end with LF, CRLF or CR. Columns count UTF-16 code units from 1; a byte order mark takes no column. */
export class LineIndex {
  private readonly source: string
  /** What of the file is before this text. */
  private readonly before: { offset: number; lines: number }
  /** Offset of the first character of each line; made when first needed. */
  private starts: number[] | undefined
  /** The line that was asked for last: the next finding is often in the same one. */
  private lastIndex = 0
  private lastLine = { line: -1, text: '' }

  constructor(source: string, before = { offset: 0, lines: 0 }) {
    this.source = source
    this.before = before
  }

  /** Offsets beyond the text are taken as its end. */
  position(offset: number): Position {
    const starts = this.lineStarts()
    const at = Math.max(0, Math.min(offset - this.before.offset, this.source.length))
    if (starts[this.lastIndex]! > at || starts[this.lastIndex + 1]! <= at) this.lastIndex = Math.max(countWhile(starts, (start) => start <= at) - 1, 0)
    const line = this.lastIndex
    return { line: this.before.lines + line + 1, column: Math.max(at - starts[line]!, 0) + 1, offset: this.before.offset + at }
  }

  /** The text of a line, counted from 1, without its line break; empty for a line that does not exist. */
  text(line: number): string {
    // The same string for all findings in it.
    if (this.lastLine.line !== line) this.lastLine = { line, text: this.lineAt(line) }
    return this.lastLine.text
  }

  private lineAt(line: number): string {
    const starts = this.lineStarts()
    const index = line - this.before.lines - 1
    const start = starts[index]
    if (start === undefined) return ''
    let end = starts[index + 1] ?? this.source.length
    // From the end: minified JSON is one line, which no finding in it may go through.
    if (end > start && this.source[end - 1] === '\n') end--
    if (end > start && this.source[end - 1] === '\r') end--
    return this.source.slice(start, end)
  }

  private lineStarts(): number[] {
    if (this.starts === undefined) {
      this.starts = [this.source.charCodeAt(0) === 0xfeff ? 1 : 0]
      if (this.source.includes('\r')) for (const match of this.source.matchAll(LINE_BREAK)) this.starts.push(match.index + match[0].length)
      else for (let at = this.source.indexOf('\n'); at !== -1; at = this.source.indexOf('\n', at + 1)) this.starts.push(at + 1)
    }
    return this.starts
  }
}
