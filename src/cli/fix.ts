/** `--fix` and `--diff`: lint, apply, and again, until nothing is left that can be fixed. */
import type { Diagnostic, Report } from '../diagnostic.ts'
import { applyFixes } from '../engine/fixes.ts'
import { systemReason } from '../files/system-error.ts'
import { replaceFile } from '../files/write.ts'
import type { Input } from './inputs.ts'
import { unifiedDiff } from './unified-diff.ts'

/** Fixes that overlap wait for the next pass. What needs more passes is left as it is. */
const MAX_PASSES = 10

export interface Fixed {
  /** Of the texts as they are now. */
  report: Report
  /** Shown name → new text, of the files that changed. */
  texts: Map<string, string>
  /** How many fixes were applied. */
  count: number
}

/** Writes nothing. `lint` lints all inputs anew, with some texts in place of what is on the disk. */
export async function fixAll(first: Report, lint: (texts: ReadonlyMap<string, string>) => Promise<Report>, inputs: readonly Input[], unsafe: boolean): Promise<Fixed> {
  const originals = new Map(inputs.map((input) => [input.file, input]))
  const texts = new Map<string, string>()
  let report = first
  let count = 0
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const byFile = fixesByFile(report.diagnostics, unsafe)
    if (byFile.size === 0) break
    for (const [file, fixes] of byFile) {
      const applied = applyFixes(texts.get(file) ?? originals.get(file)!.read().text, fixes)
      count += applied.count
      texts.set(file, applied.text)
    }
    report = await lint(texts)
  }
  return { report, texts, count }
}

function fixesByFile(diagnostics: readonly Diagnostic[], unsafe: boolean): Map<string, Diagnostic['edits'][]> {
  const byFile = new Map<string, Diagnostic['edits'][]>()
  for (const { file, edits, fix } of diagnostics) {
    if (edits.length === 0 || (fix !== 'safe' && !unsafe)) continue
    const fixes = byFile.get(file)
    if (fixes === undefined) byFile.set(file, [edits])
    else fixes.push(edits)
  }
  return byFile
}

/** Writes the new texts, or gives a patch instead. The fixed text of standard input is output too, changed or not. */
export function deliver(texts: ReadonlyMap<string, string>, inputs: readonly Input[], asPatch: boolean): { output: string; problems: string[] } {
  let output = ''
  const problems: string[] = []
  for (const { file, path, read } of inputs) {
    const text = texts.get(file)
    if (asPatch) output += text === undefined ? '' : unifiedDiff(file, read().text, text)
    else if (path === undefined) output += text ?? read().text
    else if (text !== undefined) {
      try {
        replaceFile(path, { text, encoding: read().encoding })
      } catch (error) {
        problems.push(`Cannot write ${file}: ${systemReason(error)}`)
      }
    }
  }
  return { output, problems }
}
