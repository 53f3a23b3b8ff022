import { defineRule, yaml } from '../../engine/define-rule.ts'
import { podSecurityVisitors } from '../../engine/pod-security.ts'
import { appArmorProfile } from '../../model/pod-security/profiles.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow AppArmor profiles that confine nothing.',
  why: 'On nodes with AppArmor the profile of the runtime keeps containers from mounting, from `/proc` and from `/sys`; without it the kernel has one guard less.',
  howToFix: 'Delete the profile, or write `RuntimeDefault`, or `Localhost` with a profile that the nodes have.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline', 'https://kubernetes.io/docs/tutorials/security/apparmor/'],
  peers: {
    trivy: ['KSV-0002'],
    kubesec: ['ApparmorUnconfined'],
    kubeaudit: ['AppArmorDisabled', 'AppArmorBadValue'],
    'pod-security-admission': ['appArmorProfile'],
    kyverno: ['restrict-apparmor-profiles'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'the field',
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
                appArmorProfile:
                  type: Unconfined # ✖ appArmorProfile.type of container "app" is "Unconfined", must be "RuntimeDefault" or "Localhost"
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
                appArmorProfile:
                  type: RuntimeDefault
      `,
    },
    {
      title: 'the annotation of old',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations:
            container.apparmor.security.beta.kubernetes.io/app: unconfined # ✖ Annotation "container.apparmor.security.beta.kubernetes.io/app" is "unconfined", must be "runtime/default" or begin with "localhost/"
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'profiles of the runtime and of the node',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            appArmorProfile:
              type: RuntimeDefault
          containers:
            - name: app
              image: example.com/app:1.0
              securityContext:
                appArmorProfile:
                  type: Localhost
                  localhostProfile: app
      `,
    },
  ],
  visit: podSecurityVisitors(appArmorProfile, { spares: ({ value }) => value.securityContext?.privileged === true }),
})
