/**
 * The fast way to read a document: one pass over the text that writes the tape and makes no object. It reads what nearly all manifests consist of, exactly as kubectl
 * does. Tags, merge and `?` keys, anchors and aliases in odd places, and directives are left to the other way; complaints are put into words elsewhere.
 */
import { readBlockScalar } from './block-scalar.ts'
import { Fault } from './fault.ts'
import { hashStep, internKey, internSlice, plainKey } from './keys.ts'
import { resolvePlain, scalarText } from './scalar.ts'
import { Flag, Kind, type Tape } from './tape.ts'

export interface Scanned {
  /** Node of the root, -1 for an empty document. */
  root: number
  end: number
  /** Whether some map seems to have a key twice; only their types tell whether kubectl sees one key in both. */
  hasDuplicates: boolean
}

/** Thrown for everything that is read the other way. */
const DECLINED = Symbol('declined')

const MAX_DEPTH = 10_000
const MAX_KEY = 1024

// Frames of open collections.
const MAP = 0
const SEQUENCE = 1
/** A list at the column of the key that it belongs to. */
const INDENTLESS = 2
/** The map of one entry that `[a: b]` contains. */
const PAIR = 3
const FLOW_MAP = 4
const FLOW_SEQUENCE = 5

/** Characters that end a plain scalar in flow style. */
const flowIndicators = new Uint8Array(128)
for (const char of ',?[]{}') flowIndicators[char.charCodeAt(0)] = 1

/** How many hexadecimal digits follow the letter of an escape; 255 for a letter that is none. */
const escapes = new Uint8Array(128).fill(255)
for (const char of '0abt\tnvfre "\'\\N_LP') escapes[char.charCodeAt(0)] = 0
escapes[120] = 2
escapes[117] = 4
escapes[85] = 8

// The state of the document that is being read.
let tape: Tape
let text = ''
let data = new Int32Array(0)
let size = 0
let at = 0
let lineStart = 0
/** Whether a key or a list item may begin here: not after a key's colon or a value on the same line. */
let fresh = true
/** Where a missing value of the innermost collection would stand, or -1 when none is awaited. */
let pending = -1
/** The end of the node that was written last. */
let lastEnd = 0
/** Of the scalar that was read last: its end, its flags, and whether it has line breaks. */
let scalarEnd = 0
let scalarFlags = 0
let isMultiline = false
/** Whether the text is JSON, for kubectl's JSON reader: undefined until that matters. */
let isJson: boolean | undefined

/** The anchor that the next value gets, and whether a key could have begun where it stands: `&a key: value` names the key. */
let anchor = ''
let anchorLine = -1
/** Nodes by anchor; the last one of a name counts. */
let anchors: Map<string, number> | undefined
/** How many nodes are copies made for aliases. */
let aliased = 0
let hasDuplicates = false

let depth = 0
let kinds = new Uint8Array(256)
let columns = new Int32Array(256)
let nodes = new Int32Array(256)
let counts = new Int32Array(256)

/** By key id: the map, by a serial number, that has it already. */
let seen = new Int32Array(1 << 12)
let mapSerial = 0

/**
 * Reads the document that begins at `start`, where a line begins, and appends its nodes to the tape; `source` is the text of the tape with no other line breaks than LF
 * and CRLF. Undefined when it has to be read the other way: the tape is then as it was.
 */
export function scanDocument(target: Tape, source: string, start: number): Scanned | Fault | undefined {
  tape = target
  text = source
  data = target.data
  size = target.size
  at = lineStart = start
  depth = 0
  if (start <= 1) isJson = undefined
  try {
    const scanned = scan(start)
    target.size = size
    return scanned
  } catch (error) {
    if (error instanceof Fault) return error
    if (error === DECLINED) return undefined
    throw error
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 9
/** Also the end of the text, which is NaN. */
const isGap = (code: number): boolean => !(code > 32) && (code === 32 || code === 10 || code === 13 || code === 9 || code !== code)

/** Whether `---` or `...` stands here, at the start of a line. */
function isMarker(offset: number): boolean {
  const code = text.charCodeAt(offset)
  return (code === 45 || code === 46) && text.charCodeAt(offset + 1) === code && text.charCodeAt(offset + 2) === code && isGap(text.charCodeAt(offset + 3))
}

function scan(start: number): Scanned {
  fresh = true
  pending = -1
  anchor = ''
  anchorLine = -1
  anchors = undefined
  aliased = 0
  hasDuplicates = false
  if (start === 1 && text.charCodeAt(1) === 0xfeff) throw new Fault('byte-order-mark', 1, 2)
  skip()
  if (at === lineStart && text.charCodeAt(at) === 37) throw DECLINED
  let isExplicit = false
  if (at === lineStart && isMarker(at)) {
    isExplicit = text.charCodeAt(at) === 45
    if (isExplicit) {
      at += 3
      fresh = false
      skip()
    } else if (!isClosedBefore(text, start)) throw new Fault('nothing-to-end', at, at + 3)
  }
  if (!isExplicit && at < text.length && isClosedBefore(text, start)) throw new Fault('after-end', at, lineEnd(at))
  const root = size
  // The root awaits a value as a key does.
  pending = at
  scanBlock()
  if (anchor !== '') throw DECLINED
  return { root: size > root ? root : -1, end: text.charCodeAt(at) === 46 ? afterClose(at) : at, hasDuplicates }
}

/** Whether the line before `start` is `...`, after which a document has to begin with `---`. */
export function isClosedBefore(source: string, start: number): boolean {
  return start > 3 && source.startsWith('...', source.lastIndexOf('\n', start - 2) + 1)
}

/** Where the document ends that `...` at `offset` closes: after that line, and after the text when nothing but comments follows. */
function afterClose(offset: number): number {
  at = offset + 3
  fresh = false
  const next = lineEnd(at)
  while (isBlank(text.charCodeAt(at))) at++
  const code = text.charCodeAt(at)
  if (code !== 35 && !isGap(code)) throw new Fault('after-end', at, next)
  at = Math.min(next + 1, text.length)
  const end = at
  COMMENTS.lastIndex = at
  return COMMENTS.test(text) ? text.length : end
}

const COMMENTS = /(?:[ \t\r]*(?:#[^\n]*)?(?:\n|$))*$/y

/** The offset of the line break, or of the end of the text. */
function lineEnd(offset: number): number {
  const next = text.indexOf('\n', offset)
  return next === -1 ? text.length : next
}

/** To the next character that is neither blank, nor break, nor comment. */
function skip(): void {
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 13) at++
    else if (code === 10) {
      lineStart = ++at
      fresh = true
    } else if (code === 35) at = lineEnd(at)
    else if (code === 9) {
      if (fresh) throw new Fault('tab', at, at + 1)
      at++
    } else return
  }
}

function scanBlock(): void {
  for (;;) {
    skip()
    const code = text.charCodeAt(at)
    if (code !== code) break
    const column = at - lineStart
    if (column === 0 && (code === 45 || code === 46) && isMarker(at)) break
    while (depth > 0 && columns[depth - 1]! > column) close()
    const indent = depth > 0 ? columns[depth - 1]! : -1

    if (code === 45 && isGap(text.charCodeAt(at + 1))) {
      if (!fresh) throw new Fault('nested-list', at, at + 1)
      startItem(column, indent)
      continue
    }
    scanNode(code, column, indent)
  }
  while (depth > 0) close()
}

function put(head: number, start: number, end: number, link: number): number {
  const node = size++
  if (node * 4 >= data.length) {
    tape.grow()
    data = tape.data
  }
  data[node * 4] = head
  data[node * 4 + 1] = start
  data[node * 4 + 2] = end
  data[node * 4 + 3] = link
  lastEnd = end
  return node
}

function open(kind: number, column: number, start: number): void {
  if (depth >= MAX_DEPTH) throw new Fault('too-deep', start, start + 1)
  if (depth >= kinds.length) growFrames()
  kinds[depth] = kind
  columns[depth] = column
  counts[depth] = 0
  const node = put(0, start, start, 0)
  nodes[depth] = node
  depth++
  nameNode(node)
}

function growFrames(): void {
  const larger = <T extends Uint8Array | Int32Array>(from: T, to: T): T => {
    to.set(from)
    return to
  }
  kinds = larger(kinds, new Uint8Array(kinds.length * 2))
  columns = larger(columns, new Int32Array(columns.length * 2))
  nodes = larger(nodes, new Int32Array(nodes.length * 2))
  counts = larger(counts, new Int32Array(counts.length * 2))
}

/** Closes the innermost collection, which ends where its last value does. */
function close(): void {
  if (pending >= 0) putMissing()
  depth--
  finish(depth, lastEnd, 0)
}

/** Writes the null of a key or an item without a value. */
function putMissing(): void {
  if (anchor !== '') throw DECLINED
  put(Kind.plain, pending, pending, 0)
  pending = -1
}

function finish(frame: number, end: number, flags: number): void {
  const node = nodes[frame]!
  const kind = kinds[frame]!
  const count = counts[frame]!
  const isMap = kind === MAP || kind === PAIR || kind === FLOW_MAP
  data[node * 4] = (isMap ? Kind.map : Kind.sequence) | flags | (count << 8)
  data[node * 4 + 2] = lastEnd = end
  data[node * 4 + 3] = size
  if (isMap && count > 1) noteDuplicates(node)
}

/** Notes whether a map has a key twice. */
function noteDuplicates(map: number): void {
  const serial = ++mapSerial
  for (let key = map + 1; key < size; ) {
    const id = data[key * 4 + 3]!
    if (id >= seen.length) {
      const larger = new Int32Array(Math.max(seen.length * 2, id + 1))
      larger.set(seen)
      seen = larger
    }
    if (seen[id] === serial) hasDuplicates = true
    seen[id] = serial
    const value = key + 1
    key = (data[value * 4]! & 15) <= Kind.sequence ? data[value * 4 + 3]! : value + 1
  }
}

/** A dash. */
function startItem(column: number, indent: number): void {
  const kind = depth > 0 ? kinds[depth - 1]! : -1
  if (column === indent && kind !== MAP) {
    if (pending >= 0) putMissing()
  } else if (pending < 0) throw new Fault('indentation', at, at + 1)
  else open(column === indent ? INDENTLESS : SEQUENCE, column, at)
  counts[depth - 1]!++
  pending = ++at
  fresh = true
}

/** Anything but a dash: a key, or a value. */
function scanNode(code: number, column: number, indent: number): void {
  const start = at
  const isFresh = fresh
  let kind: Kind
  switch (code) {
    case 34:
      scanDoubleQuoted()
      kind = Kind.doubleQuoted
      break
    case 39:
      scanSingleQuoted()
      kind = Kind.singleQuoted
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
      throw DECLINED
    case 37: // %
    case 64: // @
    case 96: // `
      throw new Fault('bad-start', start, start + 1)
    case 44: // ,
    case 93: // ]
    case 125: // }
      throw new Fault('stray-bracket', start, start + 1)
    case 63: // ?
      if (isGap(text.charCodeAt(at + 1))) throw DECLINED
      scanPlain(indent + 1, false)
      kind = Kind.plain
      break
    case 58: // :
      if (isGap(text.charCodeAt(at + 1))) {
        throw new Fault(isFresh ? 'no-key' : 'nested-map', start, start + 1)
      }
      scanPlain(indent + 1, false)
      kind = Kind.plain
      break
    default:
      scanPlain(indent + 1, false)
      kind = Kind.plain
  }
  const end = scalarEnd
  if (!fresh) {
    // A colon after blanks still makes a key of it.
    while (isBlank(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) === 58 && isGap(text.charCodeAt(at + 1))) {
      startEntry(kind, start, end, column, indent, isFresh)
      return
    }
  }
  awaitValue(start, column, indent, isFresh)
  putScalar(kind, start, end)
}

/** A key; the scanner stands at its colon. */
function startEntry(kind: Kind, start: number, end: number, column: number, indent: number, isFresh: boolean): void {
  if (!isFresh) {
    if (anchorLine === lineStart) throw DECLINED
    throw new Fault('nested-map', at, at + 1)
  }
  if (isMultiline) throw new Fault('multiline-key', start, end)
  if (at - start > MAX_KEY) throw new Fault('long-key', start, end)
  if (depth > 0 && kinds[depth - 1] === INDENTLESS && column === indent) close()
  if (depth > 0 && kinds[depth - 1] === MAP && column === indent) {
    if (pending >= 0) putMissing()
  } else if (pending < 0 || column <= indent) throw new Fault('indentation', start, end)
  else open(MAP, column, start)
  putKey(kind, start, end)
  counts[depth - 1]!++
  pending = ++at
  fresh = false
}

function putKey(kind: Kind, start: number, end: number): void {
  put(kind | scalarFlags, start, end, keyId(kind, start, end))
}

function keyId(kind: Kind, start: number, end: number): number {
  if (scalarFlags !== 0) return internKey(scalarText(tape.text, kind, true, start, end, 0))
  const quote = kind === Kind.plain ? 0 : 1
  const from = start + quote
  const to = end - quote
  let hash = 0
  for (let i = from; i < to; i++) hash = hashStep(hash, text.charCodeAt(i))
  const id = internSlice(text, from, to, hash)
  if (quote === 1) return id
  const resolved = plainKey(id)
  if (resolved === -1) throw DECLINED
  return resolved
}

/** Takes the place of the value that is awaited. */
function awaitValue(start: number, column: number, indent: number, isFresh: boolean): void {
  if (pending < 0) throw new Fault(isFresh ? 'no-colon' : 'after-value', start, start)
  if (isFresh && column <= indent) throw new Fault('no-colon', start, start)
  pending = -1
}

function putScalar(kind: Kind, start: number, end: number): void {
  if (kind === Kind.plain) {
    const first = text.charCodeAt(start)
    // JSON has no NaN and no infinity.
    if (first <= 46 && end - start <= 5 && (first === 46 || first === 45 || first === 43) && !isFinite(resolvePlain(text.slice(start, end)))) throw DECLINED
  }
  nameNode(put(kind | scalarFlags, start, end, 0))
}

const isFinite = (value: unknown): boolean => typeof value !== 'number' || Number.isFinite(value)

/** A list or a map cannot be a key. */
function refuseFlowKey(start: number): void {
  const end = at
  while (isBlank(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === 58 && isGap(text.charCodeAt(at + 1))) throw new Fault('complex-key', start, end)
}

/** Reads the name of an anchor or alias; the scanner then stands after it. */
function scanName(): string {
  const start = ++at
  for (;;) {
    const code = text.charCodeAt(at)
    if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 95)) break
    at++
  }
  if (at === start) throw DECLINED
  return text.slice(start, at)
}

function scanAnchor(column: number, indent: number): void {
  if (pending < 0 || anchor !== '' || (fresh && column <= indent)) throw DECLINED
  if (fresh) anchorLine = lineStart
  anchor = scanName()
  if (!isGap(text.charCodeAt(at))) throw DECLINED
  fresh = false
}

/** Gives the anchor that was read to the value that follows it. */
function nameNode(node: number): void {
  if (anchor === '') return
  anchors ??= new Map()
  anchors.set(anchor, node)
  anchor = ''
}

function scanBlockAlias(column: number, indent: number): void {
  const start = at
  const name = scanName()
  const end = at
  if (!isGap(text.charCodeAt(at))) throw DECLINED
  while (isBlank(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === 58) throw DECLINED
  awaitValue(start, column, indent, fresh)
  fresh = false
  putAlias(name, end)
}

/** Copies the value that an alias, which ends at `end`, stands for. */
function putAlias(name: string, end: number): void {
  const from = anchors?.get(name)
  if (from === undefined || anchor !== '') throw DECLINED
  const kind = data[from * 4]! & 15
  // Zero: it is not closed yet, so the alias is inside of it.
  if (kind === 0) throw DECLINED
  const to = kind <= Kind.sequence ? data[from * 4 + 3]! : from + 1
  aliased += to - from
  // Near kubectl's limit the other way counts as kubectl does.
  if (aliased > 100 && size + to - from > 1000 && aliased > (size + to - from) * (size > 300_000 ? 0.1 : 0.9)) throw DECLINED
  const shift = size - from
  for (let node = from; node < to; node++) {
    const head = data[node * 4]!
    const link = data[node * 4 + 3]!
    put(head | Flag.shared, data[node * 4 + 1]!, data[node * 4 + 2]!, (head & 15) <= Kind.sequence ? link + shift : link)
  }
  lastEnd = end
}

function scanBlockScalar(code: number, indent: number): void {
  if (pending < 0) throw new Fault(fresh ? 'no-colon' : 'after-value', at, at)
  const { end, header, next } = readBlockScalar(text, at, indent, text.length)
  nameNode(put(code === 124 ? Kind.literal : Kind.folded, at, end, header))
  pending = -1
  at = lineStart = next
  fresh = true
}

/** A plain scalar, its lines after the first at `minColumn` at least, and the blanks and line breaks after it. */
function scanPlain(minColumn: number, inFlow: boolean): void {
  const start = at
  let end = at
  let endLine = lineStart
  const firstLine = lineStart
  fresh = false
  for (;;) {
    const from = at
    for (;;) {
      const code = text.charCodeAt(at)
      if (!(code > 32)) break
      if (code === 58) {
        if (isGap(text.charCodeAt(at + 1))) break
      } else if (inFlow && code < 128 && flowIndicators[code] === 1) break
      at++
    }
    if (at > from) {
      end = at
      endLine = lineStart
      fresh = false
    }
    let code = text.charCodeAt(at)
    if (code > 32 || code !== code) break
    while (code === 32 || code === 9) code = text.charCodeAt(++at)
    while (code === 10 || code === 13) {
      if (code === 13) at++
      lineStart = ++at
      fresh = true
      code = text.charCodeAt(at)
      while (code === 32 || code === 9) {
        if (code === 9 && at - lineStart < minColumn) throw new Fault('tab', at, at + 1)
        code = text.charCodeAt(++at)
      }
    }
    if (code === 35 || code !== code) break
    if (fresh && ((!inFlow && at - lineStart < minColumn) || (at === lineStart && isMarker(at)))) break
  }
  scalarEnd = end
  isMultiline = endLine !== firstLine
  scalarFlags = isMultiline ? Flag.encoded : 0
  if (end === start) throw new Fault('bad-start', start, start + 1)
}

function scanSingleQuoted(): void {
  const start = at++
  scalarFlags = 0
  isMultiline = false
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 39) {
      if (text.charCodeAt(at + 1) !== 39) break
      scalarFlags = Flag.encoded
      at += 2
    } else if (code === 10) nextQuotedLine(start)
    else if (code !== code) throw new Fault('unclosed-quote', start, start + 1)
    else at++
  }
  scalarEnd = ++at
  fresh = false
}

function nextQuotedLine(start: number): void {
  lineStart = ++at
  isMultiline = true
  scalarFlags = Flag.encoded
  if (isMarker(at)) throw new Fault('marker-in-quotes', start, start + 1)
}

function scanDoubleQuoted(): void {
  const start = at++
  scalarFlags = 0
  isMultiline = false
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 34) break
    if (code === 92) scanEscape(start)
    else if (code === 10) nextQuotedLine(start)
    else if (code !== code) throw new Fault('unclosed-quote', start, start + 1)
    else at++
  }
  scalarEnd = ++at
  fresh = false
}

function scanEscape(start: number): void {
  scalarFlags = Flag.encoded
  const letter = text.charCodeAt(at + 1)
  if (letter === 10 || (letter === 13 && text.charCodeAt(at + 2) === 10)) {
    at += letter === 10 ? 1 : 2
    nextQuotedLine(start)
    return
  }
  const digits = letter < 128 ? escapes[letter]! : 255
  if (digits === 255 && !(letter === 47 && isWholeJson())) throw new Fault('bad-escape', at, Math.min(at + 2, text.length))
  if (digits === 255 || digits === 0) {
    at += 2
    return
  }
  const hex = text.slice(at + 2, at + 2 + digits)
  if (hex.length < digits || /[^0-9A-Fa-f]/.test(hex)) throw new Fault('bad-hex', at, Math.min(at + 2 + digits, text.length))
  const value = parseInt(hex, 16)
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff && !isWholeJson())) throw new Fault('bad-code-point', at, at + 2 + digits)
  at += 2 + digits
}

/** A text that begins with a brace and is JSON is read as such by kubectl, with the two escapes that YAML 1.1 lacks: a slash, and surrogate pairs. */
function isWholeJson(): boolean {
  if (isJson === undefined) {
    isJson = false
    if (/^\ufeff?\s*\{/.test(text)) {
      try {
        JSON.parse(text.replace('\ufeff', ''))
        isJson = true
      } catch {
        // Then it is YAML.
      }
    }
  }
  return isJson
}

// Where the innermost flow collection stands.
const ITEM = 0
const AFTER_KEY = 1
const VALUE = 2
const AFTER_VALUE = 3

/** A flow collection with all below it; `indent` is the column of the block collection around it. */
function scanFlow(indent: number): void {
  const base = depth
  openFlow()
  let state = ITEM
  while (depth > base) {
    skipFlow()
    const code = text.charCodeAt(at)
    if (code !== code) {
      const start = data[nodes[depth - 1]! * 4 + 1]!
      throw new Fault('unclosed', start, start + 1)
    }
    if (at === lineStart && isMarker(at)) throw new Fault('marker-in-flow', at, at + 3)
    const kind = kinds[depth - 1]!
    if (code === 44 || code === 93 || code === 125) {
      // A comma or a closing bracket.
      if (state === AFTER_KEY || state === VALUE) {
        putMissing()
        state = AFTER_VALUE
        if (kind === PAIR) closePair()
      }
      if (code === 44) {
        if (state === ITEM) throw new Fault('empty-item', at, at + 1)
        state = ITEM
        at++
      } else {
        closeFlow(code)
        state = AFTER_VALUE
        if (depth > base && kinds[depth - 1] === PAIR) closePair()
      }
    } else if (state === AFTER_VALUE) throw new Fault(code === 58 ? 'nested-map' : 'no-comma', at, at + 1)
    else if (state === AFTER_KEY) throw new Fault(code === 58 ? 'multiline-key' : 'no-comma', at, at + 1)
    else if (code === 91 || code === 123) {
      if (state === ITEM && kind === FLOW_MAP) throw new Fault('complex-key', at, at + 1)
      if (state === ITEM) counts[depth - 1]!++
      pending = -1
      openFlow()
      state = ITEM
    } else if (code === 42) {
      const name = scanName()
      const end = at
      const after = text.charCodeAt(at)
      if (!isGap(after) && after !== 44 && after !== 93 && after !== 125) throw DECLINED
      fresh = false
      if (state === ITEM) {
        if (kind === FLOW_MAP || isColon()) throw DECLINED
        counts[depth - 1]!++
      }
      pending = -1
      putAlias(name, end)
      state = AFTER_VALUE
      if (kind === PAIR) closePair()
    } else {
      const start = at
      const scalar = scanFlowScalar(code, indent, state)
      const isKey = state === ITEM && isColon()
      if (isKey) refuseLongKey(start)
      if (state === VALUE) {
        pending = -1
        putScalar(scalar, start, scalarEnd)
        state = AFTER_VALUE
        if (kind === PAIR) closePair()
        continue
      }
      counts[depth - 1]!++
      if (kind === FLOW_MAP) {
        pending = isKey ? at + 1 : scalarEnd
        putKey(scalar, start, scalarEnd)
        state = isKey ? VALUE : AFTER_KEY
      } else if (isKey) {
        open(PAIR, 0, start)
        counts[depth - 1] = 1
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
  open(text.charCodeAt(at) === 123 ? FLOW_MAP : FLOW_SEQUENCE, 0, at)
  at++
}

function closeFlow(bracket: number): void {
  if ((bracket === 125) !== (kinds[depth - 1] === FLOW_MAP)) throw new Fault('wrong-bracket', at, at + 1)
  at++
  finish(--depth, at, Flag.flow)
}

function closePair(): void {
  finish(--depth, lastEnd, Flag.flow)
}

/** Whether the colon of a key follows on the same line. */
function isColon(): boolean {
  if (fresh) return false
  while (isBlank(text.charCodeAt(at))) at++
  return text.charCodeAt(at) === 58
}

function refuseLongKey(start: number): void {
  if (isMultiline) throw new Fault('multiline-key', start, scalarEnd)
  if (at - start > MAX_KEY) throw new Fault('long-key', start, scalarEnd)
}

function scanFlowScalar(code: number, indent: number, state: number): Kind {
  switch (code) {
    case 34:
      scanDoubleQuoted()
      return Kind.doubleQuoted
    case 39:
      scanSingleQuoted()
      return Kind.singleQuoted
    case 38: // &
    case 33: // !
      throw DECLINED
    case 63: // ?
      if (state === ITEM) throw DECLINED
      throw new Fault('no-comma', at, at + 1)
    case 58: // :
      throw new Fault(state === ITEM ? 'no-key' : 'nested-map', at, at + 1)
    case 37: // %
    case 64: // @
    case 96: // `
    case 124: // |
    case 62: // >
      throw new Fault('bad-start', at, at + 1)
    case 45:
      if (isGap(text.charCodeAt(at + 1))) throw new Fault('dash-in-flow', at, at + 1)
  }
  scanPlain(indent + 1, true)
  return Kind.plain
}

/** As `skip`, in a flow collection, where tabs are blanks. */
function skipFlow(): void {
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 13 || code === 9) at++
    else if (code === 10) lineStart = ++at
    else if (code === 35) at = lineEnd(at)
    else return
  }
}
