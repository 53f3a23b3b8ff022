import { defineRule, yaml } from '../../engine/define-rule.ts'

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow probes that run a heavy command, or one that says nothing.',
  why: 'A command is started anew every few seconds: `jcmd` takes seconds of CPU, and `ls` or `ps` only tells that the container is there.',
  howToFix: 'Ask the program itself: `httpGet`, `grpc` or `tcpSocket`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  peers: { kyverno: ['deny-commands-in-exec-probe'] },
  options: {
    commands: { default: ['jcmd', 'jps', 'jstack', 'ps', 'ls', 'top', 'echo', 'true'], description: 'The programs that are disallowed.' },
  },
  bad: [
    {
      title: 'a list of processes',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              livenessProbe:
                exec:
                  command: [sh, -c, ps aux | grep app] # ✖ livenessProbe of container "app" runs "ps"
      `,
    },
  ],
  good: [
    {
      title: 'a question to the program',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              livenessProbe:
                httpGet:
                  path: /health
                  port: 8080
      `,
    },
  ],
  visit: {
    container({ at, name, value }, { options, report }) {
      for (const field of PROBES) {
        const programs = (value[field]?.exec?.command ?? []).flatMap(programsOf)
        const found = programs.find((program) => options.commands.includes(program))
        if (found !== undefined) report(at(field, 'exec', 'command'), `${field} of container "${name}" runs "${found}"`)
      }
    },
  },
})

/** The first word of each command of a shell, without its folder. */
const programsOf = (argument: string): string[] => argument.split(/[;&|]+/).map((command) => (command.trim().split(/\s/)[0] ?? '').replace(/^.*\//, ''))
