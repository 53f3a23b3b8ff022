import type { KubernetesObject } from './object.cjs';
import type { Spot } from './place.cjs';
export interface Definition {
    /** Empty for the core group. */
    readonly group: string;
    readonly kind: string;
    /** Of Kubernetes itself. */
    readonly builtin: boolean;
    readonly namespaced: boolean;
    readonly namespace: string;
    /** Empty when nobody can tell: it is filled in later. */
    readonly name: string;
    readonly file: string;
    /** Of a ConfigMap or Secret its keys, of a Service its ports by number and name, of a Gateway its listeners. Undefined when nobody can tell. */
    readonly keys?: ReadonlySet<string> | undefined;
    /** Of a custom resource: what it names. Its controller may make objects that are called so. */
    readonly mentions?: ReadonlySet<string>;
    /** Where its name stands, without the text around it. Absent for what a kustomization generates. */
    readonly spot?: Spot;
}
export declare const isPassive: ({ group, kind }: Definition) => boolean;
export declare function definitionOf(object: KubernetesObject): Definition;
/** `ConfigMap shop/settings` */
export declare const labelOf: ({ kind, namespace, name }: Definition) => string;
export declare const groupOf: (apiVersion: string) => string;
