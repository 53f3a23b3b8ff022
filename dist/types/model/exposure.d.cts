import type { Service } from 'kubernetes-types/core/v1';
import type { KubernetesObject, PodView } from './object.cjs';
import type { PodGroup } from './pod-groups.cjs';
export interface Exposure {
    service: KubernetesObject<Service>;
    /** What leads to the Service; the Service itself when its type does. */
    by: KubernetesObject;
    /** `Service "web" of type LoadBalancer`, `Ingress "web"`. */
    text: string;
}
interface RunObjects {
    ofKind(kind: 'Service' | 'Ingress'): readonly KubernetesObject[];
    podsOf(service: KubernetesObject<Service>): readonly PodGroup[];
    groupOf(pod: PodView): PodGroup | undefined;
}
export declare class Exposures {
    private readonly byGroup;
    private readonly run;
    constructor(run: RunObjects);
    /** The first thing by which a pod is reached. */
    of(pod: PodView): Exposure | undefined;
}
export {};
