import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow mount paths that hide the whole image, or that have the options of Docker.',
  why: 'The API server takes any path. A volume at `/` leaves the container without its own program, and it does not start; of `/data:ro` the options become part of the name, so that nothing is at `/data`.',
  howToFix: 'Mount the volume at a folder of its own, and write `readOnly: true` for `:ro`.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1'],
  peers: {},
  bad: [
    {
      title: 'options as Docker writes them',
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
                - name: data
                  mountPath: /data:ro # ✖ mountPath "/data:ro" must not have a colon: write readOnly: true instead of ":ro"
                - name: data
                  mountPath: / # ✖ mountPath "/" hides all files of the image, so that the container cannot start
          volumes:
            - name: data
              emptyDir: {}
      `,
    },
  ],
  good: [
    {
      title: 'a folder, and one of Windows',
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
                - name: data
                  mountPath: /data
                  readOnly: true
                - name: data
                  mountPath: C:\data
          volumes:
            - name: data
              emptyDir: {}
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      for (const [index, { mountPath = '' }] of (container.value.volumeMounts ?? []).entries()) {
        if (/^\/+$/.test(mountPath)) report(container.at('volumeMounts', index, 'mountPath'), `mountPath "${mountPath}" hides all files of the image, so that the container cannot start`)
        const colon = /^[^:$]{2,}:/.test(mountPath)
        if (colon) report(container.at('volumeMounts', index, 'mountPath'), `mountPath "${mountPath}" must not have a colon${mountPath.endsWith(':ro') ? ': write readOnly: true instead of ":ro"' : ''}`)
      }
    },
  },
})
