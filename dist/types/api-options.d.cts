/** What the options of the library mean. Whatever makes no sense throws: a slip must not look like a clean bill of health. */
import { type Severity } from './diagnostic.cjs';
import { type Preset, type Rule, type RuleDefinition } from './engine/define-rule.cjs';
import type { LintOptions } from './lint.cjs';
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
/** Throws a TypeError. */
export declare function readOptions(given: LintTextOptions): {
    options: LintOptions;
    custom: Rule[];
};
