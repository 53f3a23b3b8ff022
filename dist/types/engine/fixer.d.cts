import type { Place } from '../model/place.cjs';
export interface OffsetEdit {
    start: number;
    end: number;
    text: string;
}
export declare class Fixer {
    /** Put `text`, as it is to stand in the file, in place of a scalar's value. */
    replaceValue(place: Place, text: string): OffsetEdit;
    /** Put another text in place of a text, in the quotes that it has. */
    replaceText(place: Place, text: string): OffsetEdit;
    /** The new name gets the quotes of the old one. */
    renameKey(place: Place, name: string): OffsetEdit;
    /** Delete a field with its value: its whole lines in block style, with its comma in flow style. Undefined for the only field of a map. */
    removeField(place: Place): OffsetEdit | undefined;
    /** Delete a list item, its dash included. */
    removeItem(place: Place): OffsetEdit | undefined;
    /** Add `lines` (written without indentation) as the last fields of the block map at `place`. */
    insertField(place: Place, ...lines: string[]): OffsetEdit | undefined;
    /** Add a missing field, some steps below the block map at `place`, together with the maps on the way that are missing too. */
    insertBelow(place: Place, steps: readonly string[], value: string): OffsetEdit | undefined;
}
