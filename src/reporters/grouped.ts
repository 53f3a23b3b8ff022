import type { Report } from '../diagnostic.ts'
import { groupedBy } from '../parser/grouped-by.ts'
import { linker, painter } from './color.ts'
import type { ReporterOptions } from './reporter.ts'
import { summaryText } from './summary.ts'

/** The findings of each object below its name, one line each: `line:column severity message [rule]`. What belongs to no object stands below the name of its file. */
export default function grouped(report: Report, { color, links, quiet }: ReporterOptions): string {
  const paint = painter(color)
  const link = linker(links)
  const groups = [...groupedBy(report.diagnostics, ({ file, object }) => JSON.stringify([file, object])).values()].map((found) => {
    const { file, object, origin } = found[0]!
    const place = origin === undefined ? file : `${file}, rendered from ${origin}`
    const head = object === '' ? paint('bold', place) : `${paint('bold', object)} ${paint('dim', `(${place})`)}`
    const places = found.map(({ start }) => `${start.line}:${start.column}`)
    const width = places.reduce((most, text) => Math.max(most, text.length), 0)
    const lines = found.map(({ severity, message, rule, url, fix }, at) => {
      const fixable = fix === undefined ? '' : ` ${paint('dim', fix === 'safe' ? '(--fix)' : '(--unsafe-fixes)')}`
      return `  ${paint('dim', places[at]!.padStart(width))}  ${paint(severity, severity.padEnd(7))}  ${message} ${paint('dim', `[${link(url, rule)}]`)}${fixable}\n`
    })
    return `${head}\n${lines.join('')}\n`
  })
  return groups.join('') + (quiet ? '' : summaryText(report.summary, paint))
}
