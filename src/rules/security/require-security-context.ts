import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require a security context.',
  why: 'Without any, everything is left to the image and the node. The rules for single fields say more: this one is for those who want only to see that somebody thought of it.',
  howToFix: 'Add `securityContext` with what the program needs, or switch on the rules for its fields.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    trivy: ['KSV-0118'],
    checkov: ['CKV_K8S_29', 'CKV_K8S_30'],
    kubescape: ['C-0211'],
    datree: ['CIS_MISSING_KEY_SECURITYCONTEXT'],
  },
  bad: [
    {
      title: 'neither in the pod nor in the container',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no security context
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'in the container',
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
      title: 'in the pod',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          securityContext:
            runAsNonRoot: true
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const isEmpty = (context: object | undefined) => Object.keys(context ?? {}).length === 0
      if (container.partial || !isEmpty(container.value.securityContext) || !isEmpty(container.pod.value.securityContext)) return
      report(container.at('securityContext'), `Container "${container.name}" has no security context`)
    },
  },
})
