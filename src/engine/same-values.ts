/** Compares what a document says before and after a fix: only what the finding named may be another. */
import { appendStep } from '../model/field-path.ts'
import type { Tape } from '../parser/tape.ts'

/** A node and the tape that it is on. */
export interface Value {
  tape: Tape
  node: number
}

/** Where values may change, as paths from the root of a document. */
export class AllowedPaths {
  /** What is at or below these may be another. */
  private readonly named: Set<string>
  /** On the way to these something may be added: a map that was missing. */
  private readonly above = new Set<string>()

  constructor(paths: Iterable<string>) {
    this.named = new Set(paths)
    // Not a whole object.
    this.named.delete('')
    for (const path of this.named) for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))) this.above.add(path.slice(0, end))
  }

  has(path: string): boolean {
    return this.named.has(path)
  }

  mayAdd(path: string): boolean {
    return this.above.has(path)
  }

  /** An item may go when it is named, or what tells it apart. */
  mayRemove(path: string): boolean {
    return this.named.has(path) || this.named.has(`${path}.name`)
  }
}

/** Deeper than this no fix reaches, and no comparison. */
const DEEPEST = 2000

/** The path of the first value that is another though it must not be, or undefined. `isRemoved` tells which fields and items of the text before are gone, `isReplaced` which have others in their place. */
export function strayChange(before: Value, after: Value, allowed: AllowedPaths, isRemoved: (start: number, end: number) => boolean, isReplaced: (start: number, end: number) => boolean = () => false): string | undefined {
  const compare = (a: number, b: number, path: string, depth: number) => (allowed.has(path) ? undefined : compareContent(a, b, path, depth))

  const compareContent = (a: number, b: number, path: string, depth: number): string | undefined => {
    const { tape } = before
    if (depth > DEEPEST) return path
    if (tape.isScalar(a)) return after.tape.isScalar(b) && Object.is(tape.scalar(a), after.tape.scalar(b)) ? undefined : path
    if (tape.kind(a) !== after.tape.kind(b)) return path
    return tape.isMap(a) ? compareMaps(a, b, path, depth) : compareLists(a, b, path, depth)
  }

  const compareMaps = (a: number, b: number, path: string, depth: number): string | undefined => {
    const { tape } = before
    let other = b + 1
    const end = after.tape.next(b)
    for (let key = a + 1; key < tape.next(a); key = tape.next(key + 1)) {
      const field = appendStep(path, tape.key(key))
      if (other >= end || after.tape.key(other) !== tape.key(key)) {
        if (!allowed.has(field)) return field
        if (isRemoved(tape.start(key), Math.max(tape.end(key), tape.end(key + 1)))) continue
        if (other >= end) return field
        // It has another name; then it keeps its value, unless the fix writes that, too.
        const stray = isReplaced(tape.start(key), tape.end(key + 1)) ? undefined : compareContent(key + 1, other + 1, field, depth + 1)
        if (stray !== undefined) return stray
      } else {
        const stray = compare(key + 1, other + 1, field, depth + 1)
        if (stray !== undefined) return stray
      }
      other = after.tape.next(other + 1)
    }
    for (; other < end; other = after.tape.next(other + 1)) {
      const added = appendStep(path, after.tape.key(other))
      if (!allowed.mayAdd(added)) return added
    }
    return undefined
  }

  const compareLists = (a: number, b: number, path: string, depth: number): string | undefined => {
    const { tape } = before
    let other = b + 1
    const end = after.tape.next(b)
    let index = 0
    for (let item = a + 1; item < tape.next(a); item = tape.next(item), index++) {
      const place = appendStep(path, index)
      if (tape.count(a) !== after.tape.count(b) && allowed.mayRemove(place) && isRemoved(tape.start(item), tape.end(item))) continue
      if (other >= end) return place
      const stray = compare(item, other, place, depth + 1)
      if (stray !== undefined) return stray
      other = after.tape.next(other)
    }
    return other < end ? appendStep(path, index) : undefined
  }

  return compare(before.node, after.node, '', 0)
}
