/** Comments of templates that silence rules. Those in the text come out with it and work there, too; those of Go never come out. */

const COMMENT = /(?:#|\{\{-?\s*\/\*)[ \t]*podlint-ignore[ \t]+([\w,\- \t]+)/

/** By line: the rules that are silenced there. A comment on a line of its own is for the next one. */
export function silencedIn(text: string): Map<number, ReadonlySet<string>> {
  const silenced = new Map<number, Set<string>>()
  for (const [index, line] of text.split('\n').entries()) {
    const found = COMMENT.exec(line)
    if (found === null) continue
    const rules = found[1]!.split(',').map((name) => name.trim())
    const isAlone = line.slice(0, found.index).trim() === ''
    for (const at of isAlone ? [index + 1, index + 2] : [index + 1]) {
      const known = silenced.get(at) ?? new Set()
      silenced.set(at, known)
      for (const rule of rules) known.add(rule)
    }
  }
  return silenced
}
