import { defineRule, yaml } from '../../engine/define-rule.ts'
import { referenceOptions, reportAbsence } from '../../engine/reference-rule.ts'
import { placeAt } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow objects in a namespace that is not there.',
  why: 'The API server refuses an object whose namespace does not exist.',
  howToFix: 'Write the name of the Namespace. One that lives elsewhere can be named in the setting `external`: `Namespace/shop`.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  peers: {},
  fixable: 'unsafe',
  crossObject: true,
  needsSeveral: true,
  options: referenceOptions('near'),
  bad: [
    {
      title: 'a misspelled name',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: payments
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: paymnets # ✖ Namespace "paymnets" is not in these manifests; did you mean "payments"?
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: payments
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: payments
      `,
    },
  ],
  good: [
    {
      title: 'one that is there, or elsewhere',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: payments
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: payments
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
      `,
    },
  ],
  visit: {
    object(object, context) {
      const written = object.value.metadata?.namespace
      if (!object.namespaced || !written) return
      const place = placeAt(object.source, object.tape, object.root, -1, object.prefix, ['metadata', 'namespace'])
      reportAbsence({ kind: 'Namespace', namespace: '', isOfCluster: true, name: written, file: object.source.file, place, keys: [], holds: [], holder: {} }, context)
    },
  },
})
