/** One value of JSON, as Go reads it: no comments, no commas at the end, nothing without quotes. The text is not changed for it: in a string, NEL is no line break. */
import { encodedKey, fail } from './host'
import { intern } from './keys'
import { DOUBLE_QUOTED, ENCODED, FLOW, PLAIN } from './node'
import { plainHint } from './scalar'
import { hexDigit } from './scan'
import { addressOf, END, isGap, textLength, unit } from './text'
import { begin, depth, finish, FLOW_MAP, FLOW_SEQUENCE, frame, nodeAt, open, put } from './tree'

/** Word 3 of a string with escapes: they are those of JSON. */
const JSON_ESCAPES: i32 = 1

/** After the value and its line break; after the text when nothing but white space follows. */
export let jsonEnd: i32 = 0

let at: i32 = 0
let hasEscapes: bool = false
let lastComma: i32 = 0

/** Reads the value that begins at `start` or after white space there; its first node gets the number `first`. */
export function scanJson(start: i32, first: i32): void {
  begin(first)
  at = start
  skip()
  // Whether a bracket may close here: not after a comma.
  let isEmpty = false
  do {
    const inMap = depth > 0 && frame(depth - 1).kind === FLOW_MAP
    if (unit(at) === (inMap ? 125 : 93) && depth > 0) {
      if (!isEmpty) fail('json-comma', lastComma, lastComma + 1)
      close()
    } else {
      if (inMap) readKey()
      if (depth > 0) frame(depth - 1).count++
      isEmpty = readValue()
      if (isEmpty) continue
    }
    isEmpty = false
    afterValue()
  } while (depth > 0)
  const end = at
  skip()
  jsonEnd = at
  if (unit(at) === END) return
  for (at = end; at < jsonEnd; at++) if (unit(at) === 10) jsonEnd = at + 1
}

/** Closes the collections that end after a value, and takes the comma after the last. */
function afterValue(): void {
  while (depth > 0) {
    skip()
    const code = unit(at)
    if (code === 44) {
      lastComma = at++
      skip()
      return
    }
    if (code === 125 || code === 93) close()
    else refuse(code, 'no-comma')
  }
}

function close(): void {
  if ((unit(at) === 125) !== (frame(depth - 1).kind === FLOW_MAP)) fail('wrong-bracket', at, at + 1)
  finish(++at, FLOW)
}

function skip(): void {
  let code = unit(at)
  while (code === 32 || code === 10 || code === 13 || code === 9) code = unit(++at)
}

/** What is there in place of what has to be there. */
function refuse(code: i32, expected: string): void {
  if (code === END) {
    if (depth === 0) fail('json-nothing', at, at)
    const start = nodeAt(frame(depth - 1).node).start
    fail('unclosed', start, start + 1)
  }
  if (code === 39) fail('json-quote', at, at + 1)
  if (code === 35 || code === 47) fail('json-comment', at, at + 1)
  fail(expected, at, wordEnd())
}

function wordEnd(): i32 {
  let end = at
  for (;;) {
    const code = unit(end)
    // , : [ ] { } "
    if (isGap(code) || code === 44 || code === 58 || code === 91 || code === 93 || code === 123 || code === 125 || code === 34) break
    end++
  }
  return max(end, at + 1)
}

function readKey(): void {
  const code = unit(at)
  if (code !== 34) refuse(code, code === 44 ? 'empty-item' : code === 58 ? 'no-key' : code === 93 ? 'wrong-bracket' : 'json-key')
  const start = at
  readString()
  put(hasEscapes ? DOUBLE_QUOTED | ENCODED : DOUBLE_QUOTED, start, at, hasEscapes ? encodedKey(DOUBLE_QUOTED, start, at, JSON_ESCAPES) : intern(addressOf(start + 1), at - start - 2))
  skip()
  if (unit(at) !== 58) refuse(unit(at), 'json-colon')
  at++
  skip()
}

/** Reads a scalar, or the opening bracket of a collection: true then. */
function readValue(): bool {
  const code = unit(at)
  const start = at
  if (code === 123 || code === 91) {
    open(code === 123 ? FLOW_MAP : FLOW_SEQUENCE, 0, at++)
    skip()
    return true
  }
  if (code === 34) {
    readString()
    put(hasEscapes ? DOUBLE_QUOTED | ENCODED : DOUBLE_QUOTED, start, at, hasEscapes ? JSON_ESCAPES : 0)
    return false
  }
  if (code === 44 || code === 125 || code === 93) fail(code === 44 ? 'empty-item' : 'json-value', at, at + 1)
  const end = wordEnd()
  if (code === 45 || (code >= 48 && code <= 57)) {
    if (!isNumber(end)) fail('json-number', start, end)
  } else if (!isWord(end)) refuse(code, 'json-word')
  at = end
  put(PLAIN, start, end, plainHint(start, end))
  return false
}

/** true, false or null. */
function isWord(end: i32): bool {
  let word: u64 = 0
  if (end - at > 5) return false
  for (let offset = at; offset < end; offset++) word = (word << 8) | unit(offset)
  return word === 0x74727565 || word === 0x66616c7365 || word === 0x6e756c6c
}

function digits(from: i32): i32 {
  while (unit(from) >= 48 && unit(from) <= 57) from++
  return from
}

/** A minus, digits without a zero in front, a fraction, an exponent. */
function isNumber(end: i32): bool {
  let offset = unit(at) === 45 ? at + 1 : at
  let next = digits(offset)
  if (next === offset || (unit(offset) === 48 && next > offset + 1)) return false
  if (unit(next) === 46) {
    offset = next + 1
    next = digits(offset)
    if (next === offset) return false
  }
  if ((unit(next) | 32) === 101) {
    offset = next + 1
    if (unit(offset) === 43 || unit(offset) === 45) offset++
    next = digits(offset)
    if (next === offset) return false
  }
  return next === end
}

function readString(): void {
  const start = at++
  hasEscapes = false
  for (;;) {
    const code = unit(at)
    if (code === 34) break
    if (code === END && at >= textLength()) fail('unclosed-quote', start, start + 1)
    if (code < 32) fail(code === 10 || code === 13 ? 'unclosed-quote' : 'json-control', code === 10 || code === 13 ? start : at, (code === 10 || code === 13 ? start : at) + 1)
    if (code === 92) readEscape()
    at++
  }
  at++
}

/** Stops at the last character of the escape. */
function readEscape(): void {
  hasEscapes = true
  const start = at
  const letter = unit(++at)
  if (letter === 117) {
    for (let i = 0; i < 4; i++) if (hexDigit(unit(++at)) < 0) fail('bad-hex', start, min(start + 6, textLength()))
    return
  }
  // " \ / b f n r t
  if (letter !== 34 && letter !== 92 && letter !== 47 && letter !== 98 && letter !== 102 && letter !== 110 && letter !== 114 && letter !== 116) fail('bad-escape', start, min(start + 2, textLength()))
}
