/** The security context in which a container runs: what it does not set itself, it has from its pod. https://kubernetes.io/docs/tasks/configure-pod-container/security-context/ */
import type { Place } from './place.ts'
import type { ContainerView, PodView } from './object.ts'
import { MINORS } from '../versions.ts'

/** The fields that exist on both levels. */
type InheritedField = 'appArmorProfile' | 'runAsGroup' | 'runAsNonRoot' | 'runAsUser' | 'seLinuxOptions' | 'seccompProfile' | 'windowsOptions'
type ContainerSecurityContext = NonNullable<ContainerView['value']['securityContext']>

/** The value that holds for the container. */
export function effective<Field extends InheritedField>({ value, pod }: ContainerView, field: Field): ContainerSecurityContext[Field] {
  return value.securityContext?.[field] ?? (pod.value.securityContext?.[field] as ContainerSecurityContext[Field])
}

/** Where that value stands. */
export function effectivePlace({ value, pod, at }: ContainerView, field: 'runAsGroup' | 'runAsNonRoot' | 'runAsUser'): Place {
  return value.securityContext?.[field] !== undefined || pod.value.securityContext?.[field] === undefined ? at('securityContext', field) : pod.at('securityContext', field)
}

/** User 0 in so many words, the container's own or that of its pod. */
export const isExplicitRoot = (container: ContainerView): boolean => Number(effective(container, 'runAsUser') ?? -1) === 0

/** Pods for Windows nodes have no capabilities, no seccomp and no privilege escalation to forbid. */
export const isWindows = ({ value }: PodView): boolean => value.os?.name === 'windows' || value.nodeSelector?.['kubernetes.io/os'] === 'windows'

/** Root in the container is nobody on the node. The Pod Security Standards reckon with it from 1.35 on. */
export const hasOwnUsers = ({ value }: PodView, kubernetesVersion: string): boolean =>
  value.hostUsers === false && MINORS.findIndex((minor) => minor === kubernetesVersion) >= MINORS.indexOf('1.35')

/** Privileged, or able to become so: then the API server refuses to forbid privilege escalation. */
export const isAllPowerful = ({ value }: ContainerView): boolean =>
  value.securityContext?.privileged === true || (value.securityContext?.capabilities?.add ?? []).some((name) => /^(CAP_)?SYS_ADMIN$/.test(name))

/** Whether its annotation of old, which counts where the field is not set, gives it an AppArmor profile. */
export const hasAppArmorAnnotation = ({ name, pod }: ContainerView): boolean => /^(?:runtime\/default|localhost\/.*)$/.test(pod.annotations[`container.apparmor.security.beta.kubernetes.io/${name}`] ?? '')

/** Whether a capability, such as `NET_RAW`, is dropped by its name or with all others. The runtime does not mind the case. */
export const isDropped = ({ value }: ContainerView, capability: string): boolean =>
  (value.securityContext?.capabilities?.drop ?? []).some((name) => ['ALL', capability].includes(name.toUpperCase().replace(/^CAP_/, '')))

/** What is wrong with the number of the user or group that holds for a container, if it should be at least `min`. Zero is for others to report. */
export function lowId(container: ContainerView, field: 'runAsGroup' | 'runAsUser', { min, unset }: { min: number; unset: boolean }, kubernetesVersion: string): { place: Place; message: string } | undefined {
  if (container.partial || isWindows(container.pod) || hasOwnUsers(container.pod, kubernetesVersion)) return undefined
  const id = effective(container, field)
  const place = effectivePlace(container, field)
  if (id === undefined) return unset ? { place, message: `Container "${container.name}" sets no ${field}` } : undefined
  const number = Number(id)
  return number === 0 || number >= min ? undefined : { place, message: `${field} of container "${container.name}" is ${number}, should be at least ${min}` }
}
