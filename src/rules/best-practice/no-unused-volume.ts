import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow volumes of a pod that no container mounts.',
  why: 'The pod waits for the volume and does nothing with it. Often it is the mount that was forgotten, or written into the wrong container.',
  howToFix: 'Mount the volume with `volumeMounts`, or remove it.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  peers: {},
  bad: [
    {
      title: 'a volume that nothing mounts',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: settings # ✖ No container mounts volume "settings"
              configMap:
                name: settings
      `,
    },
  ],
  good: [
    {
      title: 'one that is mounted',
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
                - name: settings
                  mountPath: /etc/settings
          volumes:
            - name: settings
              configMap:
                name: settings
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const { volumes = [] } = pod.value
      // A patch may leave the mounts to what it patches.
      if (volumes.length === 0 || pod.containers.length === 0 || pod.containers.some(({ partial }) => partial)) return
      const used = new Set(pod.containers.flatMap(({ value }) => [...(value.volumeMounts ?? []), ...(value.volumeDevices ?? []), ...(value.env ?? []).map(fileOf)].map(({ name }) => name)))
      for (const [index, { name }] of volumes.entries()) if (name !== undefined && !used.has(name)) report(pod.at('volumes', index, 'name'), `No container mounts volume "${name}"`)
    },
  },
})

/** A variable may be read from a file in a volume. */
const fileOf = ({ valueFrom }: { readonly valueFrom?: object | undefined }): { readonly name?: string | undefined } => ({ name: (valueFrom as { fileKeyRef?: { volumeName?: string } } | undefined)?.fileKeyRef?.volumeName })
