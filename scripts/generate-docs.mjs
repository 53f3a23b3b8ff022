// The pages of the rules, from the rules themselves.
import { peerPage } from './generate-peer-docs.mjs'

const YES = '✔'

/** Path → text of docs/rules/<id>.md and docs/rules/README.md. `notes` and `whenOf` are those of src/explain/describe.ts. */
export function rulePages(rules, exampleText, morePresets, notes, whenOf) {
  const pages = { 'docs/rules/README.md': index(rules, morePresets), 'docs/rules/peers.md': peerPage(rules) }
  for (const rule of rules) pages[`docs/rules/${rule.id}.md`] = page(rule, exampleText, morePresets, notes, whenOf)
  return pages
}

function page(rule, exampleText, morePresets, notes, whenOf) {
  const withOptions = (options) => (options === undefined ? '' : `With the options ${Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``).join(', ')}:\n\n`)
  const others = Object.entries(morePresets).flatMap(([name, ids]) => (ids.includes(rule.id) ? [name] : []))
  const beside = (files) => (files === undefined ? '' : `Beside ${Object.keys(files).map((path) => `\`${path}\``).join(', ')}:\n\n`)
  const example = ({ title, options, files, yaml }) => `### ${capital(title)}\n\n${withOptions(options)}${beside(files)}\`\`\`yaml\n${exampleText(yaml).trimEnd()}\n\`\`\`\n`
  const fixed = (bad) => (bad.fixed === undefined ? '' : `\nFixed:\n\n\`\`\`yaml\n${exampleText(bad.fixed).trimEnd()}\n\`\`\`\n`)
  const parts = [
    `# ${rule.id}\n`,
    `${rule.summary}\n`,
    `| | |\n|---|---|\n| severity | ${rule.severity} |\n| category | ${rule.category} |\n| presets | ${[...rule.presets, ...others].join(', ') || (rule.needs === undefined ? 'none: switch it on by name' : 'none: it needs options')} |\n| fix | ${rule.fixable === undefined ? 'none' : rule.fixable === 'safe' ? '`--fix`' : '`--fix --unsafe-fixes`'} |\n| since | ${rule.since} |\n`,
    `## Why\n\n${rule.why}\n`,
    `## How to fix\n\n${rule.howToFix}\n`,
    fields(rule, notes, whenOf),
    options(rule),
    `## Wrong\n\n${rule.bad.map((bad) => example(bad) + fixed(bad)).join('\n')}`,
    `## Right\n\n${rule.good.map(example).join('\n')}`,
    `## Switch it off\n\nFor one place, on the line or the line above:\n\n\`\`\`yaml\n# podlint-ignore ${rule.id}: the reason\n\`\`\`\n\nEverywhere: \`--ignore ${rule.id}\`, or in \`podlint.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${rule.id}: off\n\`\`\`\n`,
    `## See also\n\n${rule.references.map((url) => `- <${url}>`).join('\n')}\n${Object.entries(rule.peers).map(([tool, ids]) => `- ${tool}: ${ids.map((id) => `\`${id}\``).join(', ')}\n`).join('')}`,
  ]
  return `<!-- Made by scripts/generate.mjs from the rule. -->\n\n${parts.filter(Boolean).join('\n')}`
}

/** Of a rule that is constraints: what each field must be. */
function fields({ id }, notes, whenOf) {
  const rows = Object.entries(notes).flatMap(([type, ways]) =>
    Object.entries(ways).flatMap(([way, list]) => {
      const own = list.filter(({ rule }) => rule === id)
      if (own.length === 0) return []
      const texts = own.map((note) => [cell(note.text), whenOf(note)].filter(Boolean).join(', '))
      return `| ${type} | ${way === '.' ? 'the object' : `\`${way}\``} | ${texts.join('; ')} |`
    }),
  )
  if (rows.length === 0) return ''
  return `## Fields\n\nWhat the API server checks here; \`podlint explain KIND.FIELD\` shows it for a field with all that other rules check.\n\n| type | field | must be |\n|---|---|---|\n${rows.join('\n')}\n`
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')

/** How a rule with options is used more than once. */
function several(id, bad) {
  const options = bad.find((each) => each.options !== undefined)?.options
  const own = options === undefined ? '…' : Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')
  return `\nThe rule may run several times, each time under a name of your own, with options, a severity and a message of its own; \`{message}\` stands for what the rule says:\n\n\`\`\`yaml\nrules:\n  our-${id}:\n    rule: ${id}\n    severity: error\n    message: 'Ask the platform team: {message}'\n    options: {${own}}\n\`\`\`\n`
}

function options({ id, bad, needs, options, visit }) {
  if (options === undefined || Object.keys(options).length === 0) return ''
  const rows = Object.entries(options).map(([name, option]) => `| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`)
  return `## Options\n\n| name | default | |\n|---|---|---|\n${rows.join('\n')}\n${needs === undefined && visit === undefined ? '' : several(id, bad)}`
}

function index(rules, morePresets) {
  const categories = [...new Set(rules.map((rule) => rule.category))]
  const table = (category) => {
    const rows = rules.filter((rule) => rule.category === category).map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.presets.includes('recommended') ? YES : ''} | ${rule.fixable ?? ''} | ${rule.summary} |`)
    return `## ${capital(category)}\n\n| rule | severity | recommended | fix | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  }
  return `<!-- Made by scripts/generate.mjs from the rules. -->\n\n# Rules\n\n${rules.length} rules. Those in the preset \`api-server\` are what the API server itself refuses or warns about, as far as podlint knows it: [measured by area](../conformance.md). [Checks of other tools](peers.md) lists which rules cover them.\n\n${categories.map(table).join('\n')}\n${byPreset(rules, morePresets)}`
}

function byPreset(rules, morePresets) {
  const named = [...new Set(rules.flatMap(({ presets }) => presets))].map((name) => [name, rules.filter(({ presets }) => presets.includes(name)).map(({ id }) => id)])
  const rows = [...named, ...Object.entries(morePresets)].map(([name, ids]) => `| \`${name}\` | ${ids.length} | ${ids.length > 100 ? '' : ids.map((id) => `[${id}](${id}.md)`).join(', ')} |`)
  return `## Presets\n\n\`--preset NAME\`, or \`presets: [NAME]\` in \`podlint.yaml\`. Those named after another tool hold the rules that cover what it checks by default.\n\n| preset | rules | |\n|---|---|---|\n${rows.join('\n')}\n`
}

const capital = (text) => text[0].toUpperCase() + text.slice(1)
