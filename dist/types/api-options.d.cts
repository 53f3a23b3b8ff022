import { type Severity } from './diagnostic.cjs';
import { type Preset, type Rule } from './engine/define-rule.cjs';
import type { LintOptions } from './lint-options.cjs';
import { type PluginRule } from './plugins/read-rule.cjs';
export interface LintTextOptions {
    /** `recommended` unless said otherwise. */
    preset?: Preset | (string & {});
    /** Such as `1.31`, `v1.31.4` or `latest`; the newest without it. */
    kubernetesVersions?: readonly string[];
    /** Version of the Pod Security Standards for the presets `pss-baseline` and `pss-restricted`: `1.0` to the newest, or `latest`; that of the cluster without it. */
    pssVersion?: string;
    /** By id: another severity than its own, or off. A rule outside of the preset is switched on. And rules under names of your own: `{ 'owner-label': { rule: 'require-label', options: { key: 'owner' } } }`. */
    rules?: Readonly<Record<string, Severity | 'off' | RuleOfTexts>>;
    /** What lives elsewhere, so that nothing is said when it is not among the texts: `KIND/NAME` or `KIND/NAMESPACE/NAME`, with `*` for any letters. */
    external?: readonly string[];
    /** Options of rules, by id. */
    options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    /** The day on which `until=` of a comment or annotation is judged, such as `2027-01-31`; that of the machine without it. */
    today?: string;
    /** Rules of your own, made with `defineRule`. They are on, unless they say in which presets they are. */
    plugins?: readonly PluginRule[];
}
export interface RuleOfTexts {
    /** Of a rule under a name of your own: the id of the rule that it is. */
    rule?: string;
    severity?: Severity | 'off';
    /** In place of what the rule says; `{message}` stands for that. */
    message?: string;
    options?: Readonly<Record<string, unknown>>;
}
/** Throws a TypeError. */
export declare function readOptions(given: LintTextOptions): {
    options: LintOptions;
    custom: Rule[];
};
