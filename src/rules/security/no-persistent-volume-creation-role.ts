import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can create PersistentVolumes.',
  why: 'A PersistentVolume of type `hostPath` gives any folder of the node to a pod that pod security would never let mount it.',
  howToFix: 'Leave it to drivers for storage; programs and people create PersistentVolumeClaims.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation'],
  peers: {
    kubescape: ['C-0278'],
  },
  bad: [
    {
      title: 'PersistentVolumes of any kind',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: storage
        rules:
          - apiGroups: [""]
            resources: [persistentvolumes] # ✖ ClusterRole "storage" can create PersistentVolumes
            verbs: [get, create]
      `,
    },
  ],
  good: [
    {
      title: 'claims',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: storage
        rules:
          - apiGroups: [""]
            resources: [persistentvolumeclaims]
            verbs: [get, create]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.createPersistentVolumes),
})
