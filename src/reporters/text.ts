import type { Diagnostic, Report } from '../diagnostic.ts'
import { codeFrame } from './code-frame.ts'
import { linker, painter, type Link, type Paint } from './color.ts'
import { objectName } from './object-name.ts'
import type { ReporterOptions } from './reporter.ts'
import { summaryText } from './summary.ts'

/**
 * For people at a terminal, and the default. Each finding is `file:line:column: severity message [rule]`, where need be with the object before the message, its source line with the range underlined,
 * a line `= file:line:column message` for each related place, and one that says whether `--fix` can fix it.
 */
export default function text(report: Report, { color, links, quiet }: ReporterOptions): string {
  const paint = painter(color)
  const link = linker(links)
  const findings = report.diagnostics.map((diagnostic) => `${finding(diagnostic, objectName(diagnostic, report), paint, link)}\n\n`).join('')
  return quiet ? findings : findings + summaryText(report.summary, paint)
}

function finding(diagnostic: Diagnostic, object: string, paint: Paint, link: Link): string {
  const { file, start, severity, message, rule, related = [], fix, sourceLine, url } = diagnostic
  const number = String(start.line)
  const margin = ' '.repeat(number.length)
  const lines = [`${paint('bold', `${file}:${start.line}:${start.column}`)}: ${paint(severity, severity)} ${object}${message} ${paint('dim', `[${link(url, rule)}]`)}`]
  if (sourceLine.trim() !== '') {
    const { source, marker } = codeFrame(diagnostic)
    lines.push(`  ${paint('dim', `${number} |`)} ${source}`, `  ${paint('dim', `${margin} |`)} ${' '.repeat(marker.indexOf('^'))}${paint(severity, marker.trimStart())}`)
  }
  for (const place of related) lines.push(`  ${margin} ${paint('dim', '=')} ${place.file}:${place.start.line}:${place.start.column} ${place.message}`)
  if (fix !== undefined) lines.push(`  ${margin} ${paint('dim', `= fixable with --fix${fix === 'safe' ? '' : ' --unsafe-fixes'}`)}`)
  return lines.join('\n')
}
