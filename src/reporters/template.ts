import { Liquid, LiquidError } from 'liquidjs'
import type { Diagnostic, Report } from '../diagnostic.ts'
import { UsageError } from '../usage-error.ts'
import { byFile } from './by-file.ts'
import { visible } from './clean.ts'
import { kindOf, namespaceOf } from './counts.ts'
import type { ReporterOptions } from './reporter.ts'

/**
 * What a Liquid template of the user's makes of the findings. It is given `version`, `diagnostics` (see `json`; each with its `sourceLine`, `kind` and `namespace`, and without edits), `files` (`file` and `diagnostics` of each file with
 * findings), `rules` (`id`, `category`, `severity`, `summary`, `why`, `howToFix`, `url` and `references` of each that found something) and `summary`. A variable or filter that there is not is an error. It includes no other files.
 */
export default async function template({ version, diagnostics, rules, summary }: Report, { template: given }: ReporterOptions): Promise<string> {
  if (given === undefined) throw new UsageError('--format template needs a template: --template FILE')
  const liquid = new Liquid({ strictFilters: true, strictVariables: true, relativeReference: false, templates: {} })
  const findings = new Map(diagnostics.map((diagnostic) => [diagnostic, findingOf(diagnostic)]))
  const files = [...byFile(diagnostics)].map(([file, found]) => ({ file, diagnostics: found.map((each) => findings.get(each)!) }))
  try {
    const text = String(await liquid.parseAndRender(given.text, { version, diagnostics: [...findings.values()], files, rules: [...rules.values()], summary }))
    return text === '' || text.endsWith('\n') ? text : `${text}\n`
  } catch (error) {
    if (!LiquidError.is(error)) throw error
    throw new UsageError(`The template ${given.file} cannot be used: ${error.message.split('\n')[0]!}`)
  }
}

function findingOf(diagnostic: Diagnostic) {
  const { rule, severity, code = null, message, file, origin = null, start, end, object, path, kubernetesVersions = null, related = [], fix = null, url, sourceLine } = diagnostic
  return { rule, severity, code, message, file, origin, start, end, object, kind: kindOf(diagnostic), namespace: namespaceOf(diagnostic), path, kubernetesVersions, related, fix, url, sourceLine: visible(sourceLine) }
}
