import { stripVTControlCharacters } from 'node:util'
import eslintFormatterPretty from 'eslint-formatter-pretty'
import type { Report } from '../diagnostic.ts'
import { painter } from './color.ts'
import { toEslintResults, toRulesMeta } from './eslint-results.ts'
import type { ReporterOptions } from './reporter.ts'
import { summaryText } from './summary.ts'

/** Findings in columns, grouped by file, by eslint-formatter-pretty. It looks at standard output itself: in a file or a pipe there is no colour. */
export default function pretty(report: Report, { color, cwd, quiet }: ReporterOptions): string {
  const output = eslintFormatterPretty(toEslintResults(report, cwd), { cwd, rulesMeta: toRulesMeta(report) })
  // Its own counts come after the last empty line. They take infos for warnings, ours do not.
  const findings = output.slice(0, output.lastIndexOf('\n\n') + 1)
  const text = findings + (quiet ? '' : `${findings === '' ? '' : '\n'}${summaryText(report.summary, painter(color))}`)
  return color ? text : stripVTControlCharacters(text)
}
