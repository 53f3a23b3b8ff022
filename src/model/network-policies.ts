/** Which pods the NetworkPolicies of a run isolate. */
import type { NetworkPolicy } from 'kubernetes-types/networking/v1'
import type { LabelSelector } from '../formats/selector.ts'
import type { KubernetesObject, PodView } from './object.ts'
import { SelectorIndex } from './selector-index.ts'
import { folderOf } from './service-selector.ts'

type Direction = 'ingress' | 'egress'

/** What a policy limits: connections to its pods unless it says otherwise, and from them if it has rules for that. */
export function directionsOf({ value: { spec = {} } }: KubernetesObject<NetworkPolicy>): readonly Direction[] {
  const types = spec.policyTypes ?? ['Ingress', ...(spec.egress === undefined ? [] : ['Egress'])]
  return (['ingress', 'egress'] as const).filter((direction) => types.some((type) => type.toLowerCase() === direction))
}

export class NetworkPolicies {
  private readonly index = new SelectorIndex<readonly Direction[]>()
  private readonly namespaces = new Set<string>()
  private readonly folders = new Set<string>()

  constructor(policies: readonly KubernetesObject<NetworkPolicy>[]) {
    const known = new Set<string>()
    for (const policy of policies) {
      this.namespaces.add(policy.namespace)
      this.folders.add(folderOf(policy.source.file))
      const directions = directionsOf(policy)
      const selector = (policy.value.spec?.podSelector ?? {}) as LabelSelector
      const id = JSON.stringify([policy.namespace, selector, directions])
      if (known.has(id)) continue
      known.add(id)
      this.index.add(policy.namespace, selector, directions)
    }
  }

  /** Whether somebody thought of policies where a pod is: in its namespace, or in its folder. */
  areNear({ object: { namespace, source } }: PodView): boolean {
    return (namespace !== '' && this.namespaces.has(namespace)) || this.folders.has(folderOf(source.file))
  }

  /** The directions in which some policy limits a pod. Undefined when no policy selects it, all when nobody can tell. */
  isolation(pod: PodView): ReadonlySet<Direction> | undefined {
    const found = this.index.selecting(pod)
    if (found === undefined) return new Set(['ingress', 'egress'])
    return found.length === 0 ? undefined : new Set(found.flat())
  }
}
