/** The lines of a block of text in YAML: where an offset in the text that it gives stands. */
import type { Tape } from '../parser/tape.ts'

/** Undefined for what is not written line by line, such as a string in quotes. */
export function linesOfBlock(tape: Tape, node: number, text: string): ((offset: number) => number) | undefined {
  const start = tape.start(node)
  const written = tape.text.slice(start, tape.end(node))
  const header = /^\|[-+0-9]*[^\n]*\n/.exec(written)
  if (header === null) return undefined
  const [own, lines] = [text.split('\n'), written.slice(header[0].length).split('\n')]
  return (offset) => {
    const before = text.slice(0, offset).split('\n')
    const row = before.length - 1
    const line = (lines[row] ?? '').replace(/\r$/, '')
    const above = lines.slice(0, row).reduce((sum, each) => sum + each.length + 1, start + header[0].length)
    return Math.min(above + Math.max(line.length - (own[row] ?? '').length, 0) + before.at(-1)!.length, tape.end(node))
  }
}
