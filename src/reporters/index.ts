/** The output formats: their names, what each is for, and how to get at one. A format's code is loaded only when it is asked for, but for that of `text`, which nearly every run uses. */
import { cleanReport } from './clean.ts'
import type { Reporter } from './reporter.ts'
import text from './text.ts'

interface Format {
  summary: string
  /** It prints what rules are for, so the report has to have it. */
  usesRules?: true
  load: () => Promise<{ default: Reporter }>
}

export const FORMATS: Readonly<Record<string, Format>> = {
  text: { summary: 'One line and the marked source for each finding, and a summary.', load: async () => ({ default: text }) },
  concise: { summary: 'One line for each finding, with its range, for editors and grep.', load: () => import('./concise.ts') },
  pretty: { summary: 'Findings in columns, grouped by file.', usesRules: true, load: () => import('./pretty.ts') },
  grouped: { summary: 'Findings below the name of their object.', load: () => import('./grouped.ts') },
  statistics: { summary: 'How many findings there are by rule, kind and file.', load: () => import('./statistics.ts') },
  json: { summary: 'Everything about each finding, one finding a line.', load: () => import('./json.ts') },
  html: { summary: 'One page for a browser, with charts and filters, that needs no network.', usesRules: true, load: () => import('./html.ts') },
  jsonl: { summary: 'The findings of json alone, one JSON value a line.', load: () => import('./jsonl.ts') },
  'statistics-json': { summary: 'The counts of statistics as JSON.', load: () => import('./statistics-json.ts') },
  github: { summary: 'Annotations in GitHub Actions.', load: () => import('./github.ts') },
  markdown: { summary: 'One table of all findings, for job summaries and comments.', load: () => import('./markdown.ts') },
  sarif: { summary: 'SARIF 2.1.0, for code scanning.', usesRules: true, load: () => import('./sarif.ts') },
  junit: { summary: 'JUnit XML, for the test report of a CI server.', usesRules: true, load: () => import('./junit.ts') },
  gitlab: { summary: 'Code Quality report of GitLab.', usesRules: true, load: () => import('./gitlab.ts') },
  checkstyle: { summary: 'Checkstyle XML.', load: () => import('./checkstyle.ts') },
  tap: { summary: 'Test Anything Protocol, version 14.', load: () => import('./tap.ts') },
  azure: { summary: 'Issues of Azure Pipelines.', load: () => import('./azure.ts') },
  teamcity: { summary: 'Inspections of TeamCity.', usesRules: true, load: () => import('./teamcity.ts') },
  rdjson: { summary: 'Diagnostic format of reviewdog.', load: () => import('./rdjson.ts') },
  template: { summary: 'What a template of yours makes of it: --template FILE.', usesRules: true, load: () => import('./template.ts') },
}

/** Whether a format needs `Report.rules`; ESLint formatters do. */
export const usesRules = (name: string): boolean => !Object.hasOwn(FORMATS, name) || FORMATS[name]!.usesRules === true

/**
 * The reporter of that name: one of `FORMATS`, or an ESLint formatter by the name of its package (`eslint-formatter-x`, or just `x`) or by its path.
 * Undefined for an unknown name. Throws a UsageError for a formatter that is named in full and cannot be loaded.
 */
export async function loadReporter(name: string, cwd: string): Promise<Reporter | undefined> {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  const reporter = format ? (await format.load()).default : await (await import('./eslint-formatter.ts')).loadEslintFormatter(name, cwd)
  // Cleaned here, so that no format can forget to.
  return reporter && ((report, options) => reporter(cleanReport(report), options))
}
