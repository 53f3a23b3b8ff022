import type { Service } from 'kubernetes-types/core/v1';
import type { Loose } from './kinds.cjs';
import type { KubernetesObject, PodView } from './object.cjs';
type ServiceObject = KubernetesObject<Service>;
type ServicePort = NonNullable<NonNullable<Loose<Service>['spec']>['ports']>[number];
/** Pods of one file and namespace that have the same labels, as far as any Service asks for them. In the order of the run. */
export declare class PodGroup {
    readonly pods: PodView[];
    /** The first Service that sends traffic here. */
    service: ServiceObject | undefined;
    private readonly targets;
    /** Some Service that sends traffic here cannot be read as a whole. */
    private isUnclear;
    private readonly ports;
    get file(): string;
    /** `isUnclear` when not all of the Service can be read. */
    addService(service: ServiceObject, ports: readonly ServicePort[], isUnclear: boolean): void;
    /** By `portKey`, in the order of the Services, the first Service that sends traffic to a port. */
    get trafficTargets(): ReadonlyMap<string, TrafficTarget>;
    /** Whether a container declares the target port of a Service. */
    declares(port: string | number, protocol: string): boolean;
}
/** A port that a Service sends traffic to. */
export interface TrafficTarget {
    service: ServiceObject;
    key: string;
    port: string | number;
    /** Among those of its group. */
    order: number;
}
export declare class PodGroups {
    private readonly ofPods;
    /** By label, in a namespace and in all, in a folder and in all. */
    private readonly labelled;
    private readonly named;
    /** Labels that cannot be read on some pod, and whether there is a pod with none that can. */
    private readonly unclear;
    private hasUnclearPod;
    private readonly matched;
    constructor(pods: Iterable<PodView>, services: readonly ServiceObject[]);
    private sendTraffic;
    /** The pods that a Service surely means: in its own file, else in its own folder. In another one may be another application, or a base to be patched. */
    of(service: ServiceObject): readonly PodGroup[];
    ofPod(pod: PodView): PodGroup | undefined;
    /** Whether a Service sends traffic to any pod, wherever its file is. True when there are too many to tell. */
    isAnywhere(service: ServiceObject): boolean;
    /** Pods beside a Service that have its name, and of each group that has one of its labels the first. */
    near(service: ServiceObject): ReadonlySet<PodView>;
    /** Whoever asks for the pods of a Service learns that others may be among them, of which not all labels can be read. */
    private noteUnclear;
    /** All groups with the label of the Service that the fewest have. Undefined when even these are too many. */
    private mayMatch;
    /** In the namespaces that may be that of the Service. */
    private withLabel;
}
export {};
