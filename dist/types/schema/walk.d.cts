import type { KubernetesObject } from '../model/object.cjs';
import { ConstraintChecker } from './checker.cjs';
import type { ConstraintTable } from './compiled-constraints.cjs';
import type { FieldsShape } from './shape.cjs';
import { type Type } from './table.cjs';
import type { WalkFinding } from './walk-finding.cjs';
/** Ids of the rules that the walk itself reports; each has its file in `rules/validity/`. */
export declare const UNKNOWN_FIELD = "no-unknown-field";
export declare const WRONG_TYPE = "valid-type";
export declare const MISSING_FIELD = "require-field";
export declare const DUPLICATE_ITEM = "no-duplicate-list-item";
export declare class Walk {
    private readonly constraints;
    readonly minor: number;
    private readonly emit;
    private object;
    private rootType;
    private tape;
    private prefix;
    /** The node at hand, and the end of the way to it from the root of the object, once somebody asks. */
    private node;
    private way;
    private pod;
    private pending;
    /** Where a needed field is not there: it may be in a part that the server does not look into, which the constraints say. */
    private readonly needy;
    readonly checker: ConstraintChecker;
    private readonly needed;
    /** The names that fixes give to unknown fields, by map. */
    private renamed;
    /** The lists in which items of others belong, by item. */
    private lists;
    /** The types on the way to each node, once somebody asks. */
    private levels;
    constructor(minor: number, constraints: ConstraintTable, emit: (finding: WalkFinding) => void);
    /** The whole object. */
    walk(object: KubernetesObject, type: Type): void;
    /** The metadata of an object whose other fields a definition describes, and what holds for every object. `root` has the way to them. */
    walkCustom(object: KubernetesObject, type: Type, root: FieldsShape): void;
    /** The types of the metadata, at `metadata`, of an object that such an object holds. */
    walkEmbedded(object: KubernetesObject, metadata: number, type: Type, root: FieldsShape): void;
    /** Constraints on the object as a whole, whatever its kind. */
    private pendObject;
    /** Only the metadata of an object whose kind has no schema. Its fields may be others': many tools have files with an apiVersion that no server sees. */
    walkMetadata(object: KubernetesObject, type: Type): void;
    private begin;
    /** Has the core walk what is at `node`, and takes up its notes. With a key, it is not the whole object, and unknown fields are let be unless `isStrict`. */
    private run;
    private take;
    private get steps();
    /** Once the types of the whole object are known. */
    private checkAll;
    private checkPending;
    private typesOf;
    private path;
    /** A value that the core has not found fitting. */
    private value;
    private tooDeep;
    private unknownField;
    /** Of two fields that are meant to have the same name, only the first gets it. */
    private renameOnce;
    private missing;
    /** A missing `spec` or `template` is an empty one for the server, which then misses what has to be in it. */
    private missingStruct;
    /** The few fields of a type whose absence matters. */
    private neededFields;
    private duplicateItems;
    /** Of an item of a list: what tells it apart. Empty when it is missing. */
    private keyValue;
    private keyShown;
}
