/** `podlint rules --peer TOOL`: the checks of another tool, and the rules that cover them. */
import type { Rule } from '../engine/define-rule.ts'
import { didYouMean, UsageError } from '../usage-error.ts'

interface Check {
  id: string
  title: string
  /** Whether the tool makes it when nobody asks for it. */
  byDefault: boolean
  rules: readonly string[]
  /** Why no rule is like it, where that is so by its nature. */
  reason?: string
  /** What the rules have to be told for that. */
  settings?: string
}

/** Throws a UsageError for a tool that no rule names. */
export async function peerList(tool: string, rules: readonly Rule[], json: boolean): Promise<string> {
  const { PEER_CHECKS } = await import('../parts/peer-checks.ts')
  const known = [...new Set([...Object.keys(PEER_CHECKS), ...rules.flatMap(({ peers }) => Object.keys(peers))])].sort()
  if (!known.includes(tool)) throw new UsageError(`Unknown tool "${tool}", only ${known.join(', ')}${didYouMean(tool, known)}`)
  const lines = Object.hasOwn(PEER_CHECKS, tool) ? PEER_CHECKS[tool]!.split('\n') : []
  const listed = lines.map((line): Check => {
    const [id = '', byDefault, reason = '', title = '', settings = ''] = line.split('\t')
    return { id, title, byDefault: byDefault === '*', rules: covering(tool, id, rules), ...(reason === '' ? {} : { reason }), ...(settings === '' ? {} : { settings }) }
  })
  // Of other tools, and of parts of theirs that are no checks by themselves, only what rules name.
  const ids = new Set(listed.map(({ id }) => id))
  const others = [...new Set(rules.flatMap(({ peers }) => peers[tool] ?? []))].filter((id) => !ids.has(id)).sort()
  const checks = [...listed, ...others.map((id): Check => ({ id, title: '', byDefault: false, rules: covering(tool, id, rules) }))]
  return json ? `${JSON.stringify(checks, null, 2)}\n` : textOf(tool, checks, checks.some(({ byDefault }) => byDefault))
}

const covering = (tool: string, check: string, rules: readonly Rule[]): string[] => rules.filter(({ peers }) => peers[tool]?.includes(check)).map(({ id }) => id)

function textOf(tool: string, checks: readonly Check[], hasPreset: boolean): string {
  const width = Math.max(...checks.map(({ id }) => id.length)) + 2
  const text = checks.map(({ id, title, byDefault, rules, reason, settings }) => {
    const cover = rules.length > 0 ? rules.join(', ') : reason === undefined ? 'no rule' : `no rule: it ${reason}`
    return `  ${byDefault ? '*' : ' '} ${id.padEnd(width)}${cover}${title === '' ? '' : `\n    ${' '.repeat(width)}(${title})`}${settings === undefined ? '' : `\n    ${' '.repeat(width)}${settings}`}\n`
  })
  const covered = checks.filter(({ rules }) => rules.length > 0).length
  return `${text.join('')}\n${covered} of ${checks.length} checks of ${tool} have a rule here${hasPreset ? `; --preset ${tool} runs those for what it checks by default (*)` : ''}\n`
}
