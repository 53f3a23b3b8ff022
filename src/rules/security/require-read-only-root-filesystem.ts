import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require containers to have a read-only root file system.',
  why: 'An attacker who gets in can put tools beside the program and change it; with a read-only file system there is nowhere to write.',
  howToFix: 'Set `readOnlyRootFilesystem: true` for the container and mount an `emptyDir` where the program writes, often `/tmp`.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    'kube-linter': ['no-read-only-root-fs'],
    'kube-score': ['container-security-context-readonlyrootfilesystem'],
    polaris: ['notReadOnlyRootFilesystem'],
    trivy: ['KSV-0014'],
    checkov: ['CKV_K8S_22'],
    kubescape: ['C-0017', 'C-0211'],
    kubesec: ['ReadOnlyRootFilesystem'],
    datree: ['CONTAINERS_INCORRECT_READONLYROOTFILESYSTEM_VALUE'],
    kyverno: ['require-ro-rootfs'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a root file system that is writable by default, and one on purpose',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has a writable root file system
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: false # ✖ Container "proxy" has a writable root file system
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                readOnlyRootFilesystem: true
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                readOnlyRootFilesystem: true
      `,
    },
  ],
  good: [
    {
      title: 'read-only, with a place for temporary files',
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
                readOnlyRootFilesystem: true
              volumeMounts:
                - name: tmp
                  mountPath: /tmp
          volumes:
            - name: tmp
              emptyDir: {}
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (container.value.securityContext?.readOnlyRootFilesystem === true || container.partial || isWindows(container.pod)) return
      const place = container.at('securityContext', 'readOnlyRootFilesystem')
      report(place, `Container "${container.name}" has a writable root file system`, (fixer) =>
        place.node === -1 ? fixer.insertBelow(container.at(), ['securityContext', 'readOnlyRootFilesystem'], true) : fixer.replaceValue(place, 'true'),
      )
    },
  },
})
