import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow mounts of a part of a volume.',
  why: 'What is mounted with `subPath` is never updated when its ConfigMap or Secret changes, and kubelets before 1.22 could be led out of the volume through it (CVE-2021-25741).',
  howToFix: 'Mount the whole volume, or choose files with `items`.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath', 'https://github.com/kubernetes/kubernetes/issues/104980'],
  peers: {
    kubescape: ['C-0058'],
    datree: ['CONTAINER_CVE2021_25741_INCORRECT_SUBPATH_KEY'],
  },
  bad: [
    {
      title: 'one file of a volume',
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
                  mountPath: /etc/app.conf
                  subPath: app.conf # ✖ Container "app" mounts a part of volume "data"
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
  ],
  good: [
    {
      title: 'the whole volume',
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
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: data
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      for (const [index, { name, subPath, subPathExpr }] of (container.value.volumeMounts ?? []).entries()) {
        if (!subPath && !subPathExpr) continue
        report(container.at('volumeMounts', index, subPath ? 'subPath' : 'subPathExpr'), `Container "${container.name}" mounts a part of ${name ? `volume "${name}"` : 'a volume'}`)
      }
    },
  },
})
