import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require apiVersion and kind in every object.',
  why: 'Without them nobody can tell what the object is, and kubectl refuses it.',
  howToFix: 'Write both fields at the top of the document, for example "apiVersion: v1" and "kind: ConfigMap".',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields'],
  peers: { kubeval: ['(missing kind)'] },
  bad: [
    {
      title: 'an object without apiVersion',
      yaml: yaml`
        kind: ConfigMap # ✖ The object has no apiVersion, did you mean "apiVersion: v1"?
        metadata:
          name: settings
      `,
    },
  ],
  good: [
    {
      title: 'both fields',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
      `,
    },
  ],
})
