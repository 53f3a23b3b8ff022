/** The resources of Kubernetes by API group, as the rules of roles name them. */
import { MINORS } from '../versions.ts'
import { loadTable } from './table.ts'

export interface ApiResource {
  kind: string
  namespaced: boolean
}

/** Not kinds of their own: what is only asked about or read, and what older minors had. */
const OTHERS: readonly [group: string, resource: string, namespaced: boolean][] = [
  ['', 'componentstatuses', false],
  ['', 'users', false],
  ['', 'groups', false],
  ['authentication.k8s.io', 'uids', false],
  ['authentication.k8s.io', 'userextras', false],
  ['certificates.k8s.io', 'signers', false],
  ['policy', 'podsecuritypolicies', true],
]

const found = new Map<string, ReadonlyMap<string, ReadonlyMap<string, ApiResource>>>()

/** By group and resource, of all minors together: a role may be written for several. */
export function apiResources(minors: readonly string[] = MINORS): ReadonlyMap<string, ReadonlyMap<string, ApiResource>> {
  const key = minors.join()
  let groups = found.get(key)
  if (groups === undefined) found.set(key, (groups = collect(minors)))
  return groups
}

function collect(minors: readonly string[]): Map<string, Map<string, ApiResource>> {
  const groups = new Map<string, Map<string, ApiResource>>()
  const add = (group: string, resource: string, of: ApiResource) => {
    const resources = groups.get(group) ?? new Map<string, ApiResource>()
    groups.set(group, resources.set(resource, of))
  }
  for (const minor of minors) for (const { group, plural, kind, namespaced } of loadTable(minor).kinds()) add(group, plural, { kind, namespaced })
  for (const [group, resource, namespaced] of OTHERS) add(group, resource, { kind: '', namespaced })
  return groups
}
