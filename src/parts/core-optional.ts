// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import networkingAllowedServiceType from '../rules/networking/allowed-service-type.ts'
import networkingNoExternalIp from '../rules/networking/no-external-ip.ts'
import networkingNoLostClientAddress from '../rules/networking/no-lost-client-address.ts'
import networkingRequireDefaultDeny from '../rules/networking/require-default-deny.ts'
import resourcesRequireLimitRangeDefault from '../rules/resources/require-limit-range-default.ts'
import resourcesRequireQuotaResource from '../rules/resources/require-quota-resource.ts'
import securityNoDefaultAccountToken from '../rules/security/no-default-account-token.ts'
import securityNoPersonalDataInConfigMap from '../rules/security/no-personal-data-in-config-map.ts'
import securityRequireNamespaceServiceAccount from '../rules/security/require-namespace-service-account.ts'
import securityRequirePodSecurityLabel from '../rules/security/require-pod-security-label.ts'

export const part: Part = {
  rules: [
    named(networkingAllowedServiceType, 'networking', 'allowed-service-type'),
    named(networkingNoExternalIp, 'networking', 'no-external-ip'),
    named(networkingNoLostClientAddress, 'networking', 'no-lost-client-address'),
    named(networkingRequireDefaultDeny, 'networking', 'require-default-deny'),
    named(resourcesRequireLimitRangeDefault, 'resources', 'require-limit-range-default'),
    named(resourcesRequireQuotaResource, 'resources', 'require-quota-resource'),
    named(securityNoDefaultAccountToken, 'security', 'no-default-account-token'),
    named(securityNoPersonalDataInConfigMap, 'security', 'no-personal-data-in-config-map'),
    named(securityRequireNamespaceServiceAccount, 'security', 'require-namespace-service-account'),
    named(securityRequirePodSecurityLabel, 'security', 'require-pod-security-label'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
