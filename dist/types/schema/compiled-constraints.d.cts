import { type Check, type ConstraintSet, type TypeCheckContext, type TypeConstraints } from './constraints.cjs';
export interface CompiledField {
    rule: string;
    check: Check;
    /** From the field down to the checked value: `['successThreshold']` for `livenessProbe: { successThreshold: … }`. */
    steps: readonly string[];
}
export interface UniqueItems {
    list: string;
    key: string;
    of(item: unknown): string | undefined;
}
/** What one file says of a type beyond its fields. */
export interface CompiledSet {
    rule: string;
    oneOf: readonly string[];
    isOneNeeded: boolean;
    unique: readonly UniqueItems[];
    check: ((value: never, context: TypeCheckContext) => void) | undefined;
    checkTape: TypeConstraints<never>['checkTape'];
}
export declare class CompiledType {
    /** By the id of the interned key of the type's own field. */
    readonly fields: Map<number, CompiledField[]>;
    readonly required: {
        rule: string;
        key: number;
        steps: readonly string[];
    }[];
    /** Fields that are checked as this value when they are missing. */
    readonly missing: {
        rule: string;
        key: number;
        steps: readonly string[];
        check: Check;
    }[];
    readonly embedded: {
        key: number;
        name: string;
        type: string;
    }[];
    readonly sets: CompiledSet[];
    readonly afterwards: {
        rule: string;
        check: NonNullable<CompiledSet['check']>;
    }[];
    /** Ids of the interned keys of fields that the server forgets. */
    readonly dropped: number[];
    printed: TypeConstraints<never>['printed'];
    private readonly decided;
    /** Whether an object of this type without fields may be wrong. */
    get checksEmpty(): boolean;
    /** What there is to say of items that share their key is said by others. */
    ownDuplicates: boolean;
    /** Whether constraints say if this field is needed, rather than OpenAPI. */
    covers(field: string): boolean;
    add(rule: string, { fields, exactlyOneOf, atMostOneOf, unique, ownDuplicates, dropped, printed, check, checkTape, afterwards }: TypeConstraints<never>, minor: number): void;
    private addField;
}
/** What is configured, by rule. */
export type RuleOptions = ReadonlyMap<string, Readonly<Record<string, unknown>>>;
/** Only the constraints of the rules that are switched on; those of a type are compiled when it is first met. */
export declare class ConstraintTable {
    private readonly minor;
    private readonly isOn;
    private readonly sources;
    private readonly compiled;
    private readonly unchecked;
    private readonly configured;
    private readonly fixable;
    private readonly options;
    constructor(minor: number, isOn: (rule: string) => boolean, configured?: RuleOptions);
    add(sets: readonly ConstraintSet[]): void;
    optionsOf(rule: string): Readonly<Record<string, unknown>>;
    isFixable(rule: string): boolean;
    /** Whether the server takes whatever is at this path of the object. */
    isUnchecked(kind: string, path: string): boolean;
    get(type: string): CompiledType | undefined;
}
