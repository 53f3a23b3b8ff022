import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { capabilitiesRestricted, undropped } from '../../model/pod-security/capabilities.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Require containers to drop all capabilities.',
  why: 'A container starts with about a dozen powers of root, such as to change the owner of any file or to forge packets; few programs use one of them.',
  howToFix: 'Write `drop: [ALL]`, in capitals as the Pod Security Standards know it, and add back what the program turns out to need.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  peers: {
    polaris: ['insecureCapabilities'],
    trivy: ['KSV-0003', 'KSV-0106'],
    checkov: ['CKV_K8S_37'],
    kubescape: ['C-0211'],
    kubesec: ['CapDropAll'],
    'pod-security-admission': ['capabilities_restricted'],
    kyverno: ['disallow-capabilities-strict', 'require-drop-all'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'nothing dropped, and not all',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not drop all capabilities
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW] # ✖ Container "proxy" does not drop all capabilities
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
                capabilities:
                  drop: [ALL]
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                capabilities:
                  drop: [NET_RAW]
      `,
    },
  ],
  good: [
    {
      title: 'all dropped, one added',
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
                  drop: [ALL]
                  add: [NET_BIND_SERVICE]
      `,
    },
  ],
  visit: podSecurityVisitors({ ...capabilitiesRestricted, container: undropped }, { spares: ({ value, pod }) => value.securityContext?.privileged === true || isWindows(pod) }),
})
