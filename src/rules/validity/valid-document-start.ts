import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see parser/fallback.ts and schema/layer.ts.
export default defineRule({
  severity: 'error',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Require `---` alone on its line, without directives before it.',
  why: 'Before it reads any YAML, kubectl splits a file at lines that begin with `---`, so it refuses what stands beside the dashes, and a directive that is cut off from its document.',
  howToFix: 'Move what follows `---` to a line of its own; delete lines such as `%YAML 1.1`.',
  references: ['https://kubernetes.io/docs/concepts/workloads/management/#organizing-resource-configurations'],
  peers: {},
  bad: [
    {
      title: 'an object beside the dashes',
      yaml: yaml`
        # all in one line
        --- {apiVersion: v1, kind: Namespace, metadata: {name: shop}} # ✖ kubectl needs "---" alone on its line
      `,
    },
    {
      title: 'a directive',
      yaml: yaml`
        %YAML 1.1 # ✖ kubectl refuses the directive "%YAML 1.1"
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    },
  ],
  good: [
    {
      title: 'two documents',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        --- # the second
        apiVersion: v1
        kind: Namespace
        metadata:
          name: tools
      `,
    },
  ],
})
