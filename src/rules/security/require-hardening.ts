import { defineRule, yaml } from '../../engine/define-rule.ts'
import { effective, hasAppArmorAnnotation, isWindows } from '../../model/security-context.ts'
import type { ContainerView } from '../../model/object.ts'

const UNCONFINED = 'Unconfined'

function isHardened(container: ContainerView): boolean {
  const capabilities = container.value.securityContext?.capabilities
  if ((capabilities?.drop?.length ?? 0) > 0 && capabilities?.add?.some((name) => name.toUpperCase() === 'ALL') !== true) return true
  return (
    (effective(container, 'seccompProfile')?.type ?? UNCONFINED) !== UNCONFINED ||
    (effective(container, 'appArmorProfile')?.type ?? UNCONFINED) !== UNCONFINED ||
    Object.keys(effective(container, 'seLinuxOptions') ?? {}).length > 0 ||
    hasAppArmorAnnotation(container)
  )
}

export default defineRule({
  severity: 'warning',
  presets: [],
  since: '0.1.0',
  summary: 'Require containers to use at least one of the means of Linux to confine them.',
  why: 'Without a seccomp or AppArmor profile, SELinux options or dropped capabilities a container has all that its runtime gives by default.',
  howToFix: 'Start with `seccompProfile.type: RuntimeDefault` for the pod and `capabilities.drop: [ALL]` for the container. The rules for each of them ask for more.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    polaris: ['linuxHardening'],
    kubescape: ['C-0055'],
  },
  bad: [
    {
      title: 'none of them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" uses no seccomp or AppArmor profile, no SELinux options, and drops no capabilities
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'one of them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW]
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (container.partial || container.value.securityContext?.privileged === true || isWindows(container.pod) || isHardened(container)) return
      report(container.at('securityContext'), `Container "${container.name}" uses no seccomp or AppArmor profile, no SELinux options, and drops no capabilities`)
    },
  },
})
