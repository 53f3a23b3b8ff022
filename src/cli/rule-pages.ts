/** `podlint rules` and `podlint rule NAME`. */
import { exampleText, type Rule } from '../engine/define-rule.ts'
import { ruleUrl } from '../project.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

/** One line for each rule, by category. */
export function ruleList(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length)) + 2
  const line = ({ id, severity, fixable, summary }: Rule) => `  ${id.padEnd(width)}${severity.padEnd(9)}${(fixable === undefined ? '' : 'fix').padEnd(5)}${summary}`
  const categories = [...new Set(rules.map(({ category }) => category))]
  return `${categories.map((category) => [`${category}:`, ...rules.filter((rule) => rule.category === category).map(line), ''].join('\n')).join('\n')}
${rules.length} rules; podlint rule NAME explains one
`
}

/** An array of all there is to know about each rule but its examples. */
export function ruleJson(rules: readonly Rule[]): string {
  const entries = rules.map(({ id, category, severity, presets, since, summary, why, howToFix, fixable = null, options = {}, references, peers }) => {
    return { id, category, severity, presets, since, summary, why, howToFix, fixable, options, references, peers, url: ruleUrl(id) }
  })
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
}

/** Throws a UsageError for a name that no rule has. */
export function rulePage(name: string, rules: readonly Rule[]): string {
  const rule = rules.find(({ id }) => id === name)
  if (rule === undefined) throw new UsageError(`There is no rule "${name}"${didYouMean(name, rules.map(({ id }) => id)) || '; see podlint rules'}`)
  const { id, category, severity, presets, fixable, summary, why, howToFix, options = {}, bad, good, references, peers } = rule
  const list = (items: readonly string[]) => items.map((item) => `  ${item}\n`).join('')
  const example = (text: string) => exampleText(text).trimEnd().split('\n').map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('')
  const parts = [
    `${id}: ${summary}\n`,
    `Severity ${severity}; category ${category}; ${presets.length === 0 ? 'in no preset: switch it on by name' : `in the presets ${presets.join(', ')}`}; ${fixable === undefined ? 'no fix' : `mended by ${fixable === 'safe' ? '--fix' : '--fix --unsafe-fixes'}`}\n`,
    `Why:\n  ${why}\n`,
    `How to fix:\n  ${howToFix}\n`,
    Object.keys(options).length > 0 && `Options:\n${list(Object.entries(options).map(([option, { default: value, description }]) => `${option}: ${description} Default: ${JSON.stringify(value)}`))}`,
    ...bad.slice(0, 1).map(({ title, yaml }) => `Wrong, ${title}:\n${example(yaml)}`),
    ...good.slice(0, 1).map(({ title, yaml }) => `Right, ${title}:\n${example(yaml)}`),
    `See also:\n${list([...references, ...Object.entries(peers).map(([tool, ids]) => `${tool}: ${ids.join(', ')}`), ruleUrl(id)])}`,
  ]
  return parts.filter((part) => part !== false).join('\n')
}
