/** A finding while its file is in memory: offsets only. Lines and columns are worked out for what is reported. */
import type { Diagnostic, FixSafety, Position, Severity } from '../diagnostic.ts'
import { spellOut } from '../formats/invisible.ts'
import type { Lack } from '../model/completion.ts'
import type { Source } from '../model/source.ts'
import type { OffsetEdit } from './fixer.ts'
import { withVersions } from './merge-versions.ts'

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
  /** The field that it is about, where the API server prints another path. */
  about?: string
  /** What the API server says only because of another mistake, of which there is a finding. */
  echo?: true
  /** It is about something that is not there. */
  lack?: Lack
  /** The Kubernetes versions that it holds for, oldest first; absent when these are all of the run. */
  versions?: readonly string[]
  /** The message has the version that it was found for. */
  namesVersion?: true
  related?: readonly { source: Source; start: number; end: number; message: string }[]
  edits?: readonly OffsetEdit[]
  fix?: FixSafety
  /** What the rule has thrown in place of saying something. */
  failure?: unknown
}

/** Of an upgrade, everything is of its target. */
export function toDiagnostic(finding: Finding, url: string, isUpgrade = false): Diagnostic {
  const { source } = finding
  const [start, end] = shownRange(source, finding)
  const diagnostic: Diagnostic = {
    rule: finding.rule,
    severity: finding.severity,
    message: spellOut(isUpgrade ? finding.message : withVersions(finding)),
    file: source.file,
    start,
    end,
    object: finding.object,
    path: finding.path,
    edits: (finding.edits ?? []).map((edit) => ({ start: source.position(edit.start), end: source.position(edit.end), text: edit.text })),
    url,
    sourceLine: source.line(start.line),
  }
  const origin = source.origin(finding.start)
  if (origin !== undefined) diagnostic.origin = origin
  if (finding.code !== undefined) diagnostic.code = finding.code
  if (diagnostic.edits.length > 0 && finding.fix !== undefined) diagnostic.fix = finding.fix
  if (finding.related !== undefined && finding.related.length > 0) {
    diagnostic.related = finding.related.map((other) => {
      const [start, end] = shownRange(other.source, other)
      return { message: other.message, file: other.source.file, start, end }
    })
  }
  return diagnostic
}

/** Nobody sees what has no width, such as a value that is missing: then it is the character after it, or at the end of a line the one before it. */
function shownRange(source: Source, { start, end }: { start: number; end: number }): [start: Position, end: Position] {
  const first = source.position(start)
  if (end > start) return [first, source.position(end)]
  const next = source.position(start + 1)
  if (next.line === first.line && next.offset > first.offset) return [first, next]
  const before = source.position(start - 1)
  return next.offset === first.offset || (before.line === first.line && before.offset < first.offset) ? [before, first] : [first, next]
}
