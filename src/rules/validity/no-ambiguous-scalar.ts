import { defineRule, yaml } from '../../engine/define-rule.ts'
import { reinterpretedScalars } from '../../model/fields.ts'

const WORD = /^(y|yes|n|no|on|off)$/i
const NUMBER = /^[-+]?(0[0-7_]+|0b[01_]+|0x[0-9a-f]*_[0-9a-f_]*|[0-9]+_[0-9_]*)$/i
/** Here octal numbers are a habit, and every reader that takes 0644 for 644 is told so by the range of modes. */
const MODES = ['mode', 'defaultMode']

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow values that YAML 1.1 and YAML 1.2 read differently.',
  why: 'To kubectl and Helm `yes` is true and `010` is 8. Tools for YAML 1.2 read a string and 10, so what they show, check or generate is not what is applied.',
  howToFix: 'Write `true`, `false` or a decimal number, or put the value in quotes where a string is meant.',
  references: ['https://yaml.org/type/bool.html', 'https://yaml.org/spec/1.2.2/#103-core-schema'],
  peers: {},
  fixable: 'safe',
  bad: [
    {
      title: 'a word and an octal number',
      yaml: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 010 # ✖ Value "010" is 8 to kubectl and 10 to YAML 1.2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: no # ✖ Value "no" is false to kubectl and a string to YAML 1.2
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
      fixed: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 8
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostNetwork: false
              containers:
                - name: app
                  image: example.com/app:1.0
      `,
    },
  ],
  good: [
    {
      title: 'strings in quotes, and a file mode',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            canary: "no"
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: VERBOSE
                  value: "yes"
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
      `,
    },
  ],
  visit: {
    object(object, { report }) {
      const { tape } = object
      for (const { written, node, isKey, place } of reinterpretedScalars(object)) {
        const isNumber = NUMBER.test(written)
        if (isKey || !(isNumber || WORD.test(written))) continue
        const value = tape.scalar(node)
        if (place.key !== -1 && MODES.includes(tape.key(place.key))) continue
        const other = isNumber && /^[-+]?[0-9]+$/.test(written) ? Number(written) : 'a string'
        if (other !== value) report(place, `Value "${written}" is ${value} to kubectl and ${other} to YAML 1.2`, (fixer) => fixer.replaceValue(place, String(value)))
      }
    },
  },
})
