/** The objects of a run, for rules that look at several. Built once, lazily; read-only. */
import type { KindMap, KnownKind } from './kinds.cjs';
import type { KubernetesObject, PodView } from './object.cjs';
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
    private byFile;
    private podsByLabel;
    private podsByName;
    private servicesByPod;
    private autoscaled;
    constructor(objects: readonly KubernetesObject[]);
    ofKind<K extends KnownKind>(kind: K): readonly KubernetesObject<KindMap[K]>[];
    /** The kept objects of a file. */
    inFile(file: string): readonly KubernetesObject[];
    find<K extends KnownKind>(kind: K, namespace: string, name: string): KubernetesObject<KindMap[K]> | undefined;
    /** Pods and pod templates of all namespaces that carry a label. */
    podsLabelled(key: string, value: string): readonly PodView[];
    /** Pods and pod templates of all namespaces whose object has this name. */
    podsNamed(name: string): readonly PodView[];
    /** All pods that a Service may send traffic to, wherever their file is. */
    podsAnywhereOf(service: Service): readonly PodView[];
    /** The pods that a Service surely means: in its own file, else in its own folder. In another one may be another application, or a base to be patched. */
    podsOf(service: Service): readonly PodView[];
    /** The Services that send traffic to a pod. */
    servicesOf(pod: PodView): readonly Service[];
    /** Whether a HorizontalPodAutoscaler of the run, or KEDA, scales this object. */
    isAutoscaled(object: KubernetesObject): boolean;
    private allPods;
}
export {};
