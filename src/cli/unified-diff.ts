/** Unified diffs, as `patch` and `git apply` read them. */

const CONTEXT = 3
/** Lines that have to agree before two texts count as back in step. */
const STEADY = 3

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
  let diff = `--- a/${file}\n+++ b/${file}\n`
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

/**
 * Goes through both texts in step and, where they differ, looks for the nearest place where they agree again. Fixes are small and far apart, so this is linear;
 * it need not be the shortest diff, but is always a right one.
 */
function changesBetween(a: readonly string[], b: readonly string[]): Change[] {
  const changes: Change[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    const [removed, added] = distanceToAgreement(a, i, b, j)
    changes.push({ start: i, removed, afterStart: j, added })
    i += removed
    j += added
  }
  return changes
}

function distanceToAgreement(a: readonly string[], i: number, b: readonly string[], j: number): [removed: number, added: number] {
  const rest = a.length - i + (b.length - j)
  for (let distance = 1; distance <= rest; distance++) {
    for (let removed = Math.max(0, distance - (b.length - j)); removed <= Math.min(distance, a.length - i); removed++) {
      if (agree(a, i + removed, b, j + distance - removed)) return [removed, distance - removed]
    }
  }
  return [a.length - i, b.length - j]
}

function agree(a: readonly string[], i: number, b: readonly string[], j: number): boolean {
  for (let step = 0; step < STEADY; step++) {
    const atEnd = i + step >= a.length
    if (atEnd !== j + step >= b.length) return false
    if (atEnd) return true
    if (a[i + step] !== b[j + step]) return false
  }
  return true
}
