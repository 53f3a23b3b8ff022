/** The slow way to read a document: all of YAML through the package `yaml`, and every complaint about a text. */
import { Composer, isAlias, isMap, isScalar, isSeq, Parser, type Alias, type CST, type Node, type Pair, type Scalar, type YAMLMap, type YAMLParseError, type YAMLSeq } from 'yaml'
import { plainScalar, readBlockScalar } from './core.ts'
import { findDialectFault } from './dialect.ts'
import { findEnd } from './document-end.ts'
import { duplicateKey, type KeyPlace } from './duplicate-keys.ts'
import { Fault } from './fault.ts'
import { internKey } from './keys.ts'
import type { Document, Problem } from './document.ts'
import { isFloatText, resolveKey, resolvePlain, scalarText, type ScalarValue } from './scalar.ts'
import { toFault, wordFault } from './syntax-errors.ts'
import { resolveTag } from './tags.ts'
import { Flag, Hint, Kind, type Tape } from './tape.ts'

/** Reads the document that begins at `start`, where a line begins, and appends its nodes to the tape. `source` is the text with plain line breaks, as for the scanner. */
export function readDocument(tape: Tape, source: string, start: number): Document {
  const { end, contentEnd } = findEnd(source, start)
  const document: Document = { root: -1, start, end, problems: [] }
  const size = tape.size
  try {
    document.root = new Reader(tape, document, source, contentEnd).read()
  } catch (error) {
    tape.size = size
    if (error instanceof Fault) document.problems = [wordFault(error, source)]
    else if (error instanceof Refusal) document.problems = [error.problem]
    else if (error instanceof RangeError) document.problems = [wordFault(new Fault('too-deep', start, Math.min(start + 1, end)), source)]
    else throw error
  }
  document.problems.sort((a, b) => a.start - b.start)
  return document
}

/** Why a document cannot be read at all. */
class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const KINDS: Record<string, Kind> = {
  PLAIN: Kind.plain,
  QUOTE_SINGLE: Kind.singleQuoted,
  QUOTE_DOUBLE: Kind.doubleQuoted,
  BLOCK_LITERAL: Kind.literal,
  BLOCK_FOLDED: Kind.folded,
}

/** The map that is being written: its keys so far, and how many entries it has. */
interface OpenMap {
  keys: Map<string, KeyPlace>
  count: number
}

class Reader {
  private tape: Tape
  private text: string
  private document: Document
  /** Where the `yaml` package's offset 0 is. */
  private base: number
  private source: string
  private contentEnd: number
  private anchors = new Map<Alias, Node>()
  private expanding = new Set<Node>()
  private aliasDepth = 0
  private decoded = 0
  private decodedByAlias = 0

  constructor(tape: Tape, document: Document, source: string, contentEnd: number) {
    this.tape = tape
    this.text = tape.text
    this.document = document
    this.source = source
    this.base = document.start
    this.contentEnd = contentEnd
  }

  /** The index of the root node, or -1 for an empty document. */
  read(): number {
    // Only a first byte order mark is one for kubectl.
    const source = this.source.slice(this.base, this.contentEnd).replaceAll('\ufeff', 'x')
    const composer = new Composer({ schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, keepSourceTokens: true, strict: true, version: '1.2' })
    const tokens = [...new Parser().parse(source)]
    const documents = [...composer.compose(tokens, true, source.length)]
    const errors = documents.flatMap((document) => document.errors).filter((error) => !isHarmless(error, source))
    const faults = errors.map(toFault)
    const peculiar = findDialectFault(tokens, source)
    if (peculiar !== undefined) faults.unshift(peculiar)
    if (faults.length > 0) {
      const first = faults.reduce((a, b) => (b.start < a.start ? b : a))
      throw new Fault(first.code, first.start + this.base, first.end + this.base)
    }
    const root = documents[0]?.contents
    if (root === null || root === undefined || (isMissing(root) && root.tag === undefined && root.anchor === undefined)) return -1
    this.resolveAliases(root)
    const node = this.tape.size
    this.write(root, false, 0)
    return node
  }

  private refuse(start: number, end: number, message: string, kind: Problem['kind'] = 'syntax'): never {
    throw new Refusal({ kind, message, start, end: Math.max(end, start) })
  }

  /** Anchors count from where they stand on, and a later one replaces an earlier one of the same name. */
  private resolveAliases(root: Node): void {
    if (!this.text.includes('*', this.base)) return
    const named = new Map<string, Node>()
    const visit = (node: unknown): void => {
      if (isAlias(node)) {
        const target = named.get(node.source)
        const [start, end] = this.span(node)
        if (target === undefined) this.refuse(start, end, `Alias "${node.source}" has no anchor before it`)
        this.anchors.set(node, target)
        return
      }
      if (!isScalar(node) && !isMap(node) && !isSeq(node)) return
      if (node.anchor !== undefined) named.set(node.anchor, node)
      if (isMap(node)) {
        for (const pair of node.items) {
          visit(pair.key)
          visit(pair.value)
        }
      } else if (isSeq(node)) for (const item of node.items) visit(item)
    }
    visit(root)
  }

  private span(node: Node): [start: number, end: number] {
    const range = node.range!
    return [range[0] + this.base, range[1] + this.base]
  }

  private add(head: number, start: number, end: number, link: number): number {
    const tape = this.tape
    const node = tape.size++
    if (node * 4 >= tape.data.length) tape.grow()
    tape.data[node * 4] = head
    tape.data[node * 4 + 1] = start
    tape.data[node * 4 + 2] = end
    tape.data[node * 4 + 3] = link
    return node
  }

  /** kubectl's limit on aliases: how much of what it decodes may come from them depends on how much there is. */
  private count(place: Node): void {
    this.decoded++
    if (this.aliasDepth > 0) this.decodedByAlias++
    if (this.decodedByAlias <= 100 || this.decoded <= 1000) return
    const size = Math.min(Math.max((this.decoded - 400_000) / 3_600_000, 0), 1)
    if (this.decodedByAlias / this.decoded <= 0.99 - 0.89 * size) return
    const [start, end] = this.span(place)
    this.refuse(start, end, 'Aliases expand this document far too much', 'alias-expansion')
  }

  /** Follows an alias, unless it leads into itself. */
  private follow(alias: Alias, write: (target: Node) => void): void {
    const target = this.anchors.get(alias)!
    if (this.expanding.has(target)) {
      const [start, end] = this.span(alias)
      this.refuse(start, end, `Alias "${alias.source}" stands inside the value that it repeats`)
    }
    this.count(alias)
    this.aliasDepth++
    write(target)
    this.aliasDepth--
  }

  /** Writes a node and all below it. `missingAt` is where an empty value stands. */
  private write(node: Node, shared: boolean, missingAt: number): void {
    if (isAlias(node)) return this.follow(node, (target) => this.write(target, true, target.range![0] + this.base))
    this.count(node)
    if (isMap(node)) this.writeMap(node, shared)
    else if (isSeq(node)) this.writeSequence(node, shared)
    else this.writeScalar(node as Scalar, shared, missingAt)
  }

  private writeMap(map: YAMLMap, shared: boolean): void {
    const [start, end] = this.span(map)
    const at = this.add(0, start, end, 0)
    this.expanding.add(map)
    const open: OpenMap = { keys: new Map(), count: 0 }
    this.writeEntries(map, open, shared, undefined)
    this.expanding.delete(map)
    const data = this.tape.data
    const implicit = map.srcToken?.type !== 'flow-collection'
    if (implicit) {
      const first = map.items[0]
      // Of the last entry written here, not through an alias: a merge has no place of its own in the map.
      const last = map.items.at(-1)
      if (first !== undefined && last !== undefined) {
        data[at * 4 + 1] = this.pairStart(first as Pair<Node, Node | null>)
        data[at * 4 + 2] = this.pairEnd(last as Pair<Node, Node | null>)
      }
    }
    data[at * 4] = Kind.map | (map.flow === true ? Flag.flow : 0) | (shared ? Flag.shared : 0) | (open.count << 8)
    data[at * 4 + 3] = this.tape.size
  }

  private pairStart(pair: Pair<Node, Node | null>): number {
    const range = pair.key.range!
    return range[0] + this.base
  }

  private pairEnd(pair: Pair<Node, Node | null>): number {
    return this.endOf(pair.value, this.missingAt(pair))
  }

  /** Where a node ends, as it is written on the tape. */
  private endOf(node: Node | null, missingAt: number): number {
    if (node === null || isMissing(node)) return missingAt
    if (isMap(node) && node.flow !== true && node.items.length > 0) return this.pairEnd(node.items.at(-1) as Pair<Node, Node | null>)
    if (isSeq(node) && node.flow !== true && node.items.length > 0) return this.endOf(node.items.at(-1) as Node, this.dashes(node).at(-1) ?? node.range![0] + this.base)
    if (isScalar(node) && node.srcToken?.type === 'block-scalar') return this.blockExtent(node).end
    return node.range![1] + this.base
  }

  /** After the colon, or after the key when there is none. */
  private missingAt(pair: Pair<Node, Node | null>): number {
    const sep = pair.srcToken?.sep
    const colon = sep?.find((token) => token.type === 'map-value-ind')
    return colon === undefined ? pair.key.range![1] + this.base : colon.offset + 1 + this.base
  }

  /** After each dash of a block sequence. */
  private dashes(sequence: YAMLSeq): number[] {
    const token = sequence.srcToken
    if (token?.type !== 'block-seq') return []
    const offsets: number[] = []
    for (const item of token.items) {
      const dash = item.start.find((part) => part.type === 'seq-item-ind')
      if (dash !== undefined) offsets.push(dash.offset + 1 + this.base)
    }
    return offsets
  }

  /** Writes the entries of a map, or of a map that is merged into another through the key `through`. */
  private writeEntries(map: YAMLMap, open: OpenMap, shared: boolean, through: Node | undefined): void {
    for (const item of map.items as Pair<Node, Node | null>[]) {
      if (isMergeKey(item.key, this.sourceOf(item.key))) this.merge(item, open, through ?? item.key)
      else this.writeEntry(item, open, shared, through)
    }
  }

  private sourceOf(node: Node): string {
    return this.text.slice(...this.span(node))
  }

  private merge(pair: Pair<Node, Node | null>, open: OpenMap, through: Node): void {
    const value = pair.value
    if (value === null) return this.refuseMerge(pair.key)
    const target = isAlias(value) ? this.anchors.get(value)! : value
    if (isMap(target)) return this.mergeMap(value, open, through)
    // Only a list that is written here: an alias to one is refused.
    if (!isSeq(value)) return this.refuseMerge(value)
    // The last first, so that the first map of the list wins.
    for (const item of (value.items as Node[]).toReversed()) {
      const merged = isAlias(item) ? this.anchors.get(item)! : item
      if (!isMap(merged)) return this.refuseMerge(item)
      this.mergeMap(item, open, through)
    }
  }

  private refuseMerge(place: Node): never {
    const [start, end] = this.span(place)
    return this.refuse(start, end, 'Only maps can be merged with "<<"')
  }

  private mergeMap(node: Node, open: OpenMap, through: Node): void {
    const write = (target: Node): void => {
      this.count(target)
      this.expanding.add(target)
      this.writeEntries(target as YAMLMap, open, true, through)
      this.expanding.delete(target)
    }
    if (isAlias(node)) this.follow(node, write)
    else write(node)
  }

  private writeEntry(pair: Pair<Node, Node | null>, open: OpenMap, shared: boolean, through: Node | undefined): void {
    const size = this.tape.size
    const readable = this.writeKey(pair.key, open, shared, through)
    if (pair.value === null) {
      const at = this.missingAt(pair)
      this.add(Kind.plain | (shared ? Flag.shared : 0), at, at, Hint.null)
    } else this.write(pair.value, shared, this.missingAt(pair))
    if (readable) open.count++
    else this.tape.size = size
  }

  /** False when the key is none that kubectl can read: the entry is then left out. */
  private writeKey(key: Node, open: OpenMap, shared: boolean, through: Node | undefined): boolean {
    if (isAlias(key)) {
      let readable = false
      this.follow(key, (target) => (readable = this.writeKey(target, open, true, through ?? key)))
      return readable
    }
    this.count(key)
    const [start, end] = this.span(key)
    if (!isScalar(key)) {
      this.report(start, end, 'A map or a list cannot be a key')
      return false
    }
    const kind = KINDS[key.type ?? 'PLAIN']!
    const decoded = this.decode(key, kind, true)
    if (decoded === undefined) return false
    const resolved = resolveKey(decoded.value, decoded.float)
    if (typeof resolved === 'string') {
      this.report(start, end, resolved === 'null' ? 'A key cannot be empty or null' : `Key "${this.sourceOf(key)}" is too large a number`)
      return false
    }
    const encoded = this.isEncoded(kind, start, end) ? Flag.encoded : 0
    const isOther = kind === Kind.plain && key.tag === undefined && encoded === 0 && this.text.slice(start, end) !== resolved.text
    this.add(kind | (shared ? Flag.shared : 0) | encoded | this.noted(isOther ? Flag.reinterpreted : 0), start, end, internKey(resolved.text))
    const place = through === undefined ? key : through
    const [placeStart, placeEnd] = this.span(place)
    const earlier = open.keys.get(resolved.identity)
    if (earlier !== undefined && (this.aliasDepth === 0 || through !== undefined)) {
      this.reportDuplicate(resolved.text, placeStart, placeEnd, earlier, through !== undefined)
    }
    open.keys.set(resolved.identity, { start: placeStart, end: placeEnd })
    return true
  }

  private reportDuplicate(key: string, start: number, end: number, earlier: KeyPlace, merged: boolean): void {
    const problem = duplicateKey(key, start, end, earlier, merged)
    const problems = this.document.problems
    if (!problems.some((other) => other.start === start && other.message === problem.message)) problems.push(problem)
  }

  /** Something is wrong with one value; the rest can be read. */
  private report(start: number, end: number, message: string): void {
    if (this.document.problems.some((problem) => problem.start === start && problem.message === message)) return
    this.document.problems.push({ kind: 'syntax', message, start, end })
  }

  private writeSequence(sequence: YAMLSeq, shared: boolean): void {
    const [start] = this.span(sequence)
    const at = this.add(0, start, this.endOf(sequence, start), 0)
    this.expanding.add(sequence)
    const dashes = this.dashes(sequence)
    const items = sequence.items as Node[]
    items.forEach((item, index) => this.write(item, shared, dashes[index] ?? item.range![0] + this.base))
    this.expanding.delete(sequence)
    const data = this.tape.data
    data[at * 4] = Kind.sequence | (sequence.flow === true ? Flag.flow : 0) | (shared ? Flag.shared : 0) | (items.length << 8)
    data[at * 4 + 3] = this.tape.size
  }

  private writeScalar(scalar: Scalar, shared: boolean, missingAt: number): void {
    const kind = KINDS[scalar.type ?? 'PLAIN']!
    const flags = shared ? Flag.shared : 0
    let [start, end] = this.span(scalar)
    if (isMissing(scalar)) start = end = missingAt
    if (scalar.tag === undefined && (kind === Kind.literal || kind === Kind.folded)) {
      const extent = this.blockExtent(scalar)
      this.add(kind | flags, start, extent.end, extent.header)
      return
    }
    const decoded = this.decode(scalar, kind)
    if (decoded === undefined) {
      this.add(Kind.plain | flags | Flag.hidden | (this.isEncoded(kind, start, end) ? Flag.encoded : 0), start, end, 0)
      return
    }
    const encoded = this.isEncoded(kind, start, end) ? Flag.encoded : 0
    if (scalar.tag === undefined && kind === Kind.plain && encoded === 0) {
      const { hint, flag } = plainScalar(this.source, start, end)
      this.add(kind | flags | this.noted(flag), start, end, hint)
    } else if (scalar.tag === undefined) this.add(kind | flags | encoded, start, end, 0)
    else if (decoded.value === null) this.add(Kind.plain | flags, start, end, Hint.null)
    else this.add(Kind.explicit | flags, start, end, this.tape.values.push(decoded.value) - 1)
  }

  private noted(flag: number): number {
    if (flag !== 0) this.tape.hasReinterpreted = true
    return flag
  }

  private blockExtent(scalar: Scalar): { end: number; header: number } {
    const token = scalar.srcToken as CST.BlockScalar
    const start = scalar.range![0] + this.base
    return readBlockScalar(this.source, start, token.indent, this.contentEnd)
  }

  private isEncoded(kind: Kind, start: number, end: number): boolean {
    const source = this.text.slice(start, end)
    if (kind === Kind.doubleQuoted) return /[\\\n\r\u0085\u2028\u2029]/.test(source)
    if (kind === Kind.singleQuoted) return /''|[\n\r\u0085\u2028\u2029]/.test(source.slice(1, -1))
    return /[\n\r\u0085\u2028\u2029]/.test(source)
  }

  /** The value of a scalar, or undefined after a report. */
  private decode(scalar: Scalar, kind: Kind, isKey = false): { value: ScalarValue; float: boolean } | undefined {
    const block = kind === Kind.literal || kind === Kind.folded ? this.blockExtent(scalar) : undefined
    const [start, spanEnd] = this.span(scalar)
    const end = block?.end ?? spanEnd
    const text = scalarText(this.text, kind, this.isEncoded(kind, start, end), start, end, block?.header ?? 0)
    if (scalar.tag !== undefined) {
      const resolved = resolveTag(scalar.tag, text)
      if ('message' in resolved) this.report(start, end, resolved.message)
      else if (isKey || this.isFinite(resolved.value, start, end)) return resolved
      return undefined
    }
    if (kind !== Kind.plain) return { value: text, float: false }
    const value = resolvePlain(text)
    if (!isKey && !this.isFinite(value, start, end)) return undefined
    return { value, float: typeof value === 'number' && isFloatText(text) }
  }

  private isFinite(value: ScalarValue, start: number, end: number): boolean {
    if (typeof value !== 'number' || Number.isFinite(value)) return true
    this.report(start, end, `"${this.text.slice(start, end)}" is no number that JSON can carry`)
    return false
  }
}

/** An empty plain scalar: a value that is not there. */
function isMissing(node: unknown): node is Scalar {
  return isScalar(node) && node.range![0] === node.range![1] && node.type === 'PLAIN'
}

function isMergeKey(key: Node, source: string): boolean {
  if (!isScalar(key) || key.source !== '<<') return false
  return key.tag === '!' || key.tag === 'tag:yaml.org,2002:merge' || (key.tag === undefined && source === '<<')
}

/** What only `yaml` minds: a comment right after a value, and an escaped apostrophe. */
function isHarmless(error: YAMLParseError, source: string): boolean {
  if (error.code === 'MISSING_CHAR') return error.message.startsWith('Comments must be separated')
  return error.code === 'BAD_DQ_ESCAPE' && source.startsWith("\\'", error.pos[0])
}
