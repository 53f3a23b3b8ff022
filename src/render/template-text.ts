/** Where characters that a chart renders stand in a template, when they are plain text there and no more. */
import { SEGMENT } from './documents.ts'
import type { Rendered, RenderedFile } from './engine.ts'
import { MARK } from './places.ts'

export interface PlaceOfText {
  /** The template, among the files of the chart. */
  name: string
  start: number
  end: number
  /** How much further to the right its line is where it is printed. */
  indent: number
}

/** A piece of plain text in both. */
interface Anchor {
  name: string
  /** Offset in the template less that in the rendered file. */
  shift: number
  indent: number
}

/** `texts` are the files of the chart. Undefined when an action has a part in it. */
export function placeOfText(file: RenderedFile, rendered: Rendered, texts: Readonly<Record<string, string>>, start: number, end: number): PlaceOfText | undefined {
  const anchors = anchorsAround(file, rendered, texts, start, end)
  for (const { name, shift, indent } of anchors) {
    const [from, to] = [start + shift, end + shift]
    const template = texts[name]!
    if (from >= 0 && to <= template.length && template.slice(from, to) === file.text.slice(start, end)) return { name, start: from, end: to, indent }
  }
  return undefined
}

/** Pieces of text that reach to the range, or from which nothing but the same white space does: those before it first. */
function* anchorsAround({ text, segments = [] }: RenderedFile, { marks = [], sources = [] }: Rendered, texts: Readonly<Record<string, string>>, start: number, end: number): Generator<Anchor> {
  let after = 0
  while (after < segments.length && segments[after]! <= start) after += SEGMENT
  for (const at of [after - SEGMENT, after]) {
    if (at < 0 || at >= segments.length) continue
    const [offset, mark] = [segments[at]!, segments[at + 1]! * MARK]
    const [name, from] = [sources[marks[mark]!]!, marks[mark + 1]!]
    const template = texts[name]
    if (marks[mark + 3] !== -2 || template === undefined) continue
    const shift = from - offset
    // Between the piece and the range.
    const [near, far] = at < after ? [offset, start] : [end, offset]
    if (near < far && template.slice(near + shift, far + shift) !== text.slice(near, far)) continue
    yield { name, shift, indent: columnIn(text, offset) - columnIn(template, from) }
  }
}

const columnIn = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)
