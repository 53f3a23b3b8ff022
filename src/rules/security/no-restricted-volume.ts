import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { restrictedTypes, restrictedVolumes } from '../../model/pod-security/volumes.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow volumes of types that only a PersistentVolume should have.',
  why: 'Such a volume names a server, a disk or a driver in the pod itself: whoever may write pods may then mount whatever the nodes reach, and most of these drivers are gone from Kubernetes.',
  howToFix: 'Have a PersistentVolume say what it is, and claim it with a PersistentVolumeClaim.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted', 'https://kubernetes.io/docs/concepts/storage/volumes/'],
  peers: {
    trivy: ['KSV-0028'],
    'pod-security-admission': ['restrictedVolumes'],
    kyverno: ['restrict-volume-types'],
  },
  options: {
    allow: { default: [], description: 'Types that may be used all the same: `nfs`.' },
  },
  bad: [
    {
      title: 'a server in the pod',
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
              nfs: # ✖ Volume "data" has the restricted type "nfs"
                server: nfs.example.com
                path: /srv
      `,
    },
  ],
  good: [
    {
      title: 'a claim, and a path of the node, of which another rule speaks',
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
              persistentVolumeClaim:
                claimName: data
            - name: logs
              hostPath:
                path: /var/log
      `,
    },
  ],
  visit: podSecurityVisitors({ ...restrictedVolumes, pod: restrictedTypes }),
})
