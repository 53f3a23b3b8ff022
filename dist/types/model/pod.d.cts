/** The pod that an object runs or describes: one view for Pods and for every kind with a template. */
import type { Container as CoreContainer, PodSpec as CorePodSpec } from 'kubernetes-types/core/v1';
import type { At, Container, ObjectMeta, PodSpec } from './kinds.cjs';
import type { KubernetesObject } from './object.cjs';
import { type Place } from './place.cjs';
/** Where each kind keeps its pod: the node that has `metadata` and `spec` of the pod. */
export declare const POD_TEMPLATES: Readonly<Record<string, readonly string[]>>;
export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';
export interface ContainerView {
    readonly value: Container;
    /** Its name, or its index as text when it has none. */
    readonly name: string;
    /** `sidecar` is an init container that always restarts. */
    readonly role: ContainerRole;
    /** Main containers and sidecars: those that run as long as the pod. */
    readonly longRunning: boolean;
    /** It has no image, so it is a patch for another manifest's container: what it does not say, that one may. */
    readonly partial: boolean;
    readonly pod: PodView;
    readonly at: At<CoreContainer, Place>;
}
export interface PodView {
    readonly object: KubernetesObject;
    readonly value: PodSpec;
    /** Metadata of the pod: that of the template, or of the Pod itself. */
    readonly metadata: ObjectMeta;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    /** In the order in which they start; ephemeral ones last. */
    readonly containers: readonly ContainerView[];
    /** Of a Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController or a Pod that always restarts. */
    readonly longRunning: boolean;
    /** A hook or test of Helm or Argo CD: what relaxes rules about serving traffic. */
    readonly hook: boolean;
    /** From the pod spec. */
    readonly at: At<CorePodSpec, Place>;
    /** From the pod's metadata. */
    readonly atMetadata: At<ObjectMeta, Place>;
}
export declare function podOf(object: KubernetesObject): PodView | undefined;
