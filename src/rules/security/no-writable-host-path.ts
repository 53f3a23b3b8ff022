import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hostPathsOf, isRuntimeSocket, isWithin } from '../../model/host-path.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: "Disallow writable mounts of the node's files.",
  why: 'Whoever breaks into the container can change what programs of the node read, and fill its disk.',
  howToFix: 'Mount it with `readOnly: true`, or keep data in a PersistentVolumeClaim.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  peers: {
    'kube-linter': ['writable-host-mount'],
    kubescape: ['C-0045'],
    datree: ['EKS_INVALID_HOSTPATH_MOUNT_READONLY_VALUE'],
    kyverno: ['ensure-readonly-hostpath'],
  },
  options: {
    allow: { default: [], description: 'Directories that may be written to, with all that is in them: `/var/lib/app`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a mount that does not say so',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: logs # ✖ Container "app" can write to "/var/log/app" of the node
                  mountPath: /logs
          volumes:
            - name: logs
              hostPath:
                path: /var/log/app
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
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  readOnly: true
          volumes:
            - name: logs
              hostPath:
                path: /var/log/app
      `,
    },
  ],
  good: [
    {
      title: 'a read-only mount',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  readOnly: true
          volumes:
            - name: logs
              hostPath:
                path: /var/log/app
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const mounts = container.value.volumeMounts ?? []
      if (mounts.length === 0) return
      const paths = new Map(hostPathsOf(container.pod).map(({ volume, path }) => [volume, path]))
      for (const [index, { name, readOnly }] of mounts.entries()) {
        const path = paths.get(name)
        // Of a socket of the runtime another rule speaks: there it does not help to mount it read-only.
      if (path === undefined || readOnly === true || isRuntimeSocket(path) || options.allow.some((folder) => isWithin(path, folder))) continue
        const place = container.at('volumeMounts', index)
        report(place, `Container "${container.name}" can write to "${path}" of the node`, (fixer) =>
          readOnly === undefined ? fixer.insertBelow(place, ['readOnly'], true) : fixer.replaceValue(container.at('volumeMounts', index, 'readOnly'), 'true'),
        )
      }
    },
  },
})
