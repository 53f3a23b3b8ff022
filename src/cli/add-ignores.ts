/** `--add-ignores`: a comment for each finding, above its line, that ignores it. */
import type { Diagnostic, Position, Report } from '../diagnostic.ts'
import { resolve } from 'node:path'
import { readText } from '../files/read.ts'
import { groupedBy } from '../parser/grouped-by.ts'
import { countWhile } from '../parser/sorted.ts'
import { UsageError } from '../usage-error.ts'
import { applyGuarded, applyProven, type Guarded } from './fix-guard.ts'
import type { Fixed, Lint } from './fix.ts'
import type { Input, Inputs } from './inputs.ts'

/** What says nothing about a manifest that a comment in it could ignore. */
const OWN: ReadonlySet<string> = new Set(['valid-suppression', 'no-stale-setting', 'valid-yaml'])

/** Writes nothing. Throws a UsageError. */
export async function addIgnores(report: Report, lint: Lint, found: Inputs, reason: string | undefined, cwd: string): Promise<Fixed> {
  const { diagnostics } = report
  if (reason !== undefined && /[\n\r]/.test(reason)) throw new UsageError('--reason has one line only')
  if (reason?.includes('*/') === true) throw new UsageError('--reason cannot have "*/", which ends a comment of a template')
  const ignored: Fixed = { report, texts: new Map(), counts: new Map(), refusals: [] }
  const byFile = groupedBy(diagnostics.filter(({ rule }) => !OWN.has(rule)), ({ file }) => file)
  const others = builtFilesOf(diagnostics, found, cwd)
  for (const input of [...found.inputs, ...others]) {
    const findings = byFile.get(input.file)
    if (findings === undefined) continue
    const { text } = input.read()
    if (/\.json$/i.test(input.file) || /^\ufeff?\s*[[{]/.test(text)) {
      ignored.refusals.push(`${input.file}: JSON has no comments; ${findings.length === 1 ? 'its finding' : 'its findings'} can be ignored with the annotation podlint.dev/ignore, or with suppressions in podlint.yaml`)
      continue
    }
    const isTemplate = found.rendered?.files.has(input.file) === true && /(^|\/)templates\//.test(input.file)
    const comments = [...groupedBy(findings, ({ start }) => start.line)].map(([line, own]) => comment(text, line, own, reason, isTemplate))
    const { text: after, fixed, refused } = isTemplate ? withTemplateComments(text, comments) : await applyGuarded(input.file, text, comments)
    for (const { finding } of refused) ignored.refusals.push(`${input.file}:${finding.start.line}: no comment can stand above this line; ${finding.message}`)
    if (fixed.length === 0) continue
    ignored.texts.set(input.file, after)
    const lines = new Set(fixed.map(({ start }) => start.line))
    ignored.counts.set(input.file, findings.filter(({ start }) => lines.has(start.line)).length)
  }
  if (ignored.texts.size > 0) ignored.report = await lint(ignored.texts)
  return ignored
}

/** Files of charts and kustomizations that findings stand in, and that are not linted for themselves. They are written as templates that fixes change are. */
function builtFilesOf(diagnostics: readonly Diagnostic[], found: Inputs, cwd: string): Input[] {
  const own = new Set(found.inputs.map(({ file }) => file))
  const files = [...new Set(diagnostics.map(({ file }) => file))].filter((file) => found.builtFiles.has(file) && !own.has(file))
  const inputs = files.map((file): Input => ({ file, path: resolve(cwd, file), named: false, read: () => readText(resolve(cwd, file)) }))
  const { templates = new Map<string, Input>() } = found
  for (const input of inputs) templates.set(input.file, input)
  found.templates = templates
  return inputs
}

/** A comment of Go that trims what is before it leaves nothing behind, wherever it stands, but within an action. */
function withTemplateComments(text: string, comments: readonly Diagnostic[]): Guarded {
  const marks = Array.from(text.matchAll(/\{\{|\}\}/g))
  const isWithinAction = ({ start }: Diagnostic) => marks[countWhile(marks, ({ index }) => index < start.offset) - 1]?.[0] === '{{'
  const [refused, fixed] = [comments.filter((each) => isWithinAction(each)), comments.filter((each) => !isWithinAction(each))]
  return { ...applyProven(text, fixed), refused: refused.map((finding) => ({ finding, harm: '' })) }
}

/** As a fix that may change no value. */
function comment(text: string, line: number, findings: readonly Diagnostic[], reason: string | undefined, isTemplate: boolean): Diagnostic {
  const [first] = findings as [Diagnostic]
  const lineStart = first.start.offset - (first.start.column - 1)
  const margin = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 1000))![0]
  const lineBreak = /\r?\n|\r/.exec(text)?.[0] ?? '\n'
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const start: Position = { line, column: 1, offset: lineStart }
  const said = `podlint-ignore-next-line ${rules.join(', ')}${reason === undefined ? '' : `: ${reason.trim()}`}`
  const written = `${margin}${isTemplate ? `{{- /* ${said} */}}` : `# ${said}`}${lineBreak}`
  return { ...first, message: rules.join(', '), path: '', start, end: start, edits: [{ start, end: start, text: written }], fix: 'safe' }
}

