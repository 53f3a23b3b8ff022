/** The hook for pre-commit: installed and run by real versions of it, in a repository of about fifty manifests. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { BAD, GOOD, podlint as podlintHere } from '../cli/run-cli.ts'
import { emptyFolder, git, gitRepository, run, runNode } from '../child-process.ts'
import { want } from '../want.ts'
import { releasedFiles, repository, tagRelease, write } from './doors.ts'
import { manifests } from './manifests.ts'
import { snippets } from './snippets.ts'
import { PRE_COMMITS, preCommit } from './tools.ts'

interface Hook {
  id: string
  entry: string
}
const [hook] = parse(readFileSync(join(repository, '.pre-commit-hooks.yaml'), 'utf8')) as [Hook]
const files = manifests()
const names = Object.keys(files)
const [config, configWithArguments] = snippets('pre-commit.md').filter(({ name }) => name === '.pre-commit-config.yaml')

let released: string
beforeAll(async () => {
  released = await releasedFiles()
})

/** `file:line:column: severity message [rule]` of each finding, sorted. */
const findings = (output: string) => output.split('\n').filter((line) => /^\S.*:\d+:\d+: (error|warning|info) /.test(line)).sort()
const podlint = (cwd: string, ...args: string[]) => runNode([join(released, 'dist/podlint.cjs'), ...args], { cwd, code: 1 })
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

describe.each(PRE_COMMITS)('pre-commit %s', (version) => {
  const env = { PRE_COMMIT_HOME: join(emptyFolder(), 'pre-commit'), PRE_COMMIT_COLOR: 'never' }
  const hooks = (cwd: string, args: readonly string[], code = 0) => run(preCommit(version), args, { cwd, env, code })
  const withRelease = (text: string) => text.replace('https://github.com/podlint/podlint', pathToFileURL(released).href)
  const consumer = (extra: Record<string, string>, settings = config!.text) => {
    const cwd = emptyFolder()
    write(cwd, { ...extra, '.pre-commit-config.yaml': withRelease(settings) })
    gitRepository(cwd)
    return cwd
  }

  beforeEach((context) => {
    want(context, 'git', `pre-commit ${version}`)
    if (!existsSync(join(released, '.git'))) tagRelease(released)
  })

  test('lints the whole, and lists of files', () => {
    hooks(repository, ['validate-manifest', '.pre-commit-hooks.yaml'])
    const cwd = consumer(files)
    const whole = findings(podlint(cwd, '.').output)
    expect(findings(hooks(cwd, ['run', '--all-files'], 1).output)).toEqual(whole)

    const bad = names.filter((name) => ofFiles(whole, [name]).length > 0)
    const good = names.filter((name) => !bad.includes(name))
    expect(bad.length).toBeGreaterThan(3)
    expect(hooks(cwd, ['run', '--files', ...good]).output).toMatch(/podlint\.+Passed/)
    const some = names.filter((_, at) => at % 3 === 0)
    expect(findings(hooks(cwd, ['run', '--verbose', '--files', ...some], 1).output)).toEqual(ofFiles(whole, some))

    // Several processes at once, each with a part of the files.
    write(cwd, { '.pre-commit-config.yaml': withRelease(config!.text).replace('- id: podlint', '- id: podlint\n        require_serial: false') })
    const { output } = hooks(cwd, ['run', '--all-files'], 1)
    expect(findings(output)).toEqual(whole)
    expect(output.match(/^\d+ files?, \d+ resources?/gm)!.length).toBeGreaterThan(1)
  })

  test('ignore files hold, other YAML passes, a commit is held back', () => {
    const cwd = consumer({ '.podlintignore': 'vendor/\n', 'vendor/a.yaml': BAD, 'compose.yaml': 'services: {}\n', 'good.yaml': GOOD })
    hooks(cwd, ['run', '--files', 'vendor/a.yaml'])
    hooks(cwd, ['run', '--all-files'])
    hooks(cwd, ['install'])
    const commit = (code: number) => run('git', ['commit', '--quiet', '-m', 'x'], { cwd, env, code }).output
    write(cwd, { 'bad name.yaml': BAD })
    git(cwd, 'add', '.')
    expect(commit(1)).toMatch(/^bad name\.yaml:6:1: error/m)
    write(cwd, { 'bad name.yaml': GOOD })
    git(cwd, 'add', '.')
    commit(0)
  })

  test('flags of the user', () => {
    const cwd = consumer({ 'deploy/a.yaml': BAD, 'other/a.yaml': BAD }, configWithArguments!.text)
    const { output } = hooks(cwd, ['run', '--all-files'], 1)
    expect(output).not.toContain('other/a.yaml')
    expect(output).toContain('deploy/a.yaml:6:1: error')
  })
})
