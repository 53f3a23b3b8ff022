/** What a rule is. A rule is one file under `src/rules/<category>/<id>.ts`: its name is its id, its folder its category. */
import type { FixSafety, Severity } from '../diagnostic.cjs';
import type { Visitors } from './visitors.cjs';
/** `api-server`: what the API server refuses or warns about, and nothing else. `recommended`: the default; a good manifest is silent under it. `pss-…`: what the levels of the Pod Security Standards forbid. */
export declare const PRESETS: readonly ['api-server', 'recommended', 'strict', 'pss-baseline', 'pss-restricted'];
export type Preset = (typeof PRESETS)[number];
export declare const CATEGORIES: readonly ['validity', 'reliability', 'resources', 'security', 'networking', 'references', 'deprecation', 'best-practice'];
export type Category = (typeof CATEGORIES)[number];
export interface Example {
    title: string;
    /** Of the rule, where its defaults are not meant. */
    options?: Readonly<Record<string, unknown>>;
    /** A manifest; expected findings are marked at their line: `field: value # ✖ exact message`. */
    yaml: string;
    /** Files around it, by path: what it points at. The example itself is `kustomization.yaml` then, or what `file` says. */
    files?: Readonly<Record<string, string>>;
    file?: string;
    /** It is this file of podlint's own, with a manifest beside it that has no findings. */
    settings?: 'podlint.yaml' | 'podlint-baseline.json';
    /** Linted for an upgrade from the first version to the second. */
    upgrade?: readonly [from: string, to: string];
}
export interface BadExample extends Example {
    /** The manifest after `--fix --unsafe-fixes`, for a rule that can fix. */
    fixed?: string;
}
/** One option of a rule: its type is that of its default. */
export interface OptionDefinition {
    default: string | number | boolean | readonly string[];
    /** All that it can be; of a string. */
    values?: readonly string[];
    /** What a string has to be: a regular expression of RE2, an amount such as `64Mi`, or a way to a field. An empty one is always fine. */
    format?: 'pattern' | 'quantity' | 'path';
    description: string;
}
export type OptionDefinitions = Record<string, OptionDefinition>;
type Widen<T> = T extends boolean ? boolean : T extends number ? number : T extends string ? string : T extends readonly string[] ? readonly string[] : never;
export type OptionValues<D extends OptionDefinitions> = {
    readonly [K in keyof D]: Widen<D[K]['default']>;
};
export interface RuleDefinition<D extends OptionDefinitions = OptionDefinitions> {
    severity: Severity;
    /** Presets that switch it on; `strict` contains `recommended`, `recommended` contains `api-server`. Empty: only when selected by name. */
    presets: readonly Preset[];
    /** Version of podlint that has it first. */
    since: string;
    /** One sentence in the imperative: `Disallow privileged containers.` */
    summary: string;
    /** What goes wrong without it. */
    why: string;
    /** What to write instead. */
    howToFix: string;
    references: readonly string[];
    /** Ids of the same check elsewhere, by tool. */
    peers: Readonly<Record<string, readonly string[]>>;
    fixable?: FixSafety;
    options?: D;
    /** Options without which it has nothing to say: one of them has to be set where the rule is switched on. */
    needs?: readonly Extract<keyof D, string>[];
    bad: readonly BadExample[];
    good: readonly Example[];
    /** Looks at several objects: runs once all files are read, and only on the kinds of model/run-index.ts. */
    crossObject?: true;
    /** A rule with `crossObject` that says nothing of an object alone, unless its option `references` is `strict`: its code is loaded when there are several. */
    needsSeveral?: true;
    /** Looks only at pods that run for long: not at Jobs, pods that run to completion, Helm hooks and tests. */
    longRunningOnly?: true;
    /** Absent for what the parser or the schema walk reports. */
    visit?: Visitors<OptionValues<D>>;
}
/** A rule with the id and category that its place in the tree gives it. */
export interface Rule extends RuleDefinition {
    id: string;
    /** Of a plugin's rule, any word. */
    category: Category | (string & {});
    /** Of a plugin's rule: where it comes from, as it is shown. */
    plugin?: string;
    /** Of a plugin's rule: its page, or an empty string. */
    url?: string;
    /** Of a plugin's rule: it is in no preset, and on all the same. */
    isAlwaysOn?: boolean;
}
/** A rule under a name of the user's own, or with a message of its own. */
export interface OwnRule {
    /** The id of the rule that it is. */
    rule: string;
    /** `{message}` stands for what the rule itself says. */
    message?: string;
}
/** What a run has to know of a rule before it meets anything that the rule looks at. */
export interface RuleHead extends Pick<Rule, 'id' | 'category' | 'severity' | 'presets' | 'plugin' | 'isAlwaysOn'> {
    crossObject?: boolean;
}
export declare function defineRule<const D extends OptionDefinitions = Record<never, never>>(definition: RuleDefinition<D>): RuleDefinition;
/** What the index of the rules makes of a definition. In the bundle, it has both from the beginning. */
export declare const named: (definition: RuleDefinition, category: Category, id: string) => Rule;
/** A manifest in an example. Only a mark for the eye and for editors: `exampleText` gives the text, so that loading a rule costs nothing. */
export declare const yaml: (strings: TemplateStringsArray) => string;
/** The text of an example: without the common indentation and the line break at both ends. */
export declare function exampleText(raw: string): string;
export {};
