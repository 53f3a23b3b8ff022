/** Visitors of a rule about what roles should not allow: of several things the first that one allows. */
import { placesAllowing, type Permission, type RoleObject } from '../model/rbac.ts'
import type { Context, Visitors } from './visitors.ts'

export function rolesThatCan(...permissions: readonly Permission[]): Visitors {
  const visit = (role: RoleObject, { report }: Context) => {
    for (const { place, permission } of placesAllowing(role, permissions)) report(place, `${role.kind} "${role.name}" can ${permission.can}`)
  }
  return { Role: visit, ClusterRole: visit }
}
