import { defineRule, yaml } from '../../engine/define-rule.ts'

// Found while the manifest is read: see schema/layer.ts.
export default defineRule({
  severity: 'error',
  presets: ['api-server'],
  since: '0.1.0',
  summary: 'Disallow keys that override what a merge has set.',
  why: 'Helm, kubectl, Argo CD and Flux take the later value, which is what merges are for. Only an API server that gets the YAML itself, with strict validation, refuses the object.',
  howToFix: 'Leave the rule off unless the manifest is sent to the API server as it is. Else take the key out of the map that is merged, and write it where it is used.',
  references: ['https://yaml.org/type/merge.html'],
  peers: {},
  bad: [
    {
      title: 'a merged key set again',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          <<: {level: info, color: blue}
          level: debug # ✖ Key "level" is set twice in the same map, by a merge
      `,
    },
  ],
  good: [
    {
      title: 'a merge beside other keys',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          <<: {level: info}
          color: blue
      `,
    },
  ],
})
