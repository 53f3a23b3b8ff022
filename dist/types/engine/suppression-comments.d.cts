import { type Tape } from '../parser/tape.cjs';
import type { OffsetEdit } from './fixer.cjs';
export declare const KEYWORD = "podlint-ignore";
declare const FORMS: readonly ['', '-next-line', '-start', '-end', '-file'];
export type Form = (typeof FORMS)[number];
/** Of the word that a comment begins with; undefined for another one. */
export declare const formOf: (word: string) => Form | undefined;
export declare function unknownWord(word: string): string;
export interface Comment {
    /** Of its `#`. */
    start: number;
    keyword: number;
    end: number;
    /** Nothing else is on its line. */
    isAlone: boolean;
}
/** The comments with a keyword: not what only looks like one within a string. */
export declare function commentsWith(tape: Tape, keywords: RegExp): Comment[];
export declare const isBlank: (character: string | undefined) => boolean;
/** Takes the comment away with the blanks before it, or with its line. Of one behind another comment, that stays. */
export declare function removal(text: string, { start, end, isAlone }: Comment): OffsetEdit | undefined;
export interface Span {
    from: number;
    to: number;
}
/** The line of an offset, with its line break: lines as findings count them. */
export declare function lineOf(text: string, at: number): Span;
/** Where what a line begins with ends: a field with all that is in it, an item of a list, or a whole document. */
export declare class Fields {
    private readonly ends;
    /** By the beginning of a line: the first one from there on that is no comment. */
    private readonly below;
    private readonly tape;
    private readonly roots;
    constructor(tape: Tape, roots: readonly {
        root: number;
        end: number;
    }[]);
    /** The line below a comment, passing over further comments and the beginning of a document. */
    lineBelow(comment: Comment): Span;
    /** Of a line; undefined when no field begins there. `header`: only of a field whose value is on the lines below. */
    endOf({ from, to }: Span, header?: boolean): number | undefined;
    /** By the offset of a key; by minus that and one less, of an item. What is read through an alias lies elsewhere. */
    private find;
}
export {};
