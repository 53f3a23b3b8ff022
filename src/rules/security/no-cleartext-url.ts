import { defineRule, yaml } from '../../engine/define-rule.ts'
import type { Place } from '../../model/place.ts'

const URL_WITHOUT_TLS = /\b(?:http|ftp|telnet):\/\/(?:[^\s/@"']*@)?([^\s/:?#"',;]+)[^\s"',;]*/

/** A name with a dot that is no address of the machine itself: what has none is a Service beside the pod. */
function isElsewhere(host: string, allow: readonly string[]): boolean {
  if (!host.includes('.') || /^127\.|^\[|^0\.0\.0\.0$|[$({]/.test(host)) return false
  if (/\.(?:svc|local|internal|localhost)$|\.svc\.|^[^.]+\.[^.]+$/.test(host) && !/\.(?:com|org|net|io|dev|gov|edu)$/.test(host)) return false
  return !allow.some((each) => host === each || (each.startsWith('.') && host.endsWith(each)))
}

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow URLs without encryption to other hosts.',
  why: 'What is sent over HTTP, FTP or Telnet can be read and changed by everybody on the way, passwords included.',
  howToFix: 'Write `https://`, or the like. Within the cluster a service mesh may encrypt: such hosts can be allowed.',
  references: ['https://cwe.mitre.org/data/definitions/319.html'],
  peers: {
    sonar: ['S5332'],
  },
  options: {
    allow: { default: ['localhost', 'localhost.localdomain'], description: 'Hosts that may be called, and ends of names: `.svc.cluster.local`.' },
  },
  bad: [
    {
      title: 'in a variable and in an argument',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              args: [--registry, "http://registry.example.com"] # ✖ "http://registry.example.com" is not encrypted
              env:
                - name: UPLOADS
                  value: ftp://files.example.com/in # ✖ "ftp://files.example.com/in" is not encrypted
      `,
    },
  ],
  good: [
    {
      title: 'the container itself, services of the cluster, and an encrypted one',
      yaml: yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              image: example.com/app:1.0
              env:
                - name: SELF
                  value: http://127.0.0.1:8080
                - name: API
                  value: http://api.shop
                - name: REGISTRY
                  value: https://registry.example.com
      `,
    },
  ],
  visit: {
    container(container, { options, report }) {
      const check = (text: string | undefined, place: () => Place) => {
        const [url, host] = URL_WITHOUT_TLS.exec(text ?? '') ?? []
        if (url !== undefined && isElsewhere(host!, options.allow)) report(place(), `"${url}" is not encrypted`)
      }
      for (const [index, { value }] of (container.value.env ?? []).entries()) check(value, () => container.at('env', index, 'value'))
      for (const field of ['command', 'args'] as const) for (const [index, word] of (container.value[field] ?? []).entries()) check(word, () => container.at(field, index))
    },
  },
})
