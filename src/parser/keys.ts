/** Interned map keys: every distinct key of a run exists once, so that comparing keys is comparing numbers. */
import { isFloatText, resolveKey, resolvePlain } from './scalar.ts'

const texts: string[] = []
const hashes: number[] = []
/** Open addressing: id + 1, or 0 for a free slot. Never more than half full. */
let slots = new Int32Array(1 << 12)

/** The hash of a text is this step over its UTF-16 code units, from 0 on. */
export const hashStep = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** The id of a key's text. */
export function internKey(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i))
  return internSlice(text, 0, text.length, hash)
}

/** The same for a part of a text whose hash is known, without making a string of it when the key is not new. */
export function internSlice(source: string, start: number, end: number, hash: number): number {
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
    if (hashes[entry - 1] === hash && isSame(texts[entry - 1]!, source, start, end)) return entry - 1
    slot = (slot + 1) & mask
  }
  const id = texts.length
  const text = source.slice(start, end)
  // A long slice would keep the whole source alive; V8 copies those below 13 characters.
  texts.push(text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))
  hashes.push(hash)
  slots[slot] = id + 1
  if (texts.length * 2 > slots.length) rehash()
  return id
}

function isSame(text: string, source: string, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== source.charCodeAt(start + i)) return false
  return true
}

function rehash(): void {
  slots = new Int32Array(slots.length * 4)
  const mask = slots.length - 1
  hashes.forEach((hash, id) => {
    let slot = (hash ^ (hash >>> 15)) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = id + 1
  })
}

export const keyText = (id: number): string => texts[id]!

const plainKeys: number[] = []

/** What a plain key with the text `id` is read as: `on` as "true", `0x1` as "1". -1 when it is no ordinary key: a merge, null, a number that no key can be. */
export function plainKey(id: number): number {
  return (plainKeys[id] ??= resolvePlainKey(id))
}

function resolvePlainKey(id: number): number {
  const text = texts[id]!
  if (text === '<<') return -1
  const value = resolvePlain(text)
  if (value === text) return id
  const key = resolveKey(value, typeof value === 'number' && isFloatText(text))
  return typeof key === 'string' ? -1 : internKey(key.text)
}
