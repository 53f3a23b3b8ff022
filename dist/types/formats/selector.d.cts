export interface LabelSelectorRequirement {
    readonly key?: string | undefined;
    readonly operator?: string | undefined;
    readonly values?: readonly string[] | undefined;
}
export interface LabelSelector {
    readonly matchLabels?: Readonly<Record<string, string>> | undefined;
    readonly matchExpressions?: readonly LabelSelectorRequirement[] | undefined;
}
export type Labels = Readonly<Record<string, string>>;
/** One broken part: the error type of Kubernetes, the way to it from the selector, what it is called, and what is wrong with that. */
export interface SelectorProblem {
    code: 'Required' | 'Invalid' | 'Forbidden';
    steps: readonly (string | number)[];
    /** The offending string; absent when something is missing or too much. */
    value?: string;
    /** It is the key of a label that is wrong, not its value. */
    isKey?: boolean;
    reason: string;
}
export declare const SELECTOR_OPERATORS: readonly ['In', 'NotIn', 'Exists', 'DoesNotExist'];
export interface SelectorOptions {
    /** A few fields take any text among the values of an expression, though it can match no label. */
    anyValues?: boolean;
}
/** What the API server says about the selector itself, in its order. */
export declare function selectorProblems(selector: LabelSelector, { anyValues }?: SelectorOptions): SelectorProblem[];
/** The first thing that a readable selector wants and the labels lack; undefined when they match. `key`: the label that has another value. */
export declare function mismatch({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): {
    key?: string;
    message: string;
} | undefined;
/** Neither labels nor expressions: it selects everything. */
export declare const isEmptySelector: (selector: LabelSelector) => boolean;
/**
 * Whether the selector selects what has these labels. No selector selects nothing, an empty one everything.
 * Undefined when the selector is broken: the API server cannot convert it.
 */
export declare function selectorMatches(selector: LabelSelector | undefined, labels: Labels): boolean | undefined;
/** The same for one that is not broken. */
export declare function soundSelectorMatches(selector: LabelSelector, labels: Labels): boolean;
/** Selectors of Services and ReplicationControllers: plain labels. An empty one selects nothing. */
export declare const labelsMatch: (wanted: Labels, labels: Labels) => boolean;
