import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow containers that wait for somebody at a terminal.',
  why: '`stdin` and `tty` are for a shell that a person uses: whoever may attach to the pod types into what it runs.',
  howToFix: 'Delete them. To look into a running pod use `kubectl debug` or `kubectl exec`.',
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/'],
  peers: {
    gatekeeper: ['disallowinteractive'],
  },
  fixable: 'unsafe',
  bad: [
    {
      title: 'a terminal',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              stdin: true # ✖ Container "app" waits for input at a terminal
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
      `,
    },
  ],
  good: [
    {
      title: 'neither',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              tty: false
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      if (container.role === 'ephemeral') return
      const field = (['stdin', 'tty'] as const).find((each) => container.value[each] === true)
      if (field === undefined) return
      const place = container.at(field)
      report(place, `Container "${container.name}" waits for input at a terminal`, (fixer) => fixer.removeField(place))
    },
  },
})
