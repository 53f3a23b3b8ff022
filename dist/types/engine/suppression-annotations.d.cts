import type { Source } from '../model/source.cjs';
import type { Tape } from '../parser/tape.cjs';
import { type OffsetEdit } from './fixer.cjs';
import type { Span } from './suppression-comments.cjs';
/** `podlint.dev/ignore`, and `podlint.dev/ignore.CONTAINER`. */
export declare const ANNOTATION = "podlint.dev/ignore";
export interface Annotation {
    key: string;
    /** What it says; undefined for what is no string. */
    text: string | undefined;
    /** The nodes of the key and the value, and the root of the document. */
    node: number;
    root: number;
    /** Offsets of what it covers. */
    span: Span;
    /** The map that has the metadata. */
    holder: number;
}
/** Where documents begin and end. */
export interface Extent {
    root: number;
    start: number;
    end: number;
}
/** Those whose key `isWanted`, in the order of the text. */
export declare function annotationsIn(tape: Tape, documents: readonly Extent[], isWanted: (key: string) => boolean): Annotation[];
/** Where a node with all that is in it ends. */
export declare function endOf(tape: Tape, node: number): number;
/** The containers below nodes, by name: as many annotations may name one. */
export declare class Containers {
    private readonly byHolder;
    private readonly tape;
    constructor(tape: Tape);
    named(holder: number, name: string): readonly Span[];
}
/** Takes an annotation away. */
export declare function withoutAnnotation(source: Source, tape: Tape, { node, root }: Annotation): OffsetEdit | undefined;
/** Where something stands in the value, when it stands there as it is. */
export declare function offsetIn(tape: Tape, { node, text }: Annotation, at: number): number | undefined;
