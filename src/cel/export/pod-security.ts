/** The rules that make the checks of the Pod Security Standards, as they advise: what does no harm, or another rule says, is left out. */
import { ALLOWED_VOLUMES } from '../../model/pod-security/volumes.ts'
import { DEFAULT_CAPABILITIES } from '../../model/pod-security/capabilities.ts'
import { APPARMOR, safeSysctls, selinuxTypes } from '../../model/pod-security/profiles.ts'
import { eachContainer, listOf, ofPod, type ExportedRule, type ExportedValidation } from './exported-rule.ts'

const OWN = 'c.?securityContext'
const OF_POD = 'variables.spec.?securityContext'
const ADDED = `${OWN}.?capabilities.?add.orValue([])`

const PRIVILEGED = `${OWN}.?privileged.orValue(false)`
const WINDOWS = "(variables.spec.?os.?name.orValue('') == 'windows' || variables.spec.?nodeSelector[?'kubernetes.io/os'].orValue('') == 'windows')"
const ALL_POWERFUL = `(${PRIVILEGED} || ${ADDED}.exists(n, n in ['SYS_ADMIN', 'CAP_SYS_ADMIN']))`
/** A patch. */
const PARTIAL = '!has(c.image)'
const USER = `${OWN}.?runAsUser.or(${OF_POD}.?runAsUser)`
const NON_ROOT = `${OWN}.?runAsNonRoot.or(${OF_POD}.?runAsNonRoot).orValue(false)`
/** From 1.35 on, root in a user namespace of its own counts as nobody. */
const ownUsers = (minor: number): string => (minor >= 35 ? '!variables.spec.?hostUsers.orValue(true)' : 'false')

const onPods = (validations: ExportedRule['validations']): ExportedRule => ({ on: 'pods', validations })
const fixed = (...validations: ExportedValidation[]): ExportedRule => onPods(() => validations)

const hasProfile = (context: string, field: string): string => `(!${context}.?${field}.hasValue() || ${context}.?${field}.?type.orValue('') in ['RuntimeDefault', 'Localhost'])`

const selinuxGood = (context: string, minor: number): string =>
  `(${context}.?seLinuxOptions.?user.orValue('') == '' && ${context}.?seLinuxOptions.?role.orValue('') == '' && ${context}.?seLinuxOptions.?type.orValue('') in ${listOf(['', ...selinuxTypes(minor)])})`

const HOOKS = '[c.?livenessProbe, c.?readinessProbe, c.?startupProbe, c.?lifecycle.?postStart, c.?lifecycle.?preStop]'
const NO_SECCOMP = `!${OWN}.?seccompProfile.hasValue()`

export const POD_SECURITY: Readonly<Record<string, ExportedRule>> = {
  'no-added-capability': fixed(eachContainer(`${PRIVILEGED} || ${WINDOWS} || ${ADDED}.all(n, n == 'NET_BIND_SERVICE' || !(n in ${listOf(DEFAULT_CAPABILITIES)}))`, 'adds capabilities')),
  'no-dangerous-capability': fixed(eachContainer(`${PRIVILEGED} || ${WINDOWS} || ${ADDED}.all(n, n in ${listOf(DEFAULT_CAPABILITIES)})`, 'adds dangerous capabilities')),
  'no-host-namespace': fixed(...['hostNetwork', 'hostPID', 'hostIPC'].map((field) => ofPod(`!variables.spec.?${field}.orValue(false)`, `has ${field}`))),
  'no-host-path': fixed(ofPod('variables.spec.?volumes.orValue([]).all(v, !has(v.hostPath))', 'mounts paths of its node')),
  'no-host-port': fixed(eachContainer('variables.spec.?hostNetwork.orValue(false) || c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0)', 'takes ports of the node')),
  'no-privilege-escalation': fixed(eachContainer(`${ALL_POWERFUL} || ${WINDOWS} || !${OWN}.?allowPrivilegeEscalation.orValue(false)`, 'allows privilege escalation')),
  'no-privileged-container': fixed(eachContainer(`!${PRIVILEGED}`, 'is privileged')),
  'no-probe-host': fixed(eachContainer(`${HOOKS}.all(h, h.?httpGet.?host.orValue('') == '' && h.?tcpSocket.?host.orValue('') == '')`, 'calls another host in a probe or hook')),
  'no-proc-mount': onPods((minor) => [eachContainer(`${ownUsers(minor)} || ${OWN}.?procMount.orValue('Default') == 'Default'`, 'sees all of /proc')]),
  'no-restricted-volume': fixed(ofPod(`variables.spec.?volumes.orValue([]).all(v, v.all(field, field in ${listOf(['name', 'hostPath', ...ALLOWED_VOLUMES])}))`, 'has volumes of restricted types')),
  'no-root-user': onPods((minor) => [eachContainer(`${USER}.orValue(-1) != 0 || (!${NON_ROOT} && (${PRIVILEGED} || ${ownUsers(minor)}))`, 'runs as root')]),
  'no-selinux-option': onPods((minor) => [ofPod(selinuxGood(OF_POD, minor), 'sets SELinux options'), eachContainer(`${PRIVILEGED} || ${selinuxGood(OWN, minor)}`, 'sets SELinux options')]),
  'no-unconfined-apparmor': fixed(
    ofPod(`${hasProfile(OF_POD, 'appArmorProfile')} && variables.metadata.?annotations.orValue({}).all(key, !key.startsWith('${APPARMOR}') || variables.metadata.annotations[key].matches('^(|runtime/default|localhost/.*)$'))`, 'has an AppArmor profile that confines nothing'),
    eachContainer(`${PRIVILEGED} || ${hasProfile(OWN, 'appArmorProfile')}`, 'has an AppArmor profile that confines nothing'),
  ),
  'no-unconfined-seccomp': fixed(ofPod(hasProfile(OF_POD, 'seccompProfile'), 'has a seccomp profile that confines nothing'), eachContainer(`${PRIVILEGED} || ${hasProfile(OWN, 'seccompProfile')}`, 'has a seccomp profile that confines nothing')),
  'no-unsafe-sysctl': onPods((minor) => [ofPod(`${OF_POD}.?sysctls.orValue([]).all(s, s.name in ${listOf(safeSysctls(minor))})`, 'sets sysctls that are not safe')]),
  'no-windows-host-process': fixed(ofPod(`!${OF_POD}.?windowsOptions.?hostProcess.orValue(false)`, 'runs as processes of the Windows node'), eachContainer(`!${OWN}.?windowsOptions.?hostProcess.orValue(false)`, 'runs as a process of the Windows node')),
  'require-dropped-capabilities': fixed(eachContainer(`${PARTIAL} || ${PRIVILEGED} || ${WINDOWS} || 'ALL' in ${OWN}.?capabilities.?drop.orValue([])`, 'does not drop all capabilities')),
  'require-no-new-privileges': fixed(eachContainer(`${PARTIAL} || ${ALL_POWERFUL} || ${WINDOWS} || ${OWN}.?allowPrivilegeEscalation.hasValue()`, 'does not forbid privilege escalation')),
  'require-run-as-non-root': onPods((minor) => [
    eachContainer(`${PARTIAL} || ${NON_ROOT} || ${USER}.hasValue() || ${ownUsers(minor)} || (${WINDOWS} && ${OWN}.?windowsOptions.or(${OF_POD}.?windowsOptions).?runAsUserName.orValue('ContainerAdministrator') != 'ContainerAdministrator')`, 'may run as root'),
  ]),
  'require-seccomp-profile': fixed(
    ofPod(`variables.spec.?os.?name.orValue('') == 'windows' || ${OF_POD}.?seccompProfile.hasValue() || variables.containers.exists(c, ${PARTIAL} || ${OWN}.?seccompProfile.hasValue())`, 'sets no seccomp profile'),
    eachContainer(`${OF_POD}.?seccompProfile.hasValue() || ${PARTIAL} || ${PRIVILEGED} || ${WINDOWS} || !(${NO_SECCOMP})`, 'sets no seccomp profile'),
  ),
}
