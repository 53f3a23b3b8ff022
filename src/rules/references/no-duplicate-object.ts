import { defineRule, yaml } from '../../engine/define-rule.ts'
import { isOff } from '../../engine/reference-rule.ts'
import { labelOf } from '../../model/definition.ts'
import { twins } from '../../model/twins.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two objects of the same kind and name.',
  why: 'The second one overwrites the first: half of what was written is lost, and nobody says so.',
  howToFix: 'Delete one of them, or give it another name or namespace. Two files are compared when one kustomization builds both; with `references: unit` also those of one folder.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  peers: { kubevious: ['cli-duplicate-manifest'] },
  crossObject: true,
  needsSeveral: true,
  options: { references: { default: 'near', values: ['off', 'near', 'unit', 'strict'], description: 'Which objects are compared. `near`: those of one file, and those that one kustomization builds. `unit`: also those of one folder. `strict`: all that are linted.' } },
  bad: [
    {
      title: 'a name that is there twice',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings # ✖ ConfigMap "settings" is already in line 4
        data:
          level: debug
      `,
    },
  ],
  good: [
    {
      title: 'the same name in two namespaces',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: a
        data:
          level: info
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          namespace: b
        data:
          level: info
      `,
    },
  ],
  visit: {
    definition(definition, { index, options, report }) {
      if (isOff(options) || definition.spot === undefined) return
      const first = twins(index).firstOf(definition, options.references as 'near' | 'unit' | 'strict')
      if (first?.spot === undefined) return
      const where = first.file === definition.file ? `in line ${first.spot.source.position(first.spot.start).line}` : `in ${first.file}`
      report({ ...definition.spot, path: 'metadata.name' }, `${definition.kind} "${definition.name}" is already ${where}`, undefined, { related: [{ place: first.spot, message: labelOf(first) }] })
    },
  },
})
