import { defineRule, yaml } from '../../engine/define-rule.ts'

const TRUE = /^(?:1|true|yes|on)$/i
/** Variable → the values that switch it on. */
const DEBUGGERS: ReadonlyMap<string | undefined, RegExp> = new Map([
  ['FLASK_DEBUG', TRUE],
  ['FLASK_ENV', /^development$/],
  ['DJANGO_DEBUG', TRUE],
  ['APP_DEBUG', TRUE],
  ['WERKZEUG_DEBUG_PIN', /^off$/],
  ['RAILS_ENV', /^development$/],
  ['ASPNETCORE_ENVIRONMENT', /^Development$/i],
  ['ASPNETCORE_DETAILEDERRORS', TRUE],
  ['NODE_OPTIONS', /--inspect(?:-brk)?(?:[=\s]|$)/],
  ['JAVA_TOOL_OPTIONS', /-agentlib:jdwp/],
  ['JAVA_OPTS', /-agentlib:jdwp/],
  ['XDEBUG_MODE', /debug/],
])

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow variables that switch on a debugger.',
  why: 'What they switch on is made for the desk of a developer: it shows the source and the environment to whoever provokes an error, and some run any code that is sent to them.',
  howToFix: 'Delete the variable here, and set it where you develop.',
  references: ['https://flask.palletsprojects.com/en/stable/debugging/', 'https://nodejs.org/en/learn/getting-started/debugging'],
  peers: {
    semgrep: ['flask-debugging-enabled'],
  },
  bad: [
    {
      title: 'the debugger of Flask',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: FLASK_DEBUG
                  value: "1" # ✖ FLASK_DEBUG of container "app" switches on a debugger
      `,
    },
  ],
  good: [
    {
      title: 'switched off, and a level of logging',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: FLASK_DEBUG
                  value: "0"
                - name: LOG_LEVEL
                  value: debug
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      for (const [index, { name, value }] of (container.value.env ?? []).entries()) {
        if (value !== undefined && DEBUGGERS.get(name)?.test(value) === true) report(container.at('env', index, 'value'), `${name} of container "${container.name}" switches on a debugger`)
      }
    },
  },
})
