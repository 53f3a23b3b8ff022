import { SEVERITIES, type Diagnostic, type Report, type Severity } from '../diagnostic.ts'
import { painter } from './color.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'
import { summaryText } from './summary.ts'

/** Bytes. GitHub drops a job summary of more than 1 MiB as a whole. */
const LARGEST = 900_000
const SIGNS = { error: '🛑', warning: '⚠️', info: 'ℹ️' } as const satisfies Record<Severity, string>

/** One table of all findings, worst first, in the Markdown of GitHub and GitLab: for job summaries and comments. */
export default function markdown(report: Report, options: ReporterOptions): string {
  const { diagnostics, summary } = report
  const head = `## podlint\n\n${summaryText(summary, painter(false)).trimEnd().split('\n').map(cell).join('  \n')}\n`
  if (diagnostics.length === 0) return head
  const rows = SEVERITIES.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity)).map((diagnostic) => row(diagnostic, options))
  let size = Buffer.byteLength(head)
  const fitting = rows.findIndex((text) => (size += Buffer.byteLength(text)) > LARGEST)
  const shown = fitting === -1 ? rows : rows.slice(0, fitting)
  const left = rows.length - shown.length
  return `${head}\n| | place | finding | rule |\n|---|---|---|---|\n${shown.join('')}${left > 0 ? `\n${left} more are in the log.\n` : ''}`
}

function row({ severity, file, start, message, rule, url, object }: Diagnostic, options: ReporterOptions): string {
  return `| ${SIGNS[severity]} ${severity} | ${cell(`${repositoryPath(file, options)}:${start.line}`)} | ${cell(message)}${object === '' ? '' : `<br><sub>${cell(object)}</sub>`} | ${url === '' ? rule : `[${rule}](${url})`} |\n`
}

/** Text of a manifest shows as it is: it makes no link, mention, image or HTML. */
const cell = (text: string): string => text.replace(/[&<>|`*_[\]()@#\\~:!$]/g, (character) => `&#${character.charCodeAt(0)};`)
