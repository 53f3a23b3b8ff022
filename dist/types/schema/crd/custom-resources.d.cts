import type { KubernetesObject } from '../../model/object.cjs';
import { type Type } from '../table.cjs';
import type { WalkFinding } from '../walk-finding.cjs';
import type { Walk } from '../walk.cjs';
import type { JsonMap, JsonSchema } from './custom-schema.cjs';
/** An object that nothing is wrong with so far, for the rules in CEL of its schema. */
export interface RuleSubject {
    object: KubernetesObject;
    minor: number;
    /** The same for all objects of a version. */
    schema: JsonSchema;
    /** With defaults, without nulls that the schema does not take, and without what creating it drops. */
    value: JsonMap;
    /** As of a definition. */
    release?: string;
}
export interface CustomOptions {
    /** What one without a definition is, by group: `error`, `warning`, or nothing. `*` stands for the other groups. */
    unknownKinds?: ReadonlyMap<string, 'error' | 'warning' | 'skip'>;
    /** Whether what comes with podlint counts where nothing else is known, or the folder of another catalogue; true unless said otherwise. */
    catalogue?: boolean | string;
}
export declare class CustomResources {
    private readonly definitions;
    /** What is known of other kinds; their definitions may be of another release than the cluster has. */
    private readonly catalogue;
    private readonly unknownKinds;
    private readonly values;
    /** Those whose schema has rules, since the last time that somebody took them. */
    private subjects;
    /** `linted` are the definitions of the run itself; `keepsValues`: somebody will ask for them. */
    constructor(linted: readonly KubernetesObject[], { unknownKinds, catalogue }?: CustomOptions, keepsValues?: boolean);
    /** With the defaults of its definition; undefined where none is known, or the object does not fit. */
    valueOf(object: KubernetesObject): Record<string, unknown> | undefined;
    takeRuleSubjects(): readonly RuleSubject[];
    /** The same for one that nobody walks. */
    valueIn(object: KubernetesObject, minor: number): Record<string, unknown> | undefined;
    /** Whether its definition is known. */
    walk(object: KubernetesObject, walk: Walk, metadata: Type, emit: (finding: WalkFinding) => void): boolean;
    private definitionsOf;
    private unknown;
    /** The version is not served, or the kind is no kind of its group. */
    private problem;
}
