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
    /** By kind and name; and by kind, name and namespace. */
    private readonly roles;
    private readonly rolesIn;
    private readonly clusterRoles;
    /** By the name of the account, or by the name of a group of accounts; of accounts also by namespace. In the order of the run. */
    private readonly bySubject;
    private readonly inNamespace;
    private readonly rights;
    private readonly allowed;
    private clusterRolesByLabel;
    private readonly firstPods;
    constructor(run: RunObjects, pods: readonly PodView[]);
    /** Those that give a service account a role, itself or as one of a group. */
    of(namespace: string, account: string): readonly BindingObject[];
    /** The first pod of the run with the same account. */
    firstPodOf(pod: PodView): PodView;
    /** What a binding gives, as far as its role is known. */
    rightsOf(binding: BindingObject): Rights;
    /** The first of the run that may be meant. */
    private roleFor;
    private findRights;
    /** Of its own rules: a role may be a part of as many as there are. */
    private ownRightsOf;
    /** Itself, or the roles that it is made of. */
    private partsOf;
    /** Those with the rarest label that a selector wants. */
    private candidatesFor;
}
export {};
