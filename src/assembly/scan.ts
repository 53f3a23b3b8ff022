/**
 * The fast way to read a document: one pass over the text that writes the tape. It reads what nearly all manifests consist of, exactly as kubectl does. Tags, merge and
 * `?` keys, anchors and aliases in odd places, and directives are left to the other way; complaints are put into words elsewhere.
 */
import { blockEnd, blockHeader, blockNext, readBlockScalar } from './block-scalar'
import { decline, encodedKey, fail } from './host'
import { intern, keyOf, plainKey } from './keys'
import { DOUBLE_QUOTED, ENCODED, FLOW, FOLDED, isScalar, LITERAL, PLAIN, REINTERPRETED, SHARED, SINGLE_QUOTED } from './node'
import { isReinterpreted, NULL, plainHint } from './scalar'
import { addressOf, END, isBlank, isGap, isVisible, lineEnd, textLength, unit } from './text'
import { base, begin, BLOCK_MAP, BLOCK_SEQUENCE, deepen, deepest, depth, endAt, finish, FLOW_MAP, FLOW_SEQUENCE, frame, INDENTLESS, lastEnd, MAX_DEPTH, nodeAt, open, PAIR, put, size } from './tree'

const MAX_KEY: i32 = 1024

/** The root of the document, -1 when it is empty, and its end. */
export let root: i32 = -1
export let end: i32 = 0
/** Whether a plain scalar, or a plain key, may be read as something else than the text that is written. */
export let hasReinterpreted: bool = false

let at: i32 = 0
let lineStart: i32 = 0
/** Whether a key or a list item may begin here: not after a key's colon or a value on the same line. */
let fresh: bool = true
/** Where a missing value of the innermost collection would stand, or -1 when none is awaited. */
let pending: i32 = -1
/** Of the scalar that was read last: its end, its flags, and whether it has line breaks. */
let scalarEnd: i32 = 0
let scalarFlags: i32 = 0
let isMultiline: bool = false

/** The key id of the anchor that the next value gets, or -1, and whether a key could have begun where it stands: `&a key: value` names the key. */
let anchor: i32 = -1
let anchorLine: i32 = -1
/** How many nodes are copies made for aliases. */
let aliased: i32 = 0

let documents: i32 = 0

/** Reads the document that begins at `start`, where a line begins; its first node gets the number `first`. */
export function scan(start: i32, first: i32): void {
  begin(first)
  at = lineStart = start
  fresh = true
  pending = anchor = anchorLine = -1
  aliased = 0
  hasReinterpreted = false
  documents++
  if (start === 1 && unit(1) === 0xfeff) fail('byte-order-mark', 1, 2)
  skip()
  if (at === lineStart && unit(at) === 37) decline()
  let isExplicit = false
  const marker = at
  if (at === lineStart && isMarker(at)) {
    isExplicit = unit(at) === 45
    if (isExplicit) startExplicit()
    else if (!isClosedBefore(start)) fail('nothing-to-end', at, at + 3)
  }
  if (!isExplicit && at < textLength() && isClosedBefore(start)) fail('after-end', at, lineEnd(at))
  // The root awaits a value as a key does.
  pending = at
  scanBlock()
  if (anchor >= 0) decline()
  // The line that begins a text belongs to its first document; later ones are left out before kubectl's reader gets to see anything.
  if (isExplicit && size === first && unit(at) === 46 && !isFirst(marker)) fail('nothing-to-end', at, at + 3)
  root = size > first ? first : -1
  end = unit(at) === 46 ? afterClose(at) : at
}

/** Whether `---` or `...` stands here, at the start of a line. kubectl splits a text at three dashes, whatever follows. */
function isMarker(offset: i32): bool {
  const code = unit(offset)
  return (code === 45 || code === 46) && unit(offset + 1) === code && unit(offset + 2) === code && (code === 45 || isGap(unit(offset + 3)))
}

/** Whether the text begins here. */
function isFirst(offset: i32): bool {
  return offset === 0 || (offset === 1 && unit(0) === 0xfeff)
}

/** After `---`, where nothing but a comment may follow. */
function startExplicit(): void {
  const start = at
  const next = lineEnd(at)
  at += 3
  fresh = false
  while (isBlank(unit(at))) at++
  const code = unit(at)
  if (!isGap(code)) {
    // Glued to the dashes, even a comment is none where a text begins.
    if (at === start + 3 && (code !== 35 || isFirst(start))) fail('marker-content', start, next)
    if (code !== 35) decline()
  }
  // What follows is a text of its own for kubectl, which may begin with a byte order mark.
  if (!isFirst(start) && unit(next + 1) === 0xfeff) {
    at = lineStart = next + 2
    fresh = true
    if (isMarker(at)) fail('byte-order-mark', at - 1, at)
  }
  skip()
}

/** Whether the line before `start` begins with `...`, after which a document has to begin with `---`. */
function isClosedBefore(start: i32): bool {
  if (start <= 3) return false
  let from = start - 2
  while (from >= 0 && unit(from) !== 10) from--
  from++
  return unit(from) === 46 && unit(from + 1) === 46 && unit(from + 2) === 46
}

/** Where the document ends that `...` at `offset` closes: after that line, and after the text when nothing but comments follows. */
function afterClose(offset: i32): i32 {
  at = offset + 3
  fresh = false
  const next = lineEnd(at)
  while (isBlank(unit(at))) at++
  const code = unit(at)
  if (code !== 35 && !isGap(code)) fail('after-end', at, next)
  const end = min(next + 1, textLength())
  at = end
  while (isGap(unit(at)) || unit(at) === 35) {
    if (unit(at) === END) return at
    at = unit(at) === 35 ? lineEnd(at) : at + 1
  }
  return end
}

/** To the next character that is neither blank, nor break, nor comment. */
function skip(): void {
  let offset = at
  for (;;) {
    const code = unit(offset)
    if (code === 32 || code === 13) offset++
    else if (code === 10) {
      lineStart = ++offset
      fresh = true
    } else if (code === 35) offset = lineEnd(offset)
    else if (code === 9) {
      if (fresh) fail('tab', offset, offset + 1)
      offset++
    } else break
  }
  at = offset
}

function scanBlock(): void {
  for (;;) {
    skip()
    const code = unit(at)
    if (code === END) break
    const column = at - lineStart
    if (column === 0 && (code === 45 || code === 46) && isMarker(at)) break
    while (depth > 0 && frame(depth - 1).column > column) close()
    const indent = depth > 0 ? frame(depth - 1).column : -1
    if (code === 45 && isGap(unit(at + 1))) {
      if (!fresh) fail('nested-list', at, at + 1)
      startItem(column, indent)
    } else scanNode(code, column, indent)
  }
  while (depth > 0) close()
}

/** Closes the innermost collection, which ends where its last value does. */
function close(): void {
  if (pending >= 0) putMissing()
  finish(lastEnd, 0)
}

/** Writes the null of a key or an item without a value. */
function putMissing(): void {
  if (anchor >= 0) decline()
  put(PLAIN, pending, pending, NULL)
  pending = -1
}

/** A dash. */
function startItem(column: i32, indent: i32): void {
  const kind = depth > 0 ? frame(depth - 1).kind : -1
  if (column === indent && kind !== BLOCK_MAP) {
    if (pending >= 0) putMissing()
  } else if (pending < 0) fail('indentation', at, at + 1)
  else nameNode(open(column === indent ? INDENTLESS : BLOCK_SEQUENCE, column, at))
  frame(depth - 1).count++
  pending = ++at
  fresh = true
}

/** Anything but a dash: a key, or a value. */
function scanNode(code: i32, column: i32, indent: i32): void {
  const start = at
  const isFresh = fresh
  let kind = PLAIN
  switch (code) {
    case 34:
      scanDoubleQuoted()
      kind = DOUBLE_QUOTED
      break
    case 39:
      scanSingleQuoted()
      kind = SINGLE_QUOTED
      break
    case 91: // [
    case 123: // {
      awaitValue(start, column, indent, isFresh)
      scanFlow(indent)
      refuseFlowKey(start)
      return
    case 124: // |
    case 62: // >
      scanBlockScalar(code, indent)
      return
    case 38: // &
      scanAnchor(column, indent)
      return
    case 42: // *
      scanBlockAlias(column, indent)
      return
    case 33: // !
      decline()
      return
    case 37: // %
    case 64: // @
    case 96: // `
      fail('bad-start', start, start + 1)
      return
    case 44: // ,
    case 93: // ]
    case 125: // }
      fail('stray-bracket', start, start + 1)
      return
    case 63: // ?
      if (isGap(unit(at + 1))) decline()
      scanPlain(indent + 1, false)
      break
    case 58: // :
      if (isGap(unit(at + 1))) fail(isFresh ? 'no-key' : 'nested-map', start, start + 1)
      scanPlain(indent + 1, false)
      break
    default:
      scanPlain(indent + 1, false)
  }
  const end = scalarEnd
  if (!fresh) {
    // A colon after blanks still makes a key of it.
    while (isBlank(unit(at))) at++
    if (unit(at) === 58 && isGap(unit(at + 1))) {
      startEntry(kind, start, end, column, indent, isFresh)
      return
    }
  }
  awaitValue(start, column, indent, isFresh)
  putScalar(kind, start, end)
}

/** A key; the scanner stands at its colon. */
function startEntry(kind: i32, start: i32, end: i32, column: i32, indent: i32, isFresh: bool): void {
  if (!isFresh) {
    if (anchorLine === lineStart) decline()
    fail('nested-map', at, at + 1)
  }
  if (isMultiline) fail('multiline-key', start, end)
  if (at - start > MAX_KEY) fail('long-key', start, end)
  if (depth > 0 && frame(depth - 1).kind === INDENTLESS && column === indent) close()
  if (depth > 0 && frame(depth - 1).kind === BLOCK_MAP && column === indent) {
    if (pending >= 0) putMissing()
  } else if (pending < 0 || column <= indent) fail('indentation', start, end)
  else nameNode(open(BLOCK_MAP, column, start))
  putKey(kind, start, end)
  frame(depth - 1).count++
  pending = ++at
  fresh = false
}

function putKey(kind: i32, start: i32, end: i32): void {
  if (scalarFlags !== 0) put(kind | scalarFlags, start, end, encodedKey(kind, start, end, 0))
  else if (kind !== PLAIN) put(kind, start, end, intern(addressOf(start + 1), end - start - 2))
  else {
    const written = intern(addressOf(start), end - start)
    const id = plainKey(written, start, end)
    if (id === -1) decline()
    if (id !== written) hasReinterpreted = true
    put(id === written ? PLAIN : PLAIN | REINTERPRETED, start, end, id)
  }
}

/** Takes the place of the value that is awaited. */
function awaitValue(start: i32, column: i32, indent: i32, isFresh: bool): void {
  if (pending < 0) fail(isFresh ? 'no-colon' : 'after-value', start, start)
  if (isFresh && column <= indent) fail('no-colon', start, start)
  pending = -1
}

function putScalar(kind: i32, start: i32, end: i32): void {
  if (kind === PLAIN && scalarFlags === 0) {
    if (isSpecialFloat(start, end)) decline()
    const hint = plainHint(start, end)
    const isOther = isReinterpreted(hint)
    if (isOther) hasReinterpreted = true
    nameNode(put(isOther ? PLAIN | REINTERPRETED : PLAIN, start, end, hint))
  } else nameNode(put(kind | scalarFlags, start, end, 0))
}

/** `.inf` or `.nan` in any case, with a sign or without: JSON has neither. */
function isSpecialFloat(start: i32, end: i32): bool {
  let first = unit(start)
  if (end - start === 5 && (first === 43 || first === 45)) first = unit(++start)
  if (end - start !== 4 || first !== 46) return false
  const letters = ((unit(start + 1) | 32) << 16) | ((unit(start + 2) | 32) << 8) | (unit(start + 3) | 32)
  return letters === 0x696e66 || letters === 0x6e616e
}

/** A list or a map cannot be a key. */
function refuseFlowKey(start: i32): void {
  const end = at
  while (isBlank(unit(at))) at++
  if (unit(at) === 58 && isGap(unit(at + 1))) fail('complex-key', start, end)
}

/** Reads the name of an anchor or alias, which becomes a key; the scanner then stands after it. */
function scanName(): i32 {
  const start = ++at
  for (;;) {
    const code = unit(at)
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95)) break
    at++
  }
  if (at === start) decline()
  return intern(addressOf(start), at - start)
}

function scanAnchor(column: i32, indent: i32): void {
  if (pending < 0 || anchor >= 0 || (fresh && column <= indent)) decline()
  if (fresh) anchorLine = lineStart
  anchor = scanName()
  if (!isGap(unit(at))) decline()
  fresh = false
}

/** Gives the anchor that was read to the value that follows it. The last one of a name counts. */
function nameNode(node: i32): void {
  if (anchor < 0) return
  const name = keyOf(anchor)
  name.document = documents
  name.anchored = node
  anchor = -1
}

function scanBlockAlias(column: i32, indent: i32): void {
  const start = at
  const name = scanName()
  const end = at
  if (!isGap(unit(at))) decline()
  while (isBlank(unit(at))) at++
  if (unit(at) === 58) decline()
  awaitValue(start, column, indent, fresh)
  fresh = false
  putAlias(name, end)
}

/** Copies the value that an alias, which ends at `end`, stands for. */
function putAlias(id: i32, end: i32): void {
  const name = keyOf(id)
  if (name.document !== documents || anchor >= 0) decline()
  const from = name.anchored
  const named = nodeAt(from)
  // Zero: it is not closed yet, so the alias is inside of it.
  if ((named.head & 15) === 0) decline()
  const to = isScalar(named) ? from + 1 : named.link
  if (!isScalar(named)) {
    // A copy is no higher than the document is deep, nor than it has nodes. What may be too deep is counted the other way.
    const height = min(deepest, to - from)
    if (depth + height > MAX_DEPTH) decline()
    deepen(depth + height)
  }
  aliased += to - from
  // Near kubectl's limit the other way counts as kubectl does.
  const total = size - base + to - from
  if (aliased > 100 && total > 1000 && <f64>aliased > <f64>total * (total > 300_000 ? 0.1 : 0.9)) decline()
  const shift = size - from
  for (let node = from; node < to; node++) {
    const copied = nodeAt(node)
    put(copied.head | SHARED, copied.start, copied.end, isScalar(copied) ? copied.link : copied.link + shift)
  }
  endAt(end)
}

function scanBlockScalar(code: i32, indent: i32): void {
  if (pending < 0) fail(fresh ? 'no-colon' : 'after-value', at, at)
  readBlockScalar(at, indent, textLength())
  nameNode(put(code === 124 ? LITERAL : FOLDED, at, blockEnd, blockHeader))
  pending = -1
  at = lineStart = blockNext
  fresh = true
}

/** Ends a plain scalar in flow style. */
function isFlowIndicator(code: i32): bool {
  // , ? [ ] { }
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125
}

/** A plain scalar, its lines after the first at `minColumn` at least, and the blanks and line breaks after it. */
function scanPlain(minColumn: i32, inFlow: bool): void {
  const start = at
  let end = at
  let endLine = lineStart
  const firstLine = lineStart
  let offset = at
  fresh = false
  for (;;) {
    const from = offset
    for (;;) {
      const code = unit(offset)
      if (!isVisible(code)) break
      if (code === 58) {
        if (isGap(unit(offset + 1))) break
      } else if (inFlow && isFlowIndicator(code)) break
      offset++
    }
    if (offset > from) {
      end = offset
      endLine = lineStart
      fresh = false
    }
    let code = unit(offset)
    if (isVisible(code) || code === END) break
    while (code === 32 || code === 9) code = unit(++offset)
    while (code === 10 || code === 13) {
      if (code === 13) offset++
      lineStart = ++offset
      fresh = true
      code = unit(offset)
      while (code === 32 || code === 9) {
        if (code === 9 && offset - lineStart < minColumn) fail('tab', offset, offset + 1)
        code = unit(++offset)
      }
    }
    if (code === 35 || code === END) break
    if (fresh && ((!inFlow && offset - lineStart < minColumn) || (offset === lineStart && isMarker(offset)))) break
  }
  at = offset
  scalarEnd = end
  isMultiline = endLine !== firstLine
  scalarFlags = isMultiline ? ENCODED : 0
  if (end === start) fail('bad-start', start, start + 1)
}

function scanSingleQuoted(): void {
  const start = at++
  scalarFlags = 0
  isMultiline = false
  for (;;) {
    const code = unit(at)
    if (code === 39) {
      if (unit(at + 1) !== 39) break
      scalarFlags = ENCODED
      at += 2
    } else if (code === 10) nextQuotedLine(start)
    else if (code === END) fail('unclosed-quote', start, start + 1)
    else at++
  }
  scalarEnd = ++at
  fresh = false
}

function nextQuotedLine(start: i32): void {
  lineStart = ++at
  isMultiline = true
  scalarFlags = ENCODED
  if (isMarker(at)) fail('marker-in-quotes', start, start + 1)
}

function scanDoubleQuoted(): void {
  const start = at++
  scalarFlags = 0
  isMultiline = false
  for (;;) {
    const code = unit(at)
    if (code === 34) break
    if (code === 92) scanEscape(start)
    else if (code === 10) nextQuotedLine(start)
    else if (code === END) fail('unclosed-quote', start, start + 1)
    else at++
  }
  scalarEnd = ++at
  fresh = false
}

/** How many hexadecimal digits follow the letter of an escape; -1 for a letter that is none. */
function escapeDigits(letter: i32): i32 {
  switch (letter) {
    case 120: // x
      return 2
    case 117: // u
      return 4
    case 85: // U
      return 8
    case 48: case 97: case 98: case 116: case 9: case 110: case 118: case 102: case 114: case 101: // 0 a b t TAB n v f r e
    case 32: case 34: case 39: case 92: case 78: case 95: case 76: case 80: // SPACE " ' \ N _ L P
      return 0
    default:
      return -1
  }
}

function scanEscape(start: i32): void {
  scalarFlags = ENCODED
  const letter = unit(at + 1)
  if (letter === 10 || (letter === 13 && unit(at + 2) === 10)) {
    at += letter === 10 ? 1 : 2
    nextQuotedLine(start)
    return
  }
  const digits = escapeDigits(letter)
  if (digits === -1) fail('bad-escape', at, min(at + 2, textLength()))
  if (digits <= 0) {
    at += 2
    return
  }
  const end = at + 2 + digits
  let value: u32 = 0
  for (let offset = at + 2; offset < end; offset++) {
    const digit = hexDigit(unit(offset))
    if (digit < 0) fail('bad-hex', at, min(end, textLength()))
    value = (value << 4) | digit
  }
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) fail('bad-code-point', at, end)
  at = end
}

export function hexDigit(code: i32): i32 {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

// Where the innermost flow collection stands.
const ITEM: i32 = 0
const AFTER_KEY: i32 = 1
const VALUE: i32 = 2
const AFTER_VALUE: i32 = 3

/** A flow collection with all below it; `indent` is the column of the block collection around it. */
function scanFlow(indent: i32): void {
  const outside = depth
  openFlow()
  let state = ITEM
  while (depth > outside) {
    skipFlow()
    const code = unit(at)
    const inner = frame(depth - 1)
    const kind = inner.kind
    if (code === END) {
      const start = nodeAt(inner.node).start
      fail('unclosed', start, start + 1)
    }
    if (at === lineStart && isMarker(at)) fail('marker-in-flow', at, at + 3)
    if (code === 44 || code === 93 || code === 125) {
      // A comma or a closing bracket.
      if (state === AFTER_KEY || state === VALUE) {
        putMissing()
        state = AFTER_VALUE
        if (kind === PAIR) finish(lastEnd, FLOW)
      }
      if (code === 44) {
        if (state === ITEM) fail('empty-item', at, at + 1)
        state = ITEM
        at++
      } else {
        closeFlow(code)
        state = AFTER_VALUE
        if (depth > outside && frame(depth - 1).kind === PAIR) finish(lastEnd, FLOW)
      }
    } else if (state === AFTER_VALUE) fail(code === 58 ? 'nested-map' : 'no-comma', at, at + 1)
    else if (state === AFTER_KEY) fail(code === 58 ? 'multiline-key' : 'no-comma', at, at + 1)
    else if (code === 91 || code === 123) {
      if (state === ITEM && kind === FLOW_MAP) fail('complex-key', at, at + 1)
      if (state === ITEM) inner.count++
      pending = -1
      openFlow()
      state = ITEM
    } else if (code === 42) {
      const name = scanName()
      const end = at
      const after = unit(at)
      if (!isGap(after) && after !== 44 && after !== 93 && after !== 125) decline()
      fresh = false
      if (state === ITEM) {
        if (kind === FLOW_MAP || isColon()) decline()
        inner.count++
      }
      pending = -1
      putAlias(name, end)
      state = AFTER_VALUE
      if (kind === PAIR) finish(lastEnd, FLOW)
    } else {
      const start = at
      const scalar = scanFlowScalar(code, indent, state)
      const isKey = state === ITEM && isColon()
      if (isKey) refuseLongKey(start)
      if (state === VALUE) {
        pending = -1
        putScalar(scalar, start, scalarEnd)
        state = AFTER_VALUE
        if (kind === PAIR) finish(lastEnd, FLOW)
        continue
      }
      inner.count++
      if (kind === FLOW_MAP) {
        pending = isKey ? at + 1 : scalarEnd
        putKey(scalar, start, scalarEnd)
        state = isKey ? VALUE : AFTER_KEY
      } else if (isKey) {
        nameNode(open(PAIR, 0, start))
        frame(depth - 1).count = 1
        pending = at + 1
        putKey(scalar, start, scalarEnd)
        state = VALUE
      } else {
        putScalar(scalar, start, scalarEnd)
        state = AFTER_VALUE
      }
      if (isKey) at++
    }
  }
  fresh = false
  pending = -1
}

function openFlow(): void {
  nameNode(open(unit(at) === 123 ? FLOW_MAP : FLOW_SEQUENCE, 0, at))
  at++
}

function closeFlow(bracket: i32): void {
  if ((bracket === 125) !== (frame(depth - 1).kind === FLOW_MAP)) fail('wrong-bracket', at, at + 1)
  at++
  finish(at, FLOW)
}

/** Whether the colon of a key follows on the same line. */
function isColon(): bool {
  if (fresh) return false
  while (isBlank(unit(at))) at++
  return unit(at) === 58
}

function refuseLongKey(start: i32): void {
  if (isMultiline) fail('multiline-key', start, scalarEnd)
  if (at - start > MAX_KEY) fail('long-key', start, scalarEnd)
}

function scanFlowScalar(code: i32, indent: i32, state: i32): i32 {
  switch (code) {
    case 34:
      scanDoubleQuoted()
      return DOUBLE_QUOTED
    case 39:
      scanSingleQuoted()
      return SINGLE_QUOTED
    case 38: // &
    case 33: // !
      decline()
      break
    case 63: // ?
      if (state === ITEM) decline()
      fail('no-comma', at, at + 1)
      break
    case 58: // :
      fail(state === ITEM ? 'no-key' : 'nested-map', at, at + 1)
      break
    case 37: // %
    case 64: // @
    case 96: // `
    case 124: // |
    case 62: // >
      fail('bad-start', at, at + 1)
      break
    case 45:
      if (isGap(unit(at + 1))) fail('dash-in-flow', at, at + 1)
  }
  scanPlain(indent + 1, true)
  return PLAIN
}

/** As `skip`, in a flow collection, where tabs are blanks. */
function skipFlow(): void {
  for (;;) {
    const code = unit(at)
    if (code === 32 || code === 13 || code === 9) at++
    else if (code === 10) lineStart = ++at
    else if (code === 35) at = lineEnd(at)
    else return
  }
}
