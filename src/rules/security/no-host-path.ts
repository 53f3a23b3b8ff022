import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { isWithin } from '../../model/host-path.ts'
import { hostPathVolumes } from '../../model/pod-security/volumes.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-baseline', 'pss-restricted'],
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
  visit: podSecurityVisitors(hostPathVolumes, { isAllowed: (path, allow) => allow.some((folder) => isWithin(path, folder)) }),
})
