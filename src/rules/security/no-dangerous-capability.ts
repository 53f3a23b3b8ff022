import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isWindows } from '../../model/security-context.ts'

/** What container runtimes give by default, and the baseline of the Pod Security Standards allows to be added. */
const HARMLESS = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '),
)

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow capabilities beyond those that the baseline of the Pod Security Standards allows.',
  why: 'Most of them reach out of the container: SYS_ADMIN and ALL are as good as root on the node, NET_ADMIN and NET_RAW let it rewrite or forge network traffic.',
  howToFix: 'Delete what the program does not need. For a port below 1024, NET_BIND_SERVICE is enough.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
  peers: {
    polaris: ['dangerousCapabilities'],
    trivy: ['KSV-0005', 'KSV-0022', 'KSV-0120'],
    checkov: ['CKV_K8S_25', 'CKV_K8S_39'],
    kubescape: ['C-0046'],
    kubesec: ['CapSysAdmin'],
    'pod-security-admission': ['capabilities_baseline'],
    datree: ['CONTAINERS_INVALID_CAPABILITIES_VALUE'],
    kyverno: ['disallow-capabilities'],
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
  visit: {
    container(container, { options, report }) {
      const { securityContext } = container.value
      const added = securityContext?.capabilities?.add ?? []
      if (securityContext?.privileged === true || isWindows(container.pod)) return
      for (const [index, name] of added.entries()) {
        const bare = name.replace(/^CAP_/, '')
        if (bare === '' || HARMLESS.has(bare) || options.allow.includes(bare)) continue
        const place = container.at('securityContext', 'capabilities', 'add', index)
        report(place, `Container "${container.name}" adds the capability "${name}"`, (fixer) => (added.length > 1 ? fixer.removeItem(place) : undefined))
      }
    },
  },
})
