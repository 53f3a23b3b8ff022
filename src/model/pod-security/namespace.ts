/** What a Namespace asks of the pods that will run in it, by its labels. https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
import type { KindMap } from '../kinds.ts'
import type { KubernetesObject } from '../object.ts'
import type { Place } from '../place.ts'
import type { PodSecurityLevel } from './check.ts'

const MODES = ['enforce', 'warn', 'audit'] as const
export type PodSecurityMode = (typeof MODES)[number]

export interface NamespacePolicy {
  mode: PodSecurityMode
  level: PodSecurityLevel
  /** Undefined for that of the cluster. */
  minor: number | undefined
  /** The label. */
  place: Place
}

/** The strictest consequence first. Labels that mean nothing are left out: the API server refuses them. */
export function policiesOf(namespace: KubernetesObject<KindMap['Namespace']>): readonly NamespacePolicy[] {
  const labels = namespace.value.metadata?.labels
  if (labels === undefined) return []
  return MODES.flatMap((mode) => {
    const key = `pod-security.kubernetes.io/${mode}`
    const level = labels[key]
    if (level !== 'baseline' && level !== 'restricted') return []
    const minor = /^v1\.(0|[1-9]\d*)$/.exec(labels[`${key}-version`] ?? '')?.[1]
    return [{ mode, level, minor: minor === undefined ? undefined : Number(minor), place: namespace.at('metadata', 'labels', key) }]
  })
}
