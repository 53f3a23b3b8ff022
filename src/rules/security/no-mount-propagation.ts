import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow mounts that reach the node.',
  why: 'With `Bidirectional`, what the container mounts is mounted on the node, too, and stays there when it is gone; only privileged containers can.',
  howToFix: 'Delete it. `HostToContainer` is enough to see what others mount. A driver of a storage system needs it: say so with a podlint-ignore comment.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation'],
  peers: {
    monokle: ['KBP115'],
  },
  bad: [
    {
      title: 'a mount in both directions',
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
                privileged: true
              volumeMounts:
                - name: logs
                  mountPath: /mnt
                  mountPropagation: Bidirectional # ✖ What container "app" mounts below "/mnt" is mounted on the node too
          volumes:
            - name: logs
              hostPath:
                path: /var/log/app
      `,
    },
  ],
  good: [
    {
      title: 'a mount in one direction',
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
                  mountPath: /mnt
                  mountPropagation: HostToContainer
          volumes:
            - name: logs
              hostPath:
                path: /var/log/app
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      for (const [index, { mountPath, mountPropagation }] of (container.value.volumeMounts ?? []).entries()) {
        if (mountPropagation === 'Bidirectional') report(container.at('volumeMounts', index, 'mountPropagation'), `What container "${container.name}" mounts${mountPath ? ` below "${mountPath}"` : ''} is mounted on the node too`)
      }
    },
  },
})
