// Made by scripts/generate.mjs.
import { named } from '../engine/define-rule.ts'
import type { Part } from '../part.ts'
import securityNoAnonymousBinding from '../rules/security/no-anonymous-binding.ts'
import securityNoEscalatingRole from '../rules/security/no-escalating-role.ts'
import securityNoFullControlRole from '../rules/security/no-full-control-role.ts'
import securityNoIneffectivePermission from '../rules/security/no-ineffective-permission.ts'
import securityNoSystemMastersBinding from '../rules/security/no-system-masters-binding.ts'
import rbacRoleBinding from '../schema/constraints/rbac/role-binding.ts'
import rbacRole from '../schema/constraints/rbac/role.ts'

export const part: Part = {
  rules: [
    named(securityNoAnonymousBinding, 'security', 'no-anonymous-binding'),
    named(securityNoEscalatingRole, 'security', 'no-escalating-role'),
    named(securityNoFullControlRole, 'security', 'no-full-control-role'),
    named(securityNoIneffectivePermission, 'security', 'no-ineffective-permission'),
    named(securityNoSystemMastersBinding, 'security', 'no-system-masters-binding'),
  ],
  constraintSets: [
    rbacRoleBinding,
    rbacRole,
  ],
  constrained: "rbac/v1 RoleBinding\nrbac/v1 ClusterRoleBinding\nrbac/v1 RoleRef\nrbac/v1 Subject\nrbac/v1 PolicyRule\nrbac/v1 AggregationRule",
}
