import { defineRule, yaml } from '../../engine/define-rule.ts'
import { hasLogin, isPlainPassword, settingsIn } from '../../model/secret-value.ts'

/** In programs and pages, what looks like a setting may be anything. */
const isCode = (key: string): boolean => /\.(?:bash|css|go|gotmpl|html?|java|js|lua|md|php|pl|ps1|py|rb|rego|sh|sql|tmpl|tpl|ts|vm)$/i.test(key)

export default defineRule({
  severity: 'warning',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow passwords in plain text, known by their names.',
  why: 'Everybody who can read the repository, the ConfigMap or the pod has it, and short passwords are used in more than one place.',
  howToFix: 'Put it into a Secret and take it with `valueFrom.secretKeyRef`. Names that only sound like a password go into `allow`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/', 'https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/'],
  peers: {
    'kube-linter': ['env-var-secret'],
    polaris: ['sensitiveContainerEnvVar', 'sensitiveConfigmapContent'],
    trivy: ['KSV-0109'],
    kubescape: ['C-0012', 'C-0259'],
    sonar: ['S2068'],
    monokle: ['KBP111'],
  },
  options: {
    allow: { default: [], description: 'Names that are no secrets, such as `PUBLIC_TOKEN`.' },
  },
  bad: [
    {
      title: 'in the environment, in arguments and in a URL',
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
                - --admin-password=hunter2 # ✖ An argument of container "app" sets "admin-password" in plain text
                - --db-password
                - hunter2 # ✖ An argument of container "app" sets "db-password" in plain text
              env:
                - name: DB_PASSWORD
                  value: hunter2 # ✖ "DB_PASSWORD" of container "app" is set in plain text
                - name: DATABASE_URL
                  value: postgres://web:hunter2@db/web # ✖ "DATABASE_URL" of container "app" holds a password in plain text
      `,
    },
    {
      title: 'in a ConfigMap',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          redis-password: hunter2 # ✖ "redis-password" is set in plain text
          app.properties: | # ✖ "app.properties" sets "db.password" in plain text
            db.user=web
            db.password=hunter2
      `,
    },
  ],
  good: [
    {
      title: 'references, stand-ins, paths, URLs without a login, words and switches',
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
                - name: DB_PASSWORD
                  valueFrom:
                    secretKeyRef:
                      name: database
                      key: password
                - name: REDIS_PASSWORD
                  value: $(DB_PASSWORD)
                - name: ADMIN_PASSWORD
                  value: changeme
                - name: PASSWORD
                  value: /etc/secrets/password
                - name: TOKEN
                  value: https://example.com/token
                - name: TLS_SECRET
                  value: web-certificate
                - name: USE_TOKEN
                  value: "true"
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          app.properties: |
            db.password=\${DB_PASSWORD}
            db.url=postgres://db/web
          login.json: |
            { "password": "Password", "token": "string" }
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const { env, args, command } = container.value
      const isSet = (name: string, value: string) => isPlainPassword(name, value) && !options.allow.includes(name)
      for (const [index, { name = '', value = '' }] of (env ?? []).entries()) {
        const place = container.at('env', index, 'value')
        if (isSet(name, value)) report(place, `"${name}" of container "${container.name}" is set in plain text`)
        else if (hasLogin(value)) report(place, `"${name}" of container "${container.name}" holds a password in plain text`)
      }
      for (const [field, list = []] of [['command', command], ['args', args]] as const) {
        for (const [index, text] of list.entries()) {
          const [, name, value] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(text) ?? []
          const next = list[index + 1] ?? ''
          const place = container.at(field, index)
          if (name !== undefined && value !== undefined && isSet(name, value)) report(place, `An argument of container "${container.name}" sets "${name}" in plain text`)
          else if (name !== undefined && value === undefined && !next.startsWith('-') && isSet(name, next)) report(container.at(field, index + 1), `An argument of container "${container.name}" sets "${name}" in plain text`)
          else if (hasLogin(value ?? text)) report(place, `An argument of container "${container.name}" holds a password in plain text`)
        }
      }
    },
    ConfigMap(configMap, { options, report }) {
      for (const [key, text] of Object.entries(configMap.value.data ?? {})) {
        if (text === undefined) continue
        const place = configMap.at('data', key)
        if (!text.includes('\n') && isPlainPassword(key, text) && !options.allow.includes(key)) report(place, `"${key}" is set in plain text`)
        else if (hasLogin(text)) report(place, `"${key}" holds a password in plain text`)
        else {
          const set = isCode(key) ? undefined : settingsIn(text).find(({ name, value }) => isPlainPassword(name, value) && value.toLowerCase() !== name.toLowerCase() && !options.allow.includes(name))
          if (set !== undefined) report(place, `"${key}" sets "${set.name}" in plain text`)
        }
      }
    },
  },
})
