/** "Did you mean": for fields, kinds, rules and flags. */

/** Longer words are no names: nothing is meant by them, and comparing two takes time as the product of their lengths. */
const LONGEST = 128

// Rows of the table of distances, reused: a text of thousands of misspelt fields is compared with every name that each could have been.
let row = new Uint8Array(LONGEST + 1)
let last = new Uint8Array(LONGEST + 1)
let before = new Uint8Array(LONGEST + 1)

/**
 * Edits between two words: letters added, dropped, changed, or two neighbours swapped. `limit + 1` as soon as it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const far = limit + 1
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return far
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    // Further from the diagonal than `limit` every distance is more than that.
    const first = Math.max(1, i - limit)
    const end = Math.min(b.length, i + limit)
    row[first - 1] = first === 1 ? i : far
    let least: number = row[first - 1]!
    const letter = a.charCodeAt(i - 1)
    const previous = a.charCodeAt(i - 2)
    for (let j = first; j <= end; j++) {
      const same = letter === b.charCodeAt(j - 1)
      const above = j === i + limit ? far : last[j]!
      let cost = Math.min(above + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (!same && i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && previous === b.charCodeAt(j - 1)) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return far
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(last[b.length]!, far)
}

/**
 * The candidate that a person meant by `word`: letter case aside, about one slip for every three letters; the first of equals. Undefined when none is near.
 * `isMeant` is asked only about those that may be.
 */
export function nearest(word: string, candidates: Iterable<string>, isMeant = (_: string): boolean => true): string | undefined {
  if (word.length > LONGEST) return undefined
  const wanted = word.toLowerCase()
  const letters = lettersOf(wanted)
  takeLetters(wanted)
  let best: string | undefined
  let limit = Math.ceil(wanted.length / 3)
  for (const candidate of candidates) {
    if (Math.abs(wanted.length - candidate.length) > limit) continue
    const lower = candidate.toLowerCase()
    // Each letter that one of them lacks takes an edit. That rules out nearly all, and takes no table.
    const others = lettersOf(lower)
    if (count(letters & ~others) > limit || count(others & ~letters) > limit || !isWithin(lower, wanted.length, limit) || !isMeant(candidate)) continue
    const distance = editDistance(wanted, lower, limit)
    if (distance > limit || distance >= Math.max(wanted.length, candidate.length)) continue
    best = candidate
    if (distance === 0) break
    limit = distance - 1
  }
  return best
}

/** A bit for each letter of a word; two letters may share one. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** How often `wanted` has each of the letters that share a bit. */
const left = new Int16Array(32)

function takeLetters(wanted: string): void {
  left.fill(0)
  for (let at = 0; at < wanted.length; at++) left[wanted.charCodeAt(at) & 31]!++
}

/** The same with letters that are there several times: what is left over of either word takes an edit for each. */
function isWithin(other: string, length: number, limit: number): boolean {
  let more = 0
  for (let at = 0; at < other.length; at++) if (--left[other.charCodeAt(at) & 31]! < 0) more++
  for (let at = 0; at < other.length; at++) left[other.charCodeAt(at) & 31]!++
  return more <= limit && length - (other.length - more) <= limit
}

function count(bits: number): number {
  let ones = 0
  for (; bits !== 0; bits &= bits - 1) ones++
  return ones
}
