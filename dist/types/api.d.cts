/** podlint as a library: texts in, a report out. It reads no files and no settings. */
import type { Report, Severity } from './diagnostic.cjs';
import { type Preset, type RuleDefinition } from './engine/define-rule.cjs';
import { type LintSource } from './lint.cjs';
export interface LintTextOptions {
    /** `recommended` unless said otherwise. */
    preset?: Preset;
    /** Such as `1.31`, `v1.31.4` or `latest`; the newest without it. */
    kubernetesVersions?: readonly string[];
    /** By id: another severity than its own, or off. A rule outside of the preset is switched on. */
    rules?: Readonly<Record<string, Severity | 'off'>>;
    /** Options of rules, by id. */
    options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** Rules of your own, made with `defineRule`, by `category/id`. They are on. */
    customRules?: Readonly<Record<string, RuleDefinition>>;
}
/** One text to lint. `named` texts have to be manifests; it is true unless said otherwise. */
export type LintText = Omit<LintSource, 'named'> & Partial<Pick<LintSource, 'named'>>;
/** Lints a set of texts together, so that rules can look from one to the other. Throws a TypeError for options that make no sense. */
export declare function lint(texts: readonly LintText[], options?: LintTextOptions): Promise<Report>;
