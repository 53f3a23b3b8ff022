/** What the words of a node say. */
export declare const Kind: {
    readonly map: 1;
    readonly sequence: 2;
    readonly plain: 3;
    readonly singleQuoted: 4;
    readonly doubleQuoted: 5;
    readonly literal: 6;
    readonly folded: 7;
    readonly explicit: 8;
};
export type Kind = (typeof Kind)[keyof typeof Kind];
export declare const Flag: {
    /** Written in flow style. */
    readonly flow: number;
    /** A quoted scalar with escapes or line breaks, or a plain one with line breaks: its value is not a slice of the text. */
    readonly encoded: number;
    /** Reached through an alias or a merge key: the text that it points to serves other nodes too, so nothing may be fixed here. */
    readonly shared: number;
    /** Of a wrong type, as the parser or the schema walk found: rules do not see it. Set on the value node. */
    readonly hidden: number;
    /** A plain scalar or key that may be read as something else than the text that is written. Only scalars have it: of collections, this is a bit of the number of entries. */
    readonly reinterpreted: number;
};
/**
 * The low three bits of word 3 of a plain scalar: what it is read as, where that is plain at first sight. Above them is the value of an integer. `true` and `false` have an
 * `alias` bit when they are written in another way. 0: its text has to be resolved.
 */
export declare const Hint: {
    readonly text: 1;
    readonly null: 2;
    readonly true: 3;
    readonly false: 4;
    readonly integer: 5;
    readonly alias: 8;
};
