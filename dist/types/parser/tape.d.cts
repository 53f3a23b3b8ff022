import { Flag, Hint, Kind } from './node.cjs';
import { type ScalarValue } from './scalar.cjs';
export { Flag, Hint, Kind };
export declare class Tape {
    text: string;
    data: Int32Array<ArrayBuffer>;
    /** Number of nodes. */
    size: number;
    /** Values of `explicit` scalars: what a tag or a library has decoded already. */
    values: ScalarValue[];
    /** Whether some node has `Flag.reinterpreted`. */
    hasReinterpreted: boolean;
    /** Plain values of maps and lists, by node; made when the first is asked for. */
    private plain;
    constructor(data?: Int32Array<ArrayBuffer>);
    /** Start over with another text; the memory stays. */
    reset(text: string): void;
    /** A copy that a later `reset` does not touch, no larger than needed. */
    detach(): Tape;
    /** A copy of the nodes below `root` alone, which becomes node 0, with `text`, the part of the text from `offset` on. */
    detachPart(root: number, text: string, offset: number): Tape;
    private copy;
    /** Takes over the nodes that the core has written, the first word of which is `words[from]`; with them the tape has `size`. */
    append(words: Int32Array, from: number, size: number): void;
    grow(): void;
    kind(node: number): Kind;
    isMap(node: number): boolean;
    isSequence(node: number): boolean;
    isScalar(node: number): boolean;
    has(node: number, flag: number): boolean;
    mark(node: number, flag: number): void;
    /** Entries of a map (pairs) or a sequence (items). */
    count(node: number): number;
    start(node: number): number;
    end(node: number): number;
    /** The node after this one and all below it: the next sibling, if there is one. */
    next(node: number): number;
    /** Id of a key node's text: equal ids, equal keys, over all tapes. */
    keyId(key: number): number;
    /** A key as kubectl reads it: `on:` is "true", `1:` is "1". */
    key(key: number): string;
    /** A scalar, not a key, as kubectl reads it. Integers beyond ±2^53 are bigint. */
    scalar(node: number): ScalarValue;
    /** The value as written, for messages: quotes and all. */
    source(node: number): string;
    isNull(node: number): boolean;
    /** The value node of a key, or -1 (also for a node that is no map, or -1 itself). Of a duplicate key the last one counts, as for kubectl. */
    find(map: number, key: string): number;
    /** The same by the id of an interned key. */
    findId(map: number, id: number): number;
    /** The nth item of a sequence, or -1. */
    item(sequence: number, index: number): number;
    /**
     * The node as plain JavaScript values, without what the schema walk has hidden and without null fields (null is absent for the API server). Made once per node:
     * the same node gives the same object, so values can be compared by identity and must not be changed.
     */
    toJS(node: number): unknown;
}
