/** The program as a user meets it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n'

describe('standard input', () => {
  test('is linted for "-", under the name that is given', async () => {
    expect((await podlint(['-', '-f', 'concise'], { stdin: BAD })).stdout).toMatch(/^<stdin>:6:1/)
    expect((await podlint(['--stdin-filename', 'k8s/a.yaml', '-f', 'concise'], { stdin: BAD })).stdout).toMatch(/^k8s\/a\.yaml:6:1/)
  })

  test.each(['', '\n', '# only a comment\n', '---\n---\n'])('without a manifest (%j) is 2, or 0 with --allow-empty', async (stdin) => {
    expect(await podlint(['-'], { stdin })).toMatchObject({ code: 2, stderr: 'podlint: Nothing to lint: standard input holds no manifest (fine with --allow-empty)\n' })
    expect(await podlint(['-', '--allow-empty'], { stdin })).toMatchObject({ code: 0, stderr: '' })
  })

  test('that is no text is 2', async () => {
    expect(await podlint(['-'], { stdin: Buffer.from([0x61, 0xff]) })).toMatchObject({ code: 2, stderr: 'podlint: standard input is not valid UTF-8 (byte 0xff in line 1, column 2)\n' })
  })

  test('that is broken is a finding', async () => {
    expect(await podlint(['-'], { stdin: 'Error: template: web/templates/a.yaml:3:4: nil pointer\n' })).toMatchObject({ code: 1 })
  })

  test('is not read unasked, and that is said', async () => {
    const cwd = folder({ 'a.yaml': GOOD })
    expect(await podlint([], { cwd, stdin: BAD, isStdinPiped: true })).toMatchObject({ code: 0, stderr: 'podlint: standard input is not read; to lint it: podlint -\n' })
    expect(await podlint(['a.yaml'], { cwd, stdin: BAD, isStdinPiped: true })).toMatchObject({ code: 0, stderr: '' })
  })

  test('cannot be mixed with files', async () => {
    expect(await podlint(['-', 'a.yaml'])).toMatchObject({ code: 2, stderr: 'podlint: Standard input ("-") cannot be linted together with files\n' })
    expect((await podlint(['--stdin-filename', 'b.yaml', 'a.yaml'])).code).toBe(2)
  })

  test('named like a Helm template is left alone', async () => {
    const cwd = folder({ 'chart/Chart.yaml': '', 'chart/templates/': '' })
    expect(await podlint(['--stdin-filename', 'chart/templates/a.yaml', '-', '--allow-empty'], { cwd, stdin: 'a: {{ .Values.x }}' })).toMatchObject({ code: 0, stdout: expect.stringContaining('helm template (1)') })
  })
})

describe('what is no manifest', () => {
  test('is left alone in folders, and counted', async () => {
    const files = {
      'a.yaml': GOOD,
      'values.yaml': 'replicas: 2\n',
      'docker-compose.yaml': 'services:\n  web:\n    image: nginx\n',
      '.github/workflows/ci.yaml': 'on: push\njobs: {}\n',
      'package.json': '{"name": "x"}',
      'kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patch.yaml}]\n',
      'patch.yaml': 'kind: Deployment\nspec: {}\n',
      'chart/Chart.yaml': 'apiVersion: v2\nname: x\n',
      'chart/templates/a.yaml': '{{ if }}\n',
    }
    const { code, stdout } = await podlint(['-f', 'json'], { cwd: folder(files) })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ summary: { resources: 1, leftAlone: { 'helm chart': 1, 'helm template': 1, kustomization: 1, 'kustomize patch': 1, 'not a Kubernetes manifest': 4 } } })
  })

  test('is a finding when it is named, but not with --force-exclude', async () => {
    const cwd = folder({ 'values.yaml': 'replicas: 2\n', 'a.yaml': GOOD })
    expect((await podlint(['values.yaml', 'a.yaml'], { cwd })).code).toBe(1)
    expect((await podlint(['values.yaml', 'a.yaml', '--force-exclude'], { cwd })).code).toBe(0)
  })

  test('and nothing else is 2, with the place where it was looked for', async () => {
    const cwd = folder({ 'k8s/values.yaml': 'a: 1\n' })
    expect((await podlint([], { cwd })).stderr).toBe('podlint: Nothing to lint: no Kubernetes manifest here (fine with --allow-empty)\n')
    expect((await podlint(['k8s'], { cwd })).stderr).toBe('podlint: Nothing to lint: no Kubernetes manifest in k8s (fine with --allow-empty)\n')
  })
})

describe('output', () => {
  test('can be several formats at once, into files and onto standard output', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    const { stdout } = await podlint(['a.yaml', '-f', 'concise,json:out.json', '-f', 'sarif:out.sarif'], { cwd })
    expect(stdout).toMatch(/^a\.yaml:6:1/)
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ diagnostics: [{ rule: 'no-unknown-field' }] })
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  test('of one format goes into the file of -o, without colour', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect((await podlint(['a.yaml', '-o', 'out.txt', '--color', 'always'], { cwd })).stdout).toBe('')
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toMatch(/^a\.yaml:6:1: error/)
    expect(await podlint(['a.yaml', '-f', 'json,text', '-o', 'out.txt'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('--output-file is for one format') })
  })

  test('is text, and annotations too on GitHub', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect((await podlint(['a.yaml'], { cwd })).stdout).toMatch(/^a\.yaml:6:1: error .*\n.*\| dat:/)
    const { stdout } = await podlint(['a.yaml'], { cwd, env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toMatch(/^a\.yaml:6:1: error/)
    expect(stdout).toContain('\n::error ')
    expect((await podlint(['a.yaml', '-f', 'text'], { cwd, env: { GITHUB_ACTIONS: 'true' } })).stdout).not.toContain('::error')
  })

  test.each<[string[], Record<string, string>, boolean, boolean]>([
    [[], {}, false, false],
    [[], {}, true, true],
    [[], { TERM: 'dumb' }, true, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [['--color', 'always'], { NO_COLOR: '1' }, false, true],
    [['--color=auto'], {}, true, true],
  ])('%j with %j on a terminal (%j) has colour: %j', async (argv, env, isTerminal, colored) => {
    expect((await podlint(['a.yaml', ...argv], { cwd: folder({ 'a.yaml': BAD }), env, isTerminal })).stdout.includes('\u001b[')).toBe(colored)
  })

  test('with --quiet has errors only', async () => {
    const cwd = folder({ 'a.yaml': `${BAD}---\n${POD}spec:\n  containers:\n    - name: app\n      image: nginx:latest\n` })
    const { stdout } = await podlint(['a.yaml', '--quiet', '-f', 'concise'], { cwd })
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringContaining('no-unknown-field')])
  })

  test('of kubeconform: --output', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect(JSON.parse((await podlint(['-strict', '-summary', '-output', 'json', 'a.yaml'], { cwd })).stdout)).toHaveProperty('diagnostics')
    expect((await podlint(['--output', 'report.json', 'a.yaml'], { cwd })).stderr).toBe('podlint: --output takes a format, and "report.json" is none; --output-file report.json prints into a file\n')
    expect((await podlint(['-f', 'jsn', 'a.yaml'], { cwd })).stderr).toMatch(/^podlint: There is no format "jsn", .*did you mean "json"\?\n$/)
  })

  test('is the same, byte for byte, whatever the order of the files', async () => {
    const cwd = folder({ 'a.yaml': BAD, 'b.yaml': BAD.replace('settings', 'Other'), 'c/d.yaml': POD })
    const outputs = await Promise.all([['a.yaml', 'b.yaml', 'c'], ['c', 'b.yaml', 'a.yaml'], ['b.yaml', 'c/d.yaml', 'a.yaml', 'a.yaml']].map(async (paths) => (await podlint(['-f', 'json', ...paths], { cwd })).stdout))
    expect(new Set(outputs).size).toBe(1)
  })
})

describe('versions', () => {
  test.each(['1.31', 'v1.31', '1.31.4', 'latest'])('%s', async (version) => {
    expect((await podlint(['-k', version, '-'], { stdin: GOOD })).code).toBe(0)
  })

  test('that are not known are 2', async () => {
    expect((await podlint(['-kubernetes-version', '1.99.0', '-'], { stdin: GOOD })).stderr).toBe('podlint: There is no schema for Kubernetes "1.99.0", only for 1.28 to 1.37\n')
  })
})

describe('the rules', () => {
  test('are listed', async () => {
    const { code, stdout } = await podlint(['rules'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^validity:\n[^]* {2}no-unknown-field +error/)
    expect((JSON.parse((await podlint(['rules', '--json'])).stdout) as { id: string }[]).map(({ id }) => id)).toContain('no-unknown-field')
  })

  test.each(['rule', 'explain'])('are told one by one: %s', async (command) => {
    expect((await podlint([command, 'no-unknown-field'])).stdout).toMatch(/^no-unknown-field: [^]*Why:\n[^]*How to fix:\n[^]*Wrong, [^]*Right, /)
    expect(await podlint([command, 'no-unknown-fields'])).toMatchObject({ code: 2, stderr: 'podlint: There is no rule "no-unknown-fields", did you mean "no-unknown-field"?\n' })
    expect((await podlint([command])).stderr).toBe(`podlint: Name one rule: podlint ${command} NAME\n`)
  })
})

test('a word that is neither command nor file', async () => {
  expect(await podlint(['lint'], { cwd: folder({ 'a.yaml': GOOD }) })).toMatchObject({ code: 2, stderr: 'podlint: Cannot read lint: no such file or folder\n' })
  expect((await podlint(['chekc'], { cwd: folder({ 'a.yaml': GOOD }) })).stderr).toBe('podlint: There is no command, file or folder "chekc", did you mean "check"?\n')
})

test('files of a path pattern are left out', async () => {
  const { stdout } = await podlint(['-ignore-filename-pattern', '(^|/)b\\.'], { cwd: folder({ 'a.yaml': GOOD, 'b.yaml': BAD, 'c/b.yaml': BAD }) })
  expect(stdout).toBe('Left alone: left out by --ignore-filename-pattern (2)\n1 file, 1 resource: no findings\n')
  expect((await podlint(['--ignore-filename-pattern', '('])).stderr).toBe('podlint: --ignore-filename-pattern: "(" is no regular expression\n')
})

test('a Markdown file that is named is linted in its fences', async () => {
  const cwd = folder({ 'README.md': `# Example\n\n\`\`\`yaml\n${BAD}\`\`\`\n`, 'docs/a.md': `\`\`\`yaml\n${BAD}\`\`\`\n` })
  expect((await podlint(['README.md', '-f', 'concise'], { cwd })).stdout).toMatch(/^README\.md:9:1/)
  expect((await podlint([], { cwd })).code).toBe(2)
  expect((await podlint(['--include-markdown', '-f', 'json'], { cwd })).stdout).toMatch(/README\.md[^]*docs\/a\.md|docs\/a\.md[^]*README\.md/)
})

test('an error in the program itself has no stack trace, unless it is asked for', async () => {
  const broken = { cwd: folder({ 'a.yaml': GOOD }), env: new Proxy({}, { get: () => { throw new TypeError('boom') } }) }
  expect(await podlint(['a.yaml'], broken)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^podlint: an error in podlint itself: boom\nPlease report it at .*\n$/) })
  expect((await podlint(['a.yaml', '--verbose'], broken)).stderr).toMatch(/\n {4}at /)
})
