import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { missingSeccomp } from '../../model/pod-security/profiles.ts'
import { isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'warning',
  presets: ['strict', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Require a seccomp profile.',
  why: 'Without one the kubelet runs containers unconfined, unless it was started with `--seccomp-default`: they can make every call of the kernel, and most of its holes are behind those that hardly a program makes.',
  howToFix: 'Set `seccompProfile.type: RuntimeDefault` in the `securityContext` of the pod.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted', 'https://kubernetes.io/docs/tutorials/security/seccomp/'],
  peers: {
    'kube-score': ['container-seccomp-profile'],
    trivy: ['KSV-0030'],
    checkov: ['CKV_K8S_31'],
    kubescape: ['C-0210', 'C-0211'],
    kubesec: ['SeccompAny'],
    kubeaudit: ['SeccompProfileMissing'],
    'pod-security-admission': ['seccompProfile_restricted'],
    datree: ['CONTAINERS_INCORRECT_SECCOMP_PROFILE', 'CIS_INVALID_VALUE_SECCOMP_PROFILE'],
    kyverno: ['restrict-seccomp-strict'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a pod without one',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext: # ✖ Pod sets no seccomp profile
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'one container of two',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" sets no seccomp profile
              image: example.com/app:1.0
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
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
                seccompProfile:
                  type: RuntimeDefault
            - name: proxy
              image: example.com/proxy:1.0
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
      `,
    },
  ],
  good: [
    {
      title: 'said once for the pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
    {
      title: 'a pod for Windows, which has no seccomp',
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
  visit: podSecurityVisitors(missingSeccomp, { spares: ({ value, pod }) => value.securityContext?.privileged === true || isWindows(pod) }),
})
