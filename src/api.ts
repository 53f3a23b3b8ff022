/** podlint as a library: texts in, a report out. It reads no files and no settings. */
import { readOptions, type LintTextOptions } from './api-options.ts'
import type { Report } from './diagnostic.ts'
import { Linter } from './lint.ts'
import type { LintSource } from './lint-options.ts'

/** One text to lint. `named` texts have to be manifests; it is true unless said otherwise. */
export type LintText = Omit<LintSource, 'named'> & Partial<Pick<LintSource, 'named'>>

/** Lints a set of texts together, so that rules can look from one to the other. Throws a TypeError for options that make no sense. */
export async function lint(texts: readonly LintText[], options: LintTextOptions = {}): Promise<Report> {
  const read = readOptions(options)
  const keepsObjects = texts.some(({ text }) => typeof text === 'string' && text.includes('ValidatingAdmissionPolicy'))
  const linter = new Linter({ ...read.options, keepsObjects }, read.custom)
  for (const { named = true, ...source } of texts) {
    if (typeof source.file !== 'string' || typeof source.text !== 'string') throw new TypeError('A text to lint is { file, text }, both strings')
    await linter.add({ ...source, named })
  }
  return linter.finish()
}
