import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'error',
  presets: [],
  since: '0.1.0',
  summary: 'Allow some paths of the node only.',
  why: 'A volume of the node gives the pod what everybody else on that node has there.',
  howToFix: 'Use another volume, or one of the paths that are allowed.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  peers: { kyverno: ['ensure-readonly-hostpath', 'limit-hostpath-vols', 'limit-hostpath-type-pv'], gatekeeper: ['host-filesystem'] },
  needs: ['allow'],
  options: {
    allow: { default: [], description: 'Paths, with all below them: `/var/log`.' },
    readOnly: { default: false, description: 'Whether they may only be mounted with `readOnly: true`.' },
  },
  bad: [
    {
      title: 'a path that is not on the list',
      options: { allow: ['/var/log'], readOnly: true },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes:
            - name: logs
              hostPath:
                path: /var/log/pods
            - name: logins
              hostPath:
                path: /var/logins # ✖ Path "/var/logins" of the node is not allowed
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: logs
                  mountPath: /logs # ✖ Container "app" mounts "/var/log/pods" of the node without readOnly
      `,
    },
    {
      title: 'a volume of the cluster',
      options: { allow: ['/data'] },
      yaml: yaml`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: etc
        spec:
          capacity:
            storage: 1Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path: /etc # ✖ Path "/etc" of the node is not allowed
      `,
    },
  ],
  good: [
    {
      title: 'on the list',
      options: { allow: ['/var/log'], readOnly: true },
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes:
            - name: logs
              hostPath:
                path: /var/log/pods
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  readOnly: true
      `,
    },
  ],
  visit: {
    PersistentVolume(volume, { options: { allow }, report }) {
      const path = volume.value.spec?.hostPath?.path
      if (path !== undefined && !allow.some((start) => isBelow(path, start))) report(volume.at('spec', 'hostPath', 'path'), `Path "${path}" of the node is not allowed`)
    },
    podSpec(pod, { options: { allow, readOnly }, report }) {
      for (const [index, { name, hostPath }] of (pod.value.volumes ?? []).entries()) {
        const path = hostPath?.path
        if (path === undefined) continue
        if (!allow.some((start) => isBelow(path, start))) report(pod.at('volumes', index, 'hostPath', 'path'), `Path "${path}" of the node is not allowed`)
        else if (readOnly) {
          for (const container of pod.containers) {
            for (const [mount, { name: mounted, readOnly: isReadOnly }] of (container.value.volumeMounts ?? []).entries()) {
              if (mounted === name && isReadOnly !== true) report(container.at('volumeMounts', mount, 'mountPath'), `Container "${container.name}" mounts "${path}" of the node without readOnly`)
            }
          }
        }
      }
    },
  },
})

/** Without steps up, which would lead elsewhere. */
function isBelow(path: string, start: string): boolean {
  const folder = start.replace(/\/+$/, '')
  return !path.split('/').includes('..') && (path === folder || path.startsWith(`${folder}/`))
}
