import type { LabelSelector } from '../formats/selector.cjs';
import type { KindMap, KnownKind } from './kinds.cjs';
import type { KubernetesObject, PodView } from './object.cjs';
import { type PodGroup } from './pod-groups.cjs';
/** Kinds whose objects are kept until the end of the run. Others are gone once their file is linted, which keeps memory small. */
export declare const INDEXED_KINDS: ReadonlySet<string>;
/** Whether an object is kept until the end of the run. */
export declare const isIndexed: ({ builtin, kind }: KubernetesObject) => boolean;
/** Whether a text may have such an object. */
export declare const mayHoldIndexed: (text: string) => boolean;
type Service = KubernetesObject<KindMap['Service']>;
export declare class RunIndex {
    private readonly objects;
    private byKind;
    private namespaceGivers;
    private readonly budgets;
    private readonly labelled;
    private byName;
    private podGroups;
    private autoscaled;
    constructor(objects: readonly KubernetesObject[]);
    ofKind<K extends KnownKind>(kind: K): readonly KubernetesObject<KindMap[K]>[];
    /** The first object of a file that is in a namespace, when most are in that one and none in another: then the rest was meant to be there, too. */
    namespaceGiver(file: string): KubernetesObject | undefined;
    find<K extends KnownKind>(kind: K, namespace: string, name: string): KubernetesObject<KindMap[K]> | undefined;
    /** The pods that a Service surely means. */
    podsOf(service: Service): readonly PodGroup[];
    /** The pods that Services cannot tell from this one, and what they send to them. */
    groupOf(pod: PodView): PodGroup | undefined;
    /** Whether a Service may send traffic to some pod of the run. */
    hasPod(service: Service): boolean;
    /** Pods beside a Service that it may have been meant for. */
    podsNear(service: Service): ReadonlySet<PodView>;
    /** Whether a PodDisruptionBudget of the run selects a pod. */
    hasBudget(pod: PodView): boolean;
    /** The pods that a label selector selects; undefined when nobody can tell. */
    podsSelectedBy(selector: LabelSelector, namespace: string): readonly PodView[] | undefined;
    /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
    isAutoscaled(object: KubernetesObject): boolean;
    private get groups();
}
export {};
