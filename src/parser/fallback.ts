/** The slow way to read a document: all that kubectl reads, in steps of their own: tokens, nodes, and here the tape, with aliases and merges written out. */
import { OutOfMemory, plainScalar } from './core.ts'
import type { Document, Problem } from './document.ts'
import { findExtent, lineEnd, type Extent } from './document-end.ts'
import { duplicateKey, type KeyPlace } from './duplicate-keys.ts'
import { Fault } from './fault.ts'
import { internKey } from './keys.ts'
import { reportMissingSeparators } from './missing-separator.ts'
import { parseNodes, UnknownAlias, type YamlNode } from './nodes.ts'
import { isFloatText, resolveKey, resolvePlain, scalarText, type ScalarValue } from './scalar.ts'
import { wordFault } from './syntax-errors.ts'
import { resolveTag } from './tags.ts'
import { Flag, Hint, Kind, type Tape } from './tape.ts'
import { scanTokens } from './tokens.ts'

const MAX_DEPTH = 10_000
/** As for the scanner. */
const MAX_NODES = 1 << 24

/** Reads the document that begins at `start`, where a line begins, and appends its nodes to the tape. `source` is the text with plain line breaks, as for the scanner. */
export function readDocument(tape: Tape, source: string, start: number): Document {
  const extent = findExtent(source, start)
  const { end } = extent
  const document: Document = { root: -1, start, end, problems: [] }
  const size = tape.size
  try {
    const { tokens, fault } = scanTokens(source, extent)
    const root = parseNodes(tokens, fault)
    if (root !== undefined) document.root = new Writer(tape, document, source).write(root)
    reportMissingSeparators(tape, document)
    reportStart(document, source, extent)
  } catch (error) {
    tape.size = size
    if (error instanceof Fault) document.problems = [wordFault(error, source, start)]
    else if (error instanceof Refusal) document.problems = [error.problem]
    else if (error instanceof UnknownAlias) document.problems = [{ kind: 'syntax', message: `"*${error.name}" is read as an alias, but no anchor "&${error.name}" comes before it`, start: error.start, end: error.end }]
    else if (error instanceof OutOfMemory || error instanceof RangeError) document.problems = [wordFault(new Fault('too-large', start, start), source, start)]
    else throw error
  }
  document.problems.sort((a, b) => a.start - b.start)
  return document
}

/** Reports how a document begins when kubectl, which splits the text before it is read, refuses that. Whoever gets the text as it is reads it. */
function reportStart({ problems }: Document, source: string, { contentStart, isExplicit, isFirst, directives }: Extent): void {
  const report = (start: number, message: string) => problems.push({ kind: 'document-start', message, start, end: trimmedEnd(source, start, lineEnd(source, start)) })
  if (directives.length > 0) report(directives[0]!, `kubectl refuses the directive "${source.slice(directives[0], trimmedEnd(source, directives[0]!, lineEnd(source, directives[0]!)))}"`)
  // After a byte order mark kubectl does not see the dashes.
  else if (isExplicit && !(isFirst && contentStart === 4) && /^[ \t]*[^# \t\r\n]/.test(source.slice(contentStart, lineEnd(source, contentStart)))) report(contentStart - 3, 'kubectl needs "---" alone on its line')
}

function trimmedEnd(source: string, start: number, end: number): number {
  while (end > start && ' \t\r'.includes(source[end - 1]!)) end--
  return end
}

/** Why a document cannot be read at all. */
class Refusal {
  readonly problem: Problem
  constructor(problem: Problem) {
    this.problem = problem
  }
}

/** A key on the tape, and what is written as its value. */
interface Entry extends KeyPlace {
  at: number
  value: YamlNode
}

/** A map that is being written, with the maps that are merged into it. */
interface OpenMap {
  keys: Map<string, Entry>
  count: number
  /** Where entries begin that a later one overrides. */
  overridden: number[]
}

/** A collection that is being written. */
interface Frame {
  node: YamlNode
  /** Its node on the tape; -1 for a map that is merged into another. */
  at: number
  next: number
  /** Undefined for a list. */
  open: OpenMap | undefined
  shared: boolean
  /** The key through which a map is merged. */
  through: YamlNode | undefined
  /** Whether an alias has led here. */
  aliased: boolean
  /** Where the tape ends again after it, because its key is none; else -1. */
  dropTo: number
}

class Writer {
  private readonly tape: Tape
  private readonly text: string
  private readonly document: Document
  private readonly source: string
  private readonly frames: Frame[] = []
  private readonly expanding = new Set<YamlNode>()
  private readonly told = new Set<string>()
  private depth = 0
  private aliasDepth = 0
  private decoded = 0
  private decodedByAlias = 0

  constructor(tape: Tape, document: Document, source: string) {
    this.tape = tape
    this.text = tape.text
    this.document = document
    this.source = source
  }

  /** The index of the root node. */
  write(root: YamlNode): number {
    const at = this.tape.size
    this.writeNode(root, false, -1)
    for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) {
      if (frame.next >= frame.node.children.length) this.close(frame)
      else if (frame.open === undefined) this.writeNode(frame.node.children[frame.next++]!, frame.shared, -1)
      else this.writeEntry(frame, frame.open)
    }
    return at
  }

  private refuse({ start, end }: YamlNode, message: string, kind: Problem['kind'] = 'syntax'): never {
    throw new Refusal({ kind, message, start, end })
  }

  /** Something is wrong with one value; the rest can be read. */
  private report(node: YamlNode, message: string): void {
    const { start, end } = node
    // What is not there is shown by the colon or the dash beside it.
    const from = start < end || this.text[start] === ':' ? start : Math.max(start - 1, 0)
    this.tell({ kind: 'syntax', message, start: from, end: Math.max(end, from + 1) })
  }

  /** Only once: aliases and merges lead to the same place again. */
  private tell(problem: Problem): void {
    const key = `${problem.start} ${problem.message}`
    if (this.told.has(key)) return
    this.told.add(key)
    this.document.problems.push(problem)
  }

  private add(head: number, start: number, end: number, link: number): number {
    const tape = this.tape
    const node = tape.size++
    if (node >= MAX_NODES) throw new Fault('too-large', this.document.start, this.document.start)
    if (node * 4 >= tape.data.length) tape.grow()
    tape.data[node * 4] = head
    tape.data[node * 4 + 1] = start
    tape.data[node * 4 + 2] = end
    tape.data[node * 4 + 3] = link
    return node
  }

  /** kubectl's limit on aliases: how much of what it decodes may come from them depends on how much there is. */
  private count(place: YamlNode): void {
    this.decoded++
    if (this.aliasDepth > 0) this.decodedByAlias++
    if (this.decodedByAlias <= 100 || this.decoded <= 1000) return
    const size = Math.min(Math.max((this.decoded - 400_000) / 3_600_000, 0), 1)
    if (this.decodedByAlias / this.decoded <= 0.99 - 0.89 * size) return
    this.refuse(place, 'Aliases expand this document far too much', 'alias-expansion')
  }

  /** What an alias stands for, unless it leads into itself; else the node itself. */
  private follow(node: YamlNode): YamlNode {
    const { target } = node
    if (target === undefined) return node
    if (this.expanding.has(target)) this.refuse(node, `Alias "${this.sourceOf(node).slice(1)}" stands inside the value that it repeats`)
    this.count(node)
    return target
  }

  /** Writes a scalar, or begins a collection. */
  private writeNode(node: YamlNode, shared: boolean, dropTo: number): void {
    const target = this.follow(node)
    const aliased = target !== node
    if (aliased) this.aliasDepth++
    this.count(target)
    if (target.kind > Kind.sequence) {
      this.writeScalar(target, shared || aliased)
      if (aliased) this.aliasDepth--
      if (dropTo !== -1) this.tape.size = dropTo
      return
    }
    if (this.depth >= MAX_DEPTH) throw new Fault('too-deep', node.start, node.start + 1)
    this.depth++
    this.expanding.add(target)
    const at = this.add(0, target.start, target.end, 0)
    this.frames.push({ node: target, at, next: 0, open: target.kind === Kind.map ? { keys: new Map(), count: 0, overridden: [] } : undefined, shared: shared || aliased, through: undefined, aliased, dropTo })
  }

  private close({ node, at, open, shared, aliased, dropTo }: Frame): void {
    this.frames.pop()
    this.expanding.delete(node)
    if (aliased) this.aliasDepth--
    if (at === -1) return
    this.depth--
    const { tape } = this
    if (open !== undefined && open.overridden.length > 0) this.removeOverridden(at, open)
    tape.data[at * 4] = node.kind | (node.flow ? Flag.flow : 0) | (shared ? Flag.shared : 0) | ((open === undefined ? node.children.length : open.count) << 8)
    tape.data[at * 4 + 3] = tape.size
    if (dropTo !== -1) tape.size = dropTo
  }

  /** Takes the entries of a map from the tape that others override, which are the last things on it. */
  private removeOverridden(map: number, open: OpenMap): void {
    const { tape } = this
    const { data } = tape
    const gone = new Set(open.overridden)
    let to = map + 1
    for (let key = map + 1, end = tape.size; key < end; ) {
      const next = tape.isScalar(key + 1) ? key + 2 : data[(key + 1) * 4 + 3]!
      if (!gone.has(key)) {
        data.copyWithin(to * 4, key * 4, next * 4)
        const shift = key - to
        if (shift > 0) for (let node = to; node < to + next - key; node++) if (!tape.isScalar(node)) data[node * 4 + 3]! -= shift
        to += next - key
      }
      key = next
    }
    tape.size = to
    open.count -= gone.size
    tape.hasOverridden = true
  }

  private writeEntry(frame: Frame, open: OpenMap): void {
    const key = frame.node.children[frame.next++]!
    const value = frame.node.children[frame.next++]!
    if (isMergeKey(key, this.sourceOf(key))) return this.merge(key, value, frame, open)
    const size = this.tape.size
    const readable = this.writeKey(key, value, open, frame.shared, frame.through)
    if (readable) open.count++
    this.writeNode(value, frame.shared, readable ? -1 : size)
  }

  private merge(key: YamlNode, value: YamlNode, { through = key }: Frame, open: OpenMap): void {
    const target = value.target ?? value
    if (target.kind === Kind.map) return this.mergeMap(value, open, through)
    // Only a list that is written here: an alias to one is refused.
    if (value.kind !== Kind.sequence) this.refuse(value.start === value.end ? key : value, 'Only maps can be merged with "<<"')
    for (const item of value.children) if ((item.target ?? item).kind !== Kind.map) this.refuse(item.start === item.end ? key : item, 'Only maps can be merged with "<<"')
    // The last is read first, so that the first map of the list wins: on the stack it is the upper one.
    for (const item of value.children) this.mergeMap(item, open, through)
  }

  private mergeMap(node: YamlNode, open: OpenMap, through: YamlNode): void {
    const target = this.follow(node)
    const aliased = target !== node
    this.frames.push({ node: target, at: -1, next: 0, open, shared: true, through, aliased, dropTo: -1 })
    if (aliased) this.aliasDepth++
    this.count(target)
    this.expanding.add(target)
  }

  /** False when the key is none that kubectl can read: the entry is then left out. */
  private writeKey(node: YamlNode, value: YamlNode, open: OpenMap, shared: boolean, through: YamlNode | undefined): boolean {
    const key = this.follow(node)
    const aliased = key !== node
    if (aliased) this.aliasDepth++
    this.count(key)
    const resolved = this.resolveKey(key)
    if (aliased) this.aliasDepth--
    if (resolved === undefined) return false
    const { kind, start, end } = key
    const isOther = kind === Kind.plain && key.tag === undefined && !resolved.encoded && this.text.slice(start, end) !== resolved.text
    const at = this.add(kind | (shared || aliased ? Flag.shared : 0) | (resolved.encoded ? Flag.encoded : 0) | this.noted(isOther ? Flag.reinterpreted : 0), start, end, internKey(resolved.text))
    const shown = through ?? node
    this.compareKeys(resolved.text, open, { start: shown.start, end: shown.end, identity: resolved.identity, merged: through !== undefined, at, value })
    return true
  }

  private compareKeys(text: string, open: OpenMap, place: Entry): void {
    const earlier = open.keys.get(text)
    open.keys.set(text, place)
    if (earlier === undefined) return
    // What a merge has brought, any later entry overrides; an entry that stands here is not to be lost to a merge.
    if (earlier.merged) open.overridden.push(earlier.at)
    // Of a map that an alias repeats, it was said where that map stands.
    if (this.aliasDepth > 0 && !place.merged) return
    this.tell(duplicateKey(text, place, earlier, this.isSameScalar(place.value, earlier.value)))
  }

  private isSameScalar(one: YamlNode, other: YamlNode): boolean {
    return one.kind > Kind.sequence && one.kind === other.kind && one.target === undefined && other.target === undefined && one.tag === other.tag && this.sourceOf(one) === this.sourceOf(other)
  }

  private resolveKey(key: YamlNode): { text: string; identity: string; encoded: boolean } | undefined {
    if (key.kind <= Kind.sequence) {
      this.report(key, 'A map or a list cannot be a key')
      return undefined
    }
    const decoded = this.decode(key, true)
    if (decoded === undefined) return undefined
    const resolved = resolveKey(decoded.value, decoded.float)
    if (typeof resolved !== 'string') return { ...resolved, encoded: this.isEncoded(key) }
    this.report(key, resolved === 'null' ? 'A key cannot be empty or null' : `Key "${this.sourceOf(key)}" is too large a number`)
    return undefined
  }

  private writeScalar(scalar: YamlNode, shared: boolean): void {
    const { kind, start, end, tag } = scalar
    const flags = shared ? Flag.shared : 0
    const encoded = this.isEncoded(scalar) ? Flag.encoded : 0
    const decoded = this.decode(scalar, false)
    if (decoded === undefined) this.add(Kind.plain | flags | Flag.hidden | encoded, start, end, 0)
    else if (tag !== undefined) {
      if (decoded.value === null) this.add(Kind.plain | flags, start, end, Hint.null)
      else this.add(Kind.explicit | flags, start, end, this.tape.values.push(decoded.value) - 1)
    } else if (kind === Kind.plain && encoded === 0) {
      const { hint, flag } = plainScalar(this.source, start, end)
      this.add(kind | flags | this.noted(flag), start, end, hint)
    } else this.add(kind | flags | encoded, start, end, scalar.header)
  }

  private noted(flag: number): number {
    if (flag !== 0) this.tape.hasReinterpreted = true
    return flag
  }

  private sourceOf({ start, end }: YamlNode): string {
    return this.text.slice(start, end)
  }

  private isEncoded(scalar: YamlNode): boolean {
    const source = this.sourceOf(scalar)
    switch (scalar.kind) {
      case Kind.doubleQuoted:
        return /[\\\n\r\u0085\u2028\u2029]/.test(source)
      case Kind.singleQuoted:
        return source.indexOf("''", 1) !== -1 && source.length > 2 ? true : /[\n\r\u0085\u2028\u2029]/.test(source)
      case Kind.plain:
        return /[\n\r\u0085\u2028\u2029]/.test(source)
      default:
        return false
    }
  }

  /** The value of a scalar, or undefined after a report. */
  private decode(scalar: YamlNode, isKey: boolean): { value: ScalarValue; float: boolean } | undefined {
    const { kind, start, end, tag, header } = scalar
    // Nothing after a tag: what is seen of it is the tag.
    const isMissing = kind === Kind.plain && tag !== undefined && this.text[start] === '!'
    const text = isMissing ? '' : scalarText(this.text, kind, this.isEncoded(scalar), start, end, header)
    if (tag !== undefined) {
      const resolved = resolveTag(tag, text)
      if ('message' in resolved) this.report(scalar, resolved.message)
      else if (isKey || this.isFinite(resolved.value, scalar)) return resolved
      return undefined
    }
    if (kind !== Kind.plain) return { value: text, float: false }
    const value = resolvePlain(text)
    if (!isKey && !this.isFinite(value, scalar)) return undefined
    return { value, float: typeof value === 'number' && isFloatText(text) }
  }

  private isFinite(value: ScalarValue, scalar: YamlNode): boolean {
    if (typeof value !== 'number' || Number.isFinite(value)) return true
    this.report(scalar, `"${this.sourceOf(scalar)}" is not a number that JSON can carry: put it in quotes`)
    return false
  }
}

function isMergeKey(key: YamlNode, source: string): boolean {
  if (key.kind <= Kind.sequence || key.target !== undefined) return false
  const isPlain = key.kind === Kind.plain && key.tag === undefined
  return (isPlain || key.tag === '!' || key.tag === 'tag:yaml.org,2002:merge') && (isPlain ? source : source.replace(/^(["'])(.*)\1$/, '$2')) === '<<'
}
