import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isExact, podSecurityVisitors } from '../../engine/pod-security.ts'
import type { ContainerView } from '../../model/object.ts'
import { runAsNonRoot } from '../../model/pod-security/users.ts'
import { effective, effectivePlace, hasOwnUsers, isExplicitRoot, isWindows } from '../../model/security-context.ts'

function isNonRoot(container: ContainerView): boolean {
  if (effective(container, 'runAsNonRoot') === true || Number(effective(container, 'runAsUser') ?? 0) > 0) return true
  const name = effective(container, 'windowsOptions')?.runAsUserName
  return isWindows(container.pod) && name !== undefined && name !== 'ContainerAdministrator'
}

const exact = podSecurityVisitors(runAsNonRoot)

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Require containers to run as another user than root.',
  why: 'Without it the image decides, and most images run as root: whoever breaks into the program is one kernel bug away from the node.',
  howToFix: 'Set `runAsNonRoot: true` for the pod: the kubelet then refuses to start an image that would be root. An image whose user is a name needs `runAsUser` too.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  peers: {
    'kube-linter': ['run-as-non-root'],
    polaris: ['runAsRootAllowed'],
    trivy: ['KSV-0012'],
    checkov: ['CKV_K8S_23'],
    kubescape: ['C-0013', 'C-0211'],
    kubesec: ['RunAsNonRoot'],
    'pod-security-admission': ['runAsNonRoot'],
    datree: ['CONTAINERS_INCORRECT_RUNASNONROOT_VALUE'],
    kyverno: ['require-run-as-nonroot', 'service-mesh-require-run-as-nonroot'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a container that overrides its pod, and one that says nothing',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: setup
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 1000
                runAsNonRoot: false
          containers:
            - name: app # ✖ Container "app" may run as root
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: false # ✖ Container "proxy" may run as root
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: setup
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 1000
                runAsNonRoot: false
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsNonRoot: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
      `,
    },
  ],
  good: [
    {
      title: 'said once for the pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'a user namespace: root in the pod is nobody on the node',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => (isExact(context, runAsNonRoot) ? exact.podSpec?.(pod, context) : undefined),
    container(container, context) {
      if (isExact(context, runAsNonRoot)) return exact.container?.(container, context)
      const { kubernetesVersion, report } = context
      if (container.partial || isNonRoot(container) || hasOwnUsers(container.pod, kubernetesVersion)) return
      // An explicit root is for no-root-user to report.
      if (isExplicitRoot(container)) return
      const place = effectivePlace(container, 'runAsNonRoot')
      report(place, `Container "${container.name}" may run as root`, (fixer) =>
        place.node === -1 ? fixer.insertBelow(container.at(), ['securityContext', 'runAsNonRoot'], true) : fixer.replaceValue(place, 'true'),
      )
    },
  },
})
