/** What a value must be. Numbers, so that a switch over them is a jump. */
export declare const Code: {
    readonly string: 1;
    readonly boolean: 2;
    readonly int32: 3;
    readonly int64: 4;
    readonly number: 5;
    readonly quantity: 6;
    readonly intOrString: 7;
    /** RFC 3339. */
    readonly time: 8;
    /** RFC 3339 with microseconds. */
    readonly microTime: 9;
    /** Base64. */
    readonly bytes: 10;
    /** A map with any content. */
    readonly free: 11;
    /** Any value. */
    readonly any: 12;
    readonly object: 13;
    readonly list: 14;
    readonly map: 15;
    /** An object or a list of such objects, or a boolean, or a list of strings: JSON schemas in a CustomResourceDefinition. */
    readonly objectOrList: 16;
    readonly objectOrBoolean: 17;
    readonly objectOrStrings: 18;
};
export type Code = (typeof Code)[keyof typeof Code];
export interface Field {
    readonly name: string;
    readonly type: FieldType;
    readonly required: boolean;
}
export declare class FieldType {
    readonly code: Code;
    /** A list whose items must differ as a whole. */
    readonly set: boolean;
    /** The fields that identify an item of a list; empty when nothing does. */
    readonly listKeys: readonly string[];
    private readonly address;
    private knownObject;
    private knownItem;
    /** `address` is that of a shape of the core. */
    constructor(address: number);
    /** The type of an object, and of those of `objectOr…`. */
    get object(): Type | undefined;
    /** The type of a list's items and of a map's values. */
    get item(): FieldType | undefined;
    private readObject;
    private readItem;
}
export interface KindInfo {
    readonly apiVersion: string;
    /** Empty for the core group. */
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly plural: string;
    readonly namespaced: boolean;
    readonly type: Type;
}
export declare class Type {
    /** `core/v1 Container` */
    readonly name: string;
    /** Where the core has it. */
    readonly address: number;
    private byName;
    private info;
    constructor(address: number);
    get fields(): ReadonlyMap<string, Field>;
    /** As OpenAPI says: on some types, mostly those of a status, the API server does not insist. */
    get required(): readonly Field[];
    /** Undefined for a type that is no kind. */
    get kind(): KindInfo | undefined;
    private readFields;
    private readKind;
}
/** The type that the core has at an address: the same one every time. */
export declare function typeAt(address: number): Type;
export declare function fieldTypeAt(address: number): FieldType;
export declare class SchemaTable {
    private readonly address;
    private readonly known;
    private readonly constrained;
    private served;
    constructor(text: Uint8Array);
    /** Of a kind that this minor serves. */
    kind(apiVersion: string, kind: string): KindInfo | undefined;
    /** All that it serves. */
    kinds(): readonly KindInfo[];
    /** `core/v1 Container` */
    type(name: string): Type | undefined;
    /** Asks the walk to note the objects of the types with these names, too: each on a line of its own. */
    constrain(names: string): void;
    private find;
    /** Every type that a manifest can reach. */
    types(): Type[];
}
/** The table of a minor of `MINORS`. The same one every time. */
export declare function loadTable(minor: string): SchemaTable;
