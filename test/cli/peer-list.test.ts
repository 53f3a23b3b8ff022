/** `podlint rules` of a preset, and beside the checks of another tool. */
import { expect, test } from 'vitest'
import { PEER_CHECKS } from '../../src/parts/peer-checks.ts'
import { MORE_PRESETS } from '../../src/parts/more-presets.ts'
import { allRules } from '../../src/rules.ts'
import { folder, podlint } from './run-cli.ts'

const rules = (...argv: string[]) => podlint(['rules', ...argv], { cwd: folder({}) })

interface Check {
  id: string
  byDefault: boolean
  rules: string[]
  reason?: string
}

test.each(Object.keys(PEER_CHECKS))('every check of %s has rules, or a reason why there is none', async (tool) => {
  const { stdout } = await rules('--peer', tool)
  // Of policies that somebody chooses, none is on by default.
  const hasPreset = tool !== 'kyverno'
  expect(Object.hasOwn(MORE_PRESETS, tool)).toBe(hasPreset)
  expect(stdout).toMatch(new RegExp(`\\n\\d+ of \\d+ checks of ${tool} have a rule here${hasPreset ? `; --preset ${tool} runs those for what it checks by default \\(\\*\\)` : ''}\\n$`))
  const checks = JSON.parse((await rules('--peer', tool, '--json')).stdout) as Check[]
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  const known = new Set(allRules().map(({ id }) => id))
  for (const check of checks) for (const id of check.rules) expect(known).toContain(id)
  expect(checks.filter((check) => check.rules.length === 0 && check.reason === undefined).map(({ id }) => id)).toEqual([])
  if (!hasPreset) return
  // The preset has the rules of what is on by default, and no more.
  const preset = new Set(MORE_PRESETS[tool]!.split(' '))
  const wanted = new Set(checks.filter(({ byDefault }) => byDefault).flatMap((check) => check.rules))
  expect([...preset].filter((id) => !wanted.has(id) && id !== 'valid-yaml')).toEqual([])
})

test('shows what a check is called, and what it is here', async () => {
  const { stdout } = await rules('--peer', 'kube-linter')
  expect(stdout).toMatch(/^ {2}\* latest-tag +no-floating-image-tag$/m)
  expect((await rules('--peer', 'trivy')).stdout).toMatch(/^ {2}\* KCV-0001 +no rule: it looks at the flags and files of control plane components\n +\(Ensure /m)
  expect((await rules('--peer', 'kyverno')).stdout).toMatch(/\n\d+ of \d+ checks of kyverno have a rule here\n$/)
})

test('shows what rules have to be told for a check', async () => {
  const { stdout } = await rules('--peer', 'kyverno')
  expect(stdout).toMatch(/^ {4}restrict-node-affinity +forbidden-field\n +\(Restrict Node Affinity\)\n +forbidden-field: \{ path: pod\.spec\.affinity\.nodeAffinity \}$/m)
  expect(stdout).toMatch(/^ {4}block-stale-images +no rule: it needs the image itself, or a registry$/m)
})

test('refuses a tool that there is not', async () => {
  expect(await rules('--peer', 'trivi')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^podlint: Unknown tool "trivi", only .*, did you mean "trivy"\?\n$/) as string })
})

test('lists the rules of a preset', async () => {
  const { stdout } = await rules('--preset', 'cis')
  expect(stdout).toContain('  no-privileged-container ')
  expect(stdout).not.toContain('  no-floating-image-tag ')
  expect(await rules('--preset', 'cjs')).toMatchObject({ code: 2 })
})
