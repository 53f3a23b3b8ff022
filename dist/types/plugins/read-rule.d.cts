/** Rules that others write: what they say is checked, and what they leave out is filled in, so that the rest of podlint sees rules like its own. */
import { type FixSafety, type Severity } from '../diagnostic.cjs';
import { type BadExample, type Example, type OptionDefinitions, type OptionValues, type Preset, type Rule } from '../engine/define-rule.cjs';
import { type Context, type Visitors } from '../engine/visitors.cjs';
import type { KubernetesObject } from '../model/object.cjs';
/** `Deployment` and its like, and any kind with its group: `cert-manager.io/Certificate`, `apps/v1/Deployment`, `batch/*`. */
export type PluginVisitors<Options = unknown> = Visitors<Options> & {
    readonly [K in `${string}/${string}`]?: (object: KubernetesObject, context: Context<Options>) => void;
};
type Untitled<E extends Example> = Omit<E, 'title'> & {
    title?: string;
};
/** A rule as a plugin has it: only the first three are needed. */
export interface PluginRule<D extends OptionDefinitions = OptionDefinitions> {
    /** Lower case letters, digits and single hyphens: `acme-owner-label`. */
    id: string;
    severity: Severity;
    visit: PluginVisitors<OptionValues<D>>;
    /** Any word; `custom` without one. */
    category?: string;
    /** Presets that switch it on. Without this it is on wherever its plugin is. */
    presets?: readonly Preset[];
    since?: string;
    summary?: string;
    why?: string;
    howToFix?: string;
    /** Its page, which reports link to. */
    url?: string;
    references?: readonly string[];
    peers?: Readonly<Record<string, readonly string[]>>;
    fixable?: FixSafety;
    options?: D;
    /** Options of which one has to be set. */
    needs?: readonly Extract<keyof D, string>[];
    bad?: readonly Untitled<BadExample>[];
    good?: readonly Untitled<Example>[];
    /** It looks at several objects, through `context.index`: it runs once all files are read. */
    crossObject?: boolean;
    /** It looks only at pods that run for long: not at Jobs, pods that run to completion, Helm hooks and tests. */
    longRunningOnly?: boolean;
}
export declare const RULE_NAME: RegExp;
/** Types the rule, and checks it where it is written. Throws a TypeError. */
export declare function defineRule<const D extends OptionDefinitions = Record<never, never>>(rule: PluginRule<D>): PluginRule;
/** `plugin`: where it comes from, as it is shown. Throws a TypeError that names the rule. */
export declare function readRule(value: unknown, plugin: string): Rule;
export {};
