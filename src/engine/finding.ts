/** A finding while its file is in memory: offsets only. Lines and columns are worked out for what is reported. */
import type { Diagnostic, FixSafety, Severity } from '../diagnostic.ts'
import type { Source } from '../model/source.ts'
import type { OffsetEdit } from './fixer.ts'

export interface Finding {
  rule: string
  severity: Severity
  message: string
  code?: string
  source: Source
  start: number
  end: number
  object: string
  path: string
  related?: readonly { source: Source; start: number; end: number; message: string }[]
  edits?: readonly OffsetEdit[]
  fix?: FixSafety
  /** What the rule has thrown in place of saying something. */
  failure?: unknown
}

export function toDiagnostic(finding: Finding, url: string): Diagnostic {
  const { source } = finding
  const start = source.position(finding.start)
  const diagnostic: Diagnostic = {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: source.file,
    start,
    end: source.position(finding.end),
    object: finding.object,
    path: finding.path,
    edits: (finding.edits ?? []).map((edit) => ({ start: source.position(edit.start), end: source.position(edit.end), text: edit.text })),
    url,
    sourceLine: source.line(start.line),
  }
  if (finding.code !== undefined) diagnostic.code = finding.code
  if (diagnostic.edits.length > 0 && finding.fix !== undefined) diagnostic.fix = finding.fix
  if (finding.related !== undefined && finding.related.length > 0) {
    diagnostic.related = finding.related.map((other) => ({ message: other.message, file: other.source.file, start: other.source.position(other.start), end: other.source.position(other.end) }))
  }
  return diagnostic
}
