import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { git, gitRepository } from '../child-process.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const env = { ...process.env, PATH: process.env['PATH']! } as Record<string, string>
const pod = (name: string, ...fields: string[]) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  containers:\n    - name: app\n      image: example.com/app:1.0\n${fields.map((field) => `  ${field}\n`).join('')}`

/** `file:line` of what is found. */
async function findings(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr, code } = await podlint(['--format=json', '--select=no-unknown-field,no-host-namespace', ...args], { cwd, env })
  if (code === 2) throw new Error(stderr)
  return (JSON.parse(stdout) as { diagnostics: { file: string; start: { line: number } }[] }).diagnostics.map(({ file, start }) => `${file}:${start.line}`)
}

function repository(files: Record<string, string>): string {
  const cwd = folder(files)
  gitRepository(cwd)
  return cwd
}

const change = (cwd: string, file: string, text: string) => {
  mkdirSync(join(cwd, file, '..'), { recursive: true })
  writeFileSync(join(cwd, file), text)
}

describe('--changed', () => {
  test('reports changed, staged and new files, and not what git leaves out or nobody touched', async () => {
    const cwd = repository({ 'a.yaml': BAD, 'b.yaml': GOOD, 'c.yaml': GOOD, '.gitignore': 'ignored.yaml\n' })
    change(cwd, 'b.yaml', BAD)
    change(cwd, 'c.yaml', BAD)
    git(cwd, 'add', 'c.yaml')
    change(cwd, 'new/ünd ein "name".yaml', BAD)
    change(cwd, 'ignored.yaml', BAD)
    expect(await findings(cwd, '--changed')).toEqual(['b.yaml:6', 'c.yaml:6', 'new/ünd ein "name".yaml:6'])
    expect(await findings(cwd)).toHaveLength(4)
  })

  test('lints whole units: what a changed file refers to is known', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector: {app: wbe}\n  ports: [{port: 80}]\n'
    const cwd = repository({ 'web.yaml': pod('web').replace('  name: web', '  name: web\n  labels: {app: web}') })
    change(cwd, 'service.yaml', service)
    const { stdout } = await podlint(['--changed', '--format=concise', '--select=references'], { cwd, env })
    expect(stdout).toContain('service.yaml:7')
    expect(stdout).toContain('Pod "web" has "app: web"')
  })

  test('of nothing is fine, and says so', async () => {
    const cwd = repository({ 'a.yaml': BAD })
    expect(await podlint(['--changed'], { cwd, env })).toMatchObject({ code: 0, stdout: '0 files, 0 resources: nothing was checked\n' })
  })

  test('before the first commit is everything', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    git(cwd, 'init', '--quiet')
    expect(await findings(cwd, '--changed')).toEqual(['a.yaml:6'])
  })

  test('from a sub-folder, of a folder beside it, and through a symbolic link', async () => {
    const cwd = repository({ 'a/a.yaml': GOOD, 'b/b.yaml': GOOD })
    change(cwd, 'a/a.yaml', BAD)
    change(cwd, 'b/b.yaml', BAD)
    expect(await findings(join(cwd, 'a'), '--changed')).toEqual(['a.yaml:6'])
    expect(await findings(join(cwd, 'a'), '--changed', '../b')).toEqual(['../b/b.yaml:6'])
    const elsewhere = folder({})
    symlinkSync(cwd, join(elsewhere, 'link'))
    expect(await findings(join(elsewhere, 'link'), '--changed')).toEqual(['a/a.yaml:6', 'b/b.yaml:6'])
  })

  test('does not depend on how somebody has set up git', async () => {
    const cwd = repository({ 'ä.yaml': GOOD })
    for (const [name, value] of [['diff.noprefix', 'true'], ['diff.mnemonicPrefix', 'true'], ['color.ui', 'always'], ['diff.external', 'false'], ['diff.relative', 'true'], ['core.quotePath', 'true']]) git(cwd, 'config', name!, value!)
    change(cwd, 'ä.yaml', BAD)
    expect(await findings(cwd, '--changed', '--changed-lines')).toEqual(['ä.yaml:6'])
  })
})

describe('--since', () => {
  test('has git run no program that the repository sets', async () => {
    const cwd = repository({ 'a.yaml': GOOD, '.gitattributes': '*.yaml filter=evil\n' })
    const program = 'touch PWNED; cat'
    for (const name of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.smudge', 'filter.evil.process', 'diff.external']) git(cwd, 'config', name, program)
    git(cwd, 'config', 'filter.evil.required', 'true')
    change(cwd, 'a.yaml', BAD)
    for (const flags of [['--changed'], ['--staged'], ['--since=HEAD', '--changed-lines']]) await podlint([...flags, '.'], { cwd, env })
    expect(existsSync(join(cwd, 'PWNED'))).toBe(false)
    expect(await findings(cwd, '--changed', '.')).toEqual(['a.yaml:6'])
    git(cwd, 'config', 'filter.e=vil.clean', program)
    expect(await podlint(['--changed', '.'], { cwd, env })).toMatchObject({ code: 2, stderr: 'podlint: The settings of this repository have git run a program for filter.e=vil.clean, which podlint does not\n' })
  })

  test('counts from where the work branched off, and what is not committed', async () => {
    const cwd = repository({ 'a.yaml': GOOD, 'b.yaml': GOOD, 'c.yaml': GOOD, 'd.yaml': GOOD })
    git(cwd, 'checkout', '--quiet', '-b', 'work')
    change(cwd, 'a.yaml', BAD)
    git(cwd, 'commit', '--quiet', '--all', '--message=work')
    git(cwd, 'checkout', '--quiet', 'main')
    change(cwd, 'b.yaml', BAD)
    git(cwd, 'commit', '--quiet', '--all', '--message=others')
    git(cwd, 'checkout', '--quiet', 'work')
    git(cwd, 'merge', '--quiet', '--no-edit', 'main')
    change(cwd, 'c.yaml', BAD)
    change(cwd, 'd.yaml', `${GOOD}---\n${BAD}`)
    expect(await findings(cwd, '--since=main')).toEqual(['a.yaml:6', 'c.yaml:6', 'd.yaml:14'])
  })

  test.each([['nowhere', 'there is no commit "nowhere" in this repository'], ['--output=x', 'there is no commit "--output=x"']])('a reference that is not there: %s', async (since, message) => {
    const { code, stderr } = await podlint([`--since=${since}`], { cwd: repository({ 'a.yaml': GOOD }), env })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  test('a clone without the history that it takes', async () => {
    const origin = repository({ 'a.yaml': GOOD })
    change(origin, 'a.yaml', BAD)
    git(origin, 'commit', '--quiet', '--all', '--message=second')
    const cwd = folder({})
    git(cwd, 'clone', '--quiet', '--depth=1', `file://${origin}`, 'clone')
    const { stderr, code } = await podlint(['--since=HEAD~1'], { cwd: join(cwd, 'clone'), env })
    expect(stderr).toContain('this clone is shallow: fetch more of its history (fetch-depth: 0 for actions/checkout)')
    expect(code).toBe(2)
  })
})

describe('--staged', () => {
  test('lints what is staged, and not what is on the disk', async () => {
    const cwd = repository({ 'a.yaml': GOOD, 'b.yaml': GOOD })
    change(cwd, 'a.yaml', BAD)
    git(cwd, 'add', 'a.yaml')
    change(cwd, 'a.yaml', GOOD)
    change(cwd, 'b.yaml', BAD)
    change(cwd, 'untracked.yaml', BAD)
    expect(await findings(cwd, '--staged')).toEqual(['a.yaml:6'])
    const { code, stderr } = await podlint(['--staged', '--fix'], { cwd, env })
    expect(stderr).toContain('a.yaml has changes that are not staged')
    expect(code).toBe(2)
  })
})

describe('--changed-lines', () => {
  test('reports only the lines that have changed', async () => {
    const cwd = repository({ 'a.yaml': pod('web', 'hostPID: true', 'restartPolicy: Never', 'hostIPC: true') })
    change(cwd, 'a.yaml', pod('web', 'hostPID: true', 'hostNetwork: true', 'restartPolicy: Never', 'hostIPC: true'))
    change(cwd, 'b.yaml', pod('new', 'hostPID: true'))
    expect(await findings(cwd, '--changed')).toHaveLength(4)
    expect(await findings(cwd, '--changed-lines')).toEqual(['a.yaml:11', 'b.yaml:10'])
    git(cwd, 'add', '--all')
    expect(await findings(cwd, '--staged', '--changed-lines')).toEqual(['a.yaml:11', 'b.yaml:10'])
  })

  test('of a file that was renamed, only what is new in it', async () => {
    const cwd = repository({ 'a.yaml': pod('web', 'hostPID: true') })
    git(cwd, 'mv', 'a.yaml', 'z.yaml')
    expect(await findings(cwd, '--changed')).toEqual(['z.yaml:10'])
    expect(await findings(cwd, '--changed-lines')).toEqual([])
  })
})

test('the summary says how much is elsewhere', async () => {
  const cwd = repository({ 'a.yaml': BAD, 'b.yaml': GOOD })
  change(cwd, 'b.yaml', `${GOOD}  PORT: "80"\n`)
  expect((await podlint(['--changed'], { cwd, env })).stdout).toContain('no findings; 1 in what has not changed')
})

test.each([
  ['no repository', ['--changed'], 'Only in a git repository it is known what has changed'],
  ['standard input', ['--changed', '-'], 'Of standard input nobody knows what has changed'],
])('%s is an error', async (_, args, message) => {
  const { code, stderr } = await podlint(args, { cwd: folder({ 'a.yaml': GOOD }), env, stdin: GOOD })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a file of another repository is not passed over', async () => {
  const cwd = repository({ 'a.yaml': GOOD })
  const other = folder({ 'b.yaml': BAD })
  const { code, stderr } = await podlint(['--changed', join(other, 'b.yaml')], { cwd, env })
  expect(stderr).toContain('is not in the repository of the current folder')
  expect(code).toBe(2)
  rmSync(join(cwd, 'a.yaml'))
})
