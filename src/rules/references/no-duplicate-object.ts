import { defineRule, yaml } from '../../engine/define-rule.ts'
import { twinOptions } from '../../engine/reference-rule.ts'
import { labelOf, type Definition } from '../../model/definition.ts'
import { twins, type Candidate, type TwinScope } from '../../model/twins.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two objects of the same kind and name.',
  why: 'The second one overwrites the first: half of what was written is lost, and nobody says so.',
  howToFix: 'Delete one of them, or give it another name or namespace. Two files are compared when one kustomization lists both; with `references: unit` also those of one folder.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  peers: { kubevious: ['cli-duplicate-manifest'] },
  crossObject: true,
  needsSeveral: true,
  options: twinOptions('near'),
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
      const { spot, file, kind, name } = definition
      if (spot === undefined || name === '') return
      const first = twins(index, 'objects', options.references as TwinScope, () => index.definitions.filter((each) => each.name !== '').map(candidate)).firstOf(candidate(definition))
      if (first?.spot === undefined) return
      const where = first.file === file ? `in line ${first.spot.source.position(first.spot.start).line}` : `in ${first.file}`
      report({ ...spot, path: 'metadata.name' }, `${kind} "${name}" is already ${where}`, undefined, { related: [{ place: first.spot, message: labelOf(first) }] })
    },
  },
})

function candidate(item: Definition): Candidate<Definition> {
  const { group, kind, namespaced, namespace, name, file } = item
  return { id: JSON.stringify([group, kind, namespaced ? namespace : '', name]), file, item }
}
