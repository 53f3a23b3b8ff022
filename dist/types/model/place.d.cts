/** A place in a manifest that a finding can point at, and a fix can change. */
import type { Source } from './source.cjs';
import type { Tape } from '../parser/tape.cjs';
import { type Step } from './field-path.cjs';
/** What can be underlined. */
export interface Spot {
    readonly source: Source;
    /** The offsets to underline, in the linted text of `source`. */
    readonly start: number;
    readonly end: number;
}
export interface Place extends Spot {
    readonly tape: Tape;
    /** The value node, or -1 when the field is missing. */
    readonly node: number;
    /** The key node of that value, or -1: the root, a list item, or missing. */
    readonly key: number;
    /** The deepest node on the way that exists: `node`, or where the missing field belongs. */
    readonly parent: number;
    /** As the API server prints it. */
    readonly path: string;
}
/** Goes down from a value node. A missing step ends at its nearest ancestor, which is what gets underlined. */
export declare function placeAt(source: Source, tape: Tape, root: number, rootKey: number, rootPath: string, steps: readonly Step[]): Place;
/** An object, or what begins like one. */
export interface Rooted {
    readonly source: Source;
    readonly tape: Tape;
    readonly root: number;
    readonly prefix: string;
}
/** The place of a value of an object. */
export declare function placeOf({ source, tape, root, prefix }: Rooted, node: number): Place;
/** A place further down. */
export declare const below: (place: Place, ...steps: readonly Step[]) => Place;
/** The same field, with its key underlined in place of its value. */
export declare const atKey: (place: Place) => Place;
/** A missing field, with something else underlined than what it belongs to: the name of the object, more often than not. */
export declare const shownAt: (place: Place, other: Place) => Place;
/** A scalar is underlined whole, a map or list by its key, a list item by its name (else its first key), a root by its kind: never forty lines. */
export declare function rangeOf(tape: Tape, node: number, key: number): [start: number, end: number];
