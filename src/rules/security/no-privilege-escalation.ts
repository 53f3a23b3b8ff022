import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { allowPrivilegeEscalation, escalation } from '../../model/pod-security/users.ts'
import { isAllPowerful, isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow `allowPrivilegeEscalation: true`.',
  why: 'A program in it can become root through any setuid file of the image, whichever user it starts as.',
  howToFix: 'Write `allowPrivilegeEscalation: false`. Hardly a program needs it; `sudo` and `ping` in old images do.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    'kube-linter': ['privilege-escalation-container'],
    polaris: ['privilegeEscalationAllowed'],
    trivy: ['KSV-0001'],
    checkov: ['CKV_K8S_20'],
    kubescape: ['C-0016', 'C-0211'],
    kubesec: ['AllowPrivilegeEscalation'],
    'pod-security-admission': ['allowPrivilegeEscalation'],
    datree: ['CONTAINERS_MISSING_KEY_ALLOWPRIVILEGEESCALATION'],
    kyverno: ['disallow-privilege-escalation'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'escalation that is allowed in so many words',
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
                allowPrivilegeEscalation: true # ✖ Container "app" allows privilege escalation
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
                allowPrivilegeEscalation: false
      `,
    },
  ],
  good: [
    {
      title: 'not allowed, and a privileged container, which has another rule',
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
                allowPrivilegeEscalation: false
            - name: agent
              image: example.com/agent:1.0
              securityContext:
                privileged: true
                allowPrivilegeEscalation: true
      `,
    },
  ],
  visit: podSecurityVisitors({ ...allowPrivilegeEscalation, container: escalation }, { spares: (container) => isAllPowerful(container) || isWindows(container.pod) }),
})
