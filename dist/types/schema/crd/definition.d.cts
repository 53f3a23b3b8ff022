/** What a CustomResourceDefinition says of its objects. */
import type { KubernetesObject } from '../../model/object.cjs';
import { type CustomSchema } from './custom-schema.cjs';
export interface ScalePaths {
    readonly specReplicasPath: string;
    readonly statusReplicasPath: string;
}
export interface DefinedVersion {
    readonly name: string;
    readonly isServed: boolean;
    /** Why it should not be used any more. */
    readonly deprecation: string | undefined;
    /** Undefined when it has none that can be read. */
    readonly schema: CustomSchema | undefined;
    /** The status is written through a subresource of its own, and dropped from what is created. */
    readonly hasStatus: boolean;
    readonly scale: ScalePaths | undefined;
}
export interface Definition {
    readonly group: string;
    readonly kind: string;
    readonly listKind: string;
    readonly isNamespaced: boolean;
    readonly versions: readonly DefinedVersion[];
    /** Of one from the catalogue: what it was taken from, `cert-manager v1.19.1`. The cluster may have another release. */
    readonly release?: string;
}
/** Undefined for one that does not say of what it is. */
export declare function readDefinition(object: KubernetesObject): Definition | undefined;
