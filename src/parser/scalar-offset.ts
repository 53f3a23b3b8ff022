/** Where a character of a scalar's value is written: within quotes, over several lines, in a block scalar. */
import { Kind, type Tape } from './tape.ts'

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0x85

/**
 * The offset in the tape's text of the character at an offset of the value; that after the last one for what ends it. Undefined where it cannot be told.
 * Styles of YAML change nothing but white space, so it is enough to count everything else.
 */
export function offsetInScalar(tape: Tape, node: number, at: number): number | undefined {
  const value = tape.scalar(node)
  if (typeof value !== 'string') return undefined
  let wanted = 0
  for (let i = 0; i < at; i++) if (!isSpace(value.charCodeAt(i))) wanted++
  const isOnSpace = at >= value.length || isSpace(value.charCodeAt(at))
  if (isOnSpace && wanted === 0) return tape.start(node)
  let last = -1
  for (const { offset, char } of written(tape, node)) {
    if (wanted-- === 0) return isOnSpace ? last : char === value[at] ? offset : undefined
    last = offset + 1
  }
  return isOnSpace && wanted === 0 ? last : undefined
}

/** The units of the value that are no white space. */
function* written(tape: Tape, node: number): Generator<{ offset: number; char: string }> {
  const { text } = tape
  const kind = tape.kind(node)
  const isQuoted = kind === Kind.singleQuoted || kind === Kind.doubleQuoted
  const end = tape.end(node) - (isQuoted ? 1 : 0)
  let offset = tape.start(node)
  if (isQuoted) offset++
  else if (kind !== Kind.plain) while (offset < end && text[offset] !== '\n' && text[offset] !== '\r') offset++
  while (offset < end) {
    const char = text[offset]!
    if (kind === Kind.doubleQuoted && char === '\\') {
      const { length, means } = escape(text, offset)
      for (const each of means) if (!isSpace(each.charCodeAt(0))) yield { offset, char: each }
      offset += length
      continue
    }
    if (!isSpace(text.charCodeAt(offset))) yield { offset, char }
    offset += kind === Kind.singleQuoted && char === "'" ? 2 : 1
  }
}

const DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 }
const MEANINGS: Record<string, string> = { 0: '\0', a: '\x07', b: '\b', e: '\x1b', n: '\n', t: '\t', r: '\r', v: '\v', f: '\f', N: '\x85', L: '\u2028', P: '\u2029', _: '\xa0', '\r': '\n' }

function escape(text: string, at: number): { length: number; means: string[] } {
  const letter = text[at + 1]!
  const digits = DIGITS[letter]
  if (digits !== undefined) return { length: 2 + digits, means: String.fromCodePoint(Number.parseInt(text.slice(at + 2, at + 2 + digits), 16)).split('') }
  return { length: 2, means: [MEANINGS[letter] ?? letter] }
}
