/** Which pods the NetworkPolicies of a run isolate. */
import type { NetworkPolicy } from 'kubernetes-types/networking/v1';
import type { KubernetesObject, PodView } from './object.cjs';
type Direction = 'ingress' | 'egress';
/** What a policy limits: connections to its pods unless it says otherwise, and from them if it has rules for that. */
export declare function directionsOf({ value: { spec } }: KubernetesObject<NetworkPolicy>): readonly Direction[];
export declare class NetworkPolicies {
    private readonly index;
    private readonly namespaces;
    private readonly folders;
    constructor(policies: readonly KubernetesObject<NetworkPolicy>[]);
    /** Whether somebody thought of policies where a pod is: in its namespace, or in its folder. */
    areNear({ object: { namespace, source } }: PodView): boolean;
    /** The directions in which some policy limits a pod. Undefined when no policy selects it, all when nobody can tell. */
    isolation(pod: PodView): ReadonlySet<Direction> | undefined;
}
export {};
