import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow commands that have a program and its arguments in one string.',
  why: 'No shell reads the list: its first item is the name of the program, spaces and all. The container fails with "executable file not found", and so does a probe.',
  howToFix: 'Make each argument an item of its own, `[sleep, "3600"]`, or let a shell read the line: `[sh, -c, "sleep 3600 && echo done"]`.',
  references: ['https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/'],
  peers: {},
  bad: [
    {
      title: 'a line for a shell where there is none',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command:
                - sleep 3600 # ✖ "sleep 3600" is looked for as the name of a program: make each argument an item of its own
              readinessProbe:
                exec:
                  command: ["cat /tmp/ready"] # ✖ "cat /tmp/ready" is looked for as the name of a program: make each argument an item of its own
      `,
    },
  ],
  good: [
    {
      title: 'an item for each argument, and a line for a shell',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command: [sleep, "3600"]
              readinessProbe:
                exec:
                  command: [sh, -c, cat /tmp/ready]
      `,
    },
    {
      title: 'a program of Windows',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              command: ['C:/Program Files/App/app.exe']
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { command, lifecycle } = container.value
      const check = (program: string | undefined, place: () => Parameters<typeof report>[0]) => {
        if (program !== undefined && isLine(program)) report(place(), `${JSON.stringify(program)} is looked for as the name of a program: make each argument an item of its own`)
      }
      check(command?.[0], () => container.at('command', 0))
      for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) check(container.value[probe]?.exec?.command?.[0], () => container.at(probe, 'exec', 'command', 0))
      for (const hook of ['postStart', 'preStop'] as const) check(lifecycle?.[hook]?.exec?.command?.[0], () => container.at('lifecycle', hook, 'exec', 'command', 0))
    },
  },
})

/** The first word is what a program is called, and another one follows. */
const isLine = (program: string): boolean => /^[\w./-]+[ \t\n]+[^ \t\n]/.test(program) && !/\.exe\b/i.test(program)
