/** Whom a RoleBinding or ClusterRoleBinding gives a role. */
import type { ClusterRoleBinding, Subject as CoreSubject } from 'kubernetes-types/rbac/v1';
import type { Loose, ObjectMeta } from './kinds.cjs';
import { type Place, type Rooted } from './place.cjs';
export type Subject = Loose<CoreSubject>;
/** Either kind. */
export interface BindingObject extends Rooted {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string;
    readonly value: Pick<Loose<ClusterRoleBinding>, 'roleRef' | 'subjects'> & {
        readonly metadata?: ObjectMeta | undefined;
    };
}
export declare const placeInBinding: ({ source, tape, root, prefix }: BindingObject, ...steps: (string | number)[]) => Place;
export declare const subjectsOf: ({ value }: BindingObject) => readonly Subject[];
/** A service account, or a group of them. */
export declare const isProgram: ({ kind, name }: Subject) => boolean;
/** Bindings that Kubernetes brings along, as `kubectl get -o yaml` writes them. */
export declare function isBindingOfKubernetes({ name, value }: BindingObject): boolean;
/** What a binding reaches. */
export declare const scopeOf: ({ kind }: BindingObject) => string;
