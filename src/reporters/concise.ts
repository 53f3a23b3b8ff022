import type { Report } from '../diagnostic.ts'
import { painter } from './color.ts'
import { objectName } from './object-name.ts'
import type { ReporterOptions } from './reporter.ts'
import { summaryText } from './summary.ts'

/**
 * One line a finding: `file:line:column-endLine:endColumn: severity message [rule]`, where need be with the object before the message, then the summary. The range makes an editor underline exactly the
 * right text; a reader of `file:line:column` alone, such as a terminal that links places, still finds the place. `LINE_PATTERNS.concise` reads it.
 */
export default function concise(report: Report, { quiet }: ReporterOptions): string {
  const lines = report.diagnostics.map(
    (diagnostic) => {
      const { file, start, end, severity, message, rule } = diagnostic
      return `${file}:${start.line}:${start.column}-${end.line}:${end.column}: ${severity} ${objectName(diagnostic, report)}${message} [${rule}]\n`
    },
  )
  return lines.join('') + (quiet ? '' : summaryText(report.summary, painter(false)))
}
