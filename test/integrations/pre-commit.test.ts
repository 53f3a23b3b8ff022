/** The hook for pre-commit: installed and run by real versions of it, in a repository of about fifty manifests. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { BAD, GOOD, podlint as podlintHere } from '../cli/run-cli.ts'
import { emptyFolder, git, gitRepository, releasedRepository, repository, run, toolsOf, write } from './doors.ts'
import { manifests } from './manifests.ts'
import { snippets } from './snippets.ts'

interface Hook {
  id: string
  entry: string
}
const [hook] = parse(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8')) as [Hook]
const files = manifests()
const names = Object.keys(files)
const [config, configWithArguments] = snippets('pre-commit.md').filter(({ name }) => name === '.pre-commit-config.yaml')

vi.setConfig({ testTimeout: 240_000 })

let released: string
beforeAll(() => {
  released = releasedRepository()
}, 120_000)

/** `file:line:column: severity message [rule]` of each finding, sorted. */
const findings = (output: string) => output.split('\n').filter((line) => /^\S.*:\d+:\d+: (error|warning|info) /.test(line)).sort()
const podlint = (cwd: string, ...args: string[]) => run(process.execPath, [join(released, 'dist/podlint.cjs'), ...args], cwd)
const hookFlags = hook.entry.split(' ').slice(1)
const ofFiles = (lines: string[], some: readonly string[]) => lines.filter((line) => some.some((name) => line.startsWith(`${name}:`)))

test('nothing runs a script when the repository is installed', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  // npm prepares a git dependency that has one of these, with all its development dependencies.
  for (const name of ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall']) expect(Object.keys(scripts)).not.toContain(name)
})

test('some files alone have the findings that they have among the others', async () => {
  const cwd = emptyFolder()
  write(cwd, files)
  const strict = ['--preset', 'strict', '--select', 'all']
  const lint = async (...args: string[]) => findings((await podlintHere([...args], { cwd })).stdout)
  const whole = await lint(...strict, '.')
  expect(whole.length).toBeGreaterThan(50)
  let seed = 1
  const random = () => (seed = (seed * 48271) % 0x7fffffff) / 0x7fffffff
  for (const share of [0.02, 0.1, 0.3, 0.5, 0.9]) {
    for (let round = 0; round < 4; round++) {
      const some = names.filter(() => random() < share).sort(() => random() - 0.5)
      if (some.length === 0) continue
      expect(await lint(...hookFlags, ...strict, ...some), some.join(' ')).toEqual(ofFiles(whole, some))
    }
  }
})

describe.each(['3.0.4', '4.7.0'])('pre-commit %s', (version) => {
  const program = toolsOf(`pre-commit-${version}/bin/pre-commit`)
  const home = emptyFolder()
  const env = { PRE_COMMIT_HOME: join(home, 'pre-commit'), PRE_COMMIT_COLOR: 'never' }
  const preCommit = (cwd: string, ...args: string[]) => run(program, args, cwd, env)
  const withRelease = (text: string) => text.replace('https://github.com/podlint/podlint', `file://${released}`)
  const consumer = (extra: Record<string, string>, settings = config!.text) => {
    const cwd = emptyFolder()
    write(cwd, { ...extra, '.pre-commit-config.yaml': withRelease(settings) })
    gitRepository(cwd)
    return cwd
  }

  test.skipIf(program === '')('lints the whole, and lists of files', () => {
    expect(preCommit(repository, 'validate-manifest', '.pre-commit-hooks.yaml')).toMatchObject({ code: 0 })
    const cwd = consumer(files)
    const whole = findings(podlint(cwd, '.').output)
    const all = preCommit(cwd, 'run', '--all-files')
    expect(all.code).toBe(1)
    expect(findings(all.output)).toEqual(whole)

    const bad = names.filter((name) => ofFiles(whole, [name]).length > 0)
    const good = names.filter((name) => !bad.includes(name))
    expect(bad.length).toBeGreaterThan(3)
    const passed = preCommit(cwd, 'run', '--files', ...good)
    expect(passed).toMatchObject({ code: 0, output: expect.stringMatching(/podlint\.+Passed/) })
    const some = names.filter((_, at) => at % 3 === 0)
    expect(findings(preCommit(cwd, 'run', '--verbose', '--files', ...some).output)).toEqual(ofFiles(whole, some))

    // Several processes at once, each with a part of the files.
    write(cwd, { '.pre-commit-config.yaml': withRelease(config!.text).replace('- id: podlint', '- id: podlint\n        require_serial: false') })
    const parallel = preCommit(cwd, 'run', '--all-files')
    expect(findings(parallel.output)).toEqual(whole)
    expect(parallel.output.match(/^\d+ files?, \d+ resources?/gm)!.length).toBeGreaterThan(1)
  })

  test.skipIf(program === '')('ignore files hold, other YAML passes, a commit is held back', () => {
    const cwd = consumer({ '.podlintignore': 'vendor/\n', 'vendor/a.yaml': BAD, 'compose.yaml': 'services: {}\n', 'good.yaml': GOOD })
    expect(preCommit(cwd, 'run', '--files', 'vendor/a.yaml').code).toBe(0)
    expect(preCommit(cwd, 'run', '--all-files').code).toBe(0)
    expect(preCommit(cwd, 'install').code).toBe(0)
    write(cwd, { 'bad name.yaml': BAD })
    git(cwd, 'add', '.')
    const commit = () => run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'x'], cwd, env)
    expect(commit()).toMatchObject({ code: 1, output: expect.stringMatching(/^bad name\.yaml:6:1: error/m) })
    write(cwd, { 'bad name.yaml': GOOD })
    git(cwd, 'add', '.')
    expect(commit().code).toBe(0)
  })

  test.skipIf(program === '')('flags of the user', () => {
    const cwd = consumer({ 'deploy/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\ndat:\n  A: b\n', 'other/a.yaml': BAD }, configWithArguments!.text)
    const { code, output } = preCommit(cwd, 'run', '--all-files')
    expect(code).toBe(1)
    expect(output).not.toContain('other/a.yaml')
    expect(output).toContain('deploy/a.yaml:6:1: error')
  })
})
