import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { procMount, procMountRestricted } from '../../model/pod-security/node.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow containers that see all of `/proc`.',
  why: 'By default the runtime hides the parts of `/proc` that tell about the node and that change its kernel. Only containers that start containers themselves need them.',
  howToFix: 'Delete `procMount`. In a pod with user namespaces of its own (`hostUsers: false`) the baseline allows it from 1.35 on.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access'],
  peers: {
    'kube-linter': ['unsafe-proc-mount'],
    polaris: ['procMount'],
    trivy: ['KSV-0027'],
    kubescape: ['C-0211'],
    'pod-security-admission': ['procMount', 'procMount_restricted'],
    kyverno: ['disallow-proc-mount'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'all of /proc',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: true
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                procMount: Unmasked # ✖ procMount of container "app" is "Unmasked", must be "Default"
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: true
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                procMount: Default
      `,
    },
  ],
  good: [
    {
      title: 'the default',
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
                procMount: Default
      `,
    },
    {
      title: 'user namespaces of its own',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostUsers: false
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                procMount: Unmasked
      `,
    },
  ],
  visit: podSecurityVisitors(procMount, { restricted: procMountRestricted }),
})
