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
          uid: 7d9f7e1a-8f3f-4a0c-9b5e-1f2a3b4c5d6e # ✖ metadata.uid is set by the API server
          resourceVersion: "4711" # ✖ metadata.resourceVersion is set by the API server
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
      for (const field of FIELDS) {
        const place = placeAt(object.source, object.tape, object.root, -1, object.prefix, ['metadata', field])
        if (place.node === -1 || object.tape.isNull(place.node)) continue
        report({ ...place, start: object.tape.start(place.key), end: object.tape.end(place.key) }, `metadata.${field} is set by the API server`, (fixer) => fixer.removeField(place))
      }
    },
  },
})

const FIELDS = ['creationTimestamp', 'deletionTimestamp', 'generation', 'managedFields', 'ownerReferences', 'resourceVersion', 'selfLink', 'uid']
