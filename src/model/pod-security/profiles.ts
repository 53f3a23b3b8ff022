/** What the kernel keeps a container from: seccomp, AppArmor, SELinux and sysctls. */
import type { ContainerView, PodView } from '../object.ts'
import type { Place } from '../place.ts'
import { isSetNowhere, isSparedAsWindows, NONE, type PodSecurityCheck, type Violation } from './check.ts'

const PROFILES: ReadonlySet<string | undefined> = new Set(['Localhost', 'RuntimeDefault'])

function profileViolation(place: Place, field: string, owner: string, profile: { type?: string | undefined } | undefined): readonly Violation[] {
  if (profile === undefined || PROFILES.has(profile.type)) return NONE
  return [{ place, remedy: { set: 'RuntimeDefault' }, message: `${field}.type of ${owner} is ${profile.type === undefined ? 'missing' : `"${profile.type}"`}, must be "RuntimeDefault" or "Localhost"` }]
}

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod'
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/'
const isSeccompAnnotation = (value: string): boolean => value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/')

function seccompAnnotation(pod: PodView, key: string): readonly Violation[] {
  const value = pod.annotations[key]
  if (value === undefined || isSeccompAnnotation(value)) return NONE
  return [{ place: pod.atMetadata('annotations', key), remedy: { set: 'runtime/default' }, message: `Annotation "${key}" is "${value}", must be "runtime/default" or begin with "localhost/"` }]
}

/** Before 1.19, seccomp was a matter of annotations. */
export const seccompBaseline = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  since: 0,
  pod: (pod, minor) => (minor < 19 ? seccompAnnotation(pod, SECCOMP_POD) : profileViolation(pod.at('securityContext', 'seccompProfile', 'type'), 'seccompProfile', 'the pod', pod.value.securityContext?.seccompProfile)),
  container: (container, minor) =>
    minor < 19
      ? seccompAnnotation(container.pod, SECCOMP_CONTAINER + container.name)
      : profileViolation(container.at('securityContext', 'seccompProfile', 'type'), 'seccompProfile', `container "${container.name}"`, container.value.securityContext?.seccompProfile),
} as const satisfies PodSecurityCheck

/** Containers that have no profile, neither their own nor their pod's. */
export const missingSeccomp = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  since: 19,
  pod: (pod, minor) => (isSparedAsWindows(pod, minor) || !isSetNowhere(pod, 'seccompProfile') ? NONE : [{ place: pod.at('securityContext', 'seccompProfile', 'type'), remedy: { set: 'RuntimeDefault', below: pod.at() }, message: 'Pod sets no seccomp profile' }]),
  container({ value, pod, partial, name, at }, minor) {
    if (partial || isSparedAsWindows(pod, minor) || value.securityContext?.seccompProfile !== undefined || pod.value.securityContext?.seccompProfile !== undefined || isSetNowhere(pod, 'seccompProfile')) return NONE
    return [{ place: at('securityContext', 'seccompProfile', 'type'), remedy: { set: 'RuntimeDefault', below: at() }, message: `Container "${name}" sets no seccomp profile` }]
  },
} as const satisfies PodSecurityCheck

/** At the restricted level. */
export const seccompBaselineRestricted: PodSecurityCheck = {
  ...seccompBaseline,
  since: 19,
  pod: (pod, minor) => (isSparedAsWindows(pod, minor) ? NONE : seccompBaseline.pod(pod, minor)),
  container: (container, minor) => (isSparedAsWindows(container.pod, minor) ? NONE : seccompBaseline.container(container, minor)),
}

export const seccompRestricted = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  since: 19,
  overrides: 'seccompProfile_baseline',
  pod: (pod, minor) => (isSparedAsWindows(pod, minor) ? NONE : [...seccompBaseline.pod(pod, minor), ...missingSeccomp.pod(pod, minor)]),
  container: (container, minor) => (isSparedAsWindows(container.pod, minor) ? NONE : [...seccompBaseline.container(container, minor), ...missingSeccomp.container(container, minor)]),
} as const satisfies PodSecurityCheck

export const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/'
const isAppArmorAnnotation = (value: string): boolean => value === '' || value === 'runtime/default' || value.startsWith('localhost/')

export const appArmorProfile = {
  id: 'appArmorProfile',
  level: 'baseline',
  since: 0,
  pod: (pod) => [
    ...profileViolation(pod.at('securityContext', 'appArmorProfile', 'type'), 'appArmorProfile', 'the pod', pod.value.securityContext?.appArmorProfile),
    ...Object.entries(pod.annotations)
      .filter(([key, value]) => key.startsWith(APPARMOR) && !isAppArmorAnnotation(value))
      .map(([key, value]) => ({ place: pod.atMetadata('annotations', key), remedy: { set: 'runtime/default' }, message: `Annotation "${key}" is "${value}", must be "runtime/default" or begin with "localhost/"` })),
  ],
  container: (container) => profileViolation(container.at('securityContext', 'appArmorProfile', 'type'), 'appArmorProfile', `container "${container.name}"`, container.value.securityContext?.appArmorProfile),
} as const satisfies PodSecurityCheck

const SELINUX_TYPES = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'] as const
/** `container_engine_t` is allowed from 1.31 on. */
export const selinuxTypes = (minor: number): readonly string[] => (minor < 31 ? SELINUX_TYPES.slice(0, -1) : SELINUX_TYPES)

type SelinuxOptions = NonNullable<NonNullable<ContainerView['value']['securityContext']>['seLinuxOptions']>
const SELINUX_FIELDS = ['type', 'user', 'role'] as const

function selinuxViolations(options: SelinuxOptions | undefined, owner: string, at: (field: (typeof SELINUX_FIELDS)[number]) => Place, minor: number): readonly Violation[] {
  if (options === undefined) return NONE
  const types = selinuxTypes(minor)
  return SELINUX_FIELDS.flatMap((field) => {
    const value = options[field]
    if (!value || (field === 'type' && types.includes(value))) return []
    const allowed = field === 'type' ? `, must be ${types.slice(0, -1).map((type) => `"${type}"`).join(', ')} or "${types.at(-1)}"` : ', must not be set'
    return [{ value, remedy: 'remove', place: at(field), message: `SELinux ${field} of ${owner} is "${value}"${allowed}` }]
  })
}

export const seLinuxOptions = {
  id: 'seLinuxOptions',
  level: 'baseline',
  since: 0,
  pod: (pod, minor) => selinuxViolations(pod.value.securityContext?.seLinuxOptions, 'the pod', (field) => pod.at('securityContext', 'seLinuxOptions', field), minor),
  container: (container, minor) => selinuxViolations(container.value.securityContext?.seLinuxOptions, `container "${container.name}"`, (field) => container.at('securityContext', 'seLinuxOptions', field), minor),
} as const satisfies PodSecurityCheck

/** Sysctl → the first minor that allows it. */
const SAFE_SYSCTLS: ReadonlyMap<string | undefined, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
  ['net.ipv4.tcp_notsent_lowat', 37],
])

/** Those that a minor of the policy allows. */
export const safeSysctls = (minor: number): readonly string[] => [...SAFE_SYSCTLS].flatMap(([name, since]) => (name !== undefined && since <= minor ? name : []))

export const sysctls = {
  id: 'sysctls',
  level: 'baseline',
  since: 0,
  pod: (pod, minor) =>
    (pod.value.securityContext?.sysctls ?? []).flatMap(({ name }, index) => {
      const since = SAFE_SYSCTLS.get(name)
      if (since !== undefined && since <= minor) return []
      return [{ value: name ?? '', remedy: 'remove', place: pod.at('securityContext', 'sysctls', index), message: `Sysctl ${name === undefined ? 'without a name' : `"${name}"`} is not on the list of safe ones${since === undefined ? '' : ` before 1.${since}`}` }]
    }),
} as const satisfies PodSecurityCheck
