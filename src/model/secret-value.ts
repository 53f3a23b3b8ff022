/** Recognises secrets by what they look like; a name alone is never enough. */

/** What has a form that its issuer has fixed. No capturing groups: they are joined into one expression. Each starts with a literal, so that the search stays linear. */
const FORMS: readonly [what: string, form: RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]{1,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)*[A-Za-z0-9+/=]{40}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})/],
  ['a GitLab token', /\bgl(?:pat|dt|rt)-[\w-]{20}/],
  ['a Slack token', /\bxox[abeprs]-\d[\w-]{20}/],
  ['a Slack webhook', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{20}/],
  ['a Google API key', /\bAIza[\w-]{35}(?![\w-])/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{24}/],
  ['an OpenAI key', /\bsk-(?:(?:proj|svcacct)-[\w-]{40}|[A-Za-z0-9]{20}T3BlbkFJ)/],
  ['an Anthropic key', /\bsk-ant-[\w-]{40}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a PyPI token', /\bpypi-AgEIcHlwaS5vcmc[\w-]{50}/],
  ['a SendGrid key', /\bSG\.[\w-]{22}\.[\w-]{43}/],
  ['a Hugging Face token', /\bhf_[A-Za-z]{34}\b/],
  ['a DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{64}/],
  ['a Vault token', /\bhv[bs]\.[\w-]{24}/],
  ['a JSON web token', /\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,4000}\.[\w-]{20}/],
]
const ANY_FORM = new RegExp(FORMS.map(([, form]) => `(${form.source})`).join('|'))

const SHORTEST = 16

/** Ends of names that promise a secret: `DB_PASSWORD`, `api-key`; not `TOKEN_URL`, `passwordFile`. */
const NAME = /(?:password|passwd|passphrase|pwd|secret|token|credentials?|(?:access|api|auth|encryption|private|secret|signing)key)$/
/** What documentation writes in place of a secret, and what refers to one that is elsewhere. */
const STAND_IN = /example|change.?me|replace|placeholder|dummy|your|redacted|xxxx|0000|1234567|abcdef|\$[({]|\{\{|[<>*\s]|:\/\/|^(?:ENC\[|arn:|\/)|-[bcdfghkmt2456789]{10}$/i

/** What a text holds that should be in a Secret, with its article: `a GitHub token`; undefined when nothing proves it. */
export function secretIn(text: string, name: string): string | undefined {
  // Nothing that is shorter can be told from a word.
  if (text.length < SHORTEST) return undefined
  const match = ANY_FORM.exec(text)
  if (match !== null && !STAND_IN.test(match[0].replace(/^-----BEGIN [A-Z0-9 ]+-----/, '').trim())) return FORMS[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]![0]
  if (NAME.test(name.toLowerCase().replace(/[^a-z]/g, '')) && isRandom(text)) return 'a secret'
  const login = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{16,200})@/.exec(text)
  return login !== null && isRandom(login[1]!) ? 'a password' : undefined
}

/** Generated rather than made up: long, of letters and digits in disorder. Words with a number, names and paths are not. */
function isRandom(text: string): boolean {
  if (text.length < SHORTEST || text.length > 500 || STAND_IN.test(text)) return false
  const parts = text.split(/[^A-Za-z0-9]+/)
  if (parts.every((part) => /^(?:[A-Za-z]*\d*|\d+[A-Za-z]{0,2})$/.test(part))) return false
  return entropy(text) >= (/^[0-9a-f-]+$/i.test(text) ? 3 : 3.5)
}

/** Bits for each character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
