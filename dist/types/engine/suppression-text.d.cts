import type { OffsetEdit } from './fixer.cjs';
import type { FixSafety, Severity } from '../diagnostic.cjs';
/** What a suppression says in vain. */
export interface SuppressionMistake {
    message: string;
    /** Offsets in the linted text. */
    start: number;
    end: number;
    /** Another one than that of the rule. */
    severity?: Severity;
    edits?: readonly OffsetEdit[];
    fix?: FixSafety;
}
export interface SuppressionOptions {
    /** Whether each needs a reason. */
    requireReason: boolean;
    /** Rules that cannot be suppressed. */
    unsuppressible: ReadonlySet<string>;
    /** The day of the run, `2027-01-31`. */
    today: () => string;
    /** Whether the marks of other tools count. */
    peers: boolean;
}
/** Which rules a name stands for. */
export interface RuleNames {
    /** The ids and categories, in one list. */
    all: readonly string[];
    ids: ReadonlySet<string>;
    /** By category. */
    categories: ReadonlyMap<string, readonly string[]>;
    /** By the ids of checks of other tools; undefined before they are loaded, when nobody can say yet what else was meant. */
    peers: ReadonlyMap<string, readonly string[]> | undefined;
    /** There may be more rules: those of plugins that are not run. */
    areOpen: boolean;
}
export interface Name {
    text: string;
    ids: readonly string[];
    start: number;
    end: number;
}
export interface Said {
    names: Name[];
    mistakes: SuppressionMistake[];
}
/** `text` stands at the offset `from`; `what` is said of it in messages: `The comment`. Before a colon stand rules, after it the reason. */
export declare function readSaid(text: string, from: number, what: string, known: RuleNames, options: SuppressionOptions): Said;
/** Trivy has written the id of one check in several ways. */
export declare const peerKey: (id: string) => string;
/** What was named in vain, once everything is found; undefined when nothing. Of a rule that is off nobody knows. */
export declare function unusedNames(names: readonly Name[], used: ReadonlySet<string>, isOn: (rule: string) => boolean): readonly Name[];
export declare function unusedMessage(unused: readonly Name[], what: string): string;
