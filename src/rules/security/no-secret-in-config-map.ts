import { defineRule, yaml } from '../../engine/define-rule.ts'
import { secretIn, settingsIn } from '../../model/secret-value.ts'

function secretInFile(text: string, key: string): string | undefined {
  const found = secretIn(text, key)
  if (found !== undefined || !text.includes('\n')) return found
  for (const { name, value } of settingsIn(text)) {
    const inLine = secretIn(value, name)
    if (inLine !== undefined) return inLine
  }
  return undefined
}

export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow ConfigMaps that hold a secret.',
  why: 'ConfigMaps are readable by far more people and programs than Secrets, are not encrypted in etcd, and are printed without second thoughts.',
  howToFix: 'Revoke it and put the new one into a Secret; a file that mixes both can become a Secret as a whole.',
  references: ['https://kubernetes.io/docs/concepts/configuration/configmap/', 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  peers: { polaris: ['sensitiveConfigmapContent'], trivy: ['KSV-0109'], kubescape: ['C-0012'] },
  bad: [
    {
      title: 'a random value with a telling name, and a token in a file',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          db-password: q7Rk2ZpX9vLm4TsW # ✖ "db-password" holds a secret
          app.properties: | # ✖ "app.properties" holds an AWS access key
            url=https://example.com
            bucket.user=AKIAQ3EGRT5ZJ7XWLM4P
      `,
    },
  ],
  good: [
    {
      title: 'a certificate, a checksum, a password that comes from the environment, code about passwords',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          checksum: 94a00394bc5a8ef503fb59db0a7d0ae9e1110866e8aee8ba40cd864cea69ea1a
          ca.crt: |
            -----BEGIN CERTIFICATE-----
            MIIBszCCAVmgAwIBAgIUQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XWLM4PQ3EGRT5ZJ7XW
            -----END CERTIFICATE-----
          app.properties: |
            db.password=\${DB_PASSWORD}
          password_validation.py: |
            password = read_password(minimum_length=12)
      `,
    },
  ],
  visit: {
    ConfigMap(configMap, { report }) {
      for (const [key, text] of Object.entries(configMap.value.data ?? {})) {
        const found = secretInFile(text ?? '', key)
        if (found !== undefined) report(configMap.at('data', key), `"${key}" holds ${found}`)
      }
    },
  },
})
