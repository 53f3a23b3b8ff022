/** A text under lint: a file, standard input, or one fence of a Markdown file. */
import { LineIndex } from '../parser/lines.ts'
import type { Position } from '../diagnostic.ts'

export class Source {
  /** Relative to the working directory, forward slashes. */
  readonly file: string
  /** The whole file. */
  readonly text: string
  /** Where the linted text starts in the file: 0 but for a Markdown fence. */
  readonly base: number
  private readonly lines: LineIndex

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

  /** Position in the file of an offset in the linted text. */
  position(offset: number): Position {
    return this.lines.position(this.base + offset)
  }

  /** The text of a line, without its line break. */
  line(number: number): string {
    return this.lines.text(number)
  }
}
