import type { Diagnostic, Report } from '../diagnostic.ts'
import { plural } from './plural.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'

/** Issues of Azure Pipelines, by logging commands, errors first. There is none for an info. */
export default function azure({ diagnostics }: Report, options: ReporterOptions): string {
  const found = [...diagnostics.filter(({ severity }) => severity === 'error'), ...diagnostics.filter(({ severity }) => severity === 'warning')]
  const infos = diagnostics.length - found.length
  return found.map((diagnostic) => issue(diagnostic, options)).join('') + (infos === 0 ? '' : `podlint: ${plural(infos, 'info')} not listed: Azure Pipelines lists errors and warnings.\n`)
}

function issue({ severity, file, origin, start, rule, message, object, url }: Diagnostic, options: ReporterOptions): string {
  const properties = { type: severity, sourcepath: repositoryPath(file, options), linenumber: start.line, columnnumber: start.column, code: rule }
  const text = [object === '' ? message : `${object}: ${message}`, origin && `(rendered from ${origin})`, url].filter(Boolean).join(' ')
  return `##vso[task.logissue ${Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))};`).join('')}]${escapeData(text)}\n`
}

const escapeData = (text: string): string => text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(';', '%3B').replaceAll(']', '%5D')
