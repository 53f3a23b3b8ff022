/** A schema of a CustomResourceDefinition, read as far as somebody asks. */
import type { Format } from '../../formats/format.cjs';
import type { FieldShape, FieldsShape, Shape } from '../shape.cjs';
export type Json = string | number | bigint | boolean | null | readonly Json[] | {
    readonly [key: string]: Json;
};
export type JsonMap = {
    readonly [key: string]: Json;
};
/** A value that nobody knows yet: a placeholder. Whatever rests on it is not said. */
export declare const UNREADABLE: Json;
/** The same text for the same value: whatever the order of its fields, and however a number is written. */
export declare function asText(value: Json): string;
/** Of more than 53 bits it is a bigint, as the greatest int64 is that many definitions have for a maximum. */
type Amount = number | bigint;
/** As it stands in a definition, in JSON. */
export interface JsonSchema {
    readonly type?: string;
    readonly format?: string;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly items?: JsonSchema;
    readonly required?: readonly string[];
    readonly enum?: readonly Json[];
    readonly default?: Json;
    readonly nullable?: boolean;
    readonly pattern?: string;
    readonly minimum?: Amount;
    readonly maximum?: Amount;
    readonly exclusiveMinimum?: boolean;
    readonly exclusiveMaximum?: boolean;
    readonly multipleOf?: Amount;
    readonly minLength?: Amount;
    readonly maxLength?: Amount;
    readonly minItems?: Amount;
    readonly maxItems?: Amount;
    readonly minProperties?: Amount;
    readonly maxProperties?: Amount;
    readonly allOf?: readonly JsonSchema[];
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly not?: JsonSchema;
    readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
    readonly 'x-kubernetes-embedded-resource'?: boolean;
    readonly 'x-kubernetes-int-or-string'?: boolean;
    readonly 'x-kubernetes-list-type'?: string;
    readonly 'x-kubernetes-list-map-keys'?: readonly string[];
    readonly 'x-kubernetes-validations'?: readonly unknown[];
}
/** The same one every time. */
export declare function schemaOf(raw: JsonSchema): CustomSchema;
export declare class CustomSchema implements FieldsShape {
    readonly raw: JsonSchema;
    readonly type: string;
    readonly isNullable: boolean;
    readonly isIntOrString: boolean;
    readonly isEmbedded: boolean;
    /** Whether fields that it does not name are kept. */
    readonly preserves: boolean;
    readonly items: CustomSchema | undefined;
    /** Of the values of a map; `anything` where there is no telling. */
    readonly values: CustomSchema | 'anything' | undefined;
    readonly hasJunctors: boolean;
    private ownProperties;
    private ownDefaults;
    private ownFields;
    private ownShape;
    private ownAllowed;
    constructor(raw: JsonSchema);
    get properties(): ReadonlyMap<string, CustomSchema>;
    /** What the server fills in for properties that are not there. */
    get defaults(): readonly [name: string, value: Json][];
    get allOf(): readonly CustomSchema[];
    get anyOf(): readonly CustomSchema[];
    get oneOf(): readonly CustomSchema[];
    get not(): CustomSchema | undefined;
    /** Undefined without one, or with one that the server does not know. */
    format(minor: number): Format | undefined;
    /** Undefined without one, or with one that Go does not compile. */
    get pattern(): ((text: string) => boolean) | undefined;
    /** The values of `enum`, as text. */
    get allowed(): ReadonlySet<string> | undefined;
    readonly name = "";
    get fields(): ReadonlyMap<string, FieldShape>;
    get shape(): Shape;
}
export {};
