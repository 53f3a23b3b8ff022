import type { Diagnostic } from '../diagnostic.ts'
import { visible } from './clean.ts'

/** A longer line is cut to this many UTF-16 code units, so that a minified file does not fill the screen. */
const WIDEST = 120
/** How many of them stay before the finding. */
const BEFORE = 40

const ASCII = /^[\x20-\x7e]*$/
// Made only when they are needed: what knows Unicode takes long to make.
const wide = (): RegExp =>
  /(?![\uff61-\uffdc])[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uffe6]/u
const noWidth = (): RegExp => /[\p{M}\p{Cf}]/u

/** The first line of a finding, safe to print, and below it the line that marks its range. */
export function codeFrame(diagnostic: Diagnostic): { source: string; marker: string } {
  const { head, marked, tail } = markedLine(diagnostic)
  return { source: head + marked + tail, marker: ' '.repeat(cells(head)) + '^'.repeat(Math.max(1, cells(marked))) }
}

/** The first line of a finding, safe to print, in three: what is before its range, the range, what is after it. */
export function markedLine({ start, end, sourceLine }: Diagnostic): { head: string; marked: string; tail: string } {
  const column = Math.min(start.column - 1, sourceLine.length)
  const endColumn = end.line === start.line ? Math.max(end.column - 1, column) : sourceLine.length
  const from = sourceLine.length <= WIDEST ? 0 : Math.max(0, Math.min(column - BEFORE, sourceLine.length - WIDEST))
  const to = from + WIDEST
  const head = (from > 0 ? '…' : '') + visible(sourceLine.slice(from, column))
  const marked = visible(sourceLine.slice(column, Math.min(endColumn, to)))
  const tail = visible(sourceLine.slice(Math.min(endColumn, to), to)) + (to < sourceLine.length ? '…' : '')
  return { head, marked, tail }
}

/** Columns that a terminal needs. Not exact for joined emoji: full tables of widths would be far larger than this program's start-up allows. */
function cells(text: string): number {
  if (ASCII.test(text)) return text.length
  const isWide = wide()
  const hasNoWidth = noWidth()
  let count = 0
  for (const character of text) count += isWide.test(character) ? 2 : hasNoWidth.test(character) ? 0 : 1
  return count
}
