import { defineRule, yaml } from '../../engine/define-rule.ts'
import { effective, hasAppArmorAnnotation, isWindows } from '../../model/security-context.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require an AppArmor profile.',
  why: 'A node with AppArmor gives containers the profile of its runtime anyway; who wants to be sure says so. A node without it refuses pods that ask for one.',
  howToFix: 'Set `appArmorProfile.type: RuntimeDefault` in the `securityContext` of the pod.',
  references: ['https://kubernetes.io/docs/tutorials/security/apparmor/'],
  peers: {
    kubesec: ['ApparmorAny'],
    kubeaudit: ['AppArmorAnnotationMissing'],
  },
  bad: [
    {
      title: 'no profile',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" sets no AppArmor profile
              image: example.com/app:1.0
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
            appArmorProfile:
              type: RuntimeDefault
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (effective(container, 'appArmorProfile') !== undefined || container.partial || isWindows(container.pod) || hasAppArmorAnnotation(container)) return
      report(container.at('securityContext', 'appArmorProfile'), `Container "${container.name}" sets no AppArmor profile`)
    },
  },
})
