/** All checks of the Pod Security Standards, in the order in which the plugin makes them. */
import type { PodView } from '../object.ts'
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities.ts'
import type { PodSecurityCheck, PodSecurityLevel, Violation } from './check.ts'
import { hostNamespaces, hostPorts, privileged, probeHosts, procMount, procMountRestricted, windowsHostProcess } from './node.ts'
import { appArmorProfile, seccompBaseline, seccompRestricted, seLinuxOptions, sysctls } from './profiles.ts'
import { allowPrivilegeEscalation, runAsNonRoot, runAsUser } from './users.ts'
import { hostPathVolumes, restrictedVolumes } from './volumes.ts'

export const CHECKS: readonly PodSecurityCheck[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  probeHosts,
  privileged,
  procMount,
  seLinuxOptions,
  seccompBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompRestricted,
]

/** The checks of a level in a version of the policy: the restricted level has those of the baseline too, unless it has stricter ones. */
export function checksOf(level: PodSecurityLevel, minor: number): readonly PodSecurityCheck[] {
  const present = CHECKS.filter((check) => check.since <= minor && (level === 'restricted' || check.level === 'baseline'))
  const overridden = new Set(present.map(({ overrides }) => overrides))
  return present.filter(({ id }) => !overridden.has(id))
}

export interface CheckedViolation extends Violation {
  check: PodSecurityCheck
}

/** Why the plugin would refuse the pod. */
export const violationsOf = (pod: PodView, level: PodSecurityLevel, minor: number): readonly CheckedViolation[] =>
  checksOf(level, minor).flatMap((check) => [...(check.pod?.(pod, minor) ?? []), ...pod.containers.flatMap((container) => check.container?.(container, minor) ?? [])].map((violation) => ({ ...violation, check })))
