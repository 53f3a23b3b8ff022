/** Unified diffs, as `patch` and `git apply` read them. */

const CONTEXT = 3
/** Where two texts differ, this many lines of both are compared, and more only when they have nothing in common. */
const WINDOW = 32
const LARGEST_WINDOW = 2048

/** A run of lines that differ: `before[start, start + removed)` becomes `after[afterStart, afterStart + added)`. */
interface Change {
  start: number
  removed: number
  afterStart: number
  added: number
}

/** Empty for equal texts. `file` is relative, with forward slashes. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const a = splitLines(before)
  const b = splitLines(after)
  const changes = changesBetween(a, b)
  if (changes.length === 0) return ''
  let diff = `--- ${gitName(`a/${file}`)}\n+++ ${gitName(`b/${file}`)}\n`
  for (let first = 0; first < changes.length; ) {
    let last = first
    while (last + 1 < changes.length && changes[last + 1]!.start - endOf(changes[last]!) <= 2 * CONTEXT) last++
    diff += hunk(changes.slice(first, last + 1), a, b)
    first = last + 1
  }
  return diff
}

const endOf = ({ start, removed }: Change): number => start + removed

function hunk(changes: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const first = changes[0]!
  const start = Math.max(0, first.start - CONTEXT)
  const end = Math.min(a.length, endOf(changes.at(-1)!) + CONTEXT)
  const afterStart = first.afterStart - (first.start - start)
  let lines = ''
  let at = start
  let count = 0
  for (const change of changes) {
    lines += marked(' ', a.slice(at, change.start)) + marked('-', a.slice(change.start, endOf(change))) + marked('+', b.slice(change.afterStart, change.afterStart + change.added))
    count += change.start - at + change.added
    at = endOf(change)
  }
  lines += marked(' ', a.slice(at, end))
  return `@@ -${range(start, end - start)} +${range(afterStart, count + end - at)} @@\n${lines}`
}

/** An empty range is named by the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`

const marked = (mark: string, lines: readonly string[]): string => lines.map((line) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('')

const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** A file name as git writes it: one that a patch could not hold, in quotes with escapes. A tab ends one with spaces. */
function gitName(name: string): string {
  if (!/[^ -~]|["\\]/.test(name)) return name.includes(' ') ? `${name}\t` : name
  let quoted = ''
  for (const byte of Buffer.from(name)) {
    const character = String.fromCharCode(byte)
    if (character === '"' || character === '\\') quoted += `\\${character}`
    else if (byte >= 32 && byte < 127) quoted += character
    else quoted += ESCAPES[byte] ?? `\\${byte.toString(8).padStart(3, '0')}`
  }
  return `"${quoted}"`
}

const ESCAPES: Readonly<Record<number, string>> = { 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' }

/**
 * Goes through both texts in step and, where they differ, looks for the shortest way on within the next lines. Fixes are small and far apart, so this is linear; it is the
 * shortest diff wherever a window holds the whole of a change, and always a right one.
 */
function changesBetween(a: readonly string[], b: readonly string[]): Change[] {
  const changes: Change[] = []
  let i = 0
  let j = 0
  for (let size = WINDOW; i < a.length || j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    const step = nextChange(a.slice(i, i + size), b.slice(j, j + size))
    const isWhole = i + size >= a.length && j + size >= b.length
    if (step === undefined && !isWhole && size < LARGEST_WINDOW) {
      size *= 4
      continue
    }
    const [removed, added] = step ?? [Math.min(size, a.length - i), Math.min(size, b.length - j)]
    const last = changes.at(-1)
    if (last !== undefined && endOf(last) === i && last.afterStart + last.added === j) {
      last.removed += removed
      last.added += added
    } else changes.push({ start: i, removed, afterStart: j, added })
    i += removed
    j += added
    size = WINDOW
  }
  return changes
}

/** How many lines of two texts go before the first pair that a longest common part of both has; undefined without any. */
function nextChange(a: readonly string[], b: readonly string[]): [removed: number, added: number] | undefined {
  const width = b.length + 1
  /** By line of `a` and of `b`: how long the longest common part of what follows is. */
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  if (common[0] === 0) return undefined
  let i = 0
  let j = 0
  while (a[i] !== b[j]) {
    if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i++
    else j++
  }
  return [i, j]
}
