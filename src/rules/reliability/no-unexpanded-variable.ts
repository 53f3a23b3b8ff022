import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow environment variables where Kubernetes does not fill them in.',
  why: 'Kubernetes fills in `$(NAME)` in commands, arguments, `subPathExpr` and the values of variables that come later. Anywhere else, and before the variable is defined, the text stays as it is: a volume gets a folder that is called `$(POD_NAME)`.',
  howToFix: 'Use `subPathExpr` instead of `subPath`, and define a variable before those that refer to it.',
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath-expanded-environment', 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'a variable in a subPath',
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
                - name: POD_NAME
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  subPath: $(POD_NAME) # ✖ "$(POD_NAME)" is not filled in here: use subPathExpr
          volumes:
            - name: logs
              emptyDir: {}
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
                - name: POD_NAME
                  valueFrom:
                    fieldRef:
                      fieldPath: metadata.name
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  subPathExpr: $(POD_NAME)
          volumes:
            - name: logs
              emptyDir: {}
      `,
    },
    {
      title: 'the braces of a shell',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args:
                - --port=\${PORT} # ✖ "\${PORT}" is not filled in: Kubernetes knows only "$(PORT)"
              env:
                - name: PORT
                  value: "80"
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
              args:
                - "--port=$(PORT)"
              env:
                - name: PORT
                  value: "80"
      `,
    },
    {
      title: 'a variable that is defined only later',
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
                - name: URL
                  value: http://$(HOST):80 # ✖ "$(HOST)" is not filled in: HOST is defined only later, as env[1]
                - name: HOST
                  value: db
      `,
    },
  ],
  good: [
    {
      title: 'variables that are defined before',
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
                - name: HOST
                  value: db
                - name: URL
                  value: http://$(HOST):80
                - name: PRICE
                  value: $$(TAX)
                - name: TAX
                  value: "7"
              volumeMounts:
                - name: logs
                  mountPath: /logs
                  subPathExpr: $(HOST)
          volumes:
            - name: logs
              emptyDir: {}
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { env = [], envFrom = [], volumeMounts = [] } = container.value
      const first = new Map<string, number>()
      for (const [index, { name }] of env.entries()) if (name !== undefined && !first.has(name)) first.set(name, index)
      // What is taken from elsewhere comes first, and nobody can tell what it is.
      if (envFrom.length === 0) {
        for (const [index, { name: own, value = '' }] of env.entries()) {
          const late = variablesIn(value).find((name) => name !== own && first.get(name)! > index)
          if (late !== undefined) report(container.at('env', index, 'value'), `"$(${late})" is not filled in: ${late} is defined only later, as env[${first.get(late)!}]`, undefined, { related: [{ place: container.at('env', first.get(late)!, 'name'), message: 'defined here' }] })
        }
      }
      for (const list of ['command', 'args'] as const) {
        const words = [...(container.value.command ?? []), ...(container.value.args ?? [])]
        // A shell may read any of them, and so may what has a language of its own.
        if (words.some((word) => SHELL.test(word))) break
        for (const [index, word] of (container.value[list] ?? []).entries()) {
          const [whole = '', name = ''] = /\$\{([A-Za-z_]\w*)\}/.exec(word) ?? []
          if (first.has(name)) report(container.at(list, index), `"${whole}" is not filled in: Kubernetes knows only "$(${name})"`, (fixer) => fixer.replaceText(container.at(list, index), word.replaceAll(whole, `$(${name})`)))
        }
      }
      for (const [index, { subPath = '', subPathExpr }] of volumeMounts.entries()) {
        const name = variablesIn(subPath).find((each) => first.has(each))
        if (name === undefined) continue
        const place = container.at('volumeMounts', index, 'subPath')
        report(place, `"$(${name})" is not filled in here: use subPathExpr`, (fixer) => (subPathExpr === undefined && place.key !== -1 ? fixer.renameKey(place, 'subPathExpr') : undefined))
      }
    },
  },
})

const SHELL = /\s|^-[a-z]*[ce]$|(?:^|\/)(?:env|(?:ba|da|a|k|z)?sh|node|perl|php|python[\d.]*|ruby|tini|dumb-init|entrypoint.*|.*\.sh)$/i

/** What the kubelet would fill in: \`$$(NAME)\` is an escape. */
const variablesIn = (text: string): string[] => (text.includes('$(') ? [...text.matchAll(/\$\$|\$\(([A-Za-z_][\w.-]*)\)/g)].flatMap(([, name]) => name ?? []) : [])
