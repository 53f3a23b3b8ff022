/** The exit code is made of the findings, and of nothing else: every format, severity and level. */
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/reporters/index.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const RULE = 'no-unknown-field'
const SEVERITIES = ['error', 'warning', 'info', 'none'] as const
/** Exit codes of a run with one finding of each severity, and with none. */
const EXPECTED: Record<string, readonly [error: number, warning: number, info: number, none: number]> = {
  '--fail-on error': [1, 0, 0, 0],
  '--fail-on warning': [1, 1, 0, 0],
  '--fail-on info': [1, 1, 1, 0],
  '--fail-on never': [0, 0, 0, 0],
  '--max-warnings 0': [1, 1, 0, 0],
  '--max-warnings 1': [1, 0, 0, 0],
  '--exit-zero': [0, 0, 0, 0],
  '--fail-on info --min-severity error': [1, 1, 1, 0],
  '--fail-on info --max-diagnostics 0': [1, 1, 1, 0],
  '--fail-on info --quiet': [1, 1, 1, 0],
}

// In one version of Kyverno's command line the exit code depended on the format, in others what was skipped counted as an error: kyverno/kyverno#2318, #9828, #9897, #12292.
describe.each(Object.keys(FORMATS))('%s', (format) => {
  test.each(Object.entries(EXPECTED))('%s', async (flags, codes) => {
    const settings = (severity: string) => `rules: {${RULE}: ${severity === 'none' ? 'error' : severity}}\n`
    const cwd = folder({ 'report.liquid': '', 'a.yaml': BAD, 'good/a.yaml': GOOD, ...Object.fromEntries(SEVERITIES.map((severity) => [`${severity}.settings`, settings(severity)])) })
    const template = format === 'template' ? ['--template', 'report.liquid'] : []
    for (const [index, severity] of SEVERITIES.entries()) {
      const { code, stderr } = await podlint(['--format', format, ...template, ...flags.split(' '), '-c', `${severity}.settings`, severity === 'none' ? 'good' : 'a.yaml'], { cwd })
      expect(code, `${severity} ${stderr}`).toBe(codes[index])
    }
  })
})

test.each<[string, string[]]>([
  ['an unknown flag', ['--no-such-flag']],
  ['an unknown rule', ['--ignore', 'no-such-rule']],
  ['an unknown preset', ['--preset', 'none']],
  ['an unknown format', ['--format', 'no-such-format']],
  ['an unknown version', ['-k', '1.99']],
  ['a file that does not exist', ['a.yaml', 'gone.yaml']],
  ['a glob that matches nothing', ['*.json']],
  ['a settings file that does not exist', ['-c', 'gone.yaml']],
  ['nothing to lint', ['empty']],
  ['only files that are no manifests', ['values']],
  ['an output file that cannot be written', ['--format', 'json:gone/out.json']],
])('%s is 2, whatever the flags', async (_, argv) => {
  const files = { 'a.yaml': BAD, 'empty/': '', 'values/values.yaml': 'replicas: 2\n' }
  for (const more of [[], ['--exit-zero'], ['--fail-on', 'never'], ['--quiet']]) {
    const { code, stderr } = await podlint([...argv, ...more], { cwd: folder(files) })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^podlint: /)
    expect(stderr).not.toMatch(/\n {4}at /)
  }
})

test('both a finding and a failure is 2, and the finding is printed all the same', async () => {
  const { code, stdout, stderr } = await podlint(['a.yaml', 'gone.yaml', 'latin.yaml'], { cwd: folder({ 'a.yaml': BAD, 'latin.yaml': Buffer.from('a: \xe9\n', 'latin1') }) })
  expect(code).toBe(2)
  expect(stdout).toContain('a.yaml:6:1: error')
  expect(stderr).toBe('podlint: Cannot read gone.yaml: no such file or folder\npodlint: latin.yaml is not valid UTF-8 (byte 0xe9 in line 1, column 4)\n')
})
