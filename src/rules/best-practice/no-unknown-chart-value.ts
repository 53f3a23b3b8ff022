import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found when a chart is rendered: see cli/charts/judge-values.ts.
export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow templates of a Helm chart that read a misspelled value.',
  why: 'A value that nobody sets is nothing, without an error: what `values.yaml` says under the right name does not get to the cluster.',
  howToFix: 'Correct the name in the template. Only what is one slip away from a value in `values.yaml` is reported, and nothing that a comment there names, or another file of values sets.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  peers: {},
  bad: [
    {
      title: 'a letter too many',
      file: 'web/templates/config.yaml',
      files: { 'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'web/values.yaml': 'server:\n  timeout: 30\n' },
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          timeout: {{ .Values.server.timeoutt | quote }} # ✖ Value server.timeoutt is not set anywhere, did you mean server.timeout?
      `,
    },
  ],
  good: [
    {
      title: 'a value that is there, and one that may be set',
      file: 'web/templates/config.yaml',
      files: { 'web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'web/values.yaml': 'server:\n  timeout: 30\n' },
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          timeout: {{ .Values.server.timeout | quote }}
          timeouts: {{ .Values.server.timeouts | default "none" }}
      `,
    },
  ],
})
