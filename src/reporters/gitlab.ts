import type { Report, Severity } from '../diagnostic.ts'
import { toJson } from './clean.ts'
import { fingerprints } from './fingerprints.ts'
import { withOrigin } from './object-name.ts'
import type { ReporterOptions } from './reporter.ts'
import { repositoryPath } from './repository-path.ts'

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>

/** The fields of Code Climate issues that GitLab's Code Quality report reads. */
export default function gitlab({ diagnostics, rules }: Report, options: ReporterOptions): string {
  const located = diagnostics.map((diagnostic) => ({ ...diagnostic, file: repositoryPath(diagnostic.file, options) }))
  const ids = fingerprints(located)
  const issues = located.map(({ message, rule, severity, file, origin, start, end }, at) => ({
    type: 'issue',
    description: withOrigin(message, origin),
    check_name: rule,
    fingerprint: ids[at],
    severity: SEVERITY[severity],
    location: { path: file, lines: { begin: start.line, end: end.line } },
    content: { body: `${rules.get(rule)?.why ?? ''}` },
  }))
  return `${toJson(issues, 2)}\n`
}
