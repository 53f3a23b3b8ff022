import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  // A hasty liveness probe does more harm than none, so nobody is told to write one by default.
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require a liveness probe for containers that run for long.',
  why: 'A program that hangs without exiting stays broken until somebody restarts it by hand.',
  howToFix: 'Add a `livenessProbe` that fails only when a restart helps: not when a database is away. A crash alone needs no probe, the container restarts anyway.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/'],
  peers: {
    'kube-linter': ['no-liveness-probe'],
    'kube-score': ['pod-probes'],
    polaris: ['livenessProbeMissing'],
    checkov: ['CKV_K8S_8'],
    kubescape: ['C-0056'],
    popeye: ['102', '103'],
    datree: ['CONTAINERS_MISSING_LIVENESSPROBE_KEY'],
    gatekeeper: ['requiredprobes'],
    kyverno: ['require-probes'],
  },
  longRunningOnly: true,
  bad: [
    {
      title: 'a server without a liveness probe',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app # ✖ Container "app" has no liveness probe
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'a liveness probe; an init container that runs to completion',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          initContainers:
            - name: migrate
              image: example.com/app:1.0
          containers:
            - name: app
              image: example.com/app:1.0
              livenessProbe:
                httpGet:
                  path: /healthz
                  port: 8080
      `,
    },
    {
      title: 'a pod that runs to completion',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: task
        spec:
          restartPolicy: OnFailure
          containers:
            - name: task
              image: example.com/task:1.0
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (!container.longRunning || container.value.livenessProbe !== undefined) return
      report(container.at('livenessProbe'), `Container "${container.name}" has no liveness probe`)
    },
  },
})
