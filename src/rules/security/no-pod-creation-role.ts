import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can create pods, or what creates pods.',
  why: 'A pod can mount every Secret of its namespace and use every service account of it, so whoever may create one has all of their permissions.',
  howToFix: 'Leave it to deployment tools and operators, in namespaces of their own; others need `get`, `list` and `watch`, or `patch` on a scale subresource.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation'],
  peers: {
    'kube-linter': ['access-to-create-pods'],
    trivy: ['KSV-0048'],
    kubescape: ['C-0188'],
    kics: ['Permissive Access to Create Pods'],
    datree: ['CIS_INVALID_VALUE_CREATE_POD'],
    monokle: ['KBP107'],
  },
  bad: [
    {
      title: 'Deployments that may be created',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: deployer
        rules:
          - apiGroups: [apps]
            resources: [deployments] # ✖ Role "deployer" can start pods
            verbs: [create, patch]
      `,
    },
  ],
  good: [
    {
      title: 'reading and scaling',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: scaler
        rules:
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [get, list]
          - apiGroups: [apps]
            resources: [deployments/scale]
            verbs: [patch]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.createPods),
})
