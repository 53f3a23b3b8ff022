/** How kubectl reads a scalar: the rules of Go's YAML 1.1 reader, for both ways of parsing. */
import { Kind } from './node.cjs';
export type ScalarValue = string | number | bigint | boolean | null;
/** Chomping of a block scalar, the two low bits of its word 3; the indentation of its lines is in the bits above. */
export declare const Chomp: {
    readonly clip: 0;
    readonly strip: 1;
    readonly keep: 2;
};
/** The text of a scalar before it is resolved. `header` is its word 3, but for keys. */
export declare function scalarText(text: string, kind: Kind, encoded: boolean, start: number, end: number, header: number): string;
/** A plain scalar without a tag. Can be NaN or infinite, which the caller has to refuse: JSON cannot carry it. */
export declare function resolvePlain(text: string): ScalarValue;
/** Why a value is no map key for kubectl: null, and an integer beyond int64. */
export type KeyFault = 'null' | 'uint64';
/** The text of a map key after its scalar was resolved, and what kubectl compares to find duplicates: 1 and 0x1 are the same key, 1 and "1" are not, until they become JSON. */
export declare function resolveKey(value: ScalarValue, isFloat: boolean): {
    text: string;
    identity: string;
} | KeyFault;
/** Whether a plain number is written as a float, which makes 1.0 another key than 1. */
export declare const isFloatText: (text: string) => boolean;
