// Made by scripts/generate.mjs.
import type { Part } from '../part.ts'
import rbacRoleBinding from '../schema/constraints/rbac/role-binding.ts'
import rbacRole from '../schema/constraints/rbac/role.ts'

export const part: Part = {
  rules: [
  ],
  constraintSets: [
    rbacRoleBinding,
    rbacRole,
  ],
}
