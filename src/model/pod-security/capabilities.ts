/** Powers of root that a container keeps or gets. */
import type { ContainerView } from '../object.ts'
import { isSparedAsWindows, nameOf, NONE, type PodSecurityCheck, type Violation } from './check.ts'

/** What container runtimes give by default. */
export const DEFAULT_CAPABILITIES: readonly string[] = 'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' ')
const DEFAULT = new Set(DEFAULT_CAPABILITIES)

/** Names are compared as they are written, without `CAP_` in front. */
const addedBut = (container: ContainerView, isAllowed: (name: string) => boolean): readonly Violation[] =>
  (container.value.securityContext?.capabilities?.add ?? []).flatMap((name, index) =>
    isAllowed(name) ? [] : [{ value: name, place: container.at('securityContext', 'capabilities', 'add', index), ...addition(container, name) }],
  )

function addition(container: ContainerView, name: string): Pick<Violation, 'message' | 'remedy'> {
  const message = `${nameOf(container)} adds the capability "${name}"`
  const bare = name.replace(/^CAP_/, '')
  return bare !== name && DEFAULT.has(bare) ? { message: `${message}; its name is "${bare}"`, remedy: { set: bare } } : { message, remedy: 'remove' }
}

export const capabilitiesBaseline = {
  id: 'capabilities_baseline',
  level: 'baseline',
  since: 0,
  container: (container) => addedBut(container, (name) => DEFAULT.has(name)),
} as const satisfies PodSecurityCheck

/** At the restricted level. */
export const capabilitiesBaselineRestricted: PodSecurityCheck = { ...capabilitiesBaseline, since: 22, container: (container, minor) => (isSparedAsWindows(container.pod, minor) ? NONE : capabilitiesBaseline.container(container)) }

/** Those that the baseline allows, and the restricted level does not. */
export const addedDefaults = (container: ContainerView, minor: number): readonly Violation[] =>
  isSparedAsWindows(container.pod, minor) ? NONE : addedBut(container, (name) => name === 'NET_BIND_SERVICE' || !DEFAULT.has(name))

export function undropped(container: ContainerView, minor: number): readonly Violation[] {
  const drop = container.value.securityContext?.capabilities?.drop ?? []
  if (drop.includes('ALL') || container.partial || isSparedAsWindows(container.pod, minor)) return NONE
  const index = drop.findIndex((name) => name.toUpperCase() === 'ALL')
  if (index !== -1) return [{ place: container.at('securityContext', 'capabilities', 'drop', index), remedy: { set: 'ALL' }, message: `${nameOf(container)} drops "${drop[index]}", which the Pod Security Standards know only as "ALL"` }]
  return [{ place: container.at('securityContext', 'capabilities', 'drop'), ...(drop.length === 0 && { remedy: { set: ['ALL'], below: container.at() } }), message: `${nameOf(container)} does not drop all capabilities` }]
}

export const capabilitiesRestricted = {
  id: 'capabilities_restricted',
  level: 'restricted',
  since: 22,
  overrides: 'capabilities_baseline',
  container: (container, minor) => (isSparedAsWindows(container.pod, minor) ? NONE : [...undropped(container, minor), ...addedBut(container, (name) => name === 'NET_BIND_SERVICE')]),
} as const satisfies PodSecurityCheck
