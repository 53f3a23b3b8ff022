import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow volumes that are directories of the node.',
  why: "The pod depends on what lies on that node and is bound to it, and what it may read or write there is the node's, not its own.",
  howToFix: 'Use an `emptyDir` for scratch space, a PersistentVolumeClaim for data, a ConfigMap or Secret for files.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  peers: {
    polaris: ['hostPathSet'],
    trivy: ['KSV-0023'],
    kubescape: ['C-0048'],
    'pod-security-admission': ['hostPathVolumes', 'restrictedVolumes'],
    datree: ['CONTAINERS_INCORRECT_KEY_HOSTPATH'],
    kyverno: ['disallow-host-path'],
  },
  options: {
    allow: { default: [], description: 'Directories that may be used, with all that is in them: `/var/log`.' },
  },
  bad: [
    {
      title: 'data on the node',
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
            - name: data
              hostPath:
                path: /srv/data # ✖ Volume "data" is "/srv/data" of the node
      `,
    },
  ],
  good: [
    {
      title: 'scratch space',
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
            - name: data
              emptyDir: {}
      `,
    },
  ],
  visit: {
    podSpec(pod, { options, report }) {
      for (const [index, { name, hostPath }] of (pod.value.volumes ?? []).entries()) {
        const path = hostPath?.path
        if (path === undefined || options.allow.some((folder) => `${path}/`.startsWith(folder.endsWith('/') ? folder : `${folder}/`))) continue
        report(pod.at('volumes', index, 'hostPath', 'path'), `${name === undefined ? `volumes[${index}]` : `Volume "${name}"`} is "${path}" of the node`)
      }
    },
  },
})
