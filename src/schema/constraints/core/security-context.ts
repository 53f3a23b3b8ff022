import type { PodSecurityContext, PodSpec, SecurityContext, Sysctl } from 'kubernetes-types/core/v1'
import { yaml } from '../../../engine/define-rule.ts'
import { sysctlName, sysctlWithDots } from '../../../formats/sysctl.ts'
import type { Loose } from '../../../model/kinds.ts'
import { between, checkedElsewhere, constraints, each, format, on, oneOfSet, required, since, until, type TypeCheckContext } from '../../constraints.ts'

const id = between(0, 2 ** 31 - 1)
/** Parameters of the IPC namespace of the host. */
const OF_IPC = new Set(['kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'kernel.shm', 'kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.msg'])

function checkSysctls(sysctls: readonly Loose<Sysctl>[], { minor, pod, report }: TypeCheckContext): void {
  const seen = new Set<string>()
  for (const [index, { name = '' }] of sysctls.entries()) {
    if (name === '') continue
    const at = ['sysctls', index, 'name']
    if (seen.has(name) && sysctlName(name) === undefined) report(at, 'Duplicate', 'is set twice')
    seen.add(name)
    if (minor < 29) continue
    const parameter = sysctlWithDots(name)
    if (pod?.spec.hostNetwork === true && parameter.startsWith('net.')) report(at, 'Invalid', 'belongs to the network, which is that of the host')
    if (pod?.spec.hostIPC === true && (OF_IPC.has(parameter) || parameter.startsWith('fs.mqueue.'))) report(at, 'Invalid', 'belongs to the IPC namespace, which is that of the host')
  }
}

function checkNamespaces(spec: Loose<PodSpec>, { minor, path, report }: TypeCheckContext): void {
  if (spec.shareProcessNamespace === true && spec.hostPID === true) report(['shareProcessNamespace'], 'Invalid', 'cannot be true together with hostPID', minor >= 37 ? {} : { path: `${path}.securityContext.shareProcessNamespace` })
  // The field was behind a gate before.
  if (spec.hostUsers !== false || minor < 33) return
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) if (spec[field] === true) report([field], 'Forbidden', 'cannot be true while hostUsers is false')
}

function check({ allowPrivilegeEscalation, privileged, capabilities, procMount }: Loose<SecurityContext>, context: TypeCheckContext): void {
  const { pod, report } = context
  if (procMount === 'Unmasked' && pod?.spec.hostUsers !== false) report(['procMount'], 'Invalid', 'can be "Unmasked" only while hostUsers is false')
  if (allowPrivilegeEscalation !== false) return
  // The server means the whole context.
  if (privileged === true) report(['allowPrivilegeEscalation'], 'Invalid', 'cannot be false in a privileged container', { path: context.path })
  if (capabilities?.add?.includes('CAP_SYS_ADMIN') === true) report(['allowPrivilegeEscalation'], 'Invalid', 'cannot be false together with the capability CAP_SYS_ADMIN', { path: context.path })
}

export default constraints(
  {
    id: 'valid-security-context',
    fixable: 'safe',
    since: '0.1.0',
    summary: 'Require security contexts that the API server takes.',
    why: 'The API server refuses a pod with a user or group out of range, an unknown policy, kernel parameters of the host, or settings that contradict each other.',
    howToFix: 'Use ids from 0 to 2147483647 and the policies of the documentation, and drop one of two settings that exclude each other.',
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/', 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/'],
    bad: [
      {
        title: 'a group out of range, a policy in lower case, a privileged container that may not gain privileges',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            hostNetwork: true
            securityContext:
              fsGroup: -1 # ✖ fsGroup is -1, must be between 0 and 2147483647
              fsGroupChangePolicy: always # ✖ fsGroupChangePolicy is "always", must be "OnRootMismatch" or "Always"; did you mean "Always"?
              sysctls:
                - name: net.core.somaxconn # ✖ name "net.core.somaxconn" belongs to the network, which is that of the host
                  value: '1024'
            containers:
              - name: app
                image: nginx:1.27
                securityContext:
                  privileged: true
                  allowPrivilegeEscalation: false # ✖ allowPrivilegeEscalation cannot be false in a privileged container
        `,
      },
      {
        title: 'a word in another case',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              fsGroupChangePolicy: always # ✖ fsGroupChangePolicy is "always", must be "OnRootMismatch" or "Always"; did you mean "Always"?
            containers:
              - name: app
                image: example.com/app:1.0
        `,
        fixed: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              fsGroupChangePolicy: Always
            containers:
              - name: app
                image: example.com/app:1.0
        `,
      },
    ],
    good: [
      {
        title: 'a user of its own',
        yaml: yaml`
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            securityContext:
              runAsUser: 10001
              fsGroup: 10001
              fsGroupChangePolicy: OnRootMismatch
            containers:
              - name: app
                image: nginx:1.27
                securityContext:
                  allowPrivilegeEscalation: false
        `,
      },
    ],
  },
  [
    on<PodSpec>('core/v1 PodSpec', () => ({ dropped: { hostUsers: '1.32' }, check: checkNamespaces })),
    on<PodSecurityContext>('core/v1 PodSecurityContext', () => ({
      fields: {
        runAsUser: id,
        runAsGroup: id,
        fsGroup: id,
        supplementalGroups: each(id),
        fsGroupChangePolicy: oneOfSet('OnRootMismatch', 'Always'),
        supplementalGroupsPolicy: oneOfSet('Merge', 'Strict'),
        seLinuxChangePolicy: [until('1.36', oneOfSet('Recursive')), since('1.37', oneOfSet('Recursive', 'MountOption'))],
      },
      dropped: { supplementalGroupsPolicy: '1.32', seLinuxChangePolicy: '1.32' },
      check({ sysctls }, context) {
        if (sysctls !== undefined) checkSysctls(sysctls, context)
      },
    })),
    on<Sysctl>('core/v1 Sysctl', () => ({ fields: { name: required(format('a kernel parameter', sysctlName)), value: checkedElsewhere } })),
    on<SecurityContext>('core/v1 SecurityContext', () => ({
      fields: { runAsUser: id, runAsGroup: id, procMount: oneOfSet('Default', 'Unmasked') },
      dropped: { procMount: '1.32' },
      check,
    })),
  ],
)
