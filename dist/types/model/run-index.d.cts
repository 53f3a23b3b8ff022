import { Bindings } from './bindings.cjs';
import type { Definition } from './definition.cjs';
import { type KindMap, type KnownKind } from './kinds.cjs';
import { Exposures } from './exposure.cjs';
import { NetworkPolicies } from './network-policies.cjs';
import type { KubernetesObject, PodView } from './object.cjs';
import type { KustomizationUnit } from './kustomization-unit.cjs';
import { type PodGroup } from './pod-groups.cjs';
/** Kinds whose objects are kept until the end of the run. Of others only their definition is, which keeps memory small. */
export declare const INDEXED_KINDS: ReadonlySet<string>;
/** Whether an object is kept until the end of the run. */
export declare const isIndexed: (object: KubernetesObject) => boolean;
type Service = KubernetesObject<KindMap['Service']>;
export declare class RunIndex {
    /** Those that are kept, in the order of their files' names. */
    readonly objects: readonly KubernetesObject[];
    /** Of every object with a name, also of those that are not kept. */
    readonly definitions: readonly Definition[];
    private byKind;
    private namespaceGivers;
    private readonly budgets;
    private readonly policies;
    private readonly exposed;
    private readonly rbac;
    private byName;
    private byFile;
    private otherPolicies;
    private limitRange;
    private podGroups;
    private autoscalers;
    readonly kustomizations: readonly KustomizationUnit[];
    /** Patterns of what lives elsewhere. */
    readonly external: readonly string[];
    /** Those that something was left out for. */
    readonly usedExternal: Set<string>;
    constructor(objects: readonly KubernetesObject[], definitions?: readonly Definition[], kustomizations?: readonly KustomizationUnit[], external?: readonly string[]);
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
    get pods(): readonly PodView[];
    /** Roles and whom they are given to. */
    get bindings(): Bindings;
    /** Whether a pod gets the token of its service account. */
    mountsToken(pod: PodView): boolean;
    /** How pods are reached from outside. */
    get exposures(): Exposures;
    get networkPolicies(): NetworkPolicies;
    /** Whether something else than a NetworkPolicy may isolate pods, too. */
    get hasOtherPolicies(): boolean;
    /** Whether something may give requests to containers that have none. */
    get hasLimitRange(): boolean;
    /** Objects of a kind that lie in a file. */
    inFile<K extends KnownKind>(kind: K, file: string): readonly KubernetesObject<KindMap[K]>[];
    /** The PodDisruptionBudgets of the run that select a pod; undefined when nobody can tell. */
    budgetsOf(pod: PodView): readonly KubernetesObject<KindMap['PodDisruptionBudget']>[] | undefined;
    /** Whether a PodDisruptionBudget of the run selects a pod. */
    hasBudget(pod: PodView): boolean;
    /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
    isAutoscaled(object: KubernetesObject): boolean;
    /** The first HorizontalPodAutoscaler or ScaledObject that scales this object. Without a namespace it may be for another one of that name, unless it lies nearby. */
    autoscalerOf(object: KubernetesObject): KubernetesObject | undefined;
    private get groups();
}
export {};
