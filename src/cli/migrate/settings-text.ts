/** What was carried over, as `podlint.yaml`. */
import { LATEST } from '../../versions.ts'
import type { Migration } from './migration.ts'

/** `flags` are those that settings have, too. */
export function settingsText({ tool, presets, rules, suppressions, exclude, failOn, flags }: Migration, from: string): string {
  const version = flags.find((flag) => flag.startsWith('--kubernetes-version='))?.split('=')[1]
  const lines = [
    `# From ${from} of ${tool}: podlint migrate ${tool}`,
    list('presets', presets),
    ...(version === undefined || version === LATEST ? [] : [`kubernetesVersions: "${version}"`]),
    ...(failOn === undefined ? [] : [`failOn: ${failOn}`]),
    ...(exclude.length === 0 ? [] : [list('exclude', exclude)]),
    ...(Object.keys(rules).length === 0 ? [] : ['rules:', ...Object.entries(rules).map(([id, setting]) => `  ${id}: ${typeof setting === 'string' ? setting : flow(setting)}`)]),
    ...(suppressions.length === 0 ? [] : ['suppressions:', ...suppressions.map((suppression) => `  - ${flow(suppression)}`)]),
  ]
  return `${lines.join('\n')}\n`
}

const list = (key: string, items: readonly string[]): string => (items.length === 1 && key === 'presets' ? `${key}: ${items[0]}` : [`${key}:`, ...items.map((item) => `  - ${scalar(item)}`)].join('\n'))

/** In one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([key, each]) => `${key}: ${flow(each)}`).join(', ')}}`
  return typeof value === 'string' ? scalar(value) : String(value)
}

const PLAIN = /^[a-z][\w./-]*$/i
/** JSON strings are YAML. */
const scalar = (text: string): string => (PLAIN.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) ? text : text === 'off' ? text : JSON.stringify(text))
