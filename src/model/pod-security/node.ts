/** What a pod takes of its node: namespaces, ports, privileges. */
import type { ContainerView } from '../object.ts'
import { isSparedForOwnUsers, nameOf, NONE, type PodSecurityCheck, type Violation } from './check.ts'

const SHARED = { hostNetwork: 'network', hostPID: 'processes', hostIPC: 'inter-process communication' } as const
const HOST_NAMESPACES = Object.keys(SHARED) as readonly (keyof typeof SHARED)[]

export const hostNamespaces = {
  id: 'hostNamespaces',
  level: 'baseline',
  since: 0,
  pod: (pod) => HOST_NAMESPACES.filter((field) => pod.value[field] === true).map((field) => ({ value: field, remedy: 'remove', place: pod.at(field), message: `"${field}" shares the node's ${SHARED[field]} with the pod` })),
} as const satisfies PodSecurityCheck

export const privileged = {
  id: 'privileged',
  level: 'baseline',
  since: 0,
  container: (container) => (container.value.securityContext?.privileged === true ? [{ place: container.at('securityContext', 'privileged'), remedy: { set: false }, message: `${nameOf(container)} is privileged` }] : NONE),
} as const satisfies PodSecurityCheck

/** Ports of a container in the node's network are the node's anyway: that is for hostNamespaces to say. */
export const hostPorts = {
  id: 'hostPorts',
  level: 'baseline',
  since: 0,
  container: (container) =>
    (container.value.ports ?? []).flatMap(({ hostPort }, index) =>
      hostPort === undefined || hostPort === 0 ? [] : [{ value: String(hostPort), remedy: 'remove', place: container.at('ports', index, 'hostPort'), message: `${nameOf(container)} takes port ${hostPort} of the node` }],
    ),
} as const satisfies PodSecurityCheck

const procMountViolations = (container: ContainerView): readonly Violation[] => {
  const procMount = container.value.securityContext?.procMount
  if (procMount === undefined || procMount === 'Default') return NONE
  return [{ place: container.at('securityContext', 'procMount'), remedy: { set: 'Default' }, message: `procMount of container "${container.name}" is "${procMount}", must be "Default"` }]
}

export const procMount = {
  id: 'procMount',
  level: 'baseline',
  since: 0,
  container: (container, minor) => (isSparedForOwnUsers(container.pod, minor) ? NONE : procMountViolations(container)),
} as const satisfies PodSecurityCheck

export const procMountRestricted = {
  id: 'procMount_restricted',
  level: 'restricted',
  since: 35,
  overrides: 'procMount',
  container: procMountViolations,
} as const satisfies PodSecurityCheck

export const windowsHostProcess = {
  id: 'windowsHostProcess',
  level: 'baseline',
  since: 0,
  pod: (pod) => (pod.value.securityContext?.windowsOptions?.hostProcess === true ? [{ place: pod.at('securityContext', 'windowsOptions', 'hostProcess'), remedy: { set: false }, message: 'Pod runs as processes of the Windows node' }] : NONE),
  container: (container) =>
    container.value.securityContext?.windowsOptions?.hostProcess === true ? [{ place: container.at('securityContext', 'windowsOptions', 'hostProcess'), remedy: { set: false }, message: `${nameOf(container)} runs as a process of the Windows node` }] : NONE,
} as const satisfies PodSecurityCheck

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const
const HOOKS = ['postStart', 'preStop'] as const
const HANDLERS = ['httpGet', 'tcpSocket'] as const

export const probeHosts = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  since: 34,
  container(container) {
    const violations: Violation[] = []
    for (const handler of HANDLERS) {
      for (const probe of PROBES) {
        const host = container.value[probe]?.[handler]?.host
        if (host) violations.push({ value: host, remedy: 'remove', place: container.at(probe, handler, 'host'), message: `${probe} of container "${container.name}" calls the host "${host}" instead of the pod` })
      }
      for (const hook of HOOKS) {
        const host = container.value.lifecycle?.[hook]?.[handler]?.host
        if (host) violations.push({ value: host, remedy: 'remove', place: container.at('lifecycle', hook, handler, 'host'), message: `${hook} of container "${container.name}" calls the host "${host}" instead of the pod` })
      }
    }
    return violations
  },
} as const satisfies PodSecurityCheck
