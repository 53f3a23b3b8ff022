import { defineRule, yaml } from '../../engine/define-rule.ts'

/** Whole names of keys: a file may well end in a line break. */
const CREDENTIAL = /^(?:.*[-_.])?(?:pass(?:word|wd|phrase)?|pwd|token|user(?:name)?|login|(?:(?:client|access|api|secret)[-_]?)?(?:secret|key|id))$/i
const LINE = /^[\x21-\x7e][\x20-\x7e]*\r?\n$/
/** Longer values are no passwords. */
const LONGEST = 1024

export default defineRule({
  severity: 'info',
  presets: ['recommended', 'strict'],
  since: '0.1.0',
  summary: 'Disallow passwords and tokens in a Secret that end in a line break.',
  why: 'Made with `echo password | base64` the value has a line break that nobody sees: whoever compares it, or sends it in a header, fails.',
  howToFix: 'Encode with `echo -n` or `printf %s`, or write the value as it is under `stringData`.',
  references: ['https://kubernetes.io/docs/tasks/configmap-secret/managing-secret-using-config-file/'],
  peers: {},
  fixable: 'unsafe',
  bad: [
    {
      title: 'a line break at the end of a password',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: database
        data:
          password: c2VjcmV0Cg== # ✖ data[password] ends in a line break, as "echo" without "-n" makes it
      `,
      fixed: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: database
        data:
          password: c2VjcmV0
      `,
    },
  ],
  good: [
    {
      title: 'no line break, or a file',
      yaml: yaml`
        apiVersion: v1
        kind: Secret
        metadata:
          name: database
        data:
          password: c2VjcmV0
          users.htpasswd: YQpiCg==
      `,
    },
  ],
  visit: {
    Secret(secret, { report }) {
      for (const [key, value] of Object.entries(secret.value.data ?? {})) {
        if (typeof value !== 'string' || value.length > LONGEST || !CREDENTIAL.test(key)) continue
        const text = Buffer.from(value, 'base64').toString('latin1')
        if (!LINE.test(text)) continue
        const place = secret.at('data', key)
        report(place, `data[${key}] ends in a line break, as "echo" without "-n" makes it`, (fixer) => fixer.replaceText(place, Buffer.from(text.trimEnd(), 'latin1').toString('base64')))
      }
    },
  },
})
