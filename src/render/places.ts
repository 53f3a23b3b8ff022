/** From what a chart rendered back to its templates. */
import { SEGMENT } from './documents.ts'
import type { Rendered, RenderedFile } from './engine.ts'

/** A piece of a template. Offsets count UTF-16 code units. */
export interface TemplatePlace {
  /** The file; empty for one that is in an archive, or that a template made. */
  source: string
  start: number
  end: number
  /** Plain text, which comes out as it is; else an action. */
  isText: boolean
  /** The path below `.Values` of what the action prints, if that can be told. */
  value?: readonly string[]
}

export const MARK = 4
const FRAME = 2

export class Places {
  private readonly rendered: Rendered

  constructor(rendered: Rendered) {
    this.rendered = rendered
  }

  /** Where a range of a rendered file stems from: the place itself, and the calls that its text came through, the innermost first. Empty for a file without text of a template. */
  of({ segments = [] }: RenderedFile, start: number, end: number): TemplatePlace[] {
    const count = segments.length / SEGMENT
    if (count === 0) return []
    // What stands before the first piece is white space.
    const index = Math.max(countWhileIndex(count, (each) => segments[each * SEGMENT]! <= start) - 1, 0)
    const from = segments[index * SEGMENT]!
    const until = index + 1 < count ? segments[(index + 1) * SEGMENT]! : Number.POSITIVE_INFINITY
    const inner = this.mark(segments[index * SEGMENT + 1]!)
    const places = [inner.isText ? within(inner, start - from, end <= until ? end - from : Number.POSITIVE_INFINITY) : inner]
    for (let frame = segments[index * SEGMENT + 2]!; frame !== -1; frame = this.rendered.frames![frame * FRAME + 1]!) places.push(this.mark(this.rendered.frames![frame * FRAME]!))
    return places
  }

  private mark(index: number): TemplatePlace {
    const { marks = [], sources = [], values = [] } = this.rendered
    const [file, start, end, value] = [0, 1, 2, 3].map((part) => marks[index * MARK + part]!) as [number, number, number, number]
    return { source: sources[file]!, start, end, isText: value === -2, ...(value >= 0 && { value: values[value]! }) }
  }
}

/** A part of a piece of text; at its end where the part lies behind it. */
function within({ start, end, ...rest }: TemplatePlace, from: number, to: number): TemplatePlace {
  const first = Math.min(start + Math.max(from, 0), Math.max(end - 1, start))
  return { ...rest, start: first, end: Math.max(Math.min(start + to, end), first + 1) }
}

function countWhileIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
