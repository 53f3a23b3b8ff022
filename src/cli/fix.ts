/** `--fix` and `--diff`: lint, apply, and again, until nothing is left that can be fixed. */
import type { Diagnostic, Report } from '../diagnostic.ts'
import { systemReason } from '../files/system-error.ts'
import { replaceFile } from '../files/write.ts'
import { addTo } from '../parser/grouped-by.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { applyGuarded, applyProven } from './fix-guard.ts'
import type { Input } from './inputs.ts'
import { unifiedDiff } from './unified-diff.ts'

/** Fixes that overlap wait for the next pass. What needs more passes is left as it is. */
const MAX_PASSES = 10

export type Lint = (texts: ReadonlyMap<string, string>) => Promise<Report>

export interface Fixed {
  /** Of the texts as they are now. */
  report: Report
  /** Shown name → new text, of the files that changed. */
  texts: Map<string, string>
  /** How many fixes were applied, by file. */
  counts: Map<string, number>
  /** What was not applied, and why: `a.yaml:6:3: the fix of …`. */
  refusals: string[]
}

/** Throws a UsageError for a rule of `--fix-rule` that does not run. */
export function refuseRules(names: readonly string[], running: ReadonlyMap<string, unknown>): void {
  for (const name of names) {
    if (!running.has(name)) throw new UsageError(`--fix-rule: no rule "${name}" runs here${didYouMean(name, [...running.keys()])}`)
  }
}

/** Writes nothing. `isWanted` tells which fixes are applied. `templates` are files that are no manifests: what would be made of those has been tried. `lint` lints all inputs anew, with some texts in place of what is on the disk. */
export async function fixAll(first: Report, lint: Lint, inputs: readonly Input[], isWanted: (diagnostic: Diagnostic) => boolean, templates: ReadonlyMap<string, Input> = new Map()): Promise<Fixed> {
  const originals = new Map(inputs.map((input) => [input.file, input]))
  const fixed: Fixed = { report: first, texts: new Map(), counts: new Map(), refusals: [] }
  const refused = new Set<string>()
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const byFile = fixableByFile(fixed.report.diagnostics, isWanted, refused)
    let changed = false
    for (const [file, findings] of byFile) {
      const template = originals.has(file) ? undefined : templates.get(file)
      const before = fixed.texts.get(file) ?? (template ?? originals.get(file)!).read().text
      const after = template === undefined ? await applyGuarded(file, before, findings) : applyProven(before, findings)
      for (const { finding, harm } of after.refused) {
        refused.add(identityOf(finding))
        fixed.refusals.push(`${file}:${finding.start.line}:${finding.start.column}: the fix of ${finding.rule} is left out: ${harm}`)
      }
      if (after.text === before) continue
      changed = true
      fixed.texts.set(file, after.text)
      fixed.counts.set(file, (fixed.counts.get(file) ?? 0) + after.fixed.length)
    }
    if (!changed) break
    fixed.report = await lint(fixed.texts)
  }
  return fixed
}

const identityOf = ({ file, rule, path, message }: Diagnostic): string => JSON.stringify([file, rule, path, message])

function fixableByFile(diagnostics: readonly Diagnostic[], isWanted: (diagnostic: Diagnostic) => boolean, refused: ReadonlySet<string>): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const { file, edits } = diagnostic
    if (edits.length === 0 || !isWanted(diagnostic) || refused.has(identityOf(diagnostic))) continue
    addTo(byFile, file, diagnostic)
  }
  return byFile
}

export interface Delivered {
  /** For standard output. */
  output: string
  problems: string[]
  /** The files that could not be written. */
  failed: Set<string>
}

/** Writes the new texts, or gives a patch instead. The fixed text of standard input is output too, changed or not. */
export function deliver(texts: ReadonlyMap<string, string>, inputs: readonly Input[], asPatch: boolean): Delivered {
  const delivered: Delivered = { output: '', problems: [], failed: new Set() }
  for (const { file, path, read } of inputs) {
    const text = texts.get(file)
    if (asPatch) delivered.output += text === undefined ? '' : unifiedDiff(file, read().text, text)
    else if (path === undefined) delivered.output += text ?? read().text
    else if (text !== undefined) {
      try {
        replaceFile(path, { text, encoding: read().encoding })
      } catch (error) {
        delivered.problems.push(`Cannot write ${file}: ${systemReason(error)}`)
        delivered.failed.add(file)
      }
    }
  }
  return delivered
}
