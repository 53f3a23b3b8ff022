import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow Secrets in environment variables.',
  why: 'The environment is inherited by every process that the program starts, and written into logs and crash reports; a file is neither, and follows when the Secret changes.',
  howToFix: 'Mount the Secret as a volume, and read the file.',
  references: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/', 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod'],
  peers: {
    'kube-linter': ['read-secret-from-env-var'],
    checkov: ['CKV_K8S_35'],
    kubescape: ['C-0207'],
    kubesec: ['SecretsAsEnvironmentVariables'],
    kics: ['Secrets As Environment Variables'],
    datree: ['CIS_INVALID_KEY_SECRETKEYREF_SECRETREF'],
    monokle: ['KBP112'],
    kyverno: ['disallow-secrets-from-env-vars', 'disallow-all-secrets'],
  },
  options: {
    allow: { default: [], description: 'Names of Secrets that may be read from the environment.' },
  },
  bad: [
    {
      title: 'one key, and a Secret as a whole',
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
                    secretKeyRef: # ✖ "DB_PASSWORD" of container "app" comes from a Secret
                      name: database
                      key: password
              envFrom:
                - secretRef: # ✖ Variables of container "app" come from the Secret "database"
                    name: database
      `,
    },
  ],
  good: [
    {
      title: 'a volume',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              volumeMounts:
                - name: database
                  mountPath: /etc/database
          volumes:
            - name: database
              secret:
                secretName: database
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      for (const [index, { name = '', valueFrom }] of (container.value.env ?? []).entries()) {
        const { secretKeyRef } = valueFrom ?? {}
        if (secretKeyRef !== undefined && !options.allow.includes(secretKeyRef.name ?? '')) report(container.at('env', index, 'valueFrom', 'secretKeyRef'), `${name ? `"${name}"` : 'A variable'} of container "${container.name}" comes from a Secret`)
      }
      for (const [index, { secretRef }] of (container.value.envFrom ?? []).entries()) {
        if (secretRef !== undefined && !options.allow.includes(secretRef.name ?? '')) report(container.at('envFrom', index, 'secretRef'), `Variables of container "${container.name}" come from the Secret "${secretRef.name ?? ''}"`)
      }
    },
  },
})
