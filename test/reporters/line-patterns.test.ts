/** What problem matchers make of our lines. */
import { expect, test } from 'vitest'
import type { Diagnostic, Report } from '../../src/diagnostic.ts'
import { loadReporter } from '../../src/reporters/index.ts'
import { LINE_PATTERNS } from '../../src/reporters/line-patterns.ts'
import { ATTACKS, everyday, hostile } from './reports.ts'

async function linesOf(name: string, report: Report): Promise<string[]> {
  const reporter = await loadReporter(name, process.cwd())
  return (await reporter!(report, { color: false, cwd: process.cwd(), quiet: false })).split('\n')
}

async function matches(format: keyof typeof LINE_PATTERNS, name: string, report: Report) {
  return (await linesOf(name, report)).flatMap((line) => [new RegExp(LINE_PATTERNS[format]).exec(line)?.slice(1) ?? []]).filter((groups) => groups.length > 0)
}

const place = ({ file, start, severity, message, rule }: Diagnostic) => [file, String(start.line), String(start.column), severity, message, rule]

test('concise is read with ranges, each finding once, and the summary never', async () => {
  const expected = everyday().diagnostics.map((diagnostic) => place(diagnostic).toSpliced(3, 0, String(diagnostic.end.line), String(diagnostic.end.column)))
  expect(await matches('concise', 'concise', everyday())).toEqual(expected)
})

test('text is read without ranges, each finding once, and nothing of code frames and the summary', async () => {
  expect(await matches('text', 'text', everyday())).toEqual(everyday().diagnostics.map(place))
})

test.each(['text', 'concise'])('GitHub reads %s, but for infos, which have no word that both GitHub and VS Code know', async (name) => {
  const expected = everyday().diagnostics.filter((diagnostic) => diagnostic.severity !== 'info')
  expect(await matches('github', name, everyday())).toEqual(expected.map(place))
})

test('a file name with blanks, colons and brackets is read whole', async () => {
  const report = everyday()
  report.diagnostics = report.diagnostics.map((diagnostic) => ({ ...diagnostic, file: './my app: [v1]/a b.yaml' }))
  for (const [file] of await matches('concise', 'concise', report)) expect(file).toBe('./my app: [v1]/a b.yaml')
})

test('every hostile finding is one line that is read, with the rule that it has', async () => {
  for (const name of ['text', 'concise'] as const) {
    const found = await matches(name, name, hostile())
    expect(found.map((groups) => groups.at(-1))).toEqual(ATTACKS.map(() => 'no-unknown-field'))
  }
})

// setup-node registers these for every later step of a job; a line that they match would be annotated a second time.
const ESLINT_STYLISH = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/
const ESLINT_COMPACT = /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/
const TSC = /^(?:\s+\d+>)?([^\s].*)\((\d+)(?:,(\d+)(?:,\d+(?:,\d+)?)?)?\)\s*:\s+(error|warning|info)\s+(\w{1,2}\d+)\s*:\s*(.*)$/

test.each(['text', 'concise', 'pretty', 'github'])('no matcher of setup-node reads %s', async (name) => {
  for (const line of [...(await linesOf(name, everyday())), ...(await linesOf(name, hostile()))]) {
    for (const matcher of [ESLINT_STYLISH, ESLINT_COMPACT, TSC]) expect(line).not.toMatch(matcher)
  }
})
