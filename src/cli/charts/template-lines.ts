/** What a comment of a template covers. What it belongs to is told by how far to the right that stands; each line is looked at once, however many comments there are. */
import type { Form } from '../../engine/suppression-comments.ts'

export const COMMENT = /(?:(?:^|[ \t])(#)|(\{\{-?)\s*\/\*)[ \t]*(podlint-ignore[\w-]*)(.*)$/

const IS_COMMENT = /^\s*(?:#|\{\{-?\s*\/\*)/
/** Decides what comes out, and is no field itself. */
const IS_ACTION = /^\s*\{\{[^]*\}\}\s*$/
const isPassed = (line: string): boolean => line.trim() === '' || IS_COMMENT.test(line) || IS_ACTION.test(line)
const isSeparator = (line: string): boolean => line.startsWith('---')

export class TemplateLines {
  private readonly lines: readonly string[]
  private readonly fieldEnds = new Map<number, number>()
  /** By index: the first line from there on that is no comment, that has a field, and that separates documents. */
  private readonly behindComments: Int32Array
  private readonly behindPassed: Int32Array
  private readonly separators: Int32Array
  /** By index: whether nothing but passed lines is between there and where the document begins. */
  private readonly isHead: Uint8Array

  constructor(lines: readonly string[]) {
    this.lines = lines
    const { length } = lines
    this.behindComments = this.next((line) => !IS_COMMENT.test(line))
    this.behindPassed = this.next((line) => !isPassed(line))
    this.separators = this.next(isSeparator)
    this.isHead = new Uint8Array(length + 1)
    for (let at = 0; at <= length; at++) this.isHead[at] = at === 0 || isSeparator(lines[at - 1]!) || (this.isHead[at - 1] === 1 && isPassed(lines[at - 1]!)) ? 1 : 0
  }

  private next(isMeant: (line: string) => boolean): Int32Array {
    const { length } = this.lines
    const next = new Int32Array(length + 2).fill(length)
    for (let at = length - 1; at >= 0; at--) next[at] = isMeant(this.lines[at]!) ? at : next[at + 1]!
    return next
  }

  /** The lines that the comment at an index covers, from 1. */
  coveredBy(form: Form, at: number, isAlone: boolean): { first: number; last: number } {
    const { lines } = this
    const first = at + 1
    if (form === '-file') return { first: 1, last: lines.length }
    if (form === '-start') return { first, last: lines.length }
    if (form === '' && !isAlone) return { first, last: lines[at]!.slice(0, COMMENT.exec(lines[at]!)!.index).trimEnd().endsWith(':') ? this.endOfField(at) : first }
    if (form === '-next-line') return { first, last: this.behindComments[at + 1]! + 1 }
    const below = this.behindPassed[at + 1]!
    return { first, last: this.isHead[at] === 1 ? this.separators[below + 1]! : this.endOfField(below) }
  }

  /** The last line of what begins at an index, from 1. */
  private endOfField(at: number): number {
    let end = this.fieldEnds.get(at)
    if (end === undefined) this.fieldEnds.set(at, (end = this.findEnd(at)))
    return end
  }

  private findEnd(at: number): number {
    const { lines } = this
    const head = lines[at] ?? ''
    const depth = depthOf(head)
    const isHeader = /:\s*(?:#.*)?$/.test(head)
    let last = at
    for (let next = at + 1; next < lines.length; next++) {
      const line = lines[next]!
      const isDeeper = depthOf(line) > depth || (isHeader && depthOf(line) === depth && line.trimStart().startsWith('- ') && !head.trimStart().startsWith('- '))
      if (line.trim() !== '' && isDeeper) last = next
      else if (!isPassed(line)) break
    }
    return last + 1
  }
}

const depthOf = (line: string): number => line.length - line.trimStart().length
