import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasOwnUsers } from '../../model/security-context.ts'

const isZero = (id: unknown): boolean => id !== undefined && Number(id) === 0

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow the group 0.',
  why: 'Files that belong to the group of root, on the node and in most images, can be read by its members, and often changed.',
  howToFix: 'Give another number: of the group that the image is made for, or any above 1000.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    'kube-linter': ['run-as-non-root'],
    'kube-score': ['container-security-context-user-group-id'],
    trivy: ['KSV-0021', 'KSV-0116'],
    kubescape: ['C-0013', 'C-0211'],
    kyverno: ['require-non-root-groups'],
  },
  bad: [
    {
      title: 'in the pod and in a container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            fsGroup: 0 # ✖ fsGroup is 0, the group of root
            supplementalGroups: [1000, 0] # ✖ supplementalGroups[1] is 0, the group of root
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                runAsGroup: 0 # ✖ runAsGroup of container "app" is 0, the group of root
      `,
    },
  ],
  good: [
    {
      title: 'a group of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsGroup: 1000
            fsGroup: 2000
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { kubernetesVersion, report }) {
      const { securityContext } = pod.value
      if (securityContext === undefined || hasOwnUsers(pod, kubernetesVersion)) return
      for (const field of ['runAsGroup', 'fsGroup'] as const) if (isZero(securityContext[field])) report(pod.at('securityContext', field), `${field} is 0, the group of root`)
      for (const [index, group] of (securityContext.supplementalGroups ?? []).entries()) {
        if (isZero(group)) report(pod.at('securityContext', 'supplementalGroups', index), `supplementalGroups[${index}] is 0, the group of root`)
      }
    },
    container(container, { kubernetesVersion, report }) {
      if (!isZero(container.value.securityContext?.runAsGroup) || hasOwnUsers(container.pod, kubernetesVersion)) return
      report(container.at('securityContext', 'runAsGroup'), `runAsGroup of container "${container.name}" is 0, the group of root`)
    },
  },
})
