/** Applies fixes to a text. What no edit names stays byte for byte. */
import type { TextEdit } from '../diagnostic.cjs';
export interface Applied {
    text: string;
    /** How many of the fixes are in; the others overlap one of these and wait for the next pass. */
    count: number;
    /** Which ones, by index. */
    taken: number[];
}
/** Each fix is all of its edits or none. The first of two that overlap wins; the same fix twice counts once. Edits that are not within the text are left out. */
export declare function applyFixes(text: string, fixes: readonly (readonly TextEdit[])[]): Applied;
