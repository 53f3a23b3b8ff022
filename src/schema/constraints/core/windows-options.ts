import type { PodSpec, WindowsSecurityContextOptions } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { dnsSubdomain } from '../../../formats/names.ts'
import { windowsUserName } from '../../../formats/windows-user-name.ts'
import type { Loose } from '../../../model/kinds.ts'
import { constraints, format, on, type TypeCheckContext } from '../../constraints.ts'

const MAX_SPEC_BYTES = 65536
/** What Windows does not have, of a pod: of its spec, of its security context, and of a container's. */
const NOT_IN_SPEC = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'] as const
const NOT_IN_POD = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'sysctls', 'runAsUser', 'runAsGroup', 'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy'] as const
const NOT_IN_CONTAINER = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'] as const
const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

function checkLinux(spec: Loose<PodSpec>, { report }: TypeCheckContext): void {
  const message = 'cannot be set for Linux'
  if (spec.securityContext?.windowsOptions !== undefined) report(['securityContext', 'windowsOptions'], 'Forbidden', message)
  for (const field of LISTS) for (const [index, { securityContext }] of (spec[field] ?? []).entries()) if (securityContext?.windowsOptions !== undefined) report([field, index, 'securityContext', 'windowsOptions'], 'Forbidden', message)
}

function checkWindows(spec: Loose<PodSpec>, { report }: TypeCheckContext): void {
  const message = 'cannot be set for Windows'
  for (const field of NOT_IN_SPEC) {
    const value = spec[field]
    if (value === undefined || ((field === 'hostPID' || field === 'hostIPC') && value === false)) continue
    report([field], 'Forbidden', message)
  }
  for (const field of NOT_IN_POD) {
    const value = spec.securityContext?.[field]
    if (value !== undefined && !(field === 'sysctls' && (value as readonly unknown[]).length === 0)) report(['securityContext', field], 'Forbidden', message)
  }
  for (const list of LISTS) {
    for (const [index, { securityContext }] of (spec[list] ?? []).entries()) {
      if (securityContext === undefined) continue
      for (const field of NOT_IN_CONTAINER) if (securityContext[field] !== undefined) report([list, index, 'securityContext', field], 'Forbidden', message)
    }
  }
}

/** Containers that run on the host itself: all of a pod, or none. */
function checkHostProcess(spec: Loose<PodSpec>, { report }: TypeCheckContext): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess
  let others = 0
  let onHost = 0
  for (const field of LISTS) {
    for (const [index, { securityContext }] of (spec[field] ?? []).entries()) {
      const own = securityContext?.windowsOptions?.hostProcess
      if (ofPod !== undefined && own !== undefined && own !== ofPod) report([field, index, 'securityContext', 'windowsOptions', 'hostProcess'], 'Invalid', `is ${own}, and that of the pod is ${ofPod}`)
      if (own ?? ofPod) onHost++
      else others++
    }
  }
  if (onHost === 0) return
  if (others > 0) report([], 'Invalid', 'Either all containers must be host processes, or none')
  if (spec.hostNetwork !== true) report(['hostNetwork'], 'Invalid', 'must be true in a pod of host processes')
}

export default constraints(
  {
    id: 'valid-windows-options',
    since: '0.1.0',
    summary: 'Require options of Windows that the API server takes, and none of another operating system.',
    why: 'The API server refuses a pod that says on which operating system it runs, and has settings that this system does not know.',
    howToFix: 'Delete the settings of the other operating system, or correct `os.name`.',
    references: ['https://kubernetes.io/docs/concepts/workloads/pods/#pod-os', 'https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/'],
    bad: [
      {
        title: 'a setting of Linux, a malformed user, a host process without the network of the host',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec: # ✖ hostNetwork is missing, must be true in a pod of host processes
            os:
              name: windows
            securityContext:
              seLinuxOptions: # ✖ seLinuxOptions cannot be set for Windows
                level: s0
              windowsOptions:
                hostProcess: true
                runAsUserName: a\b\c # ✖ runAsUserName is "a\\b\\c", must have at most one backslash, between the domain and the user
            containers:
              - name: app
                image: mcr.microsoft.com/windows/servercore:ltsc2022
        `,
      },
    ],
    good: [
      {
        title: 'a user of Windows',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            os:
              name: windows
            securityContext:
              windowsOptions:
                runAsUserName: ContainerUser
            containers:
              - name: app
                image: mcr.microsoft.com/windows/servercore:ltsc2022
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({
      check(spec, context) {
        if (spec.os?.name === 'linux') checkLinux(spec, context)
        if (spec.os?.name === 'windows') checkWindows(spec, context)
        checkHostProcess(spec, context)
      },
    })),
    on<WindowsSecurityContextOptions>('core/v1 WindowsSecurityContextOptions', () => ({
      fields: {
        gmsaCredentialSpecName: format('a DNS subdomain', dnsSubdomain, { empty: true }),
        gmsaCredentialSpec: format(`1 to ${MAX_SPEC_BYTES} bytes`, (text) => (text === '' ? 'must not be empty' : Buffer.byteLength(text) > MAX_SPEC_BYTES ? `must be at most ${MAX_SPEC_BYTES} bytes` : undefined), { empty: true }),
        runAsUserName: format('a user, or a domain and a user', windowsUserName, { empty: true }),
      },
    })),
  ],
)
