/** Findings about settings and baselines that do nothing any more. */
import { compareDiagnostics, tally, type Diagnostic, type Report, type Severity } from '../diagnostic.ts'
import type { SettingsFile } from '../config/load-config.ts'
import type { LineIndex } from '../parser/lines.ts'
import { ruleUrl } from '../project.ts'
import { ruleInfos, type Described } from '../rule-infos.ts'

export const STALE = 'no-stale-setting'

/** A setting that does nothing. */
export interface StaleSetting {
  file: SettingsFile
  /** Of its place in the file: `exclude.0`. */
  key: string
  message: string
}

export function staleSetting(severity: Severity, { file, key, message }: StaleSetting): Diagnostic {
  const { start, end } = file.places.get(key)!
  return staleFinding(severity, message, { file: file.shown, lines: file.lines, start, end })
}

export interface SettingPlace {
  /** As it is shown. */
  file: string
  lines: LineIndex
  start: number
  end: number
}

export function staleFinding(severity: Severity, message: string, { file, lines, start, end }: SettingPlace): Diagnostic {
  const position = lines.position(start)
  return { rule: STALE, severity, message, file, start: position, end: lines.position(end), object: '', path: '', edits: [], url: ruleUrl(STALE), sourceLine: lines.text(position.line) }
}

/** A report with more findings, described where all are. */
export async function withFindings(report: Report, more: readonly Diagnostic[], described: Described): Promise<Report> {
  if (more.length === 0) return tally(report)
  const rules = report.rules.size === 0 && report.diagnostics.length > 0 ? report.rules : new Map([...report.rules, ...(await ruleInfos(new Set(more.map(({ rule }) => rule)), described))])
  return tally({ ...report, rules, diagnostics: [...report.diagnostics, ...more].sort(compareDiagnostics) })
}
