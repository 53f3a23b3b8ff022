import { defineRule, yaml } from '../../engine/define-rule.ts'

const MAIL = /\b[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})\b/gi
const OF_NOBODY = /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|local|localhost|internal|svc|cluster\.local)$/i
const IBAN = /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g

export default defineRule({
  severity: 'info',
  presets: [],
  since: '0.1.0',
  summary: 'Disallow ConfigMaps with personal data: email addresses and bank accounts.',
  why: 'Who may read the ConfigMap reads them, and so does everybody with a copy of the repository.',
  howToFix: 'Keep them where access to them is limited and logged. Addresses that everybody may know, such as those of a company, go into `allow`.',
  references: ['https://kubernetes.io/docs/concepts/configuration/configmap/'],
  peers: { trivy: ['KSV-01010'] },
  options: {
    allow: { default: [], description: 'Ends of addresses that are fine: `@shop.example`.' },
  },
  bad: [
    {
      title: 'an address',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          owner: jane.roe@shop.test # ✖ "owner" holds an email address
      `,
    },
  ],
  good: [
    {
      title: 'what only documentation uses',
      yaml: yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          owner: jane.roe@example.com
          host: git@github.com:example/app.git
      `,
    },
  ],
  visit: {
    ConfigMap(configMap, { options, report }) {
      for (const [key, text = ''] of Object.entries(configMap.value.data ?? {})) {
        const mail = [...text.matchAll(MAIL)].find(([address, domain]) => !OF_NOBODY.test(domain!) && !/^(?:git|noreply|no-reply|info|admin|root|support|postmaster|hostmaster)@/i.test(address) && !options.allow.some((end) => address.endsWith(end)))
        if (mail !== undefined) report(configMap.at('data', key), `"${key}" holds an email address`)
        else if ([...text.matchAll(IBAN)].some(([account]) => isAccount(account))) report(configMap.at('data', key), `"${key}" holds the number of a bank account`)
      }
    },
  },
})

/** Whether the check digits of an IBAN are right: ISO 13616. */
function isAccount(text: string): boolean {
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
