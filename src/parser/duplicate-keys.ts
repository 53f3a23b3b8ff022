/** Keys that a map has twice, as kubectl compares them. */
import type { Problem } from './document.ts'
import { isFloatText, resolveKey, resolvePlain, scalarText } from './scalar.ts'
import { Flag, Kind, type Tape } from './tape.ts'

export interface KeyPlace {
  start: number
  end: number
}

/** `overrides`: the earlier one comes from a merge, which is what merges are for. */
export function duplicateKey(key: string, start: number, end: number, earlier: KeyPlace, merged: boolean, overrides = false): Problem {
  const message = `Key "${key}" is set twice in the same map${merged ? ', by a merge' : ''}`
  return { kind: overrides ? 'merge-override' : 'duplicate-key', message, start, end, related: { message: 'Set here before', start: earlier.start, end: earlier.end } }
}

/** Those of all maps under `root`, which the scanner has read; copies made for aliases do not count again. */
export function findDuplicateKeys(tape: Tape, root: number): Problem[] {
  const problems: Problem[] = []
  for (let map = root; map < tape.next(root); map++) {
    if (!tape.isMap(map) || tape.has(map, Flag.shared)) continue
    const places = new Map<string, KeyPlace>()
    for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
      const place = { start: tape.start(key), end: tape.end(key) }
      const identity = identityOf(tape, key)
      const earlier = places.get(identity)
      if (earlier !== undefined) problems.push(duplicateKey(tape.key(key), place.start, place.end, earlier, false))
      places.set(identity, place)
    }
  }
  return problems.sort((a, b) => a.start - b.start)
}

function identityOf(tape: Tape, key: number): string {
  if (tape.kind(key) !== Kind.plain) return '"' + tape.key(key)
  const text = scalarText(tape.text, Kind.plain, tape.has(key, Flag.encoded), tape.start(key), tape.end(key), 0)
  const value = resolvePlain(text)
  const resolved = resolveKey(value, typeof value === 'number' && isFloatText(text))
  return typeof resolved === 'string' ? text : resolved.identity
}
