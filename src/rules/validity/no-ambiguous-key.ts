import { defineRule, yaml } from '../../engine/define-rule.ts'
import { reinterpretedScalars } from '../../model/fields.ts'
import { atKey } from '../../model/place.ts'

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow keys that kubectl reads as something else than what is written.',
  why: 'For kubectl `on`, `yes` and `1.10` are booleans and numbers even as keys, so a file of a ConfigMap ends up with the name "true" or "1.1".',
  howToFix: 'Put the key in quotes.',
  references: ['https://kubernetes.io/docs/concepts/configuration/configmap/', 'https://yaml.org/type/bool.html'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'names of files that are words and numbers to YAML',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          on: all the lamps # ✖ Key "on" is read as "true"
          1.10: notes # ✖ Key "1.10" is read as "1.1"
      `,
      fixed: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          "1.10": notes
      `,
    },
  ],
  good: [
    {
      title: 'in quotes, and a number that stays what it is',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: flags
        data:
          "on": all the lamps
          8080: web
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      for (const { written, node, isKey, place } of reinterpretedScalars(object)) {
        if (isKey) report(atKey(place), `Key "${written}" is read as "${object.tape.key(node)}"`, (fixer) => fixer.quoteKey(place))
      }
    },
  },
})
