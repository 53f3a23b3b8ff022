/**
 * `# podlint-ignore rule-a, rule-b: reason` and its like, and the annotation `podlint.dev/ignore`. Loaded for texts that have `podlint` in them.
 * At the end of a line a comment covers that line, and what is in the field whose value is below it; on a line of its own the field, item or document below it; `-next-line` that line alone;
 * `-start` all up to `-end`; `-file` the whole text.
 */
import type { Source } from '../model/source.cjs';
import type { Tape } from '../parser/tape.cjs';
import { Silencers, type Silencing } from './silencers.cjs';
import { type Extent } from './suppression-annotations.cjs';
import { type Name, type RuleNames, type SuppressionMistake, type SuppressionOptions } from './suppression-text.cjs';
import type { OffsetEdit } from './fixer.cjs';
export type { SuppressionMistake, SuppressionOptions } from './suppression-text.cjs';
/** A comment or annotation, and the rules that it names. */
export interface Suppression extends Silencing {
    /** Of the comment or the value, in the linted text. */
    start: number;
    what: string;
    names: readonly Name[];
    /** The edits that leave only these names. */
    keep(names: readonly Name[]): readonly OffsetEdit[];
}
export interface Suppressions {
    silencers: Silencers;
    /** In the order of the text. */
    suppressions: Suppression[];
    /** In the order of the text. */
    mistakes: SuppressionMistake[];
}
/** `tape` has the whole of the linted text; `names` are the rules that there are. */
export declare function readSuppressions(source: Source, tape: Tape, documents: readonly Extent[], names: RuleNames, options: SuppressionOptions): Suppressions;
/** What is named in vain, once everything is found; undefined when nothing. */
export declare function unusedMistake({ names, used, what, keep }: Suppression, isOn: (rule: string) => boolean): SuppressionMistake | undefined;
