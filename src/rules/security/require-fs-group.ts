import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require `fsGroup` and `fsGroupChangePolicy` for pods with a PersistentVolumeClaim.',
  why: 'Without `fsGroup`, a new volume belongs to root and a program that is not root cannot write to it. Without `OnRootMismatch`, the owners of all files are changed at each start, which takes minutes for millions.',
  howToFix: 'Set `fsGroup` to the group of the program, and `fsGroupChangePolicy: OnRootMismatch`.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#configure-volume-permission-and-ownership-change-policy-for-pods'],
  peers: {
    kubescape: ['C-0211'],
    gatekeeper: ['fsgroup'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'neither of them',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext: # ✖ The pod mounts a PersistentVolumeClaim and sets no fsGroup
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
    {
      title: 'all owners at each start',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext: # ✖ fsGroupChangePolicy is not set: all files of the volume are changed at each start
            fsGroup: 2000
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            fsGroup: 2000
            fsGroupChangePolicy: OnRootMismatch
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
  ],
  good: [
    {
      title: 'both',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            fsGroup: 2000
            fsGroupChangePolicy: OnRootMismatch
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
    {
      title: 'no claim',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      if (isWindows(pod) || !(pod.value.volumes ?? []).some(({ persistentVolumeClaim, ephemeral }) => persistentVolumeClaim !== undefined || ephemeral !== undefined)) return
      const { fsGroup, fsGroupChangePolicy } = pod.value.securityContext ?? {}
      if (fsGroup === undefined) report(pod.at('securityContext', 'fsGroup'), 'The pod mounts a PersistentVolumeClaim and sets no fsGroup')
      else if (fsGroupChangePolicy === undefined) {
        report(pod.at('securityContext', 'fsGroupChangePolicy'), 'fsGroupChangePolicy is not set: all files of the volume are changed at each start', (fixer) =>
          fixer.insertBelow(pod.at(), ['securityContext', 'fsGroupChangePolicy'], 'OnRootMismatch'),
        )
      }
    },
  },
})
