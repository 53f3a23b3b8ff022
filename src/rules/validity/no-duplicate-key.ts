import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow the same key twice in one map.',
  why: 'Only the last value counts, so what stands above it is silently lost; with strict validation the API server refuses the object.',
  howToFix: 'Delete the key that is not meant, or merge the two values.',
  references: ['https://yaml.org/spec/1.2.2/#3213-node-comparison'],
  peers: { monokle: ['YML010'], kubeconform: ['-strict'], yamllint: ['key-duplicates'] },
  fixable: 'safe',
  bad: [
    {
      title: 'a label twice',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            app: shop # ✖ Key "app" is set twice in the same map
      `,
    },
    {
      title: 'two objects without a separator between them',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: first
        apiVersion: v1 # ✖ A "---" is missing before this object
        kind: ConfigMap
        metadata:
          name: second
      `,
      fixed: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: first
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: second
      `,
    },
  ],
  good: [
    {
      title: 'two labels',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels:
            app: web
            part-of: shop
      `,
    },
  ],
})
