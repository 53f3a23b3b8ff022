/** Visitors of a rule about one thing that roles should not allow. */
import { placesAllowing, type Permission, type RoleObject } from '../model/rbac.ts'
import type { Context, Visitors } from './visitors.ts'

export function rolesThatCan(permission: Permission): Visitors {
  const visit = (role: RoleObject, { report }: Context) => {
    for (const place of placesAllowing(role, permission)) report(place, `${role.kind} "${role.name}" can ${permission.can}`)
  }
  return { Role: visit, ClusterRole: visit }
}
