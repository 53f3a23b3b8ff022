import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found when a chart is rendered: see cli/charts/judge-values.ts.
export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow values of a Helm chart that no template reads.',
  why: 'Whoever sets such a value believes that it does something. Often the template reads it under another name, or no longer.',
  howToFix: 'Delete the value, or have a template read it. Nothing is said of values that may be read in a way that cannot be followed: below one that is handed on as a whole (`toYaml`, `with`, `range`), of a chart that hands on all of `.Values`, and of one with dependencies that are packed or missing.',
  references: ['https://helm.sh/docs/chart_best_practices/values/'],
  peers: {},
  bad: [
    {
      title: 'a value that a template read once',
      file: 'web/values.yaml',
      files: {
        'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
        'web/templates/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  url: {{ .Values.server.url | quote }}\n',
      },
      yaml: yaml`
        server:
          url: https://example.com
          timeout: 30 # ✖ No template reads the value server.timeout
        debug: false # ✖ No template reads the value debug
      `,
    },
  ],
  good: [
    {
      title: 'values that are read, and those of a dependency',
      file: 'web/values.yaml',
      files: {
        'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - name: db\n    version: 1.x.x\n    repository: file://../db\n    condition: withDatabase\n',
        'db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
        'web/templates/config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  {{- toYaml .Values.data | nindent 2 }}\n',
      },
      yaml: yaml`
        data:
          url: https://example.com
        withDatabase: true
        db:
          user: web
        global:
          region: eu
      `,
    },
  ],
})
