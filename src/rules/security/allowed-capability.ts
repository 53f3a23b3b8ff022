import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'error',
  presets: [],
  since: '0.1.0',
  summary: 'Allow some capabilities only.',
  why: 'Each capability is a part of what root may do: a team knows which of them its programs need.',
  howToFix: 'Delete the capability, or ask for it to be allowed.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container'],
  peers: { gatekeeper: ['capabilities'], kyverno: ['restrict-adding-capabilities'] },
  needs: ['allow'],
  options: {
    allow: { default: [], description: 'Names such as NET_BIND_SERVICE.' },
  },
  bad: [
    {
      title: 'one that is not on the list',
      options: { allow: ['NET_BIND_SERVICE'] },
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
                    - NET_RAW # ✖ Capability "NET_RAW" is not allowed
      `,
    },
  ],
  good: [
    {
      title: 'on the list',
      options: { allow: ['NET_BIND_SERVICE'] },
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
      `,
    },
  ],
  visit: {
    container({ at, value }, { options: { allow }, report }) {
      for (const [index, capability] of (value.securityContext?.capabilities?.add ?? []).entries()) {
        if (!allow.includes(capability)) report(at('securityContext', 'capabilities', 'add', index), `Capability "${capability}" is not allowed`)
      }
    },
  },
})
