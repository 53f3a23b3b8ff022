import { defineRule, yaml } from '../../engine/define-rule.ts'

/** As a word of its own, with or without its folder. */
const SUDO = /(?:^|[\s;&|(`])(?:\/(?:usr\/)?bin\/)?sudo(?=$|[\s;&|)])/m

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow `sudo` in commands.',
  why: 'A container that becomes root by `sudo` needs privilege escalation, a setuid file and rights for everybody in it: it is root with more steps.',
  howToFix: 'Run the one container that has to as the user that it needs, and the others as another.',
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  peers: {
    kubescape: ['C-0062'],
  },
  bad: [
    {
      title: 'as a command, and in a script',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command: [sudo, -E, /app] # ✖ Container "app" runs sudo
      `,
    },
    {
      title: 'in a script',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command: [sh, -c]
              args:
                - chown app /data && sudo -u app /app # ✖ Container "app" runs sudo
      `,
    },
  ],
  good: [
    {
      title: 'another word',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command: [/app, --sudoers=/etc/sudoers]
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      for (const field of ['command', 'args'] as const) {
        const index = (container.value[field] ?? []).findIndex((word) => SUDO.test(word))
        if (index === -1) continue
        report(container.at(field, index), `Container "${container.name}" runs sudo`)
        return
      }
    },
  },
})
