import { SEVERITIES, type Diagnostic, type Report, type Severity } from '../diagnostic.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'

/** GitHub drops the rest, of each command and step, without a word. */
const MOST = 10
const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>

/**
 * Annotations by workflow commands, errors first, and a line that says how many more there are. Nothing else is printed, so that no problem matcher of
 * another action can annotate a finding a second time.
 */
export default function github({ diagnostics }: Report, options: ReporterOptions): string {
  const lines: string[] = []
  const left: string[] = []
  for (const severity of SEVERITIES) {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity)
    lines.push(...found.slice(0, MOST).map((diagnostic) => annotation(diagnostic, options)))
    const more = found.length - MOST
    if (more > 0) left.push(`${more} more ${COMMANDS[severity]}${more === 1 ? '' : 's'}`)
  }
  if (left.length > 0) lines.push(`podlint: ${left.join(', ')} not annotated: GitHub shows ${MOST} of each per step.`)
  return lines.map((line) => `${line}\n`).join('')
}

function annotation(diagnostic: Diagnostic, options: ReporterOptions): string {
  const { severity, rule, file, origin, start, end, message, url } = diagnostic
  const properties: Record<string, string | number> = { title: rule, file: repositoryPath(file, options), line: start.line, endLine: end.line }
  // The runner warns about columns of a range over several lines, and drops them.
  if (end.line === start.line) Object.assign(properties, { col: start.column, endColumn: end.column })
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData([message, origin && `rendered from ${origin}`, url].filter(Boolean).join('\n'))}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
