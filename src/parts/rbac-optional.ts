// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import securityNoAdmissionControlRole from '../rules/security/no-admission-control-role.ts'
import securityNoAuthenticatedBinding from '../rules/security/no-authenticated-binding.ts'
import securityNoCertificateApprovalRole from '../rules/security/no-certificate-approval-role.ts'
import securityNoClusterAdminBinding from '../rules/security/no-cluster-admin-binding.ts'
import securityNoClusterAdminUser from '../rules/security/no-cluster-admin-user.ts'
import securityNoConfigMapChangingRole from '../rules/security/no-config-map-changing-role.ts'
import securityNoDefaultAccountBinding from '../rules/security/no-default-account-binding.ts'
import securityNoEventDeletionRole from '../rules/security/no-event-deletion-role.ts'
import securityNoImpersonatingRole from '../rules/security/no-impersonating-role.ts'
import securityNoNetworkChangingRole from '../rules/security/no-network-changing-role.ts'
import securityNoNodeProxyRole from '../rules/security/no-node-proxy-role.ts'
import securityNoPersistentVolumeCreationRole from '../rules/security/no-persistent-volume-creation-role.ts'
import securityNoPodCreationRole from '../rules/security/no-pod-creation-role.ts'
import securityNoPodExecRole from '../rules/security/no-pod-exec-role.ts'
import securityNoPortForwardingRole from '../rules/security/no-port-forwarding-role.ts'
import securityNoPowerfulBinding from '../rules/security/no-powerful-binding.ts'
import securityNoSecretAccessRole from '../rules/security/no-secret-access-role.ts'
import securityNoTokenCreationRole from '../rules/security/no-token-creation-role.ts'
import securityNoWildcardRole from '../rules/security/no-wildcard-role.ts'
import securityNoWorkloadDeletionRole from '../rules/security/no-workload-deletion-role.ts'

export const part: Part = {
  rules: [
    named(securityNoAdmissionControlRole, 'security', 'no-admission-control-role'),
    named(securityNoAuthenticatedBinding, 'security', 'no-authenticated-binding'),
    named(securityNoCertificateApprovalRole, 'security', 'no-certificate-approval-role'),
    named(securityNoClusterAdminBinding, 'security', 'no-cluster-admin-binding'),
    named(securityNoClusterAdminUser, 'security', 'no-cluster-admin-user'),
    named(securityNoConfigMapChangingRole, 'security', 'no-config-map-changing-role'),
    named(securityNoDefaultAccountBinding, 'security', 'no-default-account-binding'),
    named(securityNoEventDeletionRole, 'security', 'no-event-deletion-role'),
    named(securityNoImpersonatingRole, 'security', 'no-impersonating-role'),
    named(securityNoNetworkChangingRole, 'security', 'no-network-changing-role'),
    named(securityNoNodeProxyRole, 'security', 'no-node-proxy-role'),
    named(securityNoPersistentVolumeCreationRole, 'security', 'no-persistent-volume-creation-role'),
    named(securityNoPodCreationRole, 'security', 'no-pod-creation-role'),
    named(securityNoPodExecRole, 'security', 'no-pod-exec-role'),
    named(securityNoPortForwardingRole, 'security', 'no-port-forwarding-role'),
    named(securityNoPowerfulBinding, 'security', 'no-powerful-binding'),
    named(securityNoSecretAccessRole, 'security', 'no-secret-access-role'),
    named(securityNoTokenCreationRole, 'security', 'no-token-creation-role'),
    named(securityNoWildcardRole, 'security', 'no-wildcard-role'),
    named(securityNoWorkloadDeletionRole, 'security', 'no-workload-deletion-role'),
  ],
  constraintSets: [
  ],
  constrained: "",
}
