import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { seccompBaseline, seccompBaselineRestricted } from '../../model/pod-security/profiles.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow `seccompProfile` `Unconfined`.',
  why: 'The profile of the runtime keeps some 60 of the calls of the kernel away from programs that do not need them: most holes in the kernel through which containers were left are behind those.',
  howToFix: 'Write `RuntimeDefault`. A program that needs more calls can have a profile of its own: `Localhost`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tutorials/security/seccomp/'],
  peers: {
    trivy: ['KSV-0030', 'KSV-0104'],
    kubesec: ['SeccompUnconfined'],
    kubeaudit: ['SeccompDisabledContainer', 'SeccompDisabledPod'],
    'pod-security-admission': ['seccompProfile_baseline', 'seccompProfile_restricted'],
    datree: ['CONTAINERS_INCORRECT_SECCOMP_PROFILE'],
    kyverno: ['restrict-seccomp', 'restrict-seccomp-strict'],
    semgrep: ['seccomp-confinement-disabled'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a pod and a container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            seccompProfile:
              type: Unconfined # ✖ seccompProfile.type of the pod is "Unconfined", must be "RuntimeDefault" or "Localhost"
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                seccompProfile:
                  type: Unconfined # ✖ seccompProfile.type of container "app" is "Unconfined", must be "RuntimeDefault" or "Localhost"
      `,
      fixed: yaml`
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
              securityContext:
                seccompProfile:
                  type: RuntimeDefault
      `,
    },
  ],
  good: [
    {
      title: 'a profile of its own',
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
                seccompProfile:
                  type: Localhost
                  localhostProfile: profiles/app.json
      `,
    },
    {
      title: 'a privileged container, of which another rule speaks',
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
                seccompProfile:
                  type: Unconfined
      `,
    },
  ],
  visit: podSecurityVisitors(seccompBaseline, {
    restricted: seccompBaselineRestricted,
    // A privileged container has none anyway.
    spares: ({ value }) => value.securityContext?.privileged === true,
  }),
})
