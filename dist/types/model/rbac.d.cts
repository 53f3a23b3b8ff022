/** What a role allows. https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
import type { PolicyRule as CorePolicyRule } from 'kubernetes-types/rbac/v1';
import type { ObjectMeta, Loose } from './kinds.cjs';
import { type Place, type Rooted } from './place.cjs';
export type PolicyRule = Loose<CorePolicyRule>;
/** A Role or a ClusterRole. */
export interface RoleObject extends Rooted {
    readonly kind: string;
    readonly name: string;
    readonly value: {
        readonly metadata?: ObjectMeta | undefined;
        readonly rules?: readonly PolicyRule[] | undefined;
    };
}
/** Something that nobody should be allowed without need. */
export interface Permission {
    /** Continues a sentence about who is allowed it. */
    can: string;
    /** By API group. */
    resources: Readonly<Record<string, readonly string[]>>;
    /** Any one of these is enough. */
    verbs: readonly string[];
}
export declare const PERMISSIONS: {
    readonly approveCertificates: {
        readonly can: 'approve certificates';
        readonly resources: {
            readonly 'certificates.k8s.io': readonly ["certificatesigningrequests/approval", "signers"];
        };
        readonly verbs: readonly ["update", "patch", "approve"];
    };
    readonly bindRoles: {
        readonly can: 'hand out permissions that it does not have';
        readonly resources: {
            readonly "rbac.authorization.k8s.io": readonly ["roles", "clusterroles"];
        };
        readonly verbs: readonly ["escalate", "bind"];
    };
    readonly changeConfigMaps: {
        readonly can: 'change all ConfigMaps';
        readonly resources: {
            readonly '': readonly ["configmaps"];
        };
        readonly verbs: readonly ["update", "patch", "delete", "deletecollection"];
    };
    readonly changeSecrets: {
        readonly can: 'change all Secrets';
        readonly resources: {
            readonly '': readonly ["secrets"];
        };
        readonly verbs: readonly ["update", "patch", "delete", "deletecollection"];
    };
    readonly changeTraffic: {
        readonly can: 'redirect traffic';
        readonly resources: {
            readonly '': readonly ["services", "services/status", "endpoints"];
            readonly 'discovery.k8s.io': readonly ["endpointslices"];
            readonly 'networking.k8s.io': readonly ["ingresses", "networkpolicies"];
            readonly extensions: readonly ["ingresses", "networkpolicies"];
        };
        readonly verbs: readonly ["create", "update", "patch", "delete", "deletecollection"];
    };
    readonly changeWebhooks: {
        readonly can: 'change admission control';
        readonly resources: {
            readonly 'admissionregistration.k8s.io': readonly ["mutatingwebhookconfigurations", "validatingwebhookconfigurations", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "validatingadmissionpolicies", "validatingadmissionpolicybindings"];
        };
        readonly verbs: readonly ["create", "update", "patch", "delete", "deletecollection"];
    };
    readonly createPersistentVolumes: {
        readonly can: 'create PersistentVolumes';
        readonly resources: {
            readonly '': readonly ["persistentvolumes"];
        };
        readonly verbs: readonly ["create"];
    };
    readonly createPods: {
        readonly can: 'start pods';
        readonly resources: {
            readonly apps: readonly ['daemonsets', 'deployments', 'replicasets', 'statefulsets'];
            readonly batch: readonly ['cronjobs', 'jobs'];
            readonly '': readonly ["pods", "replicationcontrollers"];
        };
        readonly verbs: readonly ["create", "update", "patch"];
    };
    readonly createTokens: {
        readonly can: 'create tokens of service accounts';
        readonly resources: {
            readonly '': readonly ["serviceaccounts/token"];
        };
        readonly verbs: readonly ["create"];
    };
    readonly deleteEvidence: {
        readonly can: 'delete the traces of an attack';
        readonly resources: {
            readonly '': readonly ["events", "pods/log"];
            readonly 'events.k8s.io': readonly ["events"];
        };
        readonly verbs: readonly ["delete", "deletecollection"];
    };
    readonly deleteWorkloads: {
        readonly can: 'delete workloads';
        readonly resources: {
            readonly apps: readonly ['daemonsets', 'deployments', 'replicasets', 'statefulsets'];
            readonly batch: readonly ['cronjobs', 'jobs'];
            readonly '': readonly ["pods", "replicationcontrollers", "services", "secrets", "persistentvolumeclaims", "namespaces"];
        };
        readonly verbs: readonly ["delete", "deletecollection"];
    };
    readonly enterPods: {
        readonly can: 'run commands in pods';
        readonly resources: {
            readonly '': readonly ["pods/exec", "pods/attach"];
        };
        readonly verbs: readonly ["create", "get"];
    };
    readonly forwardPorts: {
        readonly can: 'open connections into pods';
        readonly resources: {
            readonly '': readonly ["pods/portforward"];
        };
        readonly verbs: readonly ["create", "get"];
    };
    readonly impersonate: {
        readonly can: 'act as somebody else';
        readonly resources: {
            readonly '': readonly ["users", "groups", "serviceaccounts"];
            readonly 'authentication.k8s.io': readonly ["uids", "userextras"];
        };
        readonly verbs: readonly ["impersonate"];
    };
    readonly readSecrets: {
        readonly can: 'read all Secrets';
        readonly resources: {
            readonly '': readonly ["secrets"];
        };
        readonly verbs: readonly ["get", "list", "watch"];
    };
    readonly useNodeProxy: {
        readonly can: 'run commands in all pods of a node';
        readonly resources: {
            readonly '': readonly ["nodes/proxy"];
        };
        readonly verbs: readonly ["get", "create"];
    };
};
export type PermissionName = keyof typeof PERMISSIONS;
/** What allows a subject to take over the cluster, or at least its namespace. */
export declare const TAKE_OVER: readonly PermissionName[];
export declare const allowsVerb: ({ verbs }: PolicyRule, wanted: string) => boolean;
export declare const allowsGroup: ({ apiGroups }: PolicyRule, wanted: string) => boolean;
/** Of the resources of a rule: a star is everything, a star before a slash everything that has such a part. A star after one is nothing. */
export declare function coversResource(written: string, wanted: string): boolean;
/** Where a rule allows something: the index of the resource in its list. Undefined when it does not, or only for objects with certain names. */
export declare function allowingResource(rule: PolicyRule, { resources, verbs }: Permission): number | undefined;
/** Everything, on everything. */
export declare function isFullControl(rule: PolicyRule): boolean;
/** Roles that Kubernetes brings along, as `kubectl get -o yaml` writes them. */
export declare function isOfKubernetes({ kind, name, value }: RoleObject): boolean;
/** A part of a rule of a role. */
export declare const placeInRule: ({ source, tape, root, prefix }: RoleObject, rule: number, ...steps: (string | number)[]) => Place;
/** The rules of a role that somebody wrote, each with its place in the list. */
export declare const ownRules: (role: RoleObject) => [index: number, rule: PolicyRule][];
/** The rules of a role that allow something, each with the first of the permissions that it is about. */
export declare function placesAllowing(role: RoleObject, permissions: readonly Permission[]): {
    place: Place;
    permission: Permission;
}[];
