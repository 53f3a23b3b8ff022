/** Recognizes secrets by what they look like, and passwords by what they are called. */

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
  ['a Bitbucket token', /\bATBB[A-Za-z0-9]{32}/],
  ['a Grafana token', /\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/],
  ['a Heroku key', /\bHRKU-[\w-]{36}/],
  ['a LaunchDarkly key', /\b(?:sdk|api|mob)-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/],
  ['a New Relic key', /\bNRAK-[A-Z0-9]{27}/],
  ['a Shopify token', /\bshp(?:at|ca|pa|ss)_[0-9a-f]{32}/],
  ['a Terraform token', /\.atlasv1\.[\w-]{60}/],
  ['a Twilio key', /\bSK[0-9a-f]{32}\b/],
  ['a key of Azure storage', /\bAccountKey=[A-Za-z0-9+/]{86}==/],
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
  const form = secretForm(text)
  if (form !== undefined) return form
  if (NAME.test(name.toLowerCase().replace(/[^a-z]/g, '')) && isRandom(text)) return 'a secret'
  const login = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:([^\s/@]{16,200})@/.exec(text)
  return login !== null && isRandom(login[1]!) ? 'a password' : undefined
}

/** What a text holds that has a form of its issuer, with its article. */
export function secretForm(text: string): string | undefined {
  const match = ANY_FORM.exec(text)
  if (match === null || STAND_IN.test(match[0].replace(/^-----BEGIN [A-Z0-9 ]+-----/, '').trim())) return undefined
  return FORMS[match.findIndex((group, at) => at > 0 && group !== undefined) - 1]![0]
}

/** A line of a configuration file that sets something: `password: x`, `api.key=x`, `"token": "x",`. */
const SETTING = /^[ \t]*(?:export )?["']?([\w.-]{1,100})["']?[ \t]*[:=][ \t]*["']?([^\s"',;]{1,500})["']?[ \t,;]*$/gm

export const settingsIn = (text: string): { name: string; value: string }[] => [...text.matchAll(SETTING)].map(([, name, value]) => ({ name: name!, value: value! }))

/** Names of passwords, where even a short value is one. */
const PASSWORD_NAME = /(?:password|passwd|passphrase|pwd)$/
/** Names of what holds a secret, and not the name of a Secret. */
const SECRET_NAME = /(?:(?:app|auth|client|consumer|cookie|encryption|hmac|jwt|jws|oauth|session|shared|signing|webhook)secret|secretkey|accesskey|apikey|authkey|privatekey|encryptionkey|signingkey|masterkey|credentials?|token)$/
/** Names that say whether, not which. */
const SWITCH_NAME = /(?:^|[_.-])(?:allow|disable|empty|enable|has|random|require|reset|show|skip|use)(?:[_.-]|$)/i
/** Words that stand for a value, and those of a language for settings. */
const WORD = /^(?:|any|auto|bool(?:ean)?|default|disabled?|enabled?|false|generated?|int(?:eger)?|nil|no|none|null|number|object|off|on|optional|random|required|str(?:ing)?|text|todo|tbd|true|type|undefined|unset|yes)$/i
/** What refers to something elsewhere, or computes it, and what documentation writes in place of a password. */
const NOT_PLAIN = /^(?:\/|\.{1,2}\/|~\/|file:|env:|vault:|secret:|ref\+|arn:|sm:|op:|ENC\[|ENC\()|\$[({\w]|%\(|\{\{|[<>*]|:\/\/|[()[\]{}]|^["'|>&]|change.?(?:me|it|this)|example|replace|placeholder|dummy|^your|redacted|xxx|^\.\.\.|\.(?:pem|key|crt|json|ya?ml|txt|jks|p12)$/i

/** Whether a setting of this name holds a password that everybody can read. */
export function isPlainPassword(name: string, value: string): boolean {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '')
  const isPassword = PASSWORD_NAME.test(letters)
  if ((!isPassword && !SECRET_NAME.test(letters)) || SWITCH_NAME.test(name)) return false
  const text = value.trim()
  if (WORD.test(text) || NOT_PLAIN.test(text) || /\s|^[A-Z]+(?:_[A-Z0-9]+)*$/.test(text)) return false
  // A number is the age of a token, or how many there may be; names in lower case with hyphens are those of objects.
  return isPassword || !(/^\d{1,8}$/.test(text) || /^[a-z]+(?:[-.][a-z0-9]+)*$/.test(text))
}

/** Whether a text has a URL with a password in it: `amqp://web:hunter2@queue`. */
export function hasLogin(text: string): boolean {
  const password = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:([^\s/@"']{1,200})@/.exec(text)?.[1]
  return password !== undefined && !WORD.test(password) && !NOT_PLAIN.test(password) && !/^(?:pass(?:word)?|pwd|secret|token)$/i.test(password)
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
