/**
 * What the API server checks by hand, as data next to the types: one file per API type under `constraints/<group>/<type>.ts`.
 * The schema walk knows the type of every node, looks its constraints up by type name and runs them in the same pass.
 */
import type { Severity } from '../diagnostic.cjs';
import type { RuleDefinition } from '../engine/define-rule.cjs';
import type { Loose, PodSpec } from '../model/kinds.cjs';
import type { Step } from '../model/field-path.cjs';
import type { Tape } from '../parser/tape.cjs';
import { minorNumber } from '../versions.cjs';
import type { ErrorType } from './error-type.cjs';
import type { Question, Task } from './expressions.cjs';
export type { ErrorType };
export interface Fault {
    code: ErrorType;
    /** Goes on after the name of the field or its value: `must be at least 0`; see `sentence.ts`. */
    message: string;
    /** From the checked value down to the broken one. */
    steps?: readonly Step[];
    /** It is the key that is wrong, not its value. */
    atKey?: boolean;
}
/** One thing that a field must be. */
export interface Check {
    /** For the documentation: `at least 0`, `a DNS label`. */
    describes: string;
    /** The server sees an empty value as missing and says Required. */
    required?: boolean;
    /** What a missing field is checked as, where the server checks it all the same: the zero of its Go type, or its default. */
    missing?: unknown;
    /** Held by value: a missing field is an object of this type without fields. */
    embedded?: string;
    /** First and last minor that enforce it. */
    since?: number;
    until?: number;
    /** Runs on a present value only: scalars as read, maps and lists as plain values. */
    test?(value: unknown, context: CheckContext): Fault | readonly Fault[] | undefined;
}
/** Where a check runs. */
export interface CheckContext {
    /** The minor number of the Kubernetes version: 37 for 1.37. */
    readonly minor: number;
    /** The field that holds this value, or the list that holds it: `initContainers`, `livenessProbe`. */
    readonly field: string;
    /** The object: `Deployment`, `apps/v1`, and its plain value. */
    readonly kind: string;
    readonly apiVersion: string;
    readonly object: Loose<Record<string, unknown>>;
    /** The pod spec around this node; `template` unless it is that of a Pod itself. */
    readonly pod?: {
        readonly spec: PodSpec;
        readonly template: boolean;
    } | undefined;
    /** The path of the checked node as the server prints it. */
    readonly path: string;
    /** Of the rule: what is configured, and the defaults of the rest. */
    readonly options: Readonly<Record<string, unknown>>;
}
export interface ReportOptions {
    /** The node that the steps go down from, where that is one below the node of the type: what is nested deeply must not be gone down to again for each finding. */
    from?: number;
    /** The path that the server prints where it differs from the place: whole, or relative to the object's root when it starts with a name. */
    path?: string;
    /** Only a warning of the server. */
    severity?: Severity;
    /** It is the key that is wrong, not its value. */
    atKey?: boolean;
    /** The server says it because of what it says of another field already. */
    echo?: boolean;
    /** It would be right if something were added to the object. Of what is Required or NotFound, and of a place that is not there, that is known. */
    lack?: true;
    /** A part of the value to underline, where it can be told. */
    within?: (tape: Tape, node: number) => [start: number, end: number] | undefined;
    /** Another place that belongs to it, from the node of the type as well. */
    related?: {
        steps: readonly Step[];
        message: string;
    };
}
export interface TypeCheckContext extends CheckContext {
    /** `steps` go from the node of the type down to the place; a missing place is reported at its nearest ancestor. */
    report(steps: readonly Step[], code: ErrorType, message: string, options?: ReportOptions): void;
    /** The server does not look into this field below the node. */
    skip(...steps: readonly Step[]): void;
    /** Whether something there is refused: as far as it has been looked at, and so of use in `afterwards`. */
    isRefused(...steps: readonly Step[]): boolean;
    /** What the server answers with a warning header. */
    warn(steps: readonly Step[], message: string, options?: ReportOptions): void;
    /** Has expressions judged by the API server's own compiler, once the document has been looked at. */
    ask(task: Task, about: Question['about']): void;
}
/** The checks of a field, or those of the fields below it where the place matters (`livenessProbe: { successThreshold: exactly(1) }`). */
export type FieldChecks<T> = Check | readonly Check[] | (T extends readonly unknown[] ? never : T extends object ? {
    readonly [K in keyof T]?: FieldChecks<NonNullable<T[K]>>;
} : never);
export type TypeCheck<T> = (value: T, context: TypeCheckContext) => void;
export interface TypeConstraints<T> {
    fields?: {
        readonly [K in keyof T]?: FieldChecks<NonNullable<T[K]>>;
    };
    /** None: Required at the node. A second one: Forbidden at that field, and the server does not look into it. In the order of the server. */
    exactlyOneOf?: readonly (keyof T & string)[];
    /** A second one is Forbidden. */
    atMostOneOf?: readonly (keyof T & string)[];
    /** Items of a list that share a key are Duplicate, at that field of the later one. The value undefined takes no part. */
    unique?: {
        readonly [K in keyof T & string]?: {
            key: string;
            of(item: NonNullable<T[K]> extends readonly (infer Item)[] ? Item : never): string | undefined;
        };
    };
    /** Fields behind a gate that is off: the server forgets them before it validates. Their last minor, or `always` where the gate is off to this day. */
    dropped?: {
        readonly [field: string]: string;
    };
    /** Of items that share their key in a list, constraints and rules say what there is to say: not every repetition is a mistake. */
    ownDuplicates?: true;
    /** How the server prints the path of a node of this type, where it is not the way to it. */
    printed?(path: string): string;
    /** Only what data cannot say. Of several each is by itself: what one cannot read does not silence the others. */
    check?: TypeCheck<T> | readonly TypeCheck<T>[];
    /** The same on the tape itself, for what is too large to be made into plain values. */
    checkTape?(tape: Tape, node: number, context: TypeCheckContext): void;
    /** As `check`, when everything else in the object has been looked at. */
    afterwards?: TypeCheck<T>;
}
/** The rule that its findings belong to: described, switched and documented like any other. */
export type ConstraintRule = Pick<RuleDefinition, 'summary' | 'why' | 'howToFix' | 'references' | 'bad' | 'good' | 'since' | 'options'> & Partial<Pick<RuleDefinition, 'peers'>> & {
    id: string;
    /** A word of a fixed set that differs only in case from one of them is put right. */
    fixable?: 'safe';
};
/** Fields of a kind that the server took as they are up to a minor: what is wrong there is only a warning. */
export interface UncheckedFields {
    kind: string;
    /** Of paths from the root of the object. */
    path: RegExp;
    until: string;
}
/** Most types of a file are never met in a run: what is said of one is made when it is. */
export interface OfType {
    /** Name in the schema table: `core/v1 Probe`. */
    type: string;
    constraints(): TypeConstraints<never>;
}
export interface ConstraintSet {
    rule: ConstraintRule;
    types: readonly OfType[];
    unchecked?: UncheckedFields;
}
export declare function constraints(rule: ConstraintRule, types: readonly OfType[], rest?: Pick<ConstraintSet, 'unchecked'>): ConstraintSet;
export declare const on: <T>(type: string, of: () => TypeConstraints<Loose<T>>) => OfType;
/** OpenAPI calls the field required. Whether it is, another check of the type says; or the server does not insist on it. */
export declare const checkedElsewhere: readonly Check[];
/** Missing, null, empty text, 0 of a plain number, or an empty list. */
export declare const required: (...checks: readonly Check[]) => readonly Check[];
/** A missing field is checked as well, as this value: `0`, an empty string, its default. */
export declare const missingAs: (missing: unknown, check: Check) => Check;
/** A field that the server holds by value: missing, it is an object of this type without fields, whose own constraints then say what is missing. */
export declare const embedded: (type: string) => Check;
/** A format of `formats/`: the reason why a text is wrong, or undefined. Empty text counts as missing, unless `empty` is set. */
export declare function format(describes: string, reason: (text: string) => string | readonly string[] | undefined, options?: {
    empty?: boolean;
    code?: ErrorType;
}): Check;
/** A format of `formats/` for numbers. */
export declare const numberFormat: (describes: string, reason: (value: number | bigint) => string | readonly string[] | undefined) => Check;
/** In bytes of UTF-8. */
export declare const atMostBytes: (most: number) => Check;
/** Any text of these. Empty text counts as missing: for fields whose Go type is a plain string. */
export declare const oneOf: (...values: readonly string[]) => Check;
/** Any text of these, and empty text is none of them: for fields whose Go type is a pointer. */
export declare const oneOfSet: (...values: readonly string[]) => Check;
/** For fields whose Go type is a pointer: only a missing one is Required, and an empty string is a value like any other. */
export declare const requiredSet: (check: Check) => Check;
/** Of names, "*" stands for all of them. */
export declare const aloneWhenStar: Check;
export declare const atLeast: (least: number) => Check;
export declare const between: (least: number, most: number) => Check;
export declare const exactly: (wanted: number) => Check;
export declare const atMostItems: (most: number) => Check;
/** For a reference whose type other kinds share: an empty text is Required like a missing one, and OpenAPI says that of the missing one. */
export declare const nonEmpty: (check: Check) => Check;
export declare const forbidden: (message: string) => Check;
/** Every item of a list. */
export declare const each: (check: Check) => Check;
/** Every key of a map; the server prints the map's path. */
export declare const keys: (check: Check) => Check;
/** Every value of a map. */
export declare const values: (check: Check) => Check;
/** Enforced from this minor on. */
export declare const since: (version: string, check: Check) => Check;
/** Enforced up to and including this minor. */
export declare const until: (version: string, check: Check) => Check;
export { minorNumber };
