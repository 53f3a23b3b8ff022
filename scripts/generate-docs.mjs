// The pages of the rules, from the rules themselves.

const YES = '✔'

/** Path → text of docs/rules/<id>.md and docs/rules/README.md. */
export function rulePages(rules, exampleText) {
  const pages = { 'docs/rules/README.md': index(rules) }
  for (const rule of rules) pages[`docs/rules/${rule.id}.md`] = page(rule, exampleText)
  return pages
}

function page(rule, exampleText) {
  const example = ({ title, yaml }) => `### ${capital(title)}\n\n\`\`\`yaml\n${exampleText(yaml).trimEnd()}\n\`\`\`\n`
  const fixed = (bad) => (bad.fixed === undefined ? '' : `\nFixed:\n\n\`\`\`yaml\n${exampleText(bad.fixed).trimEnd()}\n\`\`\`\n`)
  const parts = [
    `# ${rule.id}\n`,
    `${rule.summary}\n`,
    `| | |\n|---|---|\n| severity | ${rule.severity} |\n| category | ${rule.category} |\n| presets | ${rule.presets.join(', ') || 'none: switch it on by name'} |\n| fix | ${rule.fixable === undefined ? 'none' : rule.fixable === 'safe' ? '`--fix`' : '`--fix --unsafe-fixes`'} |\n| since | ${rule.since} |\n`,
    `## Why\n\n${rule.why}\n`,
    `## How to fix\n\n${rule.howToFix}\n`,
    options(rule),
    `## Wrong\n\n${rule.bad.map((bad) => example(bad) + fixed(bad)).join('\n')}`,
    `## Right\n\n${rule.good.map(example).join('\n')}`,
    `## Switch it off\n\nFor one place, on the line or the line above:\n\n\`\`\`yaml\n# podlint-ignore ${rule.id}: the reason\n\`\`\`\n\nEverywhere: \`--ignore ${rule.id}\`, or in \`podlint.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${rule.id}: off\n\`\`\`\n`,
    `## See also\n\n${rule.references.map((url) => `- <${url}>`).join('\n')}\n${Object.entries(rule.peers).map(([tool, ids]) => `- ${tool}: ${ids.map((id) => `\`${id}\``).join(', ')}\n`).join('')}`,
  ]
  return `<!-- Made by scripts/generate.mjs from the rule. -->\n\n${parts.filter(Boolean).join('\n')}`
}

function options({ options }) {
  if (options === undefined || Object.keys(options).length === 0) return ''
  const rows = Object.entries(options).map(([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`)
  return `## Options\n\n| name | default | |\n|---|---|---|\n${rows.join('\n')}\n`
}

function index(rules) {
  const categories = [...new Set(rules.map((rule) => rule.category))]
  const table = (category) => {
    const rows = rules.filter((rule) => rule.category === category).map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.presets.includes('recommended') ? YES : ''} | ${rule.fixable ?? ''} | ${rule.summary} |`)
    return `## ${capital(category)}\n\n| rule | severity | recommended | fix | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  }
  return `<!-- Made by scripts/generate.mjs from the rules. -->\n\n# Rules\n\n${rules.length} rules. Those in the preset \`api-server\` are what the API server itself refuses or warns about, as far as podlint knows it: [measured by area](../conformance.md).\n\n${categories.map(table).join('\n')}`
}

const capital = (text) => text[0].toUpperCase() + text.slice(1)
