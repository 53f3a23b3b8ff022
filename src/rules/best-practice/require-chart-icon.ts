import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeOf } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Require an icon for a Helm chart.',
  why: 'Catalogs such as Artifact Hub show it beside the name, and `helm lint` asks for it.',
  howToFix: 'Set `icon` to the address of an SVG or PNG file.',
  references: ['https://helm.sh/docs/topics/charts/#the-chartyaml-file'],
  peers: {},
  bad: [
    {
      title: 'a chart without an icon',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v2
        name: web # ✖ The chart has no icon
        version: 1.2.3
      `,
    },
  ],
  good: [
    {
      title: 'a chart with one',
      file: 'web/Chart.yaml',
      yaml: yaml`
        apiVersion: v2
        name: web
        version: 1.2.3
        icon: https://example.com/web.svg
      `,
    },
  ],
  visit: {
    chart(object, { report }) {
      const { tape, root } = object
      const icon = tape.find(root, 'icon')
      if (icon === -1 || tape.isNull(icon) || (tape.isScalar(icon) && tape.scalar(icon) === '')) report(placeOf(object, root), 'The chart has no icon')
    },
  },
})
