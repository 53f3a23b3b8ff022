import { isDeepStrictEqual } from 'node:util'
import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow setting an environment variable of a container twice.',
  why: 'The last one wins. Server-side apply refuses the object, and a client-side apply may drop one of the two, not always the same.',
  howToFix: 'Delete the value that is out of date.',
  references: ['https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/'],
  peers: { 'kube-linter': ['duplicate-env-var'], 'kube-score': ['environment-variable-key-duplication'], kubescape: ['C-0295'], sonar: ['S6907'] },
  fixable: 'safe',
  bad: [
    {
      title: 'the same value twice',
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
                - name: LOG_LEVEL
                  value: info
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice
                  value: info
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
              env:
                - name: LOG_LEVEL
                  value: info
      `,
    },
    {
      title: 'two values, of which the last one counts',
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
                - name: LOG_LEVEL
                  value: info
                - name: LOG_LEVEL # ✖ Environment variable "LOG_LEVEL" of container "app" is set twice, to different values
                  value: debug
      `,
    },
  ],
  good: [
    {
      title: 'a value that extends the one before',
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
                - name: FLAGS
                  value: --verbose
                - name: FLAGS
                  value: $(FLAGS) --color
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const env = container.value.env ?? []
      const last = new Map<string, number>()
      for (const [index, { name, value, valueFrom }] of env.entries()) {
        if (name === undefined) continue
        const before = last.get(name)
        last.set(name, index)
        if (before === undefined || (value !== undefined && value !== `$(${name})` && value.includes(`$(${name})`))) continue
        const same = isDeepStrictEqual([value, valueFrom], [env[before]!.value, env[before]!.valueFrom])
        const related = [{ place: container.at('env', before, 'name'), message: 'first here' }]
        // The later one goes: what stands between may refer to the first. A reference in the value itself may mean another thing in each place.
        const fixable = same && value?.includes('$(') !== true
        const message = `Environment variable "${name}" of container "${container.name}" is set twice${same ? '' : ', to different values'}`
        report(container.at('env', index, 'name'), message, fixable ? (fixer) => fixer.removeItem(container.at('env', index)) : undefined, { related })
      }
    },
  },
})
