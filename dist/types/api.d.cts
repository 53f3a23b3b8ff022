/** podlint as a library: texts in, a report out. It reads no files and no settings. */
import { type LintTextOptions } from './api-options.cjs';
import type { Report } from './diagnostic.cjs';
import type { LintSource } from './lint-options.cjs';
/** One text to lint. `named` texts have to be manifests; it is true unless said otherwise. */
export type LintText = Omit<LintSource, 'named'> & Partial<Pick<LintSource, 'named'>>;
/** Lints a set of texts together, so that rules can look from one to the other. Throws a TypeError for options that make no sense. */
export declare function lint(texts: readonly LintText[], options?: LintTextOptions): Promise<Report>;
