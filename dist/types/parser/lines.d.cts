/** Lines and columns of a text, worked out only when something is reported in it. */
import type { Position } from '../diagnostic.cjs';
/** The line of an offset, from 1, where it is asked for only once. */
export declare const lineOf: (text: string, offset: number) => number;
/** Lines end with LF, CRLF or CR. Columns count UTF-16 code units from 1; a byte order mark takes no column. */
export declare class LineIndex {
    private readonly source;
    /** What of the file is before this text. */
    private readonly before;
    /** Offset of the first character of each line; made when first needed. */
    private starts;
    /** The line that was asked for last: the next finding is often in the same one. */
    private lastIndex;
    private lastLine;
    constructor(source: string, before?: {
        offset: number;
        lines: number;
    });
    /** Offsets beyond the text are taken as its end. */
    position(offset: number): Position;
    /** The text of a line, counted from 1, without its line break; empty for a line that does not exist. */
    text(line: number): string;
    private lineAt;
    private lineStarts;
}
