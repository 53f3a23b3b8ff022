import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { privileged } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow privileged containers.',
  why: 'A privileged container sees every device of its node and runs without the usual confinement, so breaking out of it takes one command.',
  howToFix: 'Delete `privileged` and add only the capabilities that the program needs.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline'],
  peers: { 'kube-linter': ['privileged-container'], 'kube-score': ['container-security-context-privileged'], trivy: ['KSV-0017'], checkov: ['CKV_K8S_16'], kubescape: ['C-0057'], polaris: ['runAsPrivileged'], 'pod-security-admission': ['privileged'], datree: ['CONTAINERS_INCORRECT_PRIVILEGED_VALUE_TRUE'], kyverno: ['disallow-privileged-containers'] },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a privileged container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: true # ✖ Container "app" is privileged
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                privileged: false
      `,
    },
  ],
  good: [
    {
      title: 'one added capability',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                capabilities:
                  add: [NET_BIND_SERVICE]
      `,
    },
  ],
  visit: podSecurityVisitors(privileged),
})
