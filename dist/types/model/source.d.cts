/** A text under lint: a file, standard input, or one fence of a Markdown file. */
import { LineIndex } from '../parser/lines.cjs';
import type { Position } from '../diagnostic.cjs';
/** The comments and annotations of a text that silence rules. */
export interface Silencer {
    /** At an offset in the file. */
    silences(offset: number, rule: string): boolean;
}
export declare class Source {
    /** Relative to the working directory, forward slashes. */
    readonly file: string;
    /** The whole file, or what is left of it after `cut`. */
    readonly text: string;
    /** Where the linted text starts in the file: 0 but for a Markdown fence. */
    readonly base: number;
    private readonly lines;
    /** Where `text` starts in the file: 0 but after `cut`. */
    private textStart;
    private origins;
    silencer: Silencer | undefined;
    constructor(file: string, text: string, base?: number, lines?: LineIndex);
    /** Another part of the same file. */
    part(base: number): Source;
    /** Only the lines from `start` to `end` of the linted text, without holding on to the rest of the file. `start` begins a line. */
    cut(start: number, end: number): Source;
    /** Position in the file of an offset in the linted text. */
    position(offset: number): Position;
    /** The file that what is at an offset was rendered from, as the comments of `helm template` say: `# Source: chart/templates/web.yaml`. */
    origin(offset: number): string | undefined;
    /** The text of a line, without its line break. */
    line(number: number): string;
}
