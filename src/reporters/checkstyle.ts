import type { Diagnostic, Report } from '../diagnostic.ts'
import { byFile } from './by-file.ts'
import { withOrigin } from './object-name.ts'
import { xmlAttributes } from './xml.ts'

/** Checkstyle 4.3 XML: one `file` for each file with findings. */
export default function checkstyle({ diagnostics }: Report): string {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', '<checkstyle version="4.3">']
  for (const [name, found] of byFile(diagnostics)) {
    lines.push(`  <file${xmlAttributes({ name })}>`)
    for (const each of found) lines.push(error(each))
    lines.push('  </file>')
  }
  return [...lines, '</checkstyle>', ''].join('\n')
}

function error({ start, severity, message, origin, rule }: Diagnostic): string {
  return `    <error${xmlAttributes({ line: start.line, column: start.column, severity, message: withOrigin(message, origin), source: `podlint.${rule}` })}/>`
}
