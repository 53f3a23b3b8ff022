import { defineRule, yaml } from '../../engine/define-rule.ts'
import { secretIn } from '../../model/secret-value.ts'

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow environment variables, arguments and commands that hold a secret as plain text.',
  why: 'Everyone who can read the repository, or get the pod from the cluster, has the secret; it stays in the history of both.',
  howToFix: 'Revoke it, put the new one into a Secret (better: let an operator fetch it from a vault) and take it with `valueFrom.secretKeyRef`.',
  references: ['https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/'],
  peers: {
    'kube-linter': ['env-var-secret'],
    polaris: ['sensitiveContainerEnvVar'],
    kubescape: ['C-0012', 'C-0259'],
    datree: ['ALL_EXPOSED_SECRET_AWS', 'ALL_EXPOSED_SECRET_GITHUB', 'ALL_EXPOSED_SECRET_JWT', 'ALL_EXPOSED_SECRET_PRIVATEKEY'],
  },
  bad: [
    {
      title: 'a token of a known form, and a random value with a telling name',
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
                - --upload-key=AKIAQ3EGRT5ZJ7XWLM4P # ✖ An argument of container "app" holds an AWS access key
              env:
                - name: LOGIN
                  value: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.q7Rk2ZpX9vLm4TsWq7Rk2ZpX9vLm4TsW # ✖ "LOGIN" of container "app" holds a JSON web token
                - name: DB_PASSWORD
                  value: q7Rk2ZpX9vLm4TsW # ✖ "DB_PASSWORD" of container "app" holds a secret
                - name: DATABASE_URL
                  value: postgres://web:q7Rk2ZpX9vLm4TsW@db/web # ✖ "DATABASE_URL" of container "app" holds a password
      `,
    },
  ],
  good: [
    {
      title: 'a Secret, a stand-in, and names that only sound like secrets',
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
                - name: API_TOKEN
                  value: change-me-9sX2mVq7LrTz4KcW
                - name: DATABASE_URL
                  value: postgres://web:$(DB_PASSWORD)@db/web
                - name: TLS_SECRET
                  value: web-certificate-tls-h5k9t2b7gm
                - name: TOKEN_FILE
                  value: /var/run/secrets/tokens/q7Rk2ZpX9vLm4TsW
      `,
    },
  ],
  visit: {
    container(container, { report }) {
      const { env, args, command } = container.value
      for (const [index, { name = '', value = '' }] of (env ?? []).entries()) {
        const found = secretIn(value, name)
        if (found !== undefined) report(container.at('env', index, 'value'), `${name ? `"${name}"` : 'A variable'} of container "${container.name}" holds ${found}`)
      }
      for (const [field, list] of [['command', command], ['args', args]] as const) {
        for (const [index, text] of (list ?? []).entries()) {
          const [, name = '', value = text] = /^--?([\w-]+)=(.*)$/s.exec(text) ?? []
          const found = secretIn(value, name)
          if (found !== undefined) report(container.at(field, index), `An argument of container "${container.name}" holds ${found}`)
        }
      }
    },
  },
})
