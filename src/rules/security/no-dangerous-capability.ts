import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { capabilitiesBaseline, capabilitiesBaselineRestricted } from '../../model/pod-security/capabilities.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.',
  why: 'Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.',
  howToFix: 'Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
  peers: {
    polaris: ['dangerousCapabilities'],
    trivy: ['KSV-0005', 'KSV-0022', 'KSV-0106', 'KSV-0120'],
    checkov: ['CKV_K8S_25', 'CKV_K8S_39'],
    kubescape: ['C-0046'],
    kubesec: ['CapSysAdmin'],
    'pod-security-admission': ['capabilities_baseline', 'capabilities_restricted'],
    datree: ['CONTAINERS_INVALID_CAPABILITIES_VALUE', 'EKS_INVALID_CAPABILITIES_EKS'],
    kyverno: ['disallow-capabilities', 'service-mesh-disallow-capabilities'],
  },
  options: {
    allow: { default: [], description: 'Capabilities that may be added all the same, without `CAP_`: `IPC_LOCK`.' },
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'more than the baseline',
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
                  add:
                    - NET_BIND_SERVICE
                    - CAP_CHOWN # ✖ Container "app" adds the capability "CAP_CHOWN"; its name is "CHOWN"
                    - CAP_NET_ADMIN # ✖ Container "app" adds the capability "CAP_NET_ADMIN"
                    - ALL # ✖ Container "app" adds the capability "ALL"
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
                  add:
                    - NET_BIND_SERVICE
                    - CHOWN
      `,
    },
  ],
  good: [
    {
      title: 'what runtimes give anyway',
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
                  add: [NET_BIND_SERVICE, CHOWN]
      `,
    },
    {
      title: 'a privileged container, which has them all: another rule reports it',
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
                privileged: true
                capabilities:
                  add: [SYS_ADMIN]
      `,
    },
  ],
  visit: podSecurityVisitors(capabilitiesBaseline, {
    restricted: capabilitiesBaselineRestricted,
    // A privileged container has them all.
    spares: ({ value, pod }) => value.securityContext?.privileged === true || isWindows(pod),
    isAllowed: (name, allow) => allow.includes(name.replace(/^CAP_/, '')),
  }),
})
