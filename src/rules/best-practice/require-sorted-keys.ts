import { defineRule, yaml } from '../../engine/define-rule.ts'
import { atKey, placeOf } from '../../model/place.ts'
import { Flag } from '../../parser/tape.ts'

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Require the keys of every map in alphabetical order.',
  why: 'Where everybody sorts them, two versions of a manifest differ only in what was meant to change.',
  howToFix: 'Sort the keys. Option `first` names keys that come before all others, such as `apiVersion`, `kind`, `metadata`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/'],
  peers: { 'kube-linter': ['sorted-keys'] },
  options: {
    first: { default: [], description: 'Keys that come first, in this order.' },
    recursive: { default: true, description: 'Whether maps within the object are sorted, too.' },
  },
  bad: [
    {
      title: 'metadata too late',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          namespace: shop
          name: settings # ✖ Key "name" comes after "namespace"
        data: # ✖ Key "data" comes after "metadata"
          a: '1'
      `,
    },
  ],
  good: [
    {
      title: 'sorted',
      yaml: yaml`
        apiVersion: v1
        data:
          a: '1'
        kind: ConfigMap
        metadata:
          name: settings
          namespace: shop
      `,
    },
  ],
  visit: {
    object(object, { options, report }) {
      const { tape, root } = object
      const rank = (name: string) => (options.first.includes(name) ? options.first.indexOf(name) : options.first.length)
      for (let map = root; map < tape.next(root); map++) {
        if (!tape.isMap(map) || tape.has(map, Flag.shared) || (map !== root && !options.recursive)) continue
        let before: string | undefined
        for (let key = map + 1; key < tape.next(map); key = tape.next(key + 1)) {
          const name = tape.key(key)
          if (tape.has(key, Flag.shared)) continue
          if (before !== undefined && (rank(name) - rank(before) || (name < before ? -1 : 0)) < 0) {
            // One for each map: once it is sorted, the others are in order, too.
            report(atKey(placeOf(object, key + 1)), `Key "${name}" comes after "${before}"`)
            break
          }
          before = name
        }
      }
    },
  },
})
