import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { addedDefaults, capabilitiesRestricted } from '../../model/pod-security/capabilities.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow capabilities but NET_BIND_SERVICE.',
  why: 'Even those that container runtimes give by default are powers of root: to read any file of the container, to become any user, to make devices.',
  howToFix: 'Delete what the program does not need. What has to change owners can often do so in an init container, or through `fsGroup`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
  peers: {
    trivy: ['KSV-0022', 'KSV-0106'],
    checkov: ['CKV_K8S_25'],
    kubescape: ['C-0211'],
    kubeaudit: ['CapabilityAdded'],
    sonar: ['S5849'],
    'pod-security-admission': ['capabilities_restricted'],
    kyverno: ['disallow-capabilities-strict'],
  },
  options: {
    allow: { default: [], description: 'Capabilities that may be added all the same: `CHOWN`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'more than the level restricted allows',
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
                  add:
                    - NET_BIND_SERVICE
                    - CHOWN # ✖ Container "app" adds the capability "CHOWN"
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
                  add:
                    - NET_BIND_SERVICE
      `,
    },
  ],
  good: [
    {
      title: 'ports below 1024',
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
  visit: podSecurityVisitors({ ...capabilitiesRestricted, container: addedDefaults }, { spares: ({ value, pod }) => value.securityContext?.privileged === true || isWindows(pod) }),
})
