/** How kubectl reads a scalar: the rules of Go's YAML 1.1 reader, for both ways of parsing. */
import { Kind } from './node.ts'

export type ScalarValue = string | number | bigint | boolean | null

/** Chomping of a block scalar, the two low bits of its word 3; the indentation of its lines is in the bits above. */
export const Chomp = { clip: 0, strip: 1, keep: 2 } as const

/** Word 3 of a double-quoted scalar with escapes that are those of JSON. */
const JSON_ESCAPES = 1

/** The text of a scalar before it is resolved. `header` is its word 3, but for keys. */
export function scalarText(text: string, kind: Kind, encoded: boolean, start: number, end: number, header: number): string {
  switch (kind) {
    case Kind.plain:
      return encoded ? foldLines(text.slice(start, end)) : text.slice(start, end)
    case Kind.singleQuoted:
      return encoded ? foldLines(text.slice(start + 1, end - 1)).replaceAll("''", "'") : text.slice(start + 1, end - 1)
    case Kind.doubleQuoted:
      if (encoded && header === JSON_ESCAPES) return (JSON.parse(text.slice(start, end)) as string).replace(/\p{Surrogate}/gu, '\ufffd')
      return encoded ? foldLines(text.slice(start + 1, end - 1), BREAK_OR_ESCAPE) : text.slice(start + 1, end - 1)
    default:
      return decodeBlock(text, kind === Kind.literal, start, end, header)
  }
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g
const BREAK_OR_ESCAPE = /\\|\r\n|[\n\r\u0085\u2028\u2029]/g

/** CR, CRLF and NEL are read as LF; the line and paragraph separators of Unicode stay. */
const breakText = (source: string): string => (source === '\u2028' || source === '\u2029' ? source : '\n')

const isBlank = (code: number): boolean => code === 32 || code === 9

function trimmedEnd(source: string): string {
  let end = source.length
  while (end > 0 && isBlank(source.charCodeAt(end - 1))) end--
  return source.slice(0, end)
}

/** Joins the lines of a scalar in flow style: a line break is a blank, but one followed by empty lines is what those are. Blanks around breaks do not count. */
function foldLines(source: string, special = BREAK): string {
  let value = ''
  let at = 0
  special.lastIndex = 0
  for (let found = special.exec(source); found !== null; found = special.exec(source)) {
    const [mark] = found
    if (mark === '\\') {
      const escape = decodeEscape(source, found.index)
      value += source.slice(at, found.index) + escape.text
      at = escape.end
    } else {
      const { kept, end } = emptyLines(source, special.lastIndex)
      const first = breakText(mark)
      value += trimmedEnd(source.slice(at, found.index)) + (first !== '\n' ? first + kept : kept === '' ? ' ' : kept)
      at = end
    }
    special.lastIndex = at
  }
  return value + source.slice(at)
}

/** The breaks of the empty lines at `at`, and where the line with text after them begins, without its indentation. */
function emptyLines(source: string, at: number): { kept: string; end: number } {
  let kept = ''
  for (;;) {
    while (isBlank(source.charCodeAt(at))) at++
    const found = /^(?:\r\n|[\n\r\u0085\u2028\u2029])/.exec(source.slice(at, at + 2))
    if (found === null) return { kept, end: at }
    kept += breakText(found[0])
    at += found[0].length
  }
}

const ESCAPES: Record<string, string> = {
  '0': '\0', a: '\x07', b: '\b', t: '\t', '\t': '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"', "'": "'", '\\': '\\',
  N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029',
} // prettier-ignore

const ESCAPE = /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|[\n\r\u0085\u2028\u2029])|(.))/sy

/** The escape at `start`. The parser has checked it. */
function decodeEscape(source: string, start: number): { text: string; end: number } {
  ESCAPE.lastIndex = start
  const [whole, x, u, long, lineBreak, char] = ESCAPE.exec(source) ?? ['\\']
  const end = start + whole.length
  if (lineBreak !== undefined) {
    const lines = emptyLines(source, end)
    return { text: lines.kept, end: lines.end }
  }
  const hex = x ?? u
  if (hex !== undefined) return { text: String.fromCharCode(parseInt(hex, 16)), end }
  if (long !== undefined) return { text: String.fromCodePoint(parseInt(long, 16)), end }
  return { text: ESCAPES[char!] ?? whole, end }
}

function decodeBlock(text: string, literal: boolean, start: number, end: number, header: number): string {
  const indent = header >> 2
  const chomp = header & 3
  let value = ''
  let lineBreak = ''
  let emptyLines = ''
  let afterBlank = false
  BREAK.lastIndex = start
  let found = BREAK.exec(text)
  let at = found === null ? text.length : BREAK.lastIndex
  while (at < end) {
    BREAK.lastIndex = at
    found = BREAK.exec(text)
    const lineEnd = found === null ? text.length : found.index
    let from = at
    while (from < lineEnd && from - at < indent && text.charCodeAt(from) === 32) from++
    at = found === null ? text.length : BREAK.lastIndex
    // kubectl ends the last line of a text, too.
    const thisBreak = found === null ? '\n' : breakText(found[0])
    if (from === lineEnd) {
      emptyLines += thisBreak
      continue
    }
    const blank = text[from] === ' ' || text[from] === '\t'
    if (!literal && lineBreak === '\n' && !afterBlank && !blank) {
      if (emptyLines === '') value += ' '
    } else value += lineBreak
    value += emptyLines + text.slice(from, lineEnd)
    emptyLines = ''
    lineBreak = thisBreak
    afterBlank = blank
  }
  if (chomp !== Chomp.strip) value += lineBreak
  if (chomp === Chomp.keep) value += emptyLines
  return value
}

const WORDS: Record<string, boolean | null> = { '': null, '~': null }
for (const word of ['null', 'Null', 'NULL']) WORDS[word] = null
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']) WORDS[word] = true
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']) WORDS[word] = false

const SPECIAL_FLOATS: Record<string, number> = {}
for (const word of ['.inf', '.Inf', '.INF']) {
  SPECIAL_FLOATS[word] = SPECIAL_FLOATS['+' + word] = Infinity
  SPECIAL_FLOATS['-' + word] = -Infinity
}
for (const word of ['.nan', '.NaN', '.NAN']) SPECIAL_FLOATS[word] = NaN

/** A plain scalar without a tag. Can be NaN or infinite, which the caller has to refuse: JSON cannot carry it. */
export function resolvePlain(text: string): ScalarValue {
  if (text === '') return null
  const first = text.charCodeAt(0)
  if ((first >= 48 && first <= 57) || first === 43 || first === 45) return resolveNumber(text) ?? SPECIAL_FLOATS[text] ?? text
  if (first === 46) return SPECIAL_FLOATS[text] ?? resolvePointFloat(text) ?? text
  if (text.length > 5) return text
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined
  return word === undefined ? text : word
}

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const POINT_FLOAT = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/
const MAX_INT64 = 2n ** 63n - 1n
const MAX_UINT64 = 2n ** 64n - 1n

function resolveNumber(text: string): number | bigint | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text
  const integer = resolveInteger(plain)
  if (integer !== undefined) return integer
  if (!FLOAT.test(plain)) return undefined
  const float = Number(plain)
  return Number.isFinite(float) ? float : undefined
}

function resolvePointFloat(text: string): number | undefined {
  if (!POINT_FLOAT.test(text)) return undefined
  const float = Number(text.replaceAll('_', ''))
  return Number.isFinite(float) ? float : undefined
}

const INTEGER = /^([-+]?)(?:(0|[1-9][0-9]*)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0[bB][01]+)|0b([-+]?)([01]+))$/

function resolveInteger(plain: string): number | bigint | undefined {
  const match = INTEGER.exec(plain)
  if (match === null) return undefined
  const [, sign, decimal, hex, octal, binary, innerSign, innerBinary] = match
  if (decimal !== undefined && decimal.length <= 15) return sign === '-' ? 0 - Number(decimal) : Number(decimal)
  // A second sign after "0b" is a quirk of the old binary form, which takes no sign in front but "-".
  if (innerBinary !== undefined && sign !== '') return undefined
  const size = BigInt(decimal ?? (hex !== undefined ? '0x' + hex : octal !== undefined ? '0o' + octal : (binary ?? '0b' + innerBinary)))
  const negative = sign === '-' || innerSign === '-'
  if (negative ? size > MAX_INT64 + 1n : size > (sign === '' && innerSign !== '+' ? MAX_UINT64 : MAX_INT64)) return undefined
  const value = negative ? -size : size
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Why a value is no map key for kubectl: null, and an integer beyond int64. */
export type KeyFault = 'null' | 'uint64'

/** The text of a map key after its scalar was resolved, and what kubectl compares to find duplicates: 1 and 0x1 are the same key, 1 and "1" are not, until they become JSON. */
export function resolveKey(value: ScalarValue, isFloat: boolean): { text: string; identity: string } | KeyFault {
  if (typeof value === 'string') return { text: value, identity: '"' + value }
  if (value === null) return 'null'
  if (typeof value === 'boolean') return { text: String(value), identity: String(value) }
  if (typeof value === 'bigint') return value > MAX_INT64 ? 'uint64' : { text: String(value), identity: String(value) }
  return isFloat ? { text: formatFloat(value), identity: 'float ' + value } : { text: String(value), identity: String(value) }
}

/** Whether a plain number is written as a float, which makes 1.0 another key than 1. */
export const isFloatText = (text: string): boolean => resolveInteger(text.replaceAll('_', '')) === undefined

/** Go's `%g` with 32 bits: the shortest digits that give the same float32, with an exponent below 1e-4 and from 1e+06 on. */
function formatFloat(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  const single = Math.fround(value)
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(value, -0) || value < 0 ? '-0' : '0'
  let digits = 1
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits++
  const [mantissa, exponentText] = single.toExponential(digits - 1).split('e') as [string, string]
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return fixed(mantissa, exponent)
  const size = Math.abs(exponent)
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`
}

/** A mantissa such as -1.25 moved by an exponent, without an exponent. */
function fixed(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  const whole = digits.padEnd(exponent + 1, '0')
  const fraction = whole.slice(exponent + 1)
  return sign + whole.slice(0, exponent + 1) + (fraction === '' ? '' : '.' + fraction)
}
