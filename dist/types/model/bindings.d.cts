import type { KubernetesObject, PodView } from './object.cjs';
import { type PermissionName, type RoleObject } from './rbac.cjs';
import { type BindingObject } from './role-binding.cjs';
/** The service account that a pod runs as. */
export declare const accountOf: ({ value }: PodView) => string;
/** What a binding gives. */
export interface Rights {
    role: RoleObject | undefined;
    /** In the order of `PERMISSIONS`. */
    permissions: readonly PermissionName[];
    /** Everything. */
    all: boolean;
}
interface RunObjects {
    ofKind(kind: 'Role' | 'ClusterRole' | 'RoleBinding' | 'ClusterRoleBinding'): readonly KubernetesObject[];
}
export declare class Bindings {
    private readonly roles;
    private readonly clusterRoles;
    /** By the name of the account, or by the name of a group of accounts. */
    private readonly bySubject;
    private readonly rights;
    private readonly firstPods;
    constructor(run: RunObjects, pods: readonly PodView[]);
    /** Those that give a service account a role, itself or as one of a group. */
    of(namespace: string, account: string): readonly BindingObject[];
    /** The first pod of the run with the same account. */
    firstPodOf(pod: PodView): PodView;
    /** What a binding gives, as far as its role is known. */
    rightsOf(binding: BindingObject): Rights;
    private findRights;
    /** Its own, or those of the roles that it is made of. */
    private rulesOf;
}
export {};
