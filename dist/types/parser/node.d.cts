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
};
