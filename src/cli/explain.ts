/** `podlint explain KIND.FIELD`: what a field is, must be and means, without a cluster. */
import { explain, type Explanation, type FieldExplanation } from '../explain/explanation.ts'
import { fieldDocs } from '../explain/field-docs.ts'
import { findField, nearestKind } from '../explain/find-field.ts'
import { loadTable } from '../schema/table.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

export interface ExplainOptions {
  minor: string
  apiVersion?: string | undefined
  json: boolean
}

/** Undefined when the name is not a kind's, nor a field's of one; `custom` explains those of definitions. Throws a UsageError. */
export async function explanationOf(text: string, { minor, apiVersion, json }: ExplainOptions, custom: () => Promise<Explanation | undefined>): Promise<string | undefined> {
  // Knative has a Service, too.
  const isBuiltIn = apiVersion === undefined || loadTable(minor).kinds().some((kind) => kind.apiVersion === apiVersion)
  const ofDefinition = isBuiltIn ? undefined : await custom()
  const found = ofDefinition === undefined ? findField(text, minor, apiVersion) : undefined
  const explanation = ofDefinition ?? (found === undefined ? await custom() : explain(found, await fieldDocs()))
  if (explanation === undefined) return undefined
  return json ? `${JSON.stringify(explanation, null, 2)}\n` : page(explanation)
}

export function unknownKind(text: string, minor: string): UsageError {
  const meant = nearestKind(text, minor)
  return new UsageError(`Unknown kind or rule "${text.split('.')[0]}"${meant === undefined ? '; podlint explain pod.spec explains a field, podlint rules lists the rules' : didYouMean(text.split('.')[0]!.toLowerCase(), [meant])}`)
}

const WIDTH = 110

function page(it: Explanation): string {
  const rows: [string, string][] = [
    ['type', it.listKeys.length > 0 ? `${it.type}, told apart by ${it.listKeys.join(' and ')}` : it.isSet ? `${it.type}, each only once` : it.type],
    ...(it.path === it.kind ? ([['scope', it.namespaced ? 'in a namespace' : 'of the cluster']] as [string, string][]) : ([['required', it.required]] as [string, string][])),
    ...(it.default === null ? [] : ([['default', it.default]] as [string, string][])),
    ...lifeRows(it),
    ...it.constraints.map(({ text, rule, when }, at): [string, string] => [at === 0 ? 'checks' : '', `${text}${when === '' ? '' : ` (${when})`}  [${rule}]`]),
    ...(it.rules.length === 0 ? [] : ([['rules', it.rules.join(', ')]] as [string, string][])),
  ]
  const head = `${it.path} (${it.apiVersion}, ${it.source ?? `Kubernetes ${it.kubernetesVersion}`})\n${it.description === undefined ? '' : `\n${wrapped('  ', it.description)}`}`
  const also = it.otherApiVersions.length === 0 ? '' : `\nAlso in ${it.otherApiVersions.join(' and ')}: --api-version ${it.otherApiVersions[0]}\n`
  const fields = it.fields.length === 0 ? '' : `\nFields:\n${fieldRows(it.fields)}`
  return `${head}\n${rows.map(([name, text]) => wrapped(`  ${name.padEnd(10)}`, text)).join('')}${fields}${also}`
}

function lifeRows({ since, until, deprecated, removed, replacement, apiVersion }: Explanation): [string, string][] {
  const rows: [string, string][] = []
  if (since !== null) rows.push(['since', since])
  if (until !== null) rows.push(['until', until])
  const use = replacement === null ? '' : `; use ${replacement}`
  if (deprecated !== null) rows.push(['deprecated', `${apiVersion} since ${deprecated}${removed === null ? '' : `, removed in ${removed}`}${use}`])
  else if (removed !== null) rows.push(['removed', `${apiVersion} in ${removed}${use}`])
  return rows
}

function fieldRows(fields: readonly FieldExplanation[]): string {
  const width = Math.max(...fields.map(({ name }) => name.length)) + 2
  return fields.map((field) => {
    const { name, type, required, default: usual, since, until, constraints } = field
    const parts = [
      ...(required === 'yes' ? ['required'] : required === 'no' ? [] : [`required ${required}`]),
      ...(usual === null ? [] : [`default ${usual}`]),
      ...(since === null ? [] : [`since ${since}`]),
      ...(until === null ? [] : [`until ${until}`]),
      ...constraints.filter(({ text }) => text.length < 60).slice(0, 3).map(({ text, when }) => `${text}${when === '' ? '' : ` (${when})`}`),
    ]
    return wrapped(`  ${name.padEnd(width)}`, [type, ...parts].join('; '))
  }).join('')
}

/** Lines that go on under where the text begins. */
function wrapped(head: string, text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (head.length + lines.at(-1)!.length + word.length > WIDTH && lines.at(-1) !== '') lines.push('')
    lines[lines.length - 1] += `${lines.at(-1) === '' ? '' : ' '}${word}`
  }
  return lines.map((line, at) => `${at === 0 ? head : ' '.repeat(head.length)}${line}\n`.replace(/ +\n$/, '\n')).join('')
}
