// A page for each type of Kubernetes, from what `podlint explain` says of it.

/** `apps/v1 DeploymentSpec` → `types/apps-v1-DeploymentSpec` */
export const addressOf = (name) => `types/${name.replaceAll(/[^\w.]+/g, '-')}`
const shortName = (name) => name.slice(name.indexOf(' ') + 1)
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*').replaceAll('[', '\\[')

/** Address without its ending → text in Markdown. */
export function typePages(types) {
  const pages = { 'types/README': index(types) }
  for (const type of types) pages[addressOf(type.name)] = page(type)
  return pages
}

function page({ name, isKind, explanation, fieldTypes, usedBy }) {
  const { namespaced, apiVersion, deprecated, removed, replacement, fields, path } = explanation
  const use = replacement === null ? '' : `; use ${replacement}`
  const life = deprecated === null && removed === null ? '' : `\n${apiVersion} is ${deprecated === null ? '' : `deprecated since ${deprecated}${removed === null ? '' : ' and '}`}${removed === null ? '' : `removed in ${removed}`}${use}.\n`
  const row = (field) => {
    const below = fieldTypes.get(field.name)
    const type = below === undefined ? cell(field.type) : cell(field.type).replace(shortName(below), `[${shortName(below)}](../${addressOf(below)}.md)`)
    const when = [field.since && `since ${field.since}`, field.until && `until ${field.until}`].filter(Boolean)
    const musts = field.constraints.map(({ text, rule, when: limit }) => `${cell(text)}${limit === '' ? '' : `, ${limit}`} ([${rule}](../rules/${rule}.md))`)
    return `| \`${field.name}\` | ${type} | ${field.required === 'no' ? '' : cell(field.required)} | ${field.default === null ? '' : `\`${cell(field.default)}\``} | ${[...when, ...musts].join('; ')} |`
  }
  const parts = [
    `# ${shortName(name)}\n`,
    `\`${name.slice(0, name.indexOf(' '))}\`${isKind ? `, an object ${namespaced ? 'in a namespace' : 'of the cluster'}` : ''}; on the command line: \`podlint explain ${path}\`\n${life}`,
    fields.length === 0 ? '' : `| field | type | required | default | checks |\n|---|---|---|---|---|\n${fields.map(row).join('\n')}\n`,
    usedBy.length === 0 || isKind ? '' : `## Used by\n\n${usedBy.slice(0, 40).map((each) => `- [${shortName(each.name)}](../${addressOf(each.name)}.md).\`${each.field}\``).join('\n')}\n${usedBy.length > 40 ? `\nand ${usedBy.length - 40} more\n` : ''}`,
  ]
  return parts.filter(Boolean).join('\n')
}

function index(types) {
  const kinds = types.filter(({ isKind }) => isKind)
  const groups = [...new Set(kinds.map(({ explanation }) => explanation.apiVersion))]
  const list = (group) => kinds.filter(({ explanation }) => explanation.apiVersion === group).map(({ name }) => `[${shortName(name)}](../${addressOf(name)}.md)`).join(', ')
  return `# Types\n\nEvery type of Kubernetes ${types[0].explanation.kubernetesVersion}, with what the API server and podlint check of its fields.\n\n| API version | kinds |\n|---|---|\n${groups.map((group) => `| \`${group}\` | ${list(group)} |`).join('\n')}\n`
}
