/** Types of the kinds that rules visit, from kubernetes-types, made safe for manifests in which anything may be missing. */
import type { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from 'kubernetes-types/admissionregistration/v1';
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2';
import type { CronJob, Job } from 'kubernetes-types/batch/v1';
import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from 'kubernetes-types/apps/v1';
import type { ConfigMap, Container as CoreContainer, LimitRange, Namespace, PersistentVolume, PersistentVolumeClaim, Pod, PodSpec as CorePodSpec, PodTemplate, ReplicationController, ResourceQuota, Secret, Service, ServiceAccount } from 'kubernetes-types/core/v1';
import type { ObjectMeta as MetaObjectMeta } from 'kubernetes-types/meta/v1';
import type { Ingress, IngressClass, NetworkPolicy } from 'kubernetes-types/networking/v1';
import type { RuntimeClass } from 'kubernetes-types/node/v1';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1';
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from 'kubernetes-types/rbac/v1';
import type { CSIStorageCapacity, StorageClass } from 'kubernetes-types/storage/v1';
/** Every field may be missing; quantities and ports keep the type that the manifest gives them. */
export type Loose<T> = T extends readonly (infer Item)[] ? Loose<Item>[] : T extends object ? {
    readonly [K in keyof T]?: Loose<T[K]> | undefined;
} : T;
export type Container = Loose<CoreContainer>;
export type PodSpec = Loose<CorePodSpec>;
export type ObjectMeta = Loose<MetaObjectMeta>;
/** kubernetes-types does not have it. */
interface APIService {
    metadata?: MetaObjectMeta;
    spec?: {
        insecureSkipTLSVerify?: boolean;
    };
}
/** Kubernetes' own kinds by name. */
export interface KindMap {
    APIService: APIService;
    ClusterRole: ClusterRole;
    ClusterRoleBinding: ClusterRoleBinding;
    CSIStorageCapacity: CSIStorageCapacity;
    ConfigMap: ConfigMap;
    CronJob: CronJob;
    CustomResourceDefinition: AnyObject;
    DaemonSet: DaemonSet;
    Deployment: Deployment;
    HorizontalPodAutoscaler: HorizontalPodAutoscaler;
    Ingress: Ingress;
    IngressClass: IngressClass;
    Job: Job;
    LimitRange: LimitRange;
    MutatingWebhookConfiguration: MutatingWebhookConfiguration;
    Namespace: Namespace;
    NetworkPolicy: NetworkPolicy;
    PersistentVolume: PersistentVolume;
    PersistentVolumeClaim: PersistentVolumeClaim;
    Pod: Pod;
    PodDisruptionBudget: PodDisruptionBudget;
    PodTemplate: PodTemplate;
    ReplicaSet: ReplicaSet;
    ReplicationController: ReplicationController;
    ResourceQuota: ResourceQuota;
    Role: Role;
    RoleBinding: RoleBinding;
    RuntimeClass: RuntimeClass;
    Secret: Secret;
    Service: Service;
    ServiceAccount: ServiceAccount;
    StatefulSet: StatefulSet;
    StorageClass: StorageClass;
    ValidatingWebhookConfiguration: ValidatingWebhookConfiguration;
}
export type KnownKind = keyof KindMap;
/** Kinds of others that rules look at, and their groups: there is no schema for them. */
export declare const THIRD_PARTY_KINDS: {
    readonly Application: 'argoproj.io';
    readonly ApplicationSet: 'argoproj.io';
    readonly Certificate: 'cert-manager.io';
    readonly Gateway: 'gateway.networking.k8s.io';
    readonly GRPCRoute: 'gateway.networking.k8s.io';
    readonly HelmRelease: 'helm.toolkit.fluxcd.io';
    readonly HTTPRoute: 'gateway.networking.k8s.io';
    readonly Kustomization: 'kustomize.toolkit.fluxcd.io';
    readonly PodMonitor: 'monitoring.coreos.com';
    readonly ReferenceGrant: 'gateway.networking.k8s.io';
    readonly Rollout: 'argoproj.io';
    readonly ScaledObject: 'keda.sh';
    readonly ServiceMonitor: 'monitoring.coreos.com';
    readonly TCPRoute: 'gateway.networking.k8s.io';
    readonly TLSRoute: 'gateway.networking.k8s.io';
    readonly UDPRoute: 'gateway.networking.k8s.io';
    readonly VerticalPodAutoscaler: 'autoscaling.k8s.io';
    readonly VirtualService: 'networking.istio.io';
};
export type ThirdPartyKind = keyof typeof THIRD_PARTY_KINDS;
export declare const isThirdParty: ({ apiVersion, kind }: {
    apiVersion: string;
    kind: string;
}) => boolean;
/** What every object has. */
export interface AnyObject {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ObjectMeta;
    readonly [field: string]: unknown;
}
type Step<T> = NonNullable<T> extends readonly unknown[] ? number : NonNullable<T> extends object ? Extract<keyof NonNullable<T>, string | number> : never;
type Child<T, K> = NonNullable<T> extends readonly (infer Item)[] ? Item : K extends keyof NonNullable<T> ? NonNullable<T>[K] : never;
/** `at('securityContext', 'privileged')`: only paths that exist in the type compile. */
export interface At<T, Result> {
    (): Result;
    <A extends Step<T>>(a: A): Result;
    <A extends Step<T>, B extends Step<Child<T, A>>>(a: A, b: B): Result;
    <A extends Step<T>, B extends Step<Child<T, A>>, C extends Step<Child<Child<T, A>, B>>>(a: A, b: B, c: C): Result;
    <A extends Step<T>, B extends Step<Child<T, A>>, C extends Step<Child<Child<T, A>, B>>, D extends Step<Child<Child<Child<T, A>, B>, C>>>(a: A, b: B, c: C, d: D): Result;
    <A extends Step<T>, B extends Step<Child<T, A>>, C extends Step<Child<Child<T, A>, B>>, D extends Step<Child<Child<Child<T, A>, B>, C>>, E extends Step<Child<Child<Child<Child<T, A>, B>, C>, D>>>(a: A, b: B, c: C, d: D, e: E): Result;
    <A extends Step<T>, B extends Step<Child<T, A>>, C extends Step<Child<Child<T, A>, B>>, D extends Step<Child<Child<Child<T, A>, B>, C>>, E extends Step<Child<Child<Child<Child<T, A>, B>, C>, D>>, F extends Step<Child<Child<Child<Child<Child<T, A>, B>, C>, D>, E>>>(a: A, b: B, c: C, d: D, e: E, f: F): Result;
}
export {};
