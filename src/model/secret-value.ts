/** Recognises secrets by what they look like; a name alone is never enough. */

/** Tokens whose form their issuer has fixed. Each alternative begins with a literal, which keeps the search linear. */
const TOKENS = new RegExp(
  [
    ['private key', /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----\s*(?:[\w-]+:.*\s+)*[A-Za-z0-9+/=]{40}/],
    ['AWS access key', /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/],
    ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{82}/],
    ['GitLab token', /\bgl(?:pat|dt|rt)-[\w-]{20}/],
    ['Slack token', /\bxox[abeprs]-\d[\w-]{20}|https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/\w{20}/],
    ['Google API key', /\bAIza[\w-]{35}(?![\w-])/],
    ['Stripe key', /\b[rs]k_live_[A-Za-z0-9]{24}/],
    ['OpenAI or Anthropic key', /\bsk-(?:ant|proj|svcacct)-[\w-]{40}|\bsk-[A-Za-z0-9]{20}T3BlbkFJ/],
    ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['PyPI token', /\bpypi-AgEIcHlwaS5vcmc[\w-]{50}/],
    ['SendGrid key', /\bSG\.[\w-]{22}\.[\w-]{43}/],
    ['Hugging Face token', /\bhf_[A-Za-z]{34}\b/],
    ['DigitalOcean token', /\bdo[op]_v1_[a-f0-9]{64}/],
    ['Vault token', /\bhv[bs]\.[\w-]{24}/],
    ['JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20}/],
  ]
    .map(([, form]) => `(${(form as RegExp).source})`)
    .join('|'),
)
const TOKEN_NAMES = ['private key', 'AWS access key', 'GitHub token', 'GitLab token']

export const x = [TOKENS, TOKEN_NAMES]
