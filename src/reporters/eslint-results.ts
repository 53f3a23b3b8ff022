/** Findings in the shape that ESLint gives to its formatters. */
import { resolve } from 'node:path'
import type { Diagnostic, Report } from '../diagnostic.ts'
import { byFile } from './by-file.ts'

/** ESLint has no third level: an info is a warning of 1 whose message says `info:`. Lines and columns count from 1, ends are exclusive. */
export interface EslintMessage {
  ruleId: string
  severity: 1 | 2
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  /** Offsets. Only for fixes of one edit, as ESLint knows no others. */
  fix?: { range: [number, number]; text: string }
}

export interface EslintResult {
  /** Absolute. */
  filePath: string
  messages: EslintMessage[]
  suppressedMessages: []
  errorCount: number
  fatalErrorCount: number
  warningCount: number
  fixableErrorCount: number
  fixableWarningCount: number
  usedDeprecatedRules: []
}

/** New objects at each call: formatters sort them in place. */
export function toEslintResults({ diagnostics }: Report, cwd: string): EslintResult[] {
  return [...byFile(diagnostics)].map(([file, found]) => {
    const messages = found.map(toMessage)
    const count = (severity: 1 | 2, fixable: boolean) => messages.filter((message) => message.severity === severity && (!fixable || message.fix)).length
    return {
      filePath: resolve(cwd, file),
      messages,
      suppressedMessages: [],
      errorCount: count(2, false),
      fatalErrorCount: 0,
      warningCount: count(1, false),
      fixableErrorCount: count(2, true),
      fixableWarningCount: count(1, true),
      usedDeprecatedRules: [],
    }
  })
}

function toMessage({ rule, severity, message, start, end, edits }: Diagnostic): EslintMessage {
  const [edit, ...others] = edits
  return {
    ruleId: rule,
    severity: severity === 'error' ? 2 : 1,
    message: severity === 'info' ? `info: ${message}` : message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(edit && others.length === 0 && { fix: { range: [edit.start.offset, edit.end.offset], text: edit.text } }),
  }
}

/** What formatters learn of the rules. Without it some link to ESLint's own documentation. */
export function toRulesMeta({ rules }: Report) {
  return Object.fromEntries([...rules].map(([id, { summary, url }]) => [id, { type: 'problem' as const, docs: { description: summary, url }, schema: [] }]))
}
