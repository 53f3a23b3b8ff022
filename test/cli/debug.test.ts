/** `--debug` says where the time goes, and changes nothing else. */
import { expect, test } from 'vitest'
import { BAD, folder, podlint } from './run-cli.ts'

test('phases, parts and rules are on standard error', async () => {
  const cwd = folder({ 'a.yaml': BAD, 'podlint.yaml': 'presets: strict\n' })
  const plain = await podlint(['a.yaml'], { cwd })
  for (const flag of ['--debug', '-debug']) {
    const { code, stdout, stderr } = await podlint(['a.yaml', flag], { cwd })
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout })
    expect(stderr).toMatch(/^podlint: [\d.]+ ms for 1 file and 1 resource\n/)
    for (const name of ['start of Node and podlint', 'settings', 'finding files', 'linting', '  schema', '  loading rules', '  rules', '  reading and the rest', 'report']) expect(stderr).toMatch(new RegExp(`^ {2,} +[\\d.]+ ms {2}${name.trim()}$`, 'm'))
    expect(stderr).toMatch(/\nrules that took longest, of \d+:\n(?: +[\d.]+ ms {2}[a-z-]+\n){10}$/)
  }
  expect((await podlint(['a.yaml', '--debug', '--diff'], { cwd })).stderr).toMatch(/ms {2}fixing\n/)
})

test('a rule that throws is counted, too', async () => {
  const cwd = folder({ 'a.yaml': BAD, 'podlint.yaml': 'plugins: [./ours.mjs]\n', 'ours.mjs': "export default { id: 'ours', severity: 'info', visit: { object() { throw new Error('boom') } } }" })
  expect((await podlint(['a.yaml', '--debug', '--plugins', '--select', 'ours'], { cwd })).stderr).toMatch(/rules that took longest, of 1:\n +[\d.]+ ms {2}ours\n/)
})
