import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require containers to drop some capability.',
  why: 'A container starts with about a dozen powers of root, and few programs use one of them.',
  howToFix: 'Write `drop: [ALL]`, for which there is require-dropped-capabilities.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  peers: {
    trivy: ['KSV-0004'],
    kubesec: ['CapDropAny'],
    kubeaudit: ['CapabilityOrSecurityContextMissing'],
  },
  bad: [
    {
      title: 'nothing dropped',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" drops no capability
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'one of them',
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
                  drop: [MKNOD]
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { securityContext } = container.value
      if (container.partial || securityContext?.privileged === true || isWindows(container.pod) || (securityContext?.capabilities?.drop?.length ?? 0) > 0) return
      report(container.at('securityContext', 'capabilities', 'drop'), `Container "${container.name}" drops no capability`)
    },
  },
})
