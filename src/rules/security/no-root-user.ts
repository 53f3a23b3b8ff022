import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isExact, podSecurityVisitors } from '../../engine/pod-security.ts'
import { runAsUser } from '../../model/pod-security/users.ts'
import { effective, effectivePlace, hasOwnUsers, isExplicitRoot } from '../../model/security-context.ts'

const exact = podSecurityVisitors(runAsUser)

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow `runAsUser: 0`.',
  why: 'User 0 in the container is user 0 on the node: a mounted host file or a kernel bug is all that it takes to own it.',
  howToFix: 'Give the number of the user that the image is made for. What root has to do at the start is mostly about the owner of a volume, for which there is `fsGroup`.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: { 'kube-linter': ['run-as-non-root'], 'kube-score': ['container-security-context-user-group-id'], trivy: ['KSV-0020', 'KSV-0105'], checkov: ['CKV_K8S_23', 'CKV_K8S_40'], kubescape: ['C-0013'], 'pod-security-admission': ['runAsUser'], kyverno: ['require-run-as-non-root-user'] },
  bad: [
    {
      title: 'root for one container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsUser: 1000
          containers:
            - name: app
              image: example.com/app:1.0
            - name: agent
              image: example.com/agent:1.0
              securityContext:
                runAsUser: 0 # ✖ Container "agent" runs as root
      `,
    },
    {
      title: 'a container that can never start',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
            runAsUser: 0 # ✖ Container "app" runs as root, which its "runAsNonRoot" forbids: it cannot start
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'root for an init container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: own-volume
              image: example.com/setup:1.0
              securityContext:
                runAsUser: 0 # ✖ Container "own-volume" runs as root
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsUser: 1000
      `,
    },
  ],
  good: [
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
              securityContext:
                runAsUser: 0
      `,
    },
  ],
  visit: {
    podSpec: (pod, context) => (isExact(context, runAsUser) ? exact.podSpec?.(pod, context) : undefined),
    container(container, context) {
      if (isExact(context, runAsUser)) return exact.container?.(container, context)
      if (!isExplicitRoot(container)) return
      const { kubernetesVersion, report } = context
      if (effective(container, 'runAsNonRoot') === true) {
        report(effectivePlace(container, 'runAsUser'), `Container "${container.name}" runs as root, which its "runAsNonRoot" forbids: it cannot start`)
      } else if (container.value.securityContext?.privileged !== true && !hasOwnUsers(container.pod, kubernetesVersion)) {
        report(effectivePlace(container, 'runAsUser'), `Container "${container.name}" runs as root`)
      }
    },
  },
})
