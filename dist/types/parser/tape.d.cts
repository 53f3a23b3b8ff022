import { Flag, Hint, Kind } from './node.cjs';
import { type ScalarValue } from './scalar.cjs';
export { Flag, Hint, Kind };
/** The nodes know what is below them: this is the other direction, of all nodes below `root`. */
export declare class Parents {
    readonly root: number;
    /** Paths of maps and lists that were asked for: those of what is in them begin with them. */
    readonly paths: Map<number, string>;
    private readonly data;
    /** Of each node its parent, and what it is there: the index of an item, else `KEY` or `VALUE`. */
    private readonly up;
    constructor({ data }: Tape, root: number);
    of(node: number): number;
    isKey(node: number): boolean;
    /** The key of a value, or the index of an item. */
    step(node: number): string | number;
    /** The key node of a value in a map, or -1. */
    key(node: number): number;
}
interface Marks {
    from: number;
    data: Int32Array;
    misnamed: ReadonlyMap<number, ReadonlySet<string>>;
}
export declare class Tape {
    text: string;
    data: Int32Array<ArrayBuffer>;
    /** Number of nodes. */
    size: number;
    /** Values of `explicit` scalars: what a tag or a library has decoded already. */
    values: ScalarValue[];
    /** Whether some node has `Flag.reinterpreted`. */
    hasReinterpreted: boolean;
    /** Whether a merge has brought entries that others override: they are not on the tape, though their text is read there. */
    hasOverridden: boolean;
    /** Whether some object has a value that is still to be filled in. */
    hasPlaceholders: boolean;
    /** Plain values of maps and lists, by node; made when the first is asked for. */
    private plain;
    /** By map: fields that are there under another name. */
    private readonly misnamed;
    /** Of wide maps and lists, by node: value nodes by key, and items by index. */
    private readonly wideMaps;
    private readonly wideLists;
    private parents;
    constructor(data?: Int32Array<ArrayBuffer>);
    /** Start over with another text; the memory stays. */
    reset(text: string): void;
    /** A copy that a later `reset` does not touch, no larger than needed; with the plain values that were asked for so far, or without. */
    detach(withPlain?: boolean): Tape;
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
    /** Gives a scalar another value than the one that is written. */
    replace(node: number, value: ScalarValue): void;
    /** A field of a map is there, but nobody can read it: it has another name, or stands elsewhere in the map. */
    misname(map: number, field: string): void;
    /** The same at the end of a way: what is there of it can be read. */
    misnameAt(map: number, [field, ...rest]: readonly string[]): void;
    /** Whether all below a node can be read: nothing is hidden, and nothing stands under another name. */
    isReadable(root: number): boolean;
    isMisnamed(map: number, field: string): boolean;
    /** What has been marked, replaced and misnamed from a node on, to put back before a walk with other types. */
    marksOf(node: number): Marks;
    restoreMarks({ from, data, misnamed }: Marks): void;
    /** Hides what was hidden then, too. */
    addMarks({ from, data, misnamed }: Marks): void;
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
    private entriesOf;
    private itemsOf;
    /** The way up from each node below `root`; made once for all that is asked of one root. */
    parentsBelow(root: number): Parents;
    /**
     * The node as plain JavaScript values, without null fields (null is absent for the API server) and without what the schema walk has hidden: see unreadable.ts. Made once per node:
     * the same node gives the same object, so values can be compared by identity and must not be changed.
     */
    toJS(node: number): unknown;
    private plainMap;
    /** A hidden or null item leaves '' behind: the others keep their index, and reading any field of it gives undefined. */
    private plainList;
}
