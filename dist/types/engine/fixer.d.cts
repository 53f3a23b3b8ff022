/**
 * Makes the text edits of a fix, on offsets in the tape's text. Everything that an edit does not name stays byte for byte. Where a change could mean more than it
 * says (its text is read through an alias too, a comment or an anchor is in the way), there is none: undefined.
 */
import type { Place } from '../model/place.cjs';
export interface OffsetEdit {
    start: number;
    end: number;
    text: string;
}
export type NewValue = boolean | number | string | readonly string[];
export declare class Fixer {
    /** Put `text`, a number or a boolean as it is to stand in the file, in place of a scalar's value. */
    replaceValue({ tape, node }: Pick<Place, 'tape' | 'node'>, text: string): OffsetEdit | undefined;
    /** Put another string in place of a scalar's value, in the quotes that it has, or in those that it needs. */
    replaceText(place: Place, text: string): OffsetEdit | undefined;
    /** The new name gets the quotes of the old one. Undefined when the map has it already. */
    renameKey({ tape, key }: Pick<Place, 'tape' | 'key'>, name: string): OffsetEdit | undefined;
    /** Put another field in place of one, key and value. */
    replaceField({ tape, key, node }: Place, text: string): OffsetEdit | undefined;
    /** Put quotes around a key, so that it is read as it is written. */
    quoteKey({ tape, key }: Place): OffsetEdit | undefined;
    /** Delete a field with its value: its whole lines in block style, with its comma in flow style. Undefined for the only field of a map. */
    removeField({ tape, key, node }: Place): OffsetEdit | undefined;
    /** Delete several fields of a map, or none of them. */
    removeFields(places: readonly Place[]): OffsetEdit[] | undefined;
    /** Delete a list item, its dash or its comma included. Undefined for the only item of a list. */
    removeItem({ tape, key, node }: Place): OffsetEdit | undefined;
    /** Add a missing field, some steps below the map at `place`, together with the maps on the way that are missing too. */
    insertBelow({ tape, node: from }: Place, steps: readonly string[], value: NewValue): OffsetEdit | undefined;
    /** Whether the map or list that a place is in may be JSON: then only what is right in both is written there. */
    isJson({ tape, key, node }: Place): boolean;
}
/** It has no state. */
export declare const fixer: Fixer;
