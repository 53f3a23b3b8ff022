// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import networkingNoOddExternalName from '../rules/networking/no-odd-external-name.ts'
import securityNoSecretInConfigMap from '../rules/security/no-secret-in-config-map.ts'
import validityNoNewlineInSecret from '../rules/validity/no-newline-in-secret.ts'
import coreConfigMap from '../schema/constraints/core/config-map.ts'
import coreEndpoints from '../schema/constraints/core/endpoints.ts'
import coreLimitRange from '../schema/constraints/core/limit-range.ts'
import coreNamespace from '../schema/constraints/core/namespace.ts'
import coreNode from '../schema/constraints/core/node.ts'
import corePersistentVolume from '../schema/constraints/core/persistent-volume.ts'
import coreReplicationController from '../schema/constraints/core/replication-controller.ts'
import coreResourceQuota from '../schema/constraints/core/resource-quota.ts'
import coreSecret from '../schema/constraints/core/secret.ts'
import coreServiceAccount from '../schema/constraints/core/service-account.ts'
import coreService from '../schema/constraints/core/service.ts'

export const part: Part = {
  rules: [
    named(networkingNoOddExternalName, 'networking', 'no-odd-external-name'),
    named(securityNoSecretInConfigMap, 'security', 'no-secret-in-config-map'),
    named(validityNoNewlineInSecret, 'validity', 'no-newline-in-secret'),
  ],
  constraintSets: [
    coreConfigMap,
    coreEndpoints,
    coreLimitRange,
    coreNamespace,
    coreNode,
    corePersistentVolume,
    coreReplicationController,
    coreResourceQuota,
    coreSecret,
    coreServiceAccount,
    coreService,
  ],
  constrained: "core/v1 ConfigMap\ncore/v1 EndpointSubset\ncore/v1 EndpointAddress\ncore/v1 EndpointPort\ncore/v1 LimitRangeSpec\ncore/v1 LimitRangeItem\ncore/v1 Namespace\ncore/v1 Node\ncore/v1 Taint\ncore/v1 PersistentVolume\ncore/v1 PersistentVolumeSpec\ncore/v1 VolumeNodeAffinity\ncore/v1 CSIPersistentVolumeSource\ncore/v1 ReplicationController\ncore/v1 ReplicationControllerSpec\ncore/v1 ResourceQuotaSpec\ncore/v1 ScopedResourceSelectorRequirement\ncore/v1 Secret\ncore/v1 ServiceAccount\ncore/v1 Service\ncore/v1 ServiceSpec\ncore/v1 ServicePort",
}
