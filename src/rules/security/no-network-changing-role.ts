import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can change Services, endpoints, Ingresses or network policies.',
  why: 'Whoever may change them sends requests for one application, passwords included, to another pod, or opens ports that a network policy keeps closed.',
  howToFix: 'Leave it to deployment tools and to controllers that do just that, such as a controller for Ingresses, and name objects in `resourceNames` where they are known.',
  references: ['https://github.com/kubernetes/kubernetes/issues/103675', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  peers: {
    trivy: ['KSV-0056'],
    checkov: ['CKV2_K8S_4'],
    kyverno: ['restrict-edit-for-endpoints'],
    gatekeeper: ['block-endpoint-edit-default-role'],
  },
  bad: [
    {
      title: 'Services and endpoints',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: publisher
        rules:
          - apiGroups: [""]
            resources: [services, endpoints] # ✖ Role "publisher" can redirect traffic
            verbs: [get, update]
      `,
    },
  ],
  good: [
    {
      title: 'reading',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: publisher
        rules:
          - apiGroups: [""]
            resources: [services]
            verbs: [get, list, watch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.changeTraffic),
})
