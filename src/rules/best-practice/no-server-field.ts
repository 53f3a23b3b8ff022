import { defineRule, yaml } from '../../engine/define-rule.ts'
import { placeAt } from '../../model/place.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow fields that only the API server writes.',
  why: 'They were copied out of a cluster: an owner that does not exist there has the object deleted by the garbage collector, and an old `resourceVersion` has it refused.',
  howToFix: 'Delete them.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/'],
  peers: { monokle: ['LNK003'] },
  fixable: 'safe',
  bad: [
    {
      title: 'an object out of a cluster',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          uid: 7d9f7e1a-8f3f-4a0c-9b5e-1f2a3b4c5d6e
          resourceVersion: "4711" # ✖ metadata.resourceVersion and metadata.uid are set by the API server
        data:
          level: info
      `,
      fixed: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
      `,
    },
  ],
  good: [
    {
      title: 'what somebody wrote',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      const { prefix, root, source, tape } = object
      const at = (...steps: string[]) => placeAt(source, tape, root, -1, prefix, ['metadata', ...steps])
      const places = FIELDS.map((field) => at(field)).filter(({ node }) => node !== -1 && !tape.isNull(node))
      const [first] = places
      if (first === undefined) return
      // Whoever has copied one has copied the others with it.
      const fields = places.map(({ key }) => `metadata.${tape.key(key)}`)
      const all = fields.length === 1 ? `${fields[0]} is` : `${fields.slice(0, -1).join(', ')} and ${fields.at(-1)} are`
      const { path } = fields.length === 1 ? first : at()
      report({ ...first, path, start: tape.start(first.key), end: tape.end(first.key) }, `${all} set by the API server`, (fixer) => fixer.removeFields(places))
    },
  },
})

const FIELDS = ['creationTimestamp', 'deletionTimestamp', 'generation', 'managedFields', 'ownerReferences', 'resourceVersion', 'selfLink', 'uid']
