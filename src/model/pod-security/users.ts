/** As whom the programs of a pod run, and whether they can become root. */
import type { ContainerView } from '../object.ts'
import { isSetNowhere, isSparedAsWindows, isSparedForOwnUsers, nameOf, NONE, type PodSecurityCheck, type Violation } from './check.ts'

export const runAsNonRoot = {
  id: 'runAsNonRoot',
  level: 'restricted',
  since: 0,
  pod(pod, minor) {
    if (isSparedForOwnUsers(pod, minor)) return NONE
    const place = pod.at('securityContext', 'runAsNonRoot')
    if (pod.value.securityContext?.runAsNonRoot === false) return [{ place, remedy: { set: true }, message: 'Pod sets runAsNonRoot to false' }]
    return isSetNowhere(pod, 'runAsNonRoot') ? [{ place, remedy: { set: true, below: pod.at() }, message: 'Pod does not set runAsNonRoot to true' }] : NONE
  },
  container(container, minor) {
    const { pod } = container
    if (isSparedForOwnUsers(pod, minor)) return NONE
    const own = container.value.securityContext?.runAsNonRoot
    const place = container.at('securityContext', 'runAsNonRoot')
    if (own === false) return [{ place, remedy: { set: true }, message: `${nameOf(container)} sets runAsNonRoot to false` }]
    return own === true || container.partial || typeof pod.value.securityContext?.runAsNonRoot === 'boolean' || isSetNowhere(pod, 'runAsNonRoot') ? NONE : [{ place, remedy: { set: true, below: container.at() }, message: `${nameOf(container)} does not set runAsNonRoot to true` }]
  },
} as const satisfies PodSecurityCheck

export const runAsUser = {
  id: 'runAsUser',
  level: 'restricted',
  since: 23,
  pod: (pod, minor) => (isRoot(pod.value.securityContext?.runAsUser) && !isSparedForOwnUsers(pod, minor) ? [{ place: pod.at('securityContext', 'runAsUser'), message: 'Pod runs as root' }] : NONE),
  container: (container, minor) =>
    isRoot(container.value.securityContext?.runAsUser) && !isSparedForOwnUsers(container.pod, minor) ? [{ place: container.at('securityContext', 'runAsUser'), message: `${nameOf(container)} runs as root` }] : NONE,
} as const satisfies PodSecurityCheck

/** Of a user or group: 0. Large ones are not numbers. */
const isRoot = (id: unknown): boolean => id !== undefined && Number(id) === 0

/** Allowed in so many words. */
export const escalation = (container: ContainerView, minor: number): readonly Violation[] =>
  container.value.securityContext?.allowPrivilegeEscalation !== true || isSparedAsWindows(container.pod, minor)
    ? NONE
    : [{ place: container.at('securityContext', 'allowPrivilegeEscalation'), remedy: { set: false }, message: `${nameOf(container)} allows privilege escalation` }]

/** By default. */
export const possibleEscalation = (container: ContainerView, minor: number): readonly Violation[] =>
  typeof container.value.securityContext?.allowPrivilegeEscalation === 'boolean' || container.partial || isSparedAsWindows(container.pod, minor)
    ? NONE
    : [{ place: container.at('securityContext', 'allowPrivilegeEscalation'), remedy: { set: false, below: container.at() }, message: `${nameOf(container)} does not forbid privilege escalation` }]

export const allowPrivilegeEscalation = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  since: 8,
  container: (container, minor) => [...escalation(container, minor), ...possibleEscalation(container, minor)],
} as const satisfies PodSecurityCheck
