/** What values.yaml and the templates of a chart have of each other: keys that nothing reads, and values that nothing sets. */
import { editDistance } from '../model/nearest.ts'
import type { ReadValue } from './values-read.ts'
import type { Range, ValueEntry, ValuesFile } from './values.ts'

export interface UnreadKey {
  path: readonly string[]
  range: Range
}

/** A template reads a value that is not set, and very likely means another one. */
export interface Misnamed {
  read: ReadValue
  /** What is set. */
  meant: readonly string[]
  range: Range
}

interface Node {
  /** As a whole. */
  isRead: boolean
  below: Map<string, Node>
}

/** The topmost keys that no path leads to or through. `isOthers` says of a key at the top that it is not for the templates. */
export function unreadKeys(values: ValuesFile, paths: Iterable<readonly string[]>, isOthers: (key: string) => boolean): UnreadKey[] {
  const top: Node = { isRead: false, below: new Map() }
  for (const path of paths) {
    let node = top
    for (const step of path) {
      if (!node.below.has(step)) node.below.set(step, { isRead: false, below: new Map() })
      node = node.below.get(step)!
    }
    node.isRead = true
  }
  const unread: UnreadKey[] = []
  const look = (entries: Iterable<ValueEntry>, { below }: Node, path: readonly string[]): void => {
    for (const { key, range, isShared, entries: inner } of entries) {
      const node = below.get(key)
      if (isShared || key === '<<' || (path.length === 0 && isOthers(key)) || node?.isRead === true) continue
      if (node === undefined) unread.push({ path: [...path, key], range })
      else look(inner(), node, [...path, key])
    }
  }
  look(values.entries(), top, [])
  return unread
}

/** `unread` are keys that nothing reads; `isKnown` tells whether anything else names a value. */
export function misnamedValues(values: ValuesFile, reads: readonly ReadValue[], unread: readonly UnreadKey[], isKnown: (path: readonly string[]) => boolean): Misnamed[] {
  const found = new Map<string, Misnamed>()
  const conditional = new Set(reads.flatMap(({ isPrinted, path }) => (isPrinted ? [] : path.map((_, index) => JSON.stringify(path.slice(0, index + 1))))))
  const free = new Set(unread.map(({ path }) => JSON.stringify(path)))
  for (const read of reads) {
    const { path } = read
    let entries = [...values.entries()]
    let depth = 0
    for (let next; (next = entries.find(({ key }) => key === path[depth])) !== undefined; entries = [...next.entries()]) depth++
    if (depth === path.length || entries.length === 0) continue
    const wanted = path.slice(0, depth + 1)
    const id = JSON.stringify(wanted)
    if (found.has(id) || isKnown(wanted)) continue
    const rest = path.slice(depth + 1)
    const candidates = entries.filter((entry) => fits(entry, rest) && (free.has(JSON.stringify([...path.slice(0, depth), entry.key])) || !conditional.has(id)))
    const meant = candidates.find(({ key }) => isSlip(path[depth]!, key))
    if (meant !== undefined) found.set(id, { read, meant: [...path.slice(0, depth), meant.key], range: meant.range })
  }
  return [...found.values()]
}

/** Short words are often near to each other, and so are those with numbers. */
function isSlip(word: string, key: string): boolean {
  const [one, other] = [word.toLowerCase(), key.toLowerCase()]
  if (Math.min(one.length, other.length) < 4 || one.replaceAll(/\d/g, '') === other.replaceAll(/\d/g, '') && one !== other) return false
  return editDistance(one, other, 1) <= 1
}

/** Whether what is read of a value is there below another one. */
function fits({ entries }: ValueEntry, rest: readonly string[]): boolean {
  const [first, ...others] = rest
  if (first === undefined) return true
  const next = [...entries()].find(({ key }) => key === first)
  return next !== undefined && fits(next, others)
}
