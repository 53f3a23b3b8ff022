/** The comments with `podlint-ignore`, and what each covers. */
import { nearest } from '../model/nearest.ts'
import { countWhile } from '../parser/sorted.ts'
import { Kind, type Tape } from '../parser/tape.ts'
import type { OffsetEdit } from './fixer.ts'
import { lineEnd, nextLine } from './text-lines.ts'

export const KEYWORD = 'podlint-ignore'
const FORMS = ['', '-next-line', '-start', '-end', '-file'] as const
export type Form = (typeof FORMS)[number]

/** Of the word that a comment begins with; undefined for another one. */
export const formOf = (word: string): Form | undefined => FORMS.find((form) => word === KEYWORD + form)

export function unknownWord(word: string): string {
  const all = FORMS.map((form) => KEYWORD + form)
  const meant = nearest(word, all)
  return `Unknown comment "${word}"${meant === undefined ? `, only ${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : `, did you mean "${meant}"?`}`
}

export interface Comment {
  /** Of its `#`. */
  start: number
  keyword: number
  end: number
  /** Nothing else is on its line. */
  isAlone: boolean
}

/** The comments with a keyword: not what only looks like one within a string. */
export function commentsWith(tape: Tape, keywords: RegExp): Comment[] {
  const { text } = tape
  const comments: Comment[] = []
  for (const { index: keyword } of text.matchAll(keywords)) {
    let start = keyword - 1
    while (isBlank(text[start])) start--
    let margin = start - 1
    while (isBlank(text[margin])) margin--
    const isAlone = margin < 0 || /[\n\r\x85\u2028\u2029\ufeff]/.test(text[margin]!)
    const last = comments.at(-1)
    if (text[start] === '#' && (isAlone || margin < start - 1) && (last === undefined || last.end <= start)) comments.push({ start, keyword, end: lineEnd(text, start), isAlone })
  }
  const inStrings = new Set<number>()
  for (let node = 0; node < tape.size; node++) {
    if (!tape.isScalar(node)) continue
    const isBlock = tape.kind(node) === Kind.literal || tape.kind(node) === Kind.folded
    // What follows the mark of a block of text on its line is a comment.
    const from = isBlock ? lineEnd(text, tape.start(node)) : tape.start(node)
    for (let at = countWhile(comments, ({ start }) => start < from); at < comments.length && comments[at]!.start < tape.end(node); at++) inStrings.add(at)
  }
  return comments.filter((_, index) => !inStrings.has(index))
}

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t'

/** Takes the comment away with the blanks before it, or with its line. Of one behind another comment, that stays. */
export function removal(text: string, { start, end, isAlone }: Comment): OffsetEdit | undefined {
  let from = start
  while (isBlank(text[from - 1])) from--
  if (!isAlone) return { start: from, end, text: '' }
  const isFirst = from === 0 || text[from - 1] === '\ufeff'
  const next = nextLine(text, end)
  // The last line goes with the line break before it.
  if (next === text.length && next === end && !isFirst) return { start: text.startsWith('\r\n', from - 2) ? from - 2 : from - 1, end, text: '' }
  return next === -1 ? undefined : { start: from, end: next, text: '' }
}

export interface Span {
  from: number
  to: number
}

/** The line of an offset, with its line break: lines as findings count them. */
export function lineOf(text: string, at: number): Span {
  let from = at
  while (from > 0 && !isBreak(text, from - 1)) from--
  return { from, to: lineBreakAfter(text, at) }
}

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** Where the line after that of an offset begins. */
function lineBreakAfter(text: string, at: number): number {
  let to = at
  while (to < text.length && !isBreak(text, to)) to++
  return text.startsWith('\r\n', to) ? to + 2 : to + 1
}

/** Where what a line begins with ends: a field with all that is in it, an item of a list, or a whole document. */
export class Fields {
  private readonly ends = new Map<number, number>()
  /** By the beginning of a line: the first one from there on that is no comment. */
  private readonly below = new Map<number, Span>()
  private readonly tape: Tape
  private readonly roots: readonly { root: number; end: number }[]

  constructor(tape: Tape, roots: readonly { root: number; end: number }[]) {
    this.tape = tape
    this.roots = roots
  }

  /** The line below a comment, passing over further comments and the beginning of a document. */
  lineBelow(comment: Comment): Span {
    const { text } = this.tape
    const passed: number[] = []
    let { to: from } = lineOf(text, comment.end)
    let found: Span | undefined
    while (found === undefined) {
      found = this.below.get(from)
      passed.push(from)
      const to = lineBreakAfter(text, from)
      if (found === undefined && (from >= text.length || !/^[ \t]*(#|---[ \t]*(#|[\r\n]|$))/.test(text.slice(from, to)))) found = { from, to }
      from = to
    }
    for (const start of passed) this.below.set(start, found)
    return found
  }

  /** Of a line; undefined when no field begins there. `header`: only of a field whose value is on the lines below. */
  endOf({ from, to }: Span, header = false): number | undefined {
    if (this.ends.size === 0) this.find()
    const [margin, dashes] = /^([ \t]*)((?:-[ \t]+)*)/.exec(this.tape.text.slice(from, to))!.slice(1) as [string, string]
    const start = from + margin.length
    const item = dashes === '' || header ? undefined : this.ends.get(-1 - (start + dashes.length))
    const end = item ?? this.ends.get(start + dashes.length)
    return header && end !== undefined && end <= to ? undefined : end
  }

  /** By the offset of a key; by minus that and one less, of an item. What is read through an alias lies elsewhere. */
  private find(): void {
    const { tape } = this
    const last = new Int32Array(tape.size)
    for (let node = tape.size - 1; node >= 0; node--) {
      last[node] = tape.end(node)
      if (tape.isScalar(node)) continue
      for (let child = node + 1; child < tape.next(node); child = tape.next(child)) last[node] = Math.max(last[node]!, last[child]!)
    }
    this.ends.set(Number.NaN, 0)
    for (let node = 0; node < tape.size; node++) {
      if (tape.isMap(node)) for (let key = node + 1; key < tape.next(node); key = tape.next(key + 1)) this.ends.set(tape.start(key), Math.max(last[key + 1]!, tape.end(key)))
      else if (tape.isSequence(node)) for (let item = node + 1; item < tape.next(node); item = tape.next(item)) this.ends.set(-1 - tape.start(item), last[item]!)
    }
    for (const { root, end } of this.roots) if (root !== -1) this.ends.set(tape.start(root), end)
  }
}
