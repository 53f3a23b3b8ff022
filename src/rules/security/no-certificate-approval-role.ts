import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can approve certificate signing requests.',
  why: 'A certificate for the group system:masters cannot be denied anything, nor revoked. Whoever may approve requests can get it.',
  howToFix: 'Name the signers that are meant in `resourceNames` of the resource `signers`, and let the controller of Kubernetes approve the certificates of kubelets.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#authorization', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing'],
  peers: {
    checkov: ['CKV_K8S_156'],
    kubescape: ['C-0280'],
    kyverno: ['restrict-clusterrole-csr'],
  },
  bad: [
    {
      title: 'every request may be approved',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: approver
        rules:
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval] # ✖ ClusterRole "approver" can approve certificates
            verbs: [update]
      `,
    },
  ],
  good: [
    {
      title: 'requests only',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: requester
        rules:
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests]
            verbs: [create, get, watch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.approveCertificates),
})
