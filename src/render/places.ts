/** From what a chart rendered back to its templates. */
import { SEGMENT } from './documents.ts'
import type { Rendered, RenderedFile } from './engine.ts'

/** A piece of a template. Offsets count UTF-16 code units. */
export interface TemplatePlace {
  /** The file; empty for one that is in an archive, or that a template made. */
  source: string
  start: number
  end: number
  /** Plain text, which comes out as it is: no part of it is an action. */
  isText: boolean
  /** Paths below `.Values` of what its actions print, as far as that can be told. */
  values: readonly (readonly string[])[]
}

export const MARK = 4
const FRAME = 2

export class Places {
  private readonly rendered: Rendered

  constructor(rendered: Rendered) {
    this.rendered = rendered
  }

  /** Where a range of a rendered file stems from: the place itself, and the calls that its text came through, the innermost first. Empty for a file without text of a template. */
  of({ text, segments = [] }: RenderedFile, start: number, end: number): TemplatePlace[] {
    const count = segments.length / SEGMENT
    if (count === 0) return []
    // What stands before the first piece is white space.
    const first = Math.max(countWhileIndex(count, (each) => segments[each * SEGMENT]! <= start) - 1, 0)
    const places = [this.piece(segments, first, start, end)]
    const frame = segments[first * SEGMENT + 2]!
    // A value in quotes, or of several parts, is underlined as a whole.
    const last = text.slice(start, end).includes('\n') ? first : Math.max(countWhileIndex(count, (each) => segments[each * SEGMENT]! < end) - 1, first)
    for (let next = first + 1; next <= last; next++) places[0] = joined(places[0]!, segments[next * SEGMENT + 2] === frame ? this.piece(segments, next, start, end) : undefined)
    for (let around = frame; around !== -1; around = this.rendered.frames![around * FRAME + 1]!) places.push(this.mark(this.rendered.frames![around * FRAME]!))
    return places
  }

  /** What of a range a piece has. */
  private piece(segments: readonly number[], index: number, start: number, end: number): TemplatePlace {
    const from = segments[index * SEGMENT]!
    const until = segments[(index + 1) * SEGMENT] ?? Number.POSITIVE_INFINITY
    const whole = this.mark(segments[index * SEGMENT + 1]!)
    return whole.isText ? within(whole, start - from, end <= until ? end - from : Number.POSITIVE_INFINITY) : whole
  }

  private mark(index: number): TemplatePlace {
    const { marks = [], sources = [], values = [] } = this.rendered
    const [file, start, end, value] = [0, 1, 2, 3].map((part) => marks[index * MARK + part]!) as [number, number, number, number]
    return { source: sources[file]!, start, end, isText: value === -2, values: value >= 0 ? [values[value]!] : [] }
  }
}

/** Up to a later piece of the same template. What was printed elsewhere is no text of it. */
function joined(place: TemplatePlace, next: TemplatePlace | undefined): TemplatePlace {
  if (next?.source !== place.source) return { ...place, isText: false }
  return { ...place, end: Math.max(place.end, next.end), isText: place.isText && next.isText, values: [...place.values, ...next.values] }
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
