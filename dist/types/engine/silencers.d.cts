import type { Silencer } from '../model/source.cjs';
export interface Silencing {
    /** Offsets in the file; `to` is not covered. */
    readonly from: number;
    readonly to: number;
    readonly rules: ReadonlySet<string>;
    /** Of the rules, those of which there was something to silence. */
    readonly used: Set<string>;
}
export declare class Silencers implements Silencer {
    private readonly byRule;
    private readonly rows;
    constructor(all: readonly Silencing[]);
    /** Counts as their use. */
    silences(offset: number, rule: string): boolean;
    private row;
}
