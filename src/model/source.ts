/** A text under lint: a file, standard input, or one fence of a Markdown file. */
import { LineIndex } from '../parser/lines.ts'
import { countWhile } from '../parser/sorted.ts'
import type { Position } from '../diagnostic.ts'

/** Where documents start, and the file that each was rendered from. */
interface Origins {
  starts: number[]
  names: (string | undefined)[]
}

/** The comments and annotations of a text that silence rules. */
export interface Silencer {
  /** At an offset in the file. */
  silences(offset: number, rule: string): boolean
}

function originsIn(text: string): Origins {
  const origins: Origins = { starts: [], names: [] }
  if (!text.includes('# Source: ')) return origins
  for (const { index, 1: name } of text.matchAll(/^(?:---|# Source: (\S+))/gm)) {
    origins.starts.push(index)
    origins.names.push(name)
  }
  return origins
}

export class Source {
  /** Relative to the working directory, forward slashes. */
  readonly file: string
  /** The whole file, or what is left of it after `cut`. */
  readonly text: string
  /** Where the linted text starts in the file: 0 but for a Markdown fence. */
  readonly base: number
  private readonly lines: LineIndex
  /** Where `text` starts in the file: 0 but after `cut`. */
  private textStart = 0
  private origins: Origins | undefined
  silencer: Silencer | undefined

  constructor(file: string, text: string, base = 0, lines = new LineIndex(text)) {
    this.file = file
    this.text = text
    this.base = base
    this.lines = lines
  }

  /** Another part of the same file. */
  part(base: number): Source {
    return new Source(this.file, this.text, base, this.lines)
  }

  /** Only the lines from `start` to `end` of the linted text, without holding on to the rest of the file. `start` begins a line. */
  cut(start: number, end: number): Source {
    const offset = this.base + start
    const last = this.base + end
    // A document may end within a line of the file, which a finding shows as a whole.
    const more = /[\n\r]/.test(this.text[last - 1] ?? '\n') ? 0 : this.text.slice(last).search(/[\n\r]|$/)
    // A slice would keep the whole text alive.
    const text = Buffer.from(this.text.slice(offset, last + more), 'utf16le').toString('utf16le')
    const cut = new Source(this.file, text, offset, new LineIndex(text, { offset, lines: this.position(start).line - 1 }))
    cut.silencer = this.silencer
    cut.textStart = offset
    return cut
  }

  /** Position in the file of an offset in the linted text. */
  position(offset: number): Position {
    return this.lines.position(this.base + offset)
  }

  /** The file that what is at an offset was rendered from, as the comments of `helm template` say: `# Source: chart/templates/web.yaml`. */
  origin(offset: number): string | undefined {
    this.origins ??= originsIn(this.text)
    const { starts, names } = this.origins
    const at = this.base + offset - this.textStart
    return names[countWhile(starts, (start) => start <= at) - 1]
  }

  /** The text of a line, without its line break. */
  line(number: number): string {
    return this.lines.text(number)
  }
}
