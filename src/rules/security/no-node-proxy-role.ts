import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can use the proxy of nodes.',
  why: 'It leads to the kubelet itself, which runs commands in every pod of the node. The verb `get` is enough for that, and neither admission control nor the audit log sees it.',
  howToFix: 'Grant `nodes/metrics`, `nodes/stats`, `nodes/log` or `nodes/healthz`, of which monitoring needs one or two.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/', 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes'],
  peers: {
    trivy: ['KSV-0047'],
    checkov: ['CKV2_K8S_2'],
    kubescape: ['C-0279'],
    kyverno: ['restrict-clusterrole-nodesproxy'],
  },
  bad: [
    {
      title: 'the kubelet of every node',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitoring
        rules:
          - apiGroups: [""]
            resources: [nodes, nodes/proxy] # ✖ ClusterRole "monitoring" can run commands in all pods of a node
            verbs: [get]
      `,
    },
  ],
  good: [
    {
      title: 'metrics',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitoring
        rules:
          - apiGroups: [""]
            resources: [nodes, nodes/metrics]
            verbs: [get]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.useNodeProxy),
})
