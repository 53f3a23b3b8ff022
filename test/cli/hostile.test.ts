/** A repository whose author means harm: it runs no code, writes no file of its choosing, gives no orders to a terminal or a CI server, and holds up nobody. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../child-process.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

describe('the settings of a repository', () => {
  const evil = { 'a.yaml': BAD, 'evil.cjs': 'require("fs").writeFileSync(__dirname + "/PWNED", "x"); module.exports = () => "ran\\n"', 'node_modules/eslint-formatter-evil/index.js': 'require("fs").writeFileSync(__dirname + "/../../PWNED", "x"); module.exports = () => ""' }

  test.each(['["./evil.cjs"]', 'evil', 'eslint-formatter-evil', '["./evil.cjs:out.txt"]'])('load no formatter: %s', async (format) => {
    const cwd = folder({ ...evil, 'podlint.yaml': `format: ${format}\n` })
    expect(await podlint(['.'], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^podlint: podlint\.yaml:1:\d+: Unknown format ".*evil.*ESLint formatters have to be named on the command line\n$/) })
    expect(existsSync(join(cwd, 'PWNED'))).toBe(false)
    expect((await podlint(['a.yaml', '--no-config', '-f', './evil.cjs'], { cwd })).stdout).toBe('ran\n')
  })

  test.each(['json:../out.json', 'json:/tmp/podlint-test-out.json', 'text:.git/hooks/pre-commit', 'text:sub/../../out.txt'])('write only below their folder: %s', async (format) => {
    const cwd = folder({ 'a.yaml': BAD, 'podlint.yaml': `format: "${format}"\n` })
    expect((await podlint(['.'], { cwd })).code).toBe(2)
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'podlint.yaml'])
  })

  test('name files from their folder on', async () => {
    const root = folder({ 'k8s/a.yaml': BAD, 'out/': '', 'podlint.yaml': 'format: json:out/report.json\n' })
    for (const _ of [1, 2]) expect(await podlint(['.'], { cwd: join(root, 'k8s') })).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(JSON.parse(readFileSync(join(root, 'out/report.json'), 'utf8'))).toHaveProperty('diagnostics')
  })

  test('write through no link', async () => {
    const secret = folder({ 'secret.txt': 'secret', 'in/': '' })
    const cwd = folder({ 'a.yaml': BAD, 'podlint.yaml': 'format: ["json:out.json", "sarif:in/out.sarif"]\n' })
    symlinkSync(join(secret, 'in'), join(cwd, 'in'))
    expect(await podlint(['.'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: The settings have a report written to in/out.sarif, but "in" is a symbolic link; --format can name such a file\n' })
    symlinkSync(join(secret, 'secret.txt'), join(cwd, 'out.json'))
    expect((await podlint(['.'], { cwd })).code).toBe(2)
    expect([readFileSync(join(secret, 'secret.txt'), 'utf8'), readdirSync(join(secret, 'in'))]).toEqual(['secret', []])
  })

  test.each(['json:a.yaml', 'json:./sub/../a.yaml'])('write over no manifest: %s', async (format) => {
    const cwd = folder({ 'a.yaml': BAD, 'sub/': '', 'podlint.yaml': `format: "${format}"\n` })
    const refused = { code: 2, stderr: 'podlint: The json report would overwrite a.yaml, which is a manifest\n' }
    expect(await podlint(['.'], { cwd })).toMatchObject(refused)
    expect(await podlint(['.', '--no-config', '-f', format], { cwd })).toMatchObject(refused)
    symlinkSync('a.yaml', join(cwd, 'b.txt'))
    expect(await podlint(['.', '-o', 'b.txt', '--no-config'], { cwd })).toMatchObject({ code: 2 })
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(BAD)
  })

  test.each(['values.yaml', 'templates/a.yaml', 'values.schema.json'])('write over no part of a chart: %s', async (name) => {
    const files = { 'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n', 'values.yaml': 'a: 1\n', 'templates/a.yaml': BAD, 'values.schema.json': '{}' }
    const cwd = folder({ ...files, 'podlint.yaml': `format: "json:${name}"\n` })
    const refused = { code: 2, stderr: `podlint: The json report would overwrite ${name}, which is part of a chart\n` }
    expect(await podlint(['.'], { cwd })).toMatchObject(refused)
    expect(await podlint(['templates/a.yaml', '--no-config', '-f', 'json', '-o', name], { cwd })).toMatchObject(refused)
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(files[name as keyof typeof files])
  })

  test('are not written over themselves', async () => {
    const text = 'format: json:podlint.yaml\n'
    const cwd = folder({ 'a.yaml': BAD, 'podlint.yaml': text })
    expect(await podlint(['.'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: The json report would overwrite the settings, podlint.yaml\n' })
    expect(readFileSync(join(cwd, 'podlint.yaml'), 'utf8')).toBe(text)
  })

  test('are not read from elsewhere through a link', async () => {
    const secret = folder({ 'secret.yaml': 'password: hunter2\n' })
    const cwd = folder({ '.git/': '', 'a.yaml': GOOD })
    symlinkSync(join(secret, 'secret.yaml'), join(cwd, 'podlint.yaml'))
    expect(await podlint(['.'], { cwd })).toMatchObject({ code: 2, stderr: 'podlint: Cannot read podlint.yaml: it is a symbolic link that leaves the repository\n' })
  })

  test('with a hundred thousand mistakes are refused in time', async () => {
    const cwd = folder({ 'a.yaml': GOOD, 'podlint.yaml': `rules:\n${Array.from({ length: 100_000 }, (_, n) => `  no-such-rule-${n}: error\n`).join('')}` })
    const { user } = process.cpuUsage()
    const { code, stderr } = await podlint(['.'], { cwd })
    expect(process.cpuUsage().user - user).toBeLessThan(5e6)
    expect(code).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(21)
    expect(stderr).toMatch(/^podlint: podlint\.yaml:2:3: Unknown rule "no-such-rule-0"[^]*\npodlint\.yaml: and 99980 more\n$/)
  })
})

describe('orders to a terminal or a CI server', () => {
  const ORDERS = /\u001b|\n *::|##\w*\[|[\u200b\u200e\u202e\u061c\u{e0041}]/u
  const TEXT = '\u001b[31mred\n::error file=a::pwned\r\n  ::add-mask::x ##vso[task.setvariable variable=a]b ##[error] \u202e\u200e\u061c\u200b\u{e0041}'

  test.each<[string, readonly string[], Record<string, string>]>([
    ['a setting', ['.'], { 'podlint.yaml': `${JSON.stringify(TEXT)}: 1\n` }],
    ['a rule in the settings', ['.'], { 'podlint.yaml': `rules: {${JSON.stringify(TEXT)}: error}\n` }],
    ['a value in the settings', ['.'], { 'podlint.yaml': `failOn: ${JSON.stringify(TEXT)}\nformat: ${JSON.stringify(TEXT)}\nkubernetesVersions: ${JSON.stringify(TEXT)}\n` }],
    ['a flag', [`--${TEXT}`], {}],
    ['a file', [TEXT], {}],
    ['a glob', [`*${TEXT}`], {}],
    ['a format', ['-f', TEXT], {}],
    ['a rule', ['--ignore', TEXT], {}],
    ['a version', ['-k', TEXT], {}],
    ['the name of standard input', ['--stdin-filename', `${TEXT}.yaml`, '-'], {}],
    ['an ignore file', ['-v', '.'], { 'sub\n::error::x/.gitignore/x': '', '.gitignore': `${TEXT.split('\n')[0]!}*\n`, '\u001b[31mred.yaml': '' }],
    ['a rule that is asked for', ['rule', TEXT], {}],
  ])('in the name of %s do not reach it', async (_, argv, files) => {
    const { stdout, stderr } = await podlint(argv, { cwd: folder({ 'a.yaml': GOOD, ...files }), stdin: 'a: [' })
    expect(stderr + stdout).not.toMatch(ORDERS)
    expect(`${stderr}${stdout}`.length).toBeGreaterThan(10)
  })

  test.each(['text', 'concise', 'pretty', 'json', 'github', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'markdown'])('in a manifest do not get into %s', async (format) => {
    const { stdout } = await podlint(['-f', format, '-'], { stdin: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n${JSON.stringify(TEXT)}: 1\n` })
    expect(stdout.replaceAll(/^::error (?=title=)/gm, '')).not.toMatch(ORDERS)
    expect(stdout).toContain('red')
  })

  test('in an error of the program itself neither', async () => {
    const broken = { cwd: folder({ 'a.yaml': GOOD }), env: new Proxy({}, { get: () => { throw new TypeError(TEXT) } }) }
    for (const argv of [['a.yaml'], ['a.yaml', '-v']]) expect((await podlint(argv, broken)).stderr).not.toMatch(ORDERS)
  })
})

describe('files that never end', () => {
  const bounded = async (cwd: string, argv: readonly string[] = ['.']) => {
    const { rss } = process.memoryUsage()
    const result = await podlint(argv, { cwd })
    expect(process.memoryUsage().rss - rss).toBeLessThan(1e9)
    return result
  }

  test.each(['.gitignore', '.podlintignore', 'kustomization.yaml', 'podlint.yaml'])('%s as a pipe or a device', async (name) => {
    const pipe = folder({ 'a.yaml': BAD })
    run('mkfifo', [name], { cwd: pipe })
    const device = folder({ 'a.yaml': BAD })
    symlinkSync('/dev/zero', join(device, name))
    for (const cwd of [pipe, device]) {
      const { code, stdout, stderr } = await bounded(cwd)
      if (name === 'podlint.yaml') expect({ code, stderr }).toEqual({ code: 2, stderr: 'podlint: Cannot read podlint.yaml: it is not a file\n' })
      else expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('no-unknown-field') })
      if (name.endsWith('ignore')) expect(stderr).toMatch(new RegExp(`^podlint: ${name} has no effect: `))
    }
  })

  test('a file above the limit is an error of its own, and all others are still linted', async () => {
    const cwd = folder({ 'a.yaml': BAD, 'b.yaml': '', 'c.yaml': BAD, 'kustomization.yaml': '' })
    truncateSync(join(cwd, 'b.yaml'), 600 * 2 ** 20)
    truncateSync(join(cwd, 'kustomization.yaml'), 1100 * 2 ** 20)
    const { code, stdout, stderr } = await podlint(['.', '-f', 'concise'], { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'podlint: b.yaml has more than 512 MiB\npodlint: kustomization.yaml has more than 512 MiB\n' })
    expect(stdout).toMatch(/^a\.yaml:6:1-[^]*\nc\.yaml:6:1-/)
  })
})

test('an ignore file that is a folder, or cannot be read, has no effect, and that is said', async () => {
  const cwd = folder({ 'a.yaml': BAD, '.gitignore/x': '', 'sub/b.yaml': BAD, 'shared': '*.yaml\n' })
  symlinkSync('../shared', join(cwd, 'sub/.gitignore'))
  const { code, stdout, stderr } = await podlint(['.', '-f', 'concise', '-q'], { cwd })
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'podlint: .gitignore has no effect: it is not a file\npodlint: sub/.gitignore has no effect: its symbolic links go round in circles\n' })
  expect(stdout).toMatch(/^a\.yaml[^]*\nsub\/b\.yaml/)
})

test('--fix writes nothing through a link that leads out of the repository', async () => {
  const other = folder({ 'a.yaml': BAD })
  const cwd = folder({ '.git/': '', 'b.yaml': GOOD })
  symlinkSync(other, join(cwd, 'other'))
  symlinkSync(join(other, 'a.yaml'), join(cwd, 'a.yaml'))
  for (const operands of [['.'], ['a.yaml', 'b.yaml'], ['other', 'b.yaml'], ['other/a.yaml', 'b.yaml'], ['*.yaml']]) expect((await podlint(['--fix', '--unsafe-fixes', ...operands], { cwd })).code).toBe(0)
  expect(readFileSync(join(other, 'a.yaml'), 'utf8')).toBe(BAD)
  expect(lstatSync(join(cwd, 'a.yaml')).isSymbolicLink()).toBe(true)
})

// Other file systems have no such names.
test.runIf(process.platform === 'linux')('names that are not UTF-8 are linted like others', async () => {
  const cwd = folder({ 'a.yaml': GOOD })
  const path = (name: string) => Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from(name, 'latin1')])
  writeFileSync(path('caf\xe9.yaml'), BAD)
  writeFileSync(path('caf\xe8.yaml'), BAD)
  mkdirSync(path('d\xe9'))
  writeFileSync(path('d\xe9/e.yaml'), BAD)
  const { code, stdout, stderr } = await podlint(['.', '-f', 'concise', '-q'], { cwd })
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/^caf\\xe8\.yaml:6:1[^]*\ncaf\\xe9\.yaml:6:1[^]*\nd\\xe9\/e\.yaml:6:1/)
})

test.each([['{1..1000000}.yaml'], ['['.repeat(70_000)], [`${'{a,b}'.repeat(40)}.yaml`], [`${'*a'.repeat(40)}b.yaml`]])('a glob that asks for too much is answered: %#', async (glob) => {
  const { code, stderr } = await podlint([glob], { cwd: folder({ [`${'a'.repeat(80)}.yaml`]: GOOD }) })
  expect(code).toBe(2)
  expect(stderr).toMatch(/matches|stands for more than/)
})
