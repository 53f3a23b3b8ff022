/** What the tape does not say of a node: where it is, and whether its text serves other nodes too. Worked out of a whole tape at once, when somebody wants to change its text. */
import { Flag, type Tape } from '../parser/tape.ts'
import { countWhile } from '../parser/sorted.ts'

export interface Surroundings {
  /** The map or list that a node is in, or -1. */
  parent(node: number): number
  /** Whether some of the text from `start` to `end` is read at another place too, through an alias or a merge. */
  isReadTwice(start: number, end: number): boolean
  /** Whether a map has one of its keys twice. */
  isTwice(map: number, key: number): boolean
}

interface Known extends Surroundings {
  text: string
  size: number
}

const known = new WeakMap<Tape, Known>()

/** The tape has to be complete. */
export function surroundings(tape: Tape): Surroundings {
  const found = known.get(tape)
  if (found !== undefined && found.size === tape.size && found.text === tape.text) return found
  const made = look(tape)
  known.set(tape, made)
  return made
}

function look(tape: Tape): Known {
  const parents = new Int32Array(tape.size)
  const open: number[] = []
  const copied: { start: number; end: number }[] = []
  for (let node = 0; node < tape.size; node++) {
    while (open.length > 0 && tape.next(open.at(-1)!) <= node) open.pop()
    const parent = open.at(-1) ?? -1
    parents[node] = parent
    if (!tape.isScalar(node)) open.push(node)
    if (tape.has(node, Flag.shared) && (parent === -1 || !tape.has(parent, Flag.shared))) copied.push({ start: tape.start(node), end: tape.end(node) })
  }
  const spans = union(copied)
  const twice = new Map<number, ReadonlySet<number>>()
  const isTwice = (map: number, key: number): boolean => {
    const ids = twice.get(map) ?? idsThereTwice(tape, map)
    twice.set(map, ids)
    return ids.has(tape.keyId(key))
  }
  return { text: tape.text, size: tape.size, parent: (node) => parents[node]!, isReadTwice: (start, end) => touches(spans, start, end), isTwice }
}

function idsThereTwice(tape: Tape, map: number): ReadonlySet<number> {
  const once = new Set<number>()
  const twice = new Set<number>()
  for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) (once.has(tape.keyId(key)) ? twice : once).add(tape.keyId(key))
  return twice
}

function union(spans: { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push(span)
  }
  return merged
}

/** What is empty, a missing value, counts where it stands: also at the end of what it belongs to. */
function touches(spans: readonly { start: number; end: number }[], start: number, end: number): boolean {
  const first = countWhile(spans, (span) => span.end < start)
  // One that ends where this begins may be followed by one that does more.
  return spans.slice(first, first + 2).some((span) => (start === end ? span.start <= start : span.start < end && (span.end > start || span.start === span.end)))
}
