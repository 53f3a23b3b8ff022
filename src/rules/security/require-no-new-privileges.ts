import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { allowPrivilegeEscalation, possibleEscalation } from '../../model/pod-security/users.ts'
import { isAllPowerful, isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Require `allowPrivilegeEscalation: false`.',
  why: 'Left out, it is true: a program can become root through any setuid file of the image, whichever user it starts as.',
  howToFix: 'Add `allowPrivilegeEscalation: false` to the `securityContext` of the container; a pod has no such field.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted'],
  peers: {
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
      title: 'containers that leave it to the default',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" does not forbid privilege escalation
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext: # ✖ Container "proxy" does not forbid privilege escalation
                runAsNonRoot: true
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
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                runAsNonRoot: true
                allowPrivilegeEscalation: false
      `,
    },
  ],
  good: [
    {
      title: 'forbidden',
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
      `,
    },
    {
      title: 'a Windows pod, which has no such thing',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          os:
            name: windows
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: podSecurityVisitors({ ...allowPrivilegeEscalation, container: possibleEscalation }, { spares: (container) => isAllPowerful(container) || isWindows(container.pod) }),
})
