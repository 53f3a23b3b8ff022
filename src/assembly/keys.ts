/** Interned map keys: every distinct key of a run exists once, so that comparing keys is comparing numbers. Names of anchors are kept here as well. */
import { random, resolvePlainKey } from './host'
import { move, take } from './memory'
import { plainHint, TEXT } from './scalar'
import { unit } from './text'

@unmanaged
class Key {
  hash: i32
  /** Address and number of its UTF-16 code units. */
  text: usize
  length: i32
  /** What it is read as when it is plain: an id + 1, -1 for no ordinary key, 0 while nobody asked. */
  plain: i32
  /** The map, by a serial number, that had it last. */
  map: i32
  /** The document, by a serial number, that has an anchor of this name, and the anchor's node. */
  document: i32
  anchored: i32
}

let keys: usize = 0
let capacity: i32 = 0
let count: i32 = 0
/** Open addressing: id + 1, or 0 for a free slot. Never more than half full. */
let slots: usize = 0
let slotCount: i32 = 0

export function keyOf(id: i32): Key {
  return changetype<Key>(keys + <usize>id * offsetof<Key>())
}

export function keyAddress(id: i32): usize {
  return keyOf(id).text
}

export function keyLength(id: i32): i32 {
  return keyOf(id).length
}

/** Another for each run, so that no manifest can have keys that are made to collide. Odd: then no two states become one when they are multiplied with it. */
let secret: u64 = 0

function hashOf(text: usize, length: i32): i32 {
  if (secret === 0) secret = (<u64>random() << 32) | <u32>random() | 1
  let hash: u64 = length
  const end = text + (<usize>(length & ~1) << 1)
  // Two units at a time: a difference in the lower half of the state cannot be taken back by the next two.
  for (; text < end; text += 4) {
    hash = (hash ^ load<u32>(text)) * secret
    hash ^= hash >> 32
  }
  if ((length & 1) !== 0) {
    hash = (hash ^ load<u16>(text)) * secret
    hash ^= hash >> 32
  }
  return <i32>hash
}

/** The id of a text. */
export function intern(text: usize, length: i32): i32 {
  if (slotCount === 0) rehash(1 << 12)
  const hash = hashOf(text, length)
  const mask = slotCount - 1
  let slot = hash & mask
  for (;;) {
    const entry = load<i32>(slots + (<usize>slot << 2))
    if (entry === 0) break
    const key = keyOf(entry - 1)
    if (key.hash === hash && key.length === length && memory.compare(key.text, text, <usize>length << 1) === 0) return entry - 1
    slot = (slot + 1) & mask
  }
  if (count === capacity) grow()
  const id = count++
  const key = keyOf(id)
  key.hash = hash
  key.text = copyOf(text, length)
  key.length = length
  store<i32>(slots + (<usize>slot << 2), id + 1)
  if (count * 2 > slotCount) rehash(slotCount * 4)
  return id
}

/** The id of a text in ASCII. */
export function internAscii(start: usize, end: usize): i32 {
  const length = <i32>(end - start)
  const units = reserveKey(length)
  for (let i = 0; i < length; i++) store<u16>(units + (<usize>i << 1), load<u8>(start + i))
  return intern(units, length)
}

export function internWord(word: string): i32 {
  return intern(changetype<usize>(word), word.length)
}

let scratch: usize = 0
let scratchUnits: i32 = 0

/** Room for a text of so many units that is to be interned or looked up; the address to write it to. */
export function reserveKey(units: i32): usize {
  if (units > scratchUnits) {
    scratchUnits = max(units * 2, 1 << 10)
    scratch = take(<usize>scratchUnits << 1)
  }
  return scratch
}

function grow(): void {
  const larger = max(capacity * 2, 1 << 11)
  keys = move(keys, <usize>capacity * offsetof<Key>(), <usize>larger * offsetof<Key>())
  capacity = larger
}

function copyOf(text: usize, length: i32): usize {
  const bytes = <usize>length << 1
  const copy = take(bytes)
  memory.copy(copy, text, bytes)
  return copy
}

function rehash(size: i32): void {
  slotCount = size
  slots = take(<usize>size << 2)
  for (let id = 0; id < count; id++) {
    const hash = keyOf(id).hash
    let slot = hash & (size - 1)
    while (load<i32>(slots + (<usize>slot << 2)) !== 0) slot = (slot + 1) & (size - 1)
    store<i32>(slots + (<usize>slot << 2), id + 1)
  }
}

/** What the plain key `id`, which is written from `start` to `end`, is read as: `on` as "true", `0x1` as "1". -1 when it is no ordinary key. */
export function plainKey(id: i32, start: i32, end: i32): i32 {
  const known = keyOf(id).plain
  if (known !== 0) return known > 0 ? known - 1 : -1
  // `<<` is text as well, but merges as a key.
  const resolved = plainHint(start, end) === TEXT && unit(start) !== 60 ? id : resolvePlainKey(id)
  keyOf(id).plain = resolved < 0 ? -1 : resolved + 1
  return resolved
}
