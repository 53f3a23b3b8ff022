import type { Diagnostic, Report, Severity } from '../diagnostic.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'

const SEVERITY = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const satisfies Record<Severity, string>

/** Inspections of TeamCity, by service messages: first the rules that found something, then the findings. */
export default function teamcity({ diagnostics, rules }: Report, options: ReporterOptions): string {
  const types = [...new Set(diagnostics.map(({ rule }) => rule))].map((id) => {
    const { summary, why, category } = rules.get(id) ?? { summary: id, why: '', category: 'rules' }
    return message('inspectionType', { id, name: summary || id, description: why || summary || id, category: `podlint ${category}` })
  })
  return [...types, ...diagnostics.map((diagnostic) => inspection(diagnostic, options))].join('')
}

function inspection({ rule, message: text, file, origin, object, start, severity }: Diagnostic, options: ReporterOptions): string {
  const details = [object, origin && `rendered from ${origin}`].filter(Boolean).join(', ')
  return message('inspection', { typeId: rule, message: details === '' ? text : `${text} (${details})`, file: repositoryPath(file, options), line: start.line, SEVERITY: SEVERITY[severity] })
}

const message = (name: string, values: Readonly<Record<string, string | number>>): string =>
  `##teamcity[${name} ${Object.entries(values).map(([key, value]) => `${key}='${escape(String(value))}'`).join(' ')}]\n`

const escape = (text: string): string => text.replace(/[|'[\]]/g, '|$&').replace(/[^ -~]/g, (unit) => (unit === '\n' ? '|n' : unit === '\r' ? '|r' : `|0x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
