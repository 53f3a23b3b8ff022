import { defineRule, yaml } from '../../engine/define-rule.ts'
import { below, type Place } from '../../model/place.ts'
import { Kind } from '../../parser/tape.ts'

const MODES = ['configMap', 'secret', 'downwardAPI', 'projected'] as const
const SOURCES = ['configMap', 'secret', 'downwardAPI'] as const

/** Digits that make a sensible mode when they are octal: the group may do no more than the owner, and the others no more than the group. */
function looksOctal(text: string): boolean {
  if (!/^[4-7][04-7][04-7]$/.test(text)) return false
  const [owner, group, others] = [...text].map(Number) as [number, number, number]
  return (owner & group) === group && (group & others) === others
}

export default defineRule({
  severity: 'warning',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow file modes that look octal but are decimal.',
  why: 'Without its leading zero, `400` is the mode 0620: the group may write the key, and its owner is not alone. Above 511 the API server refuses the number.',
  howToFix: 'Write the leading zero, `0400`; in JSON, which has no octal numbers, the decimal value, 256.',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/#secret-files-permissions'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'a mode without its zero',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 400 # ✖ File mode 400 is decimal and means 0620
                items:
                  - key: public
                    path: public
                    mode: 644 # ✖ File mode 644 is decimal and means 01204
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
                items:
                  - key: public
                    path: public
                    mode: 0644
      `,
    },
  ],
  good: [
    {
      title: 'octal, or the decimal number of a sensible mode',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
          volumes:
            - name: keys
              secret:
                secretName: keys
                defaultMode: 0400
            - name: settings
              configMap:
                name: settings
                defaultMode: 420
      `,
    },
  ],
  visit: {
    podSpec(pod, { report }) {
      const check = (value: number | undefined, place: () => Place) => {
        if (value === undefined || !looksOctal(String(value))) return
        const at = place()
        if (at.tape.kind(at.node) !== Kind.plain || at.tape.source(at.node) !== String(value)) return
        report(at, `File mode ${value} is decimal and means 0${value.toString(8)}`, (fixer) =>
          // JSON has no octal numbers.
          fixer.replaceValue(at, fixer.isJson(at) ? String(parseInt(String(value), 8)) : `0${value}`),
        )
      }
      for (const [i, volume] of (pod.value.volumes ?? []).entries()) {
        for (const type of MODES) {
          check(volume[type]?.defaultMode, () => pod.at('volumes', i, type, 'defaultMode'))
          if (type === 'projected') continue
          for (const [j, { mode }] of (volume[type]?.items ?? []).entries()) check(mode, () => pod.at('volumes', i, type, 'items', j, 'mode'))
        }
        for (const [j, source] of (volume.projected?.sources ?? []).entries()) {
          for (const type of SOURCES) {
            for (const [k, { mode }] of (source[type]?.items ?? []).entries()) check(mode, () => below(pod.at('volumes', i, 'projected', 'sources', j), type, 'items', k, 'mode'))
          }
        }
      }
    },
  },
})
