/** `# podlint-ignore rule-a, rule-b: reason`, at the end of the line of a finding or on the line above it. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Source } from '../model/source.ts'

const COMMENT = /(?:^|\s)#\s*podlint-ignore\s+([^:\n]+?)\s*(?::|$)/

export function isSuppressed(diagnostic: Diagnostic, source: Source): boolean {
  if (!source.hasSuppressions) return false
  const { line } = diagnostic.start
  if (names(diagnostic.sourceLine, diagnostic.rule)) return true
  if (line === 1) return false
  const above = source.line(line - 1)
  return above.trimStart().startsWith('#') && names(above, diagnostic.rule)
}

function names(line: string, rule: string): boolean {
  const match = COMMENT.exec(line)
  return match !== null && match[1]!.split(',').some((name) => name.trim() === rule)
}
