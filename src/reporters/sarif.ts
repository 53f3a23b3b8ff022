import { SEVERITIES, type Diagnostic, type Report } from '../diagnostic.ts'
import { HOMEPAGE } from '../project.ts'
import { toJson } from './clean.ts'
import { fingerprints } from './fingerprints.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'
import { toSarifResult } from './sarif-result.ts'
import { toSarifRule } from './sarif-rule.ts'

/** GitHub refuses a file with more. */
const MOST_RESULTS = 25_000

/**
 * SARIF 2.1.0 as GitHub code scanning takes it. `primaryLocationLineHash` is left to GitHub's upload action, which computes it from the file.
 * With more findings than GitHub takes the least severe are left out, and a notification says how many.
 */
export default function sarif({ version, diagnostics, rules }: Report, options: ReporterOptions): string {
  const located = diagnostics.map((diagnostic) => fromRoot(diagnostic, options))
  const kept = mostSevere(located)
  const ids = fingerprints(kept)
  const ruleIndex = new Map([...rules.keys()].map((id, index) => [id, index]))
  const leftOut = located.length - kept.length
  const note = `${leftOut} findings of the lowest severity are left out: a run holds ${MOST_RESULTS}.`
  const run = {
    tool: {
      driver: { name: 'podlint', fullName: `podlint ${version}`, semanticVersion: version, version, informationUri: HOMEPAGE, rules: [...rules.values()].map(toSarifRule) },
    },
    automationDetails: { id: 'podlint/' },
    columnKind: 'utf16CodeUnits',
    defaultSourceLanguage: 'yaml',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: options.isComplete !== false, ...(leftOut > 0 && { toolExecutionNotifications: [{ level: 'warning', message: { text: note } }] }) }],
    results: kept.map((diagnostic, at) => toSarifResult(diagnostic, ruleIndex.get(diagnostic.rule) ?? -1, ids[at]!)),
  }
  return `${toJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 1)}\n`
}

function fromRoot(diagnostic: Diagnostic, options: ReporterOptions): Diagnostic {
  const related = diagnostic.related?.map((place) => ({ ...place, file: repositoryPath(place.file, options) }))
  return { ...diagnostic, file: repositoryPath(diagnostic.file, options), ...(related && { related }) }
}

function mostSevere(diagnostics: Diagnostic[]): Diagnostic[] {
  if (diagnostics.length <= MOST_RESULTS) return diagnostics
  return SEVERITIES.flatMap((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity)).slice(0, MOST_RESULTS)
}
