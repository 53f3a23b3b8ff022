/** Makes the text edits of a fix, on offsets in the tape's text. Everything that an edit does not name stays byte for byte. */
import { Kind, type Tape } from '../parser/tape.ts'
import type { Place } from '../model/place.ts'

export interface OffsetEdit {
  start: number
  end: number
  text: string
}

export class Fixer {
  /** Put `text`, as it is to stand in the file, in place of a scalar's value. */
  replaceValue(place: Place, text: string): OffsetEdit {
    const { tape, node } = place
    const start = tape.start(node)
    // `key:` without a value: the value needs its blank.
    return { start, end: tape.end(node), text: tape.text[start - 1] === ':' && tape.start(node) === tape.end(node) ? ` ${text}` : text }
  }

  /** Put another text in place of a text, in the quotes that it has. */
  replaceText(place: Place, text: string): OffsetEdit {
    const quote = quoteOf(place.tape, place.node)
    return this.replaceValue(place, quote + text + quote)
  }

  /** The new name gets the quotes of the old one. */
  renameKey(place: Place, name: string): OffsetEdit {
    const { tape, key } = place
    const quote = quoteOf(tape, key)
    return { start: tape.start(key), end: tape.end(key), text: quote + name + quote }
  }

  /** Delete a field with its value: its whole lines in block style, with its comma in flow style. Undefined for the only field of a map. */
  removeField(place: Place): OffsetEdit | undefined {
    const { tape, key, node } = place
    if (key === -1) return undefined
    return isFlow(tape, key) ? removeFlow(tape, key, node) : removeLines(tape, key, node)
  }

  /** Delete a list item, its dash included. */
  removeItem(place: Place): OffsetEdit | undefined {
    const { tape, node } = place
    const text = tape.text
    const dash = text.lastIndexOf('-', tape.start(node) - 1)
    if (dash === -1 || text.slice(dash + 1, tape.start(node)).trim() !== '') return undefined
    const lineStart = text.lastIndexOf('\n', dash) + 1
    if (text.slice(lineStart, dash).trim() !== '') return undefined
    return { start: lineStart, end: lineEnd(text, tape.end(node)), text: '' }
  }

  /** Add `lines` (written without indentation) as the last fields of the block map at `place`. */
  insertField(place: Place, ...lines: string[]): OffsetEdit | undefined {
    const { tape, node } = place
    if (node === -1 || !tape.isMap(node) || tape.count(node) === 0 || isFlow(tape, node + 1)) return undefined
    const text = tape.text
    const first = tape.start(node + 1)
    const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1))
    const end = lineEnd(text, tape.end(node))
    const newline = text.includes('\r\n') ? '\r\n' : '\n'
    const body = lines.map((line) => indent + line).join(newline)
    return end > 0 && text[end - 1] === '\n' ? { start: end, end, text: body + newline } : { start: end, end, text: newline + body }
  }

  /** Add a missing field, some steps below the block map at `place`, together with the maps on the way that are missing too. */
  insertBelow(place: Place, steps: readonly string[], value: string): OffsetEdit | undefined {
    const { tape } = place
    let node = place.node
    let depth = 0
    for (let child = tape.find(node, steps[0]!); child !== -1; child = tape.find(node, steps[depth]!)) {
      node = child
      if (++depth === steps.length) return undefined
    }
    const missing = steps.slice(depth)
    return this.insertField({ ...place, node }, ...missing.map((step, at) => `${'  '.repeat(at)}${step}:${at === missing.length - 1 ? ` ${value}` : ''}`))
  }
}

const quoteOf = (tape: Tape, node: number): string => (tape.kind(node) === Kind.doubleQuoted ? '"' : tape.kind(node) === Kind.singleQuoted ? "'" : '')

/** Is this key written in flow style? */
function isFlow(tape: Tape, key: number): boolean {
  const text = tape.text
  let at = tape.start(key) - 1
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r')) at--
  return text[at] === '{' || text[at] === ','
}

function removeLines(tape: Tape, key: number, node: number): OffsetEdit | undefined {
  const text = tape.text
  const start = tape.start(key)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(lineStart, start)
  const end = lineEnd(text, Math.max(tape.end(node), tape.end(key)))
  if (before.trim() === '') return { start: lineStart, end, text: '' }
  // First field of a list item (`- name: x`): the next field moves up behind the dash.
  if (!/^\s*(- +)+$/.test(before)) return undefined
  const next = text.slice(end).match(/^[ ]*/)![0].length
  return next === before.length ? { start, end: end + next, text: '' } : undefined
}

function removeFlow(tape: Tape, key: number, node: number): OffsetEdit {
  const text = tape.text
  let end = Math.max(tape.end(node), tape.end(key))
  let start = tape.start(key)
  const after = text.slice(end).match(/^\s*,\s*/)
  if (after !== null) end += after[0].length
  else start -= text.slice(0, start).match(/,?\s*$/)![0].length
  return { start, end, text: '' }
}

/** The offset after the line break of the line that `offset` is in. */
function lineEnd(text: string, offset: number): number {
  // A block scalar ends after its own line break already.
  if (offset > 0 && text[offset - 1] === '\n') return offset
  const lineBreak = text.indexOf('\n', offset)
  return lineBreak === -1 ? text.length : lineBreak + 1
}
