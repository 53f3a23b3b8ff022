/** Keys that a map has twice. */
import type { Problem } from './document.ts'
import { isFloatText, resolveKey, resolvePlain, scalarText } from './scalar.ts'
import { Flag, Kind, type Tape } from './tape.ts'

export interface KeyPlace {
  start: number
  end: number
  /** What kubectl compares. */
  identity: string
  /** Whether a merge has set it. */
  merged: boolean
}

/** `isSame`: with the same scalar, so that nothing is lost to a merge. */
export function duplicateKey(key: string, place: KeyPlace, earlier: KeyPlace, isSame = false): Problem {
  const { start, end } = place
  const related = { message: 'Set here before', start: earlier.start, end: earlier.end }
  const twice = `Key "${key}" is set twice in the same map`
  if (place.merged || earlier.merged) return { kind: earlier.merged || isSame ? 'merge-override' : 'duplicate-key', message: `${twice}, by a merge`, start, end, related }
  if (place.identity === earlier.identity) return { kind: 'duplicate-key', message: twice, start, end, related }
  // They become one when YAML becomes JSON, and then chance decides.
  return { kind: 'ambiguous-key', message: `${twice}, as a string and as a number or boolean: which value counts is a matter of chance`, start, end, related }
}

/** So many characters before a key are looked at, and no more. */
const MOST = 2000

/** A key between two others of one name that stands as far to the right, and has nothing behind it: what follows was meant to be below it. */
export function emptyKeyBetween(text: string, earlier: number, later: number): string | undefined {
  const lines = text.slice(Math.max(earlier, later - MOST), later).split('\n')
  const indent = lines.pop()!.length
  for (const line of lines.slice(1).reverse()) {
    const found = /^((?:-[ ]+|[ ])*)([\w./-]+):[ \t]*(?:#.*)?\r?$/.exec(line)
    if (found !== null && found[1]!.length === indent) return found[2]
  }
  return undefined
}

/** Those of all maps under `root`, which the scanner has read; copies made for aliases do not count again. */
export function findDuplicateKeys(tape: Tape, root: number): Problem[] {
  const problems: Problem[] = []
  for (let map = root; map < tape.next(root); map++) {
    if (!tape.isMap(map) || tape.has(map, Flag.shared)) continue
    const places = new Map<string, KeyPlace>()
    for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
      const place = { start: tape.start(key), end: tape.end(key), identity: identityOf(tape, key), merged: false }
      const name = tape.key(key)
      const earlier = places.get(name)
      if (earlier !== undefined) problems.push(duplicateKey(name, place, earlier))
      places.set(name, place)
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
