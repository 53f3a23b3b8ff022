/** The pods with which Kubernetes tests its admission plugin, held against every version of the policy: see fixtures/pod-security. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Linter } from '../../src/lint.ts'
import type { PodSecurityLevel } from '../../src/model/pod-security/check.ts'
import { CHECKS } from '../../src/model/pod-security/checks.ts'
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

async function rulesThatFind(pod: object, level: PodSecurityLevel, minor: number): Promise<string[]> {
  const severities = new Map(rules.filter(({ presets }) => presets.includes(`pss-${level}`)).map(({ id }) => [id, 'error' as const]))
  const linter = new Linter({ kubernetesVersions: ['1.37'], severities, podSecurity: { level, minor }, describe: false })
  await linter.add({ file: 'pod.json', text: JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...pod }), named: true })
  const { diagnostics } = await linter.finish()
  return diagnostics.map(({ rule }) => rule)
}

test.each(['baseline', 'restricted'] as const)('%s: what the plugin allows is not flagged, and what it forbids is found by the rule of the check', async (level) => {
  const wrong: object[] = []
  let judged = 0
  for (const { minors, check, verdict, pod, ...each } of cases) {
    if (each.level !== level) continue
    for (const minor of minorsOf(minors)) {
      judged++
      const found = await rulesThatFind(pod, level, minor)
      if (verdict === 'pass' ? found.length > 0 : !RULES_OF_CHECK.get(check)!.some((rule) => found.includes(rule))) wrong.push({ check, verdict, minor, found, pod })
    }
  }
  expect(wrong).toEqual([])
  expect(judged).toBeGreaterThan(1000)
})
