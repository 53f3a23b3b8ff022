import type { Diagnostic, Position, Report } from '../diagnostic.ts'
import { HOMEPAGE } from '../project.ts'
import { toJson } from './clean.ts'
import { withOrigin } from './object-name.ts'

/** One object of reviewdog's diagnostic format, with safe and unsafe fixes alike as suggestions, since a person accepts each of them. */
export default function rdjson({ diagnostics }: Report): string {
  return `${toJson({ source: { name: 'podlint', url: HOMEPAGE }, diagnostics: diagnostics.map(toRdf) }, 2)}\n`
}

function toRdf(diagnostic: Diagnostic) {
  const { file, origin, severity, rule, url, edits, related = [] } = diagnostic
  const message = withOrigin(diagnostic.message, origin)
  const suggestions = edits.map(({ start, end, text }) => ({ range: byteRange(start, end, diagnostic), text }))
  return {
    message,
    location: { path: file, range: byteRange(diagnostic.start, diagnostic.end, diagnostic) ?? lineRange(diagnostic) },
    severity: severity.toUpperCase(),
    code: { value: rule, ...(url !== '' && { url }) },
    // Half a fix is worse than none.
    suggestions: suggestions.every(({ range }) => range !== undefined) ? suggestions : [],
    related_locations: related.map((place) => ({ message: place.message, location: { path: place.file, range: lineRange(place) } })),
  }
}

const lineRange = ({ start, end }: { start: Position; end: Position }) => ({ start: { line: start.line }, end: { line: end.line } })

/** The range with columns in bytes of UTF-8, as the format wants them; undefined where the text that these depend on is not at hand. */
function byteRange(start: Position, end: Position, diagnostic: Diagnostic) {
  const from = bytePosition(start, diagnostic)
  const to = bytePosition(end, diagnostic)
  return from && to && { start: from, end: to }
}

function bytePosition({ line, column }: Position, diagnostic: Diagnostic): { line: number; column: number } | undefined {
  if (column === 1) return { line, column }
  if (line !== diagnostic.start.line) return undefined
  return { line, column: Buffer.byteLength(diagnostic.sourceLine.slice(0, column - 1)) + 1 }
}
