import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server', 'recommended', 'strict', 'pss-baseline', 'pss-restricted'],
  since: '0.1.0',
  summary: 'Disallow text that is not YAML as kubectl reads it.',
  why: 'The API server refuses the whole document, and nothing in it can be checked.',
  howToFix: 'Fix the text at the place that the message names: mostly indentation, a missing quote or a tab.',
  references: ['https://yaml.org/spec/1.1/'],
  peers: { kubeconform: ['(parse error)'], monokle: ['YML001'], yamllint: ['syntax'] },
  bad: [
    {
      title: 'a quote that is never closed',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello # ✖ The quote is never closed
      `,
    },
  ],
  good: [
    {
      title: 'a quoted string',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          motd: "hello"
      `,
    },
  ],
})
