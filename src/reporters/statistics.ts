import type { Report } from '../diagnostic.ts'
import { painter, type Paint } from './color.ts'
import { countBy, fileOf, kindOf, ruleOf, type Counts } from './counts.ts'
import { plural } from './plural.ts'
import type { ReporterOptions } from './reporter.ts'
import { summaryText } from './summary.ts'

/** How many files are listed. `statistics-json` has them all. */
const MOST_FILES = 20

/** How many findings there are by rule, by kind and by file, and how many of them can be fixed. */
export default function statistics(report: Report, { color, quiet }: ReporterOptions): string {
  const { diagnostics } = report
  const paint = painter(color)
  const tables = diagnostics.length === 0 ? '' : [table('By rule', countBy(diagnostics, ruleOf), paint), table('By kind', countBy(diagnostics, kindOf), paint), table('By file', countBy(diagnostics, fileOf), paint, MOST_FILES)].join('\n')
  return quiet ? tables : `${tables}${tables === '' ? '' : '\n'}${summaryText(report.summary, paint)}`
}

const COLUMNS = [
  ['findings', ({ findings }) => findings],
  ['errors', ({ errors }) => errors],
  ['warnings', ({ warnings }) => warnings],
  ['infos', ({ infos }) => infos],
  ['--fix', ({ fixable }) => fixable],
  ['--unsafe-fixes', ({ fixableUnsafe }) => fixableUnsafe],
] as const satisfies readonly (readonly [title: string, of: (counts: Counts) => number])[]

function table(title: string, counts: readonly Counts[], paint: Paint, most = Infinity): string {
  const cell = ([heading]: (typeof COLUMNS)[number], text: string) => text.padStart(heading.length + 2)
  const width = Math.max(title.length, ...counts.slice(0, most).map(({ name }) => name.length + 2))
  const head = `${paint('bold', title.padEnd(width))}${paint('dim', COLUMNS.map((column) => cell(column, column[0])).join(''))}\n`
  const rows = counts.slice(0, most).map((each) => `  ${each.name.padEnd(width - 2)}${COLUMNS.map((column) => cell(column, column[1](each) === 0 ? '·' : String(column[1](each)))).join('')}\n`)
  const more = counts.length - most
  return `${head}${rows.join('')}${more > 0 ? `  and ${plural(more, 'more file')}\n` : ''}`
}
