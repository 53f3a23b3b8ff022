import type { Diagnostic } from '../diagnostic.ts'

/** The findings of each file, in their order. */
export function byFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const found = files.get(diagnostic.file)
    if (found) found.push(diagnostic)
    else files.set(diagnostic.file, [diagnostic])
  }
  return files
}
