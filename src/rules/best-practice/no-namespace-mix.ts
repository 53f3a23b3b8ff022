import { defineRule, yaml } from '../../engine/define-rule.ts'

export default defineRule({
  severity: 'info',
  presets: ['strict'],
  since: '0.1.0',
  summary: 'Disallow a file in which most objects name their namespace and some do not.',
  why: '`kubectl apply` puts those without one into the namespace of whoever applies them, apart from the objects that they belong to.',
  howToFix: 'Write the namespace into every object of the file, or into none and set it when the file is applied.',
  references: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/'],
  peers: {},
  crossObject: true,
  bad: [
    {
      title: 'a forgotten namespace',
      yaml: yaml`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
        spec:
          ports:
            - port: 80
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: batch # ✖ ServiceAccount "batch" names no namespace, while others beside it are in "shop"
      `,
    },
  ],
  good: [
    {
      title: 'objects of two namespaces, and one that belongs to neither',
      yaml: yaml`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: bank
      `,
    },
  ],
  visit: {
    object(object, { index, report }) {
      if (!object.namespaced || object.namespace !== '' || object.name === '') return
      const first = index.namespaceGiver(object.source.file)
      if (first === undefined) return
      const related = [{ place: first.at('metadata', 'namespace'), message: 'named here' }]
      report(object.at('metadata', 'name'), `${object.kind} "${object.name}" names no namespace, while others beside it are in "${first.namespace}"`, undefined, { related })
    },
  },
})
