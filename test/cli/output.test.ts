/** What is printed of the findings, and how: narrowed, counted, colored, linked, filled into a template. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Host } from '../../src/cli/host.ts'
import { print } from '../../src/cli/print.ts'
import type { Settings } from '../../src/cli/settings.ts'
import type { Report } from '../../src/diagnostic.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

/** An error, two warnings and an info. */
const MIXED = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers:\n    - name: web\n      image: nginx:latest\n      imagePullPolicy: Sometimes\n  hostNetwork: true\n  hostPID: true\n'

const concise = async (argv: readonly string[]) => {
  const { code, stdout, stderr } = await podlint(['-f', 'concise', ...argv], { cwd: folder({ 'a.yaml': MIXED }) })
  const lines = stdout.trimEnd().split('\n')
  return { code, severities: lines.flatMap((line) => / (error|warning|info) /.exec(line)?.[1] ?? []), summary: lines.at(-1)!, stderr }
}

describe('--min-severity', () => {
  test('prints only what is this bad, and leaves summary and exit code as they are', async () => {
    const all = await concise([])
    expect(new Set(all.severities)).toEqual(new Set(['error', 'warning', 'info']))
    for (const [level, kept] of [['error', ['error']], ['warning', ['error', 'warning']], ['info', ['error', 'warning', 'info']]] as const) {
      const { code, severities, summary } = await concise(['--min-severity', level])
      expect(severities).toEqual(all.severities.filter((severity) => (kept as readonly string[]).includes(severity)))
      expect([code, summary]).toEqual([1, all.summary])
    }
    expect((await concise(['--min-severity', 'error', '--fail-on', 'never'])).code).toBe(0)
    expect((await concise(['--min-severity', 'error', '--error', 'no-floating-image-tag', '--off', 'valid-container', '--fail-on', 'info'])).code).toBe(1)
  })

  test('is not what --fail-on takes', async () => {
    expect((await concise(['--min-severity', 'never'])).stderr).toBe('podlint: --min-severity is error, warning or info, not "never"\n')
  })
})

describe('--max-diagnostics', () => {
  test('prints the worst findings in their order, and says how many more there are', async () => {
    const all = await concise([])
    const two = await concise(['--max-diagnostics', '2'])
    expect([...two.severities].sort()).toEqual(['error', 'warning'])
    expect(two).toMatchObject({ code: 1, summary: all.summary, stderr: `podlint: ${all.severities.length - 2} more findings not printed (--max-diagnostics 2)\n` })
    expect(await concise(['--max-diagnostics', String(all.severities.length)])).toMatchObject({ severities: all.severities, stderr: '' })
    expect((await concise(['--max-diagnostics', '0'])).severities).toEqual([])
  })

  test('counts what --min-severity leaves', async () => {
    expect((await concise(['--max-diagnostics', '1', '--min-severity', 'error'])).stderr).toBe('')
  })

  test('takes a number', async () => {
    expect((await concise(['--max-diagnostics', 'few'])).stderr).toBe('podlint: --max-diagnostics is a number, not "few"\n')
  })
})

describe('--statistics', () => {
  test('counts in place of findings, as text or as JSON', async () => {
    const cwd = folder({ 'a.yaml': MIXED, 'b.yaml': BAD })
    const { code, stdout } = await podlint(['--statistics'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^By rule .*\n[^]*\nBy kind .*\n {2}Pod .*\n {2}ConfigMap .*\n\nBy file .*\n {2}a\.yaml .*\n {2}b\.yaml .*\n\n2 files, 2 resources: /m)
    const counts = JSON.parse((await podlint(['--statistics', '-f', 'json'], { cwd })).stdout) as { files: { name: string }[] }
    expect(counts.files.map(({ name }) => name)).toEqual(['a.yaml', 'b.yaml'])
  })

  test('leaves other formats of the run as they are', async () => {
    const cwd = folder({ 'a.yaml': MIXED })
    const { stdout } = await podlint(['--statistics', '-f', 'text,jsonl:all.jsonl'], { cwd })
    expect(stdout).toMatch(/^By rule/)
    expect(readFileSync(join(cwd, 'all.jsonl'), 'utf8')).toMatch(/^\{"rule":/)
    expect((await podlint(['--statistics', '-f', 'sarif'], { cwd })).stderr).toBe('podlint: --statistics counts for the formats text and json, not for sarif\n')
  })
})

describe('--template', () => {
  const files = { 'a.yaml': BAD, 'report.liquid': '\ufeff{% for file in files %}{{ file.file }}: {{ file.diagnostics.size }}{% endfor %}' }

  test('fills in a template, with the same exit code', async () => {
    expect(await podlint(['--template', 'report.liquid', 'a.yaml'], { cwd: folder(files) })).toEqual({ code: 1, stdout: 'a.yaml: 1\n', stderr: '' })
    const cwd = folder(files)
    const { stdout } = await podlint(['--template', 'report.liquid', '-f', 'template:out.txt', '-f', 'concise', 'a.yaml'], { cwd })
    expect([stdout.split(':')[0], readFileSync(join(cwd, 'out.txt'), 'utf8')]).toEqual(['a.yaml', 'a.yaml: 1\n'])
  })

  test.each([
    [['-f', 'template', 'a.yaml'], '--format template needs a template: --template FILE'],
    [['--template', 'report.liquid', '-f', 'json', 'a.yaml'], '--template is for the format template, not for json'],
    [['--template', 'gone.liquid', 'a.yaml'], 'Cannot read the template gone.liquid: no such file or folder'],
    [['--template', '.', 'a.yaml'], 'Cannot read the template .: it is not a file'],
  ])('%j is refused', async (argv, message) => {
    expect(await podlint(argv, { cwd: folder(files) })).toEqual({ code: 2, stdout: '', stderr: `podlint: ${message}\n` })
  })
})

describe('on a CI server, without --format', () => {
  test.each([
    [{ GITHUB_ACTIONS: 'true' }, '::error title=no-unknown-field'],
    [{ TF_BUILD: 'True' }, '##vso[task.logissue type=error'],
    [{ TEAMCITY_VERSION: '2026.1' }, '##teamcity[inspection typeId='],
  ])('%j adds its annotations to the text', async (env, start) => {
    const { stdout } = await podlint(['a.yaml'], { cwd: folder({ 'a.yaml': BAD }), env })
    expect(stdout).toMatch(/^a\.yaml:6:1: error /)
    expect(stdout).toContain(`\n${start}`)
    expect((await podlint(['a.yaml', '-f', 'concise'], { cwd: folder({ 'a.yaml': BAD }), env })).stdout).not.toContain(start)
  })
})

describe('links', () => {
  test.each([
    [{ TERM_PROGRAM: 'WezTerm' }, true],
    [{ TERM: 'xterm-kitty' }, true],
    [{ VTE_VERSION: '7600' }, true],
    [{ VTE_VERSION: '4800' }, false],
    [{ WT_SESSION: '1' }, true],
    [{ TERM: 'xterm-256color' }, false],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, false],
    [{ TERM_PROGRAM: 'vscode', CI: 'true' }, false],
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ FORCE_HYPERLINK: '0', WT_SESSION: '1' }, false],
  ])('of rule names with %j: %j', async (env, linked) => {
    const cwd = folder({ 'a.yaml': BAD })
    for (const argv of [['a.yaml'], ['rules'], ['rule', 'no-unknown-field']]) expect((await podlint(argv, { cwd, env, isTerminal: true })).stdout.includes('\u001b]8;;https://')).toBe(linked)
    expect((await podlint(['a.yaml'], { cwd, env })).stdout).not.toContain('\u001b')
  })
})

describe('color', () => {
  test.each([[['rules']], [['rule', 'no-unknown-field']], [['--diff', '--unsafe-fixes']]])('of %j is there on a terminal only, and changes no character', async (argv) => {
    const cwd = folder({ 'a.yaml': BAD })
    const colored = await podlint(argv, { cwd, isTerminal: true })
    const plain = await podlint(argv, { cwd })
    expect(colored.stdout).toContain('\u001b[1m')
    expect(plain.stdout).not.toContain('\u001b')
    expect(stripVTControlCharacters(colored.stdout)).toBe(plain.stdout)
    expect((await podlint([...argv, '--color', 'never'], { cwd, isTerminal: true })).stdout).toBe(plain.stdout)
  })

  test('of a patch follows its hunks, whatever its lines begin with', async () => {
    const { stdout } = await podlint(['--diff', '--unsafe-fixes', '--color', 'always'], { cwd: folder({ 'a.yaml': `--- # a\n${BAD}` }) })
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => [/\u001b\[(\d+)m/.exec(line)?.[1], stripVTControlCharacters(line)])).toEqual(expect.arrayContaining([['1', '--- a/a.yaml'], ['31', '-dat:'], ['32', '+data:']]))
  })

  test('of a patch that goes into a file is none', async () => {
    const cwd = folder({ 'a.yaml': BAD, 'b.yaml': GOOD })
    await podlint(['--diff', '--unsafe-fixes', '--color', 'always', '-o', 'fix.patch'], { cwd })
    expect(readFileSync(join(cwd, 'fix.patch'), 'utf8')).not.toContain('\u001b')
  })
})

test('a report that is longer than a string can be', async () => {
  const tooLong = () => 'a'.repeat(2 ** 29) + 'a'.repeat(2 ** 29)
  const written: string[] = []
  const stream = { isTerminal: false, write: (text: string) => void written.push(text) }
  const problems = await print({ diagnostics: [] } as unknown as Report, [[{ format: 'json' }, tooLong, undefined]], { color: false, shown: { least: 'info', most: Infinity } } as Settings, { cwd: '/', env: {}, stdout: stream, stderr: stream } as unknown as Host, false, false, true)
  expect(problems).toEqual(['The report in the format json would be longer than half a gigabyte, so it is not written; --max-diagnostics N prints only the worst findings'])
  expect(written).toEqual([])
})
