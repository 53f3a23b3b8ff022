import { defineRule, yaml } from '../../engine/define-rule.ts'
import { rolesThatCan } from '../../engine/role-visitors.ts'
import { PERMISSIONS } from '../../model/rbac.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow roles that can run commands in pods, or attach to them.',
  why: 'Whoever may do so reads the Secrets that the pod has mounted, uses the token of its service account and changes what it does, without a trace in any manifest.',
  howToFix: 'Give it to people for as long as they debug something. Programs rarely need it: `pods/log` shows what a pod writes.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/', 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/'],
  peers: {
    polaris: ['clusterrolePodExecAttach', 'rolePodExecAttach'],
    trivy: ['KSV-0053', 'KSV-0054'],
    checkov: ['CKV2_K8S_2'],
    kubescape: ['C-0002'],
    datree: ['CONTAINERS_INCORRECT_RESOURCES_VERBS_VALUE'],
    sonar: ['S6868'],
    monokle: ['KBP108'],
  },
  bad: [
    {
      title: 'a shell in every pod',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: debugger
        rules:
          - apiGroups: [""]
            resources: [pods/exec] # ✖ Role "debugger" can run commands in pods
            verbs: [create]
      `,
    },
  ],
  good: [
    {
      title: 'logs',
      yaml: yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [pods, pods/log]
            verbs: [get, list]
      `,
    },
  ],
  visit: rolesThatCan(PERMISSIONS.enterPods),
})
