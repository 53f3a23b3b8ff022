/**
 * A check of the Pod Security Standards, as the admission plugin PodSecurity makes it: the same pods are found wanting in the same versions of the policy.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
import type { ContainerView, PodView } from '../object.cjs';
import type { Place } from '../place.cjs';
export type PodSecurityLevel = 'baseline' | 'restricted';
export interface Violation {
    place: Place;
    message: string;
    /** What lifts it, where there is only one way: a field or item less, or a value, for a field that may be missing `below` a place. */
    remedy?: 'remove' | {
        readonly set: boolean | string | readonly string[];
        readonly below?: Place;
    };
    /** What a rule may allow all the same, by an option: a path, a port, a capability. */
    value?: string;
}
export interface PodSecurityCheck {
    /** As the plugin names it. */
    id: string;
    level: PodSecurityLevel;
    /** The first minor of the policy that has it: 34 for 1.34. */
    since: number;
    /** A check of the baseline whose place it takes. */
    overrides?: string;
    /** Of the pod itself. The minor is that of the policy. */
    pod?(pod: PodView, minor: number): readonly Violation[];
    container?(container: ContainerView, minor: number): readonly Violation[];
}
/** What a run holds pods against. */
export interface PodSecurityTarget {
    /** Of the presets of the run; undefined without such a preset. */
    readonly level: PodSecurityLevel | undefined;
    /** The version of the policy: 34 for 1.34; undefined for that of the cluster. */
    readonly minor: number | undefined;
}
export declare const NONE: readonly Violation[];
export declare const nameOf: ({ name }: ContainerView) => string;
type Inherited = 'runAsNonRoot' | 'seccompProfile';
/** A profile or user that the pod gives to all its containers: whether none of them has its own. */
export declare function isSetNowhere(pod: PodView, field: Inherited): boolean;
/** From 1.25 on, a pod that says that it is for Windows is not asked for what Windows does not have. */
export declare const isSparedAsWindows: ({ value }: PodView, minor: number) => boolean;
/** From 1.35 on, root in a user namespace of its own counts as nobody. */
export declare const isSparedForOwnUsers: ({ value }: PodView, minor: number) => boolean;
export {};
