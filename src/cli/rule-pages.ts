/** `podlint rules` and `podlint rule NAME`. */
import { exampleText, type Rule } from '../engine/define-rule.ts'
import { ruleUrl } from '../project.ts'
import { linker, painter, type Link, type Paint } from '../reporters/color.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { inWords, type ListedRule } from './own-rules.ts'

/** How a page looks on a terminal. */
export interface Style {
  paint: Paint
  link: Link
}

export const PLAIN: Style = { paint: painter(false), link: linker(false) }

/** One line for each rule, by category, and those of the settings. */
export function ruleList(rules: readonly Rule[], own: readonly ListedRule[] = [], { paint, link }: Style = PLAIN): string {
  const width = Math.max(...rules.map(({ id }) => id.length)) + 2
  const line = ({ id, severity, fixable, summary, url = ruleUrl(id) }: Rule) => `  ${link(url, id)}${' '.repeat(width - id.length)}${paint(severity, severity.padEnd(9))}${(fixable === undefined ? '' : 'fix').padEnd(5)}${summary}`
  const categories = [...new Set(rules.map(({ category }) => category))]
  return `${categories.map((category) => [paint('bold', `${category}:`), ...rules.filter((rule) => rule.category === category).map(line), ''].join('\n')).join('\n')}
${own.length === 0 ? '' : `${own[0]!.file}:\n${columns(own.map((rule) => [`${rule.id.padEnd(Math.max(...own.map(({ id }) => id.length)))}  ${rule.severity}`, inWords(rule)]))}\n`}${rules.length} rules; podlint rule NAME explains one
`
}

/** An array of all there is to know about each rule but its examples. */
export function ruleJson(rules: readonly Rule[], own: readonly ListedRule[] = []): string {
  const entries = rules.map(entryOf)
  const others = own.map(({ id, base, severity, options, message }) => ({ ...entryOf(base), id, rule: base.id, severity, presets: [], options, ...(message === undefined ? {} : { message }) }))
  return `[\n${[...entries, ...others].map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
}

function entryOf({ id, category, severity, presets, since, summary, why, howToFix, fixable, options = {}, references, peers, url = ruleUrl(id) }: Rule) {
  return { id, category, severity, presets, since, summary, why, howToFix, fixable: fixable ?? null, options, references, peers, url }
}

/** Whether a rule has this name, here or in another tool. */
export const hasRule = (name: string, rules: readonly Rule[]): boolean => rules.some((rule) => rule.id === name || peersOf(rule).some(({ id }) => normalized(id) === normalized(name)))

/** The page of a rule by its name, or by that of the same check in another tool. Throws a UsageError for a name that no rule has. */
export function rulePage(name: string, rules: readonly Rule[], own: readonly ListedRule[] = [], style: Style = PLAIN): string {
  const ours = own.find(({ id }) => id === name)
  if (ours !== undefined) return `${name} of ${ours.file} is ${inWords(ours)}${ours.message === undefined ? '' : `, and says: ${ours.message}`}.\n\n${pageOf(ours.base, style)}`
  const named = rules.find(({ id }) => id === name)
  if (named !== undefined) return pageOf(named, style)
  const alike = rules.flatMap((rule) => peersOf(rule).flatMap(({ tool, id }) => (normalized(id) === normalized(name) ? { rule, tool } : [])))
  const [first] = alike
  if (first === undefined) throw new UsageError(`Unknown rule "${name}"${didYouMean(name, rules.map(({ id }) => id)) || '; see podlint rules'}`)
  const head = `${name} of ${[...new Set(alike.map(({ tool }) => tool))].join(' and ')} is`
  const found = [...new Set(alike.map(({ rule }) => rule))]
  if (found.length === 1) return `${head} ${first.rule.id} here.\n\n${pageOf(first.rule, style)}`
  return `${head} several rules here; podlint rule NAME explains one:\n${found.map(({ id, summary }) => `  ${id}: ${summary}\n`).join('')}`
}

const peersOf = ({ peers }: Rule) => Object.entries(peers).flatMap(([tool, ids]) => ids.map((id) => ({ tool, id })))

/** Names of checks as people copy them: `KSV001`, `AVD-KSV-0001` and `ksv-0001` are the same. */
export const normalized = (id: string): string => id.toLowerCase().replace(/^avd-/, '').replaceAll(/[-_.\s]/g, '').replace(/([a-z])0+(?=\d)/, '$1')

function pageOf({ id, category, severity, presets, fixable, summary, why, howToFix, options = {}, bad, good, references, peers, plugin, isAlwaysOn, url = ruleUrl(id) }: Rule, { paint, link }: Style): string {
  const heading = (text: string) => paint('bold', text)
  const list = (items: readonly string[]) => items.map((item) => `  ${item}\n`).join('')
  const example = (text: string) => exampleText(text).trimEnd().split('\n').map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('')
  const written = Object.entries(options)
  const links = [...references, ...Object.entries(peers).map(([tool, ids]) => `${tool}: ${ids.join(', ')}`), url].filter((link) => link !== '')
  const isOn = presets.length > 0 || isAlwaysOn === true
  const parts = [
    `${paint('bold', link(url, id))}: ${summary}\n`,
    `Severity ${paint(severity, severity)}; category ${category}; ${isAlwaysOn === true ? `from ${plugin}` : presets.length === 0 ? 'in no preset: switch it on by name' : `in the presets ${presets.join(', ')}`}; ${fixable === undefined ? 'no fix' : `fixed by ${fixable === 'safe' ? '--fix' : '--fix --unsafe-fixes'}`}\n`,
    why !== summary && `${heading('Why:')}\n  ${why}\n`,
    howToFix !== '' && `${heading('How to fix:')}\n  ${howToFix}\n`,
    ...bad.slice(0, 1).map(({ title, yaml }) => `${heading(`Wrong, ${title}:`)}\n${example(yaml)}`),
    ...good.slice(0, 1).map(({ title, yaml }) => `${heading(`Right, ${title}:`)}\n${example(yaml)}`),
    `${heading(`How to switch it ${isOn ? 'off' : 'on or off'}:`)}\n${columns([
      ...(isOn ? [] : ([[`podlint --${severity === 'error' ? 'error' : 'warn'} ${id}`, 'for a run']] as const)),
      [`# podlint-ignore ${id}: the reason`, 'at the end of a line of a manifest, or on the line above it'],
      [`podlint --ignore ${id}`, 'for a run'],
      [`rules: {${id}: off}`, 'in podlint.yaml'],
    ])}`,
    written.length > 0 && `${heading('Options:')}\n${list(written.map(([option, { default: value, description }]) => `${option}: ${description} Default: ${JSON.stringify(value)}`))}
${heading('Options in podlint.yaml:')}
  rules:
    ${id}:
      options: {${written.map(([option, { default: value }]) => `${option}: ${JSON.stringify(value)}`).join(', ')}}
`,
    links.length > 0 && `${heading('See also:')}\n${list(links)}`,
  ]
  return parts.filter((part) => part !== false).join('\n')
}

function columns(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join('')
}
