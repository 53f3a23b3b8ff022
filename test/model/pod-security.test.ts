/** The pods with which Kubernetes tests its admission plugin, held against every version of the policy: see fixtures/pod-security. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Linter } from '../../src/lint.ts'
import type { PodSecurityLevel } from '../../src/model/pod-security/check.ts'
import { CHECKS, violationsOf } from '../../src/model/pod-security/checks.ts'
import type { Rule } from '../../src/engine/define-rule.ts'
import { documentedRules } from '../../src/rule-docs.ts'

interface Case {
  minors: string
  level: PodSecurityLevel
  check: string
  verdict: 'pass' | 'fail'
  pod: object
}

const cases = readFileSync(join(import.meta.dirname, '../../fixtures/pod-security/pods.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
const rules = documentedRules()
const RULES_OF_CHECK = new Map(CHECKS.map(({ id }) => [id.toLowerCase(), rules.filter(({ peers }) => peers['pod-security-admission']?.includes(id)).map((rule) => rule.id)]))

function minorsOf(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number) as [number, number | undefined]
    return Array.from({ length: to! - from + 1 }, (_, index) => from + index)
  })
}

/** What the rules find, and what the table says, of which they are made. */
async function findings(pod: object, level: PodSecurityLevel, minor: number): Promise<{ found: string[]; violated: string[] }> {
  const violated: string[] = []
  const collector: Rule = { ...rules[0]!, id: 'collector', visit: { podSpec: (view) => void violated.push(...violationsOf(view, level, minor).map(({ check }) => check.id)) } }
  const severities = new Map(rules.filter(({ presets }) => presets.includes(`pss-${level}`)).map(({ id }) => [id, 'error' as const]))
  severities.set(collector.id, 'error')
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities, podSecurity: { level, minor }, describe: false }, [collector])
  await linter.add({ file: 'pod.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...pod }), named: true })
  const { diagnostics } = await linter.finish()
  return { found: diagnostics.map(({ rule }) => rule), violated }
}

test.each(['baseline', 'restricted'] as const)('%s: what the plugin allows is not flagged, and what it forbids is found by the rule of the check', async (level) => {
  const wrong: object[] = []
  let judged = 0
  for (const { minors, check, verdict, pod, ...each } of cases) {
    if (each.level !== level) continue
    for (const minor of minorsOf(minors)) {
      judged++
      const { found, violated } = await findings(pod, level, minor)
      const isRight = verdict === 'pass' ? found.length + violated.length === 0 : [check, ...violated].every((id) => RULES_OF_CHECK.get(id.toLowerCase())!.some((rule) => found.includes(rule)))
      if (!isRight) wrong.push({ check, verdict, minor, found, pod })
    }
  }
  expect(wrong).toEqual([])
  expect(judged).toBeGreaterThan(1000)
})
