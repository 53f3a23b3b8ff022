import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { fixAll } from '../../src/cli/fix.ts'
import { replaceFile } from '../../src/files/write.ts'
import { lintText } from '../lint-text.ts'
import { git } from '../child-process.ts'
import { want } from '../want.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

vi.mock('../../src/files/write.ts', { spy: true })

/** Two fixable slips, comments, and odd spacing that has to stay. */
const SLIPS = `# web
apiVersion:   v1   # the core
kind: ConfigMap
metadata:
    name: 'settings'
    lables: {app:   web}
dat:
    A: "1"   # one
`
const MENDED = SLIPS.replace('lables', 'labels').replace('dat:', 'data:')

describe('--fix', () => {
  test('mends files in place, byte for byte but for the slips, and reports what is left', async () => {
    const cwd = folder({ 'a.yaml': SLIPS, 'b.yaml': GOOD, 'c.yaml': BAD.replace('name: settings', 'name: Settings') })
    chmodSync(join(cwd, 'a.yaml'), 0o600)
    const untouched = statSync(join(cwd, 'b.yaml')).mtimeMs
    const { code, stdout, stderr } = await podlint(['--fix', '--unsafe-fixes', '-f', 'concise'], { cwd })
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(MENDED)
    expect(statSync(join(cwd, 'a.yaml')).mode & 0o777).toBe(0o600)
    expect(statSync(join(cwd, 'b.yaml')).mtimeMs).toBe(untouched)
    expect(stderr).toBe('podlint: fixed 3 findings in 2 files\n')
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^c\.yaml:4:9.*valid-metadata/), '3 files, 3 resources: 1 error'])
    expect(code).toBe(1)
  })

  test('keeps CRLF, a byte order mark, and UTF-16', async () => {
    const text = `\ufeff${SLIPS.replaceAll('\n', '\r\n')}`
    const cwd = folder({ 'a.yaml': text, 'b.yaml': Buffer.from(text, 'utf16le') })
    expect((await podlint(['--fix', '--unsafe-fixes'], { cwd })).code).toBe(0)
    const mended = `\ufeff${MENDED.replaceAll('\n', '\r\n')}`
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(mended)
    expect(readFileSync(join(cwd, 'b.yaml'), 'utf16le')).toBe(mended)
  })

  test('of standard input prints the text, and the findings on standard error', async () => {
    const { code, stdout, stderr } = await podlint(['--fix', '--unsafe-fixes', '-', '-f', 'concise'], { stdin: SLIPS.replace("'settings'", "'Settings'") })
    expect(stdout).toBe(MENDED.replace("'settings'", "'Settings'"))
    expect(stderr).toMatch(/^podlint: fixed 2 findings in 1 file\n<stdin>:5:11.*valid-metadata/)
    expect(code).toBe(1)
    expect((await podlint(['--fix', '-'], { stdin: GOOD })).stdout).toBe(GOOD)
  })

  test('does what is safe only, without --unsafe-fixes', async () => {
    const cwd = folder({ 'a.yaml': SLIPS })
    const { diagnostics } = JSON.parse((await podlint(['-f', 'json'], { cwd })).stdout) as { diagnostics: { fix?: string }[] }
    await podlint(['--fix'], { cwd })
    const left = JSON.parse((await podlint(['-f', 'json'], { cwd })).stdout) as { diagnostics: unknown[] }
    expect(left.diagnostics.length).toBe(diagnostics.filter(({ fix }) => fix !== 'safe').length)
  })

  test('mends the fences of Markdown', async () => {
    const cwd = folder({ 'README.md': `# Example\n\n\`\`\`yaml\n${SLIPS}\`\`\`\n\ndat: stays\n` })
    await podlint(['--fix', '--unsafe-fixes', 'README.md'], { cwd })
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe(`# Example\n\n\`\`\`yaml\n${MENDED}\`\`\`\n\ndat: stays\n`)
  })

  test('counts and reports as fixed only what could be written', async () => {
    const cwd = folder({ 'a.yaml': BAD, 'b.yaml': SLIPS })
    vi.mocked(replaceFile).mockImplementationOnce(() => {
      throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' })
    })
    const { code, stdout, stderr } = await podlint(['--fix', '--unsafe-fixes', '-f', 'concise'], { cwd })
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n')).toEqual(['podlint: fixed 2 findings in 1 file', expect.stringMatching(/^podlint: Cannot write a\.yaml: /)])
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringMatching(/^a\.yaml:6:1.*no-unknown-field/), '2 files, 2 resources: 1 error; 1 fixable with --fix --unsafe-fixes'])
  })

  test('leaves out a fix that would do more than it should, and says so', async () => {
    const report = await lintText(BAD, { rules: ['no-unknown-field'], file: 'a.yaml' })
    const [finding] = report.diagnostics as [(typeof report.diagnostics)[number]]
    // The key, and the line after it.
    const [edit] = finding.edits as [(typeof finding.edits)[number]]
    const greedy = { ...report, diagnostics: [{ ...finding, edits: [{ ...edit, end: { ...edit.end, offset: BAD.length }, text: 'data: {}\n' }] }] }
    const fixed = await fixAll(greedy, () => Promise.resolve(report), [{ file: 'a.yaml', named: true, read: () => ({ text: BAD, encoding: 'utf-8' }) }], () => true)
    expect([...fixed.texts]).toEqual([])
    expect(fixed.refusals).toEqual(['a.yaml:6:1: the fix of no-unknown-field is left out: it would change dat.HOST as well'])
  })

  test.each([[['fix']], [['fix', '.']], [['--fix', '.']]])('%j fixes', async (argv) => {
    const cwd = folder({ 'a.yaml': SLIPS })
    const { stderr } = await podlint([...argv, '--unsafe-fixes'], { cwd })
    expect(stderr).toMatch(/^podlint: fixed \d/)
  })

  test('podlint fix --diff writes nothing', async () => {
    const cwd = folder({ 'a.yaml': SLIPS })
    expect((await podlint(['fix', '--diff', '--unsafe-fixes'], { cwd })).stdout).toBe((await podlint(['--diff', '--unsafe-fixes'], { cwd })).stdout)
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(SLIPS)
  })

  test('--fix-rule fixes what these rules found and nothing else', async () => {
    const cwd = folder({ 'a.yaml': SLIPS })
    const { diagnostics } = JSON.parse((await podlint(['-f', 'json'], { cwd })).stdout) as { diagnostics: { rule: string; fix: string | null }[] }
    const fixable = diagnostics.filter(({ fix }) => fix !== null)
    const [rule] = [...new Set(fixable.map((each) => each.rule))]
    const { stdout } = await podlint(['--fix', '--unsafe-fixes', '--fix-rule', rule!, '-f', 'json'], { cwd })
    const left = JSON.parse(stdout) as { diagnostics: { rule: string; fix: string | null }[] }
    expect(left.diagnostics.filter(({ fix }) => fix !== null).map((each) => each.rule)).toEqual(fixable.map((each) => each.rule).filter((each) => each !== rule))
  })

  test.each([
    [['--fix-rule', 'valid-type'], '--fix-rule needs --fix or --diff'],
    [['fix', '--fix-rule', 'valid-typ'], '--fix-rule: no rule "valid-typ" runs here, did you mean "valid-type"?'],
    [['fix', '--ignore', 'valid-type', '--fix-rule', 'valid-type'], '--fix-rule: no rule "valid-type" runs here'],
  ])('%j is refused', async (argv, message) => {
    expect(await podlint(argv, { cwd: folder({ 'a.yaml': SLIPS }) })).toMatchObject({ code: 2, stderr: expect.stringMatching(`^podlint: ${message.replaceAll('?', '\\?')}`) })
  })

  test('renames Kind and ApiVersion, without which nothing else is known of an object', async () => {
    const list = (kind: string) => `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  ${kind}: ConfigMap\n  metadata: {name: a, namespace: shop}\n`
    const cwd = folder({ 'a.yaml': GOOD.replace('kind:', 'Kind:'), 'b.yaml': GOOD.replace('apiVersion:', 'ApiVersion:'), 'list.yaml': list('Kind') })
    expect((await podlint(['fix', '--unsafe-fixes'], { cwd })).code).toBe(0)
    expect(['a.yaml', 'b.yaml', 'list.yaml'].map((name) => readFileSync(join(cwd, name), 'utf8'))).toEqual([GOOD, GOOD, list('kind')])
  })

  test('--unsafe-fixes alone is refused', async () => {
    expect(await podlint(['--unsafe-fixes'])).toMatchObject({ code: 2, stderr: 'podlint: --unsafe-fixes needs --fix or --diff\n' })
  })
})

describe('--diff', () => {
  test('writes nothing and prints a patch that git applies', async (context) => {
    want(context, 'git')
    const cwd = folder({ 'a.yaml': SLIPS, 'k8s/b.yaml': BAD, 'c.yaml': GOOD })
    const { code, stdout, stderr } = await podlint(['--diff', '--unsafe-fixes'], { cwd })
    expect(code).toBe(1)
    expect(stderr).toBe('podlint: would fix 3 findings in 2 files\n')
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(SLIPS)
    writeFileSync(join(cwd, 'fix.patch'), stdout)
    git(cwd, 'apply', 'fix.patch')
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(MENDED)
    expect(readFileSync(join(cwd, 'k8s/b.yaml'), 'utf8')).toBe(GOOD)
  })

  test('without anything to fix says so and is 0, also with --fix', async () => {
    expect(await podlint(['--diff'], { cwd: folder({ 'a.yaml': GOOD }) })).toEqual({ code: 0, stdout: '', stderr: 'podlint: nothing to fix\n' })
    expect(await podlint(['--diff'], { cwd: folder({ 'a.yaml': BAD }) })).toEqual({ code: 0, stdout: '', stderr: 'podlint: nothing to fix; 1 finding fixable with --unsafe-fixes\n' })
    const cwd = folder({ 'a.yaml': BAD })
    expect((await podlint(['--fix', '--diff', '--unsafe-fixes'], { cwd })).stdout).toContain('-dat:\n+data:\n')
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(BAD)
  })
})
