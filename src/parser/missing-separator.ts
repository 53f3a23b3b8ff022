/** Objects without a `---` between them: their fields are those of one map, set again and again. */
import type { Document, Problem } from './document.ts'
import { Flag, type Tape } from './tape.ts'

const IDENTITY = ['apiVersion', 'kind']

/** One problem for each `---` that is missing, in place of all others. The document is then not read: its object is a mixture. */
export function reportMissingSeparators(tape: Tape, document: Document): void {
  const { root, problems } = document
  if (root === -1 || !problems.some(({ kind }) => kind === 'duplicate-key') || !tape.isMap(root) || tape.has(root, Flag.flow)) return
  const starts: number[] = []
  let seen = new Set<string>()
  for (let key = root + 1; key < tape.next(root); key = tape.next(key + 1)) {
    const name = tape.key(key)
    if (IDENTITY.includes(name) && seen.has(name)) {
      if (seen.size < IDENTITY.length) return
      starts.push(key)
      seen = new Set()
    }
    if (IDENTITY.includes(name)) seen.add(name)
  }
  if (starts.length === 0 || seen.size < IDENTITY.length) return
  // An alias in the one object may lead into the other.
  const isFixable = !tape.hasOverridden && !hasAliases(tape, root)
  document.root = -1
  document.problems = starts.map((key) => missing(tape, key, isFixable))
}

function missing(tape: Tape, key: number, isFixable: boolean): Problem {
  const { text } = tape
  const start = tape.start(key)
  const line = text.lastIndexOf('\n', start) + 1
  const problem: Problem = { kind: 'duplicate-key', message: 'A "---" is missing before this object', start, end: tape.end(key) }
  // Other line breaks than LF would make it a line of another object.
  if (isFixable && /^[ ?]*$/.test(text.slice(line, start))) problem.edits = [{ start: line, end: line, text: text[line - 2] === '\r' ? '---\r\n' : '---\n' }]
  return problem
}

function hasAliases(tape: Tape, root: number): boolean {
  for (let node = root; node < tape.next(root); node++) if (tape.has(node, Flag.shared)) return true
  return false
}
