/** What messages and suggestions have to know of types: those of Kubernetes' own tables and those of schemas of custom resources alike. */
import type { Code } from './table.cjs';
export interface Shape {
    readonly code: Code;
    /** The fields of an object. */
    readonly object: FieldsShape | undefined;
    /** What the items of a list and the values of a map are. */
    readonly item: Shape | undefined;
}
export interface FieldShape {
    readonly name: string;
    readonly type: Shape;
}
export interface FieldsShape {
    /** `core/v1 Container`; empty for those that have none. */
    readonly name: string;
    readonly fields: ReadonlyMap<string, FieldShape>;
}
