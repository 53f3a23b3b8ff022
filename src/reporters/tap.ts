import type { Diagnostic, Report } from '../diagnostic.ts'
import { toJson } from './clean.ts'
import { plural } from './plural.ts'

/**
 * TAP 14: a test point for each finding, `not ok` for errors and warnings, `ok` for infos, each with a block of YAML. Without findings there is one that is `ok`, or, when nothing was checked, a
 * plan that says so.
 */
export default function tap({ diagnostics, summary }: Report): string {
  if (diagnostics.length > 0) return `TAP version 14\n1..${diagnostics.length}\n${diagnostics.map(testPoint).join('')}`
  if (summary.resources === 0) return 'TAP version 14\n1..0 # SKIP nothing was checked\n'
  return `TAP version 14\n1..1\nok 1 - no findings in ${plural(summary.resources, 'resource')}\n`
}

function testPoint({ severity, rule, file, origin, start, end, object, path, message, url }: Diagnostic, index: number): string {
  const description = escape([`${file}:${start.line}:${start.column}`, rule, object].filter((part) => part !== '').join(' '))
  const details = { severity, message, rule, file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column, object, path, ...(origin !== undefined && { origin }), url }
  // JSON is YAML, and says without doubt what is a string.
  const block = Object.entries(details).map(([key, value]) => `  ${key}: ${toJson(value)}\n`).join('')
  return `${severity === 'info' ? 'ok' : 'not ok'} ${index + 1} - ${description}\n  ---\n${block}  ...\n`
}

/** `#` would begin a directive. */
const escape = (text: string): string => text.replace(/[\\#]/g, '\\$&')
