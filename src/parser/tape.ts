/**
 * The tape: one growable Int32Array, four words a node, that both ways of parsing write and everything downstream reads.
 *
 * | word | map, sequence | scalar |
 * |---|---|---|
 * | 0 | kind (bits 0–3), flags (4–7), number of entries (8–31) | kind, flags |
 * | 1 | offset of its first character | the same |
 * | 2 | offset after its last character | the same |
 * | 3 | index of the first node after its subtree | key: id of the interned key; explicit value: index in `values`; block scalar: indentation and chomping; double-quoted in JSON, with escapes: 1; plain: what it is read as (`Hint`); else 0 |
 *
 * The children of a map are key, value, key, value, …; a key is always one scalar node. A node is named by its index (word offset / 4).
 * Spans: quotes, brackets and the header of a block scalar belong to the node; blanks and comments around it do not.
 * A block map starts at its first key and ends after its last value. A missing value is an empty plain scalar right after the colon or dash.
 */
import { keyText } from './keys.ts'
import { Flag, Hint, Kind } from './node.ts'
import { resolvePlain, scalarText, type ScalarValue } from './scalar.ts'
import { withUnreadable } from './unreadable.ts'

export { Flag, Hint, Kind }

const KIND_MASK = 15
/** Entries from which on a map or list is looked through once, for all lookups in it: findings in a wide one would look through it for each. */
const WIDE = 64

/** Where copies lie: one large array instead of thousands of small ones, which would each be a burden of the garbage collector. */
let shelf = new Int32Array(0)
let used = 0

function keep(data: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  if (used + data.length > shelf.length) {
    shelf = new Int32Array(Math.max(data.length, 1 << 18))
    used = 0
  }
  shelf.set(data, used)
  const copy = shelf.subarray(used, used + data.length)
  used += data.length
  return copy
}

/** The node after `node` and all below it. A function of the array alone: most of a run is over before V8 has optimised a method. */
const after = (data: Int32Array, node: number): number => ((data[node * 4]! & KIND_MASK) <= Kind.sequence ? data[node * 4 + 3]! : node + 1)

/** The nodes know what is below them: this is the other direction, of all nodes below `root`. */
export class Parents {
  readonly root: number
  /** Paths of maps and lists that were asked for: those of what is in them begin with them. */
  readonly paths = new Map<number, string>()
  private readonly data: Int32Array
  /** Of each node its parent, and what it is there: the index of an item, else `KEY` or `VALUE`. */
  private readonly up: Int32Array

  constructor({ data }: Tape, root: number) {
    this.root = root
    this.data = data
    const end = after(data, root)
    this.up = new Int32Array((end - root) * 2)
    for (let node = root; node < end; node++) {
      const kind = data[node * 4]! & KIND_MASK
      if (kind > Kind.sequence) continue
      let index = 0
      for (let child = node + 1, last = data[node * 4 + 3]!; child < last; child = after(data, child), index++) {
        this.up[(child - root) * 2] = node
        this.up[(child - root) * 2 + 1] = kind === Kind.sequence ? index : index % 2 === 0 ? KEY : VALUE
      }
    }
  }

  of(node: number): number {
    return this.up[(node - this.root) * 2]!
  }
  isKey(node: number): boolean {
    return this.up[(node - this.root) * 2 + 1] === KEY
  }
  /** The key of a value, or the index of an item. */
  step(node: number): string | number {
    const index = this.up[(node - this.root) * 2 + 1]!
    return index >= 0 ? index : keyText(this.data[(node - 1) * 4 + 3]!)
  }
  /** The key node of a value in a map, or -1. */
  key(node: number): number {
    return node !== this.root && this.up[(node - this.root) * 2 + 1] === VALUE ? node - 1 : -1
  }
}

const KEY = -2
const VALUE = -1

interface Marks {
  from: number
  data: Int32Array
  misnamed: ReadonlyMap<number, ReadonlySet<string>>
}

const copied = (misnamed: ReadonlyMap<number, ReadonlySet<string>>) => new Map([...misnamed].map(([map, names]) => [map, new Set(names)]))

export class Tape {
  text = ''
  data: Int32Array<ArrayBuffer>
  /** Number of nodes. */
  size = 0
  /** Values of `explicit` scalars: what a tag or a library has decoded already. */
  values: ScalarValue[] = []
  /** Whether some node has `Flag.reinterpreted`. */
  hasReinterpreted = false
  /** Whether a merge has brought entries that others override: they are not on the tape, though their text is read there. */
  hasOverridden = false
  /** Whether some object has a value that is still to be filled in. */
  hasPlaceholders = false
  /** Plain values of maps and lists, by node; made when the first is asked for. */
  private plain: Map<number, unknown> | undefined
  /** By map: fields that are there under another name. */
  private readonly misnamed = new Map<number, Set<string>>()
  /** Of wide maps and lists, by node: value nodes by key, and items by index. */
  private readonly wideMaps = new Map<number, ReadonlyMap<string, number>>()
  private readonly wideLists = new Map<number, readonly number[]>()
  private parents: Parents | undefined

  constructor(data = new Int32Array(1 << 14)) {
    this.data = data
  }

  /** Start over with another text; the memory stays. */
  reset(text: string): void {
    this.text = text
    this.size = 0
    // New ones even when they are empty: a detached copy may have the old ones.
    this.values = []
    this.hasReinterpreted = false
    this.hasOverridden = false
    this.hasPlaceholders = false
    this.plain = undefined
    this.parents = undefined
    if (this.misnamed.size > 0) this.misnamed.clear()
    if (this.wideMaps.size > 0) this.wideMaps.clear()
    if (this.wideLists.size > 0) this.wideLists.clear()
  }

  /** A copy that a later `reset` does not touch, no larger than needed; with the plain values that were asked for so far, or without. */
  detach(withPlain = true): Tape {
    const copy = this.copy(0, this.size)
    if (withPlain) copy.plain = this.plain
    return copy
  }

  /** A copy of the nodes below `root` alone, which becomes node 0, with `text`, the part of the text from `offset` on. */
  detachPart(root: number, text: string, offset: number): Tape {
    const copy = this.copy(root, this.next(root))
    copy.text = text
    for (let word = 0; word < copy.size * 4; word += 4) {
      copy.data[word + 1]! -= offset
      copy.data[word + 2]! -= offset
      if ((copy.data[word]! & KIND_MASK) <= Kind.sequence) copy.data[word + 3]! -= root
    }
    return copy
  }

  private copy(from: number, to: number): Tape {
    const copy = new Tape(keep(this.data.subarray(from * 4, to * 4)))
    copy.text = this.text
    copy.size = to - from
    copy.values = this.values
    copy.hasReinterpreted = this.hasReinterpreted
    for (const [map, names] of this.misnamed) if (map >= from && map < to) copy.misnamed.set(map - from, names)
    copy.hasOverridden = this.hasOverridden
    return copy
  }

  /** Takes over the nodes that the core has written, the first word of which is `words[from]`; with them the tape has `size`. */
  append(words: Int32Array, from: number, size: number): void {
    const start = this.size * 4
    while (size * 4 > this.data.length) this.grow()
    this.data.set(words.subarray(from, from + size * 4 - start), start)
    this.size = size
  }

  grow(): void {
    const larger = new Int32Array(this.data.length * 2)
    larger.set(this.data)
    this.data = larger
  }

  kind(node: number): Kind {
    return (this.data[node * 4]! & KIND_MASK) as Kind
  }
  isMap(node: number): boolean {
    return (this.data[node * 4]! & KIND_MASK) === Kind.map
  }
  isSequence(node: number): boolean {
    return (this.data[node * 4]! & KIND_MASK) === Kind.sequence
  }
  isScalar(node: number): boolean {
    return (this.data[node * 4]! & KIND_MASK) > Kind.sequence
  }
  has(node: number, flag: number): boolean {
    return (this.data[node * 4]! & flag) !== 0
  }
  mark(node: number, flag: number): void {
    this.data[node * 4]! |= flag
    // Plain values that were made before may hold it.
    if (flag === Flag.hidden) this.plain = undefined
  }
  /** Gives a scalar another value than the one that is written. */
  replace(node: number, value: ScalarValue): void {
    this.data[node * 4] = (this.data[node * 4]! & ~KIND_MASK) | Kind.explicit
    this.data[node * 4 + 3] = this.values.push(value) - 1
    this.plain = undefined
  }
  /** A field of a map is there, but nobody can read it: it has another name, or stands elsewhere in the map. */
  misname(map: number, field: string): void {
    this.misnamed.set(map, (this.misnamed.get(map) ?? new Set()).add(field))
    this.plain = undefined
  }
  /** The same at the end of a way: what is there of it can be read. */
  misnameAt(map: number, [field = '', ...rest]: readonly string[]): void {
    const child = rest.length === 0 ? -1 : this.find(map, field)
    if (child !== -1 && this.isMap(child)) this.misnameAt(child, rest)
    else this.misname(map, field)
  }
  /** Whether all below a node can be read: nothing is hidden, and nothing stands under another name. */
  isReadable(root: number): boolean {
    for (let node = root, end = this.next(root); node < end; node++) if (this.has(node, Flag.hidden) || this.misnamed.has(node)) return false
    return true
  }

  isMisnamed(map: number, field: string): boolean {
    return this.misnamed.size > 0 && this.misnamed.get(map)?.has(field) === true
  }
  /** What has been marked, replaced and misnamed from a node on, to put back before a walk with other types. */
  marksOf(node: number): Marks {
    return { from: node * 4, data: this.data.slice(node * 4, this.next(node) * 4), misnamed: copied(this.misnamed) }
  }
  restoreMarks({ from, data, misnamed }: Marks): void {
    this.data.set(data, from)
    this.misnamed.clear()
    for (const [map, names] of copied(misnamed)) this.misnamed.set(map, names)
    this.plain = undefined
  }
  /** Hides what was hidden then, too. */
  addMarks({ from, data, misnamed }: Marks): void {
    for (let at = 0; at < data.length; at += 4) this.data[from + at]! |= data[at]! & Flag.hidden
    for (const [map, names] of misnamed) for (const name of names) this.misname(map, name)
    this.plain = undefined
  }
  /** Entries of a map (pairs) or a sequence (items). */
  count(node: number): number {
    return this.data[node * 4]! >>> 8
  }
  start(node: number): number {
    return this.data[node * 4 + 1]!
  }
  end(node: number): number {
    return this.data[node * 4 + 2]!
  }
  /** The node after this one and all below it: the next sibling, if there is one. */
  next(node: number): number {
    return after(this.data, node)
  }
  /** Id of a key node's text: equal ids, equal keys, over all tapes. */
  keyId(key: number): number {
    return this.data[key * 4 + 3]!
  }
  /** A key as kubectl reads it: `on:` is "true", `1:` is "1". */
  key(key: number): string {
    return keyText(this.data[key * 4 + 3]!)
  }
  /** A scalar, not a key, as kubectl reads it. Integers beyond ±2^53 are bigint. */
  scalar(node: number): ScalarValue {
    const at = node * 4
    const head = this.data[at]!
    const kind = (head & KIND_MASK) as Kind
    const extra = this.data[at + 3]!
    if (kind === Kind.explicit) return this.values[extra]!
    if (kind === Kind.plain && extra !== 0) {
      switch (extra & 7) {
        case Hint.text:
          return this.text.slice(this.data[at + 1], this.data[at + 2])
        case Hint.integer:
          return extra >> 3
        case Hint.null:
          return null
        default:
          return (extra & 7) === Hint.true
      }
    }
    const text = scalarText(this.text, kind, (head & Flag.encoded) !== 0, this.data[at + 1]!, this.data[at + 2]!, extra)
    return kind === Kind.plain ? resolvePlain(text) : text
  }
  /** The value as written, for messages: quotes and all. */
  source(node: number): string {
    return this.text.slice(this.start(node), this.end(node))
  }
  isNull(node: number): boolean {
    return (this.data[node * 4]! & KIND_MASK) === Kind.plain && this.data[node * 4 + 3] === Hint.null
  }

  /** The value node of a key, or -1 (also for a node that is no map, or -1 itself). Of a duplicate key the last one counts, as for kubectl. */
  find(map: number, key: string): number {
    const { data } = this
    let found = -1
    if (map === -1 || (data[map * 4]! & KIND_MASK) !== Kind.map) return found
    if (data[map * 4]! >>> 8 > WIDE) return this.entriesOf(map).get(key) ?? -1
    for (let k = map + 1, end = data[map * 4 + 3]!; k < end; k = after(data, k + 1)) if (keyText(data[k * 4 + 3]!) === key) found = k + 1
    return found
  }

  /** The same by the id of an interned key. */
  findId(map: number, id: number): number {
    const { data } = this
    let found = -1
    if (map === -1 || (data[map * 4]! & KIND_MASK) !== Kind.map) return found
    for (let k = map + 1, end = data[map * 4 + 3]!; k < end; k = after(data, k + 1)) if (data[k * 4 + 3] === id) found = k + 1
    return found
  }

  /** The nth item of a sequence, or -1. */
  item(sequence: number, index: number): number {
    if (sequence === -1 || !this.isSequence(sequence)) return -1
    if (this.count(sequence) > WIDE) return this.itemsOf(sequence)[index] ?? -1
    let node = sequence + 1
    for (const end = this.next(sequence); node < end; node = this.next(node)) if (index-- === 0) return node
    return -1
  }

  private entriesOf(map: number): ReadonlyMap<string, number> {
    const known = this.wideMaps.get(map)
    if (known !== undefined) return known
    const { data } = this
    const entries = new Map<string, number>()
    for (let k = map + 1, end = data[map * 4 + 3]!; k < end; k = after(data, k + 1)) entries.set(keyText(data[k * 4 + 3]!), k + 1)
    this.wideMaps.set(map, entries)
    return entries
  }

  private itemsOf(sequence: number): readonly number[] {
    const known = this.wideLists.get(sequence)
    if (known !== undefined) return known
    const { data } = this
    const items: number[] = []
    for (let item = sequence + 1, end = data[sequence * 4 + 3]!; item < end; item = after(data, item)) items.push(item)
    this.wideLists.set(sequence, items)
    return items
  }

  /** The way up from each node below `root`; made once for all that is asked of one root. */
  parentsBelow(root: number): Parents {
    if (this.parents?.root !== root) this.parents = new Parents(this, root)
    return this.parents
  }

  /**
   * The node as plain JavaScript values, without null fields (null is absent for the API server) and without what the schema walk has hidden: see unreadable.ts. Made once per node:
   * the same node gives the same object, so values can be compared by identity and must not be changed.
   */
  toJS(node: number): unknown {
    const { data } = this
    if ((data[node * 4]! & KIND_MASK) > Kind.sequence) return this.scalar(node)
    const plain = (this.plain ??= new Map())
    if (!plain.has(node)) {
      // From the last node to the first, so that whatever is below a node is there before it: a manifest may be nested deeper than calls can be.
      for (let inner = data[node * 4 + 3]! - 1; inner >= node; inner--) {
        const kind = data[inner * 4]! & KIND_MASK
        if (kind <= Kind.sequence && !plain.has(inner)) plain.set(inner, kind === Kind.map ? this.plainMap(inner, plain) : this.plainList(inner, plain))
      }
    }
    return plain.get(node)
  }

  private plainMap(map: number, plain: ReadonlyMap<number, unknown>): object {
    const { data } = this
    const object: Record<string, unknown> = {}
    let hidden = this.misnamed.size > 0 && this.misnamed.has(map) ? new Set(this.misnamed.get(map)) : undefined
    for (let k = map + 1, end = data[map * 4 + 3]!; k < end; k = after(data, k + 1)) {
      if ((data[(k + 1) * 4]! & Flag.hidden) !== 0) {
        hidden = (hidden ?? new Set()).add(keyText(data[k * 4 + 3]!))
        continue
      }
      const value = plain.get(k + 1) ?? this.scalar(k + 1)
      if (value === null) continue
      const key = keyText(data[k * 4 + 3]!)
      if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
      else object[key] = value
    }
    return hidden === undefined ? object : withUnreadable(object, hidden)
  }

  /** A hidden or null item leaves '' behind: the others keep their index, and reading any field of it gives undefined. */
  private plainList(list: number, plain: ReadonlyMap<number, unknown>): unknown[] {
    const { data } = this
    const items: unknown[] = []
    let hidden: Set<string> | undefined
    for (let item = list + 1, end = data[list * 4 + 3]!; item < end; item = after(data, item)) {
      const isHidden = (data[item * 4]! & Flag.hidden) !== 0
      if (isHidden) hidden = (hidden ?? new Set()).add(String(items.length))
      items.push(isHidden ? '' : (plain.get(item) ?? this.scalar(item) ?? ''))
    }
    return hidden === undefined ? items : withUnreadable(items, hidden)
  }
}
