import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts and schema/walk.ts.
export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow two items of a list that the API tells apart by the same key.',
  why: 'Server-side apply refuses the object, and a client-side apply merges the two into one.',
  howToFix: 'Give each item a key of its own, or delete one of them.',
  references: ['https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy'],
  peers: { kubeconform: ['(none)'], 'flux-schema': ['(list map)'] },
  bad: [
    {
      title: 'two conditions for one gate',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases:
            - ip: 10.0.0.1
              hostnames: [a.example]
            - ip: 10.0.0.1 # ✖ hostAliases[1] has the same ip "10.0.0.1" as hostAliases[0]
              hostnames: [b.example]
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'an item for each key',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          hostAliases:
            - ip: 10.0.0.1
              hostnames: [a.example, b.example]
          containers:
            - name: app
              image: example.com/app:1.0
      `,
    },
  ],
})
