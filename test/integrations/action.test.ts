/** The GitHub Action, run as the runner runs it: only the variables that the runner sets, with the defaults of action.yml. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FLAGS, type Flag } from '../../src/cli/flags.ts'
import { BAD, GOOD } from '../cli/run-cli.ts'
import { emptyFolder, git, gitRepository, run } from '../child-process.ts'
import { want } from '../want.ts'
import { buildTo, repository, write } from './doors.ts'
import { has, node24 } from './tools.ts'

interface Metadata {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}
const metadata = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as Metadata
/** Inputs that are not flags: what is linted and where, and reports that the action prints by itself. */
const OWN_INPUTS = ['paths', 'working-directory', 'annotations', 'summary', 'sarif-file', 'fix', 'changed-only']

const dist = join(emptyFolder(), 'dist')
beforeAll(() => buildTo(dist))
const runnerNode = has('Node 24') ? node24 : process.execPath

interface Workspace {
  files: Record<string, string>
  inputs?: Record<string, string>
  /** In place of what the runner sets. */
  env?: Record<string, string | undefined>
  /** How it must end; 0 by default. */
  code?: number
  /** What is done to the workspace before. */
  prepare?: (workspace: string) => void
}

function act({ files, inputs = {}, env = {}, code = 0, prepare }: Workspace) {
  const runner = emptyFolder()
  const workspace = join(runner, 'work')
  mkdirSync(join(workspace, '.git'), { recursive: true })
  mkdirSync(join(runner, 'temp'))
  write(workspace, files)
  prepare?.(workspace)
  const outputFile = join(runner, 'output')
  const summaryFile = join(runner, 'summary')
  for (const file of [outputFile, summaryFile]) writeFileSync(file, '')
  const given = Object.entries(metadata.inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, inputs[name] ?? input.default ?? ''])
  const variables = {
    HOME: runner,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    RUNNER_TEMP: join(runner, 'temp'),
    ...Object.fromEntries(given),
    ...env,
  }
  const main = join(dist, '..', metadata.runs.main)
  const { stdout, stderr } = run(runnerNode, [main], { cwd: workspace, env: variables, code })
  const outputs = Object.fromEntries([...readFileSync(outputFile, 'utf8').matchAll(/^(.+)<<(.+)\n(.*)\n\2\n/gm)].map(([, name, , value]) => [name, value]))
  const lines = stdout.split('\n')
  // The runner takes a command at the start of a line, after blanks too.
  const commands = lines.filter((line) => /^\s*::/.test(line))
  return { stdout, stderr, lines, commands, outputs, summary: readFileSync(summaryFile, 'utf8'), summarySize: statSync(summaryFile).size, workspace, temporary: join(runner, 'temp') }
}

test('it runs under the Node that action.yml asks for', (context) => {
  expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/action.cjs' })
  want(context, 'Node 24')
  expect(run(runnerNode, ['--version'], { cwd: repository }).stdout).toMatch(/^v24\./)
})

describe('action inputs are CLI flags', () => {
  const flagInputs = Object.keys(metadata.inputs).filter((name) => !OWN_INPUTS.includes(name))

  test('and their descriptions name the values', () => {
    expect(Object.keys(metadata.inputs)).toEqual(expect.arrayContaining(OWN_INPUTS))
    for (const name of flagInputs) {
      expect(Object.keys(FLAGS)).toContain(name)
      const flag: Flag = FLAGS[name as keyof typeof FLAGS]
      for (const choice of flag.choices ?? []) expect(metadata.inputs[name]!.description).toContain(choice)
    }
  })

  test.each(flagInputs.filter((name) => name !== 'fix'))('%s is handed on', (name) => {
    const { lines } = act({ files: { 'a.yaml': GOOD }, inputs: { [name]: name === 'exclude' ? 'no-host-path' : '!' }, code: 2 })
    expect(lines.filter((line) => line.startsWith(`::error title=podlint::${name === 'plugins' ? 'The input' : 'podlint: '}`))).toHaveLength(1)
  })
})

test('a good manifest', () => {
  const { commands, outputs, summary, stderr, temporary } = act({ files: { 'a.yaml': GOOD } })
  expect({ commands, stderr }).toEqual({ commands: [], stderr: '' })
  expect(outputs).toEqual({ errors: '0', warnings: '0', infos: '0', 'sarif-file': '', 'exit-code': '0' })
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(metadata.outputs).sort())
  expect(summary).toBe('## podlint\n\n1 file, 1 resource&#58; no findings\n')
  expect(readdirSync(temporary)).toEqual([])
})

test('a bad manifest, in a folder of the repository', () => {
  const { stdout, commands, outputs, summary } = act({ files: { 'deploy/base/a.yaml': BAD, 'other.yaml': BAD }, inputs: { 'working-directory': 'deploy' }, code: 1 })
  expect(commands).toEqual([expect.stringMatching(/^::error title=no-unknown-field,file=deploy\/base\/a\.yaml,line=6,endLine=6,col=1,endColumn=4::.+%0Ahttps:\/\/.+no-unknown-field/)])
  expect(stdout).toMatch(/^base\/a\.yaml:6:1: error/m)
  expect(outputs).toMatchObject({ errors: '1', warnings: '0', 'exit-code': '1' })
  expect(summary).toContain('deploy/base/a.yaml&#58;6')
})

test('without a .git folder, as when the checkout is a download, paths start at the workspace', () => {
  const outside = emptyFolder()
  write(outside, { 'deploy/a.yaml': BAD })
  const { commands } = act({ files: {}, inputs: { 'working-directory': 'deploy' }, env: { GITHUB_WORKSPACE: outside }, code: 1 })
  expect(commands).toEqual([expect.stringContaining('file=deploy/a.yaml,')])
})

test('worst first, at most ten of each, and the rest is counted', () => {
  const pod = (at: number) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p${at}\n  namespace: shop\nspec:\n  containers:\n  - name: app\n    image: nginx\n    prots: []\n`
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${String(at).padStart(2, '0')}.yaml`, pod(at)]))
  const { commands, stdout, outputs } = act({ files, inputs: { preset: 'strict' }, code: 1 })
  const kinds = commands.map((line) => /^::(\w+)/.exec(line)![1])
  expect(kinds).toEqual([...kinds].sort((a, b) => ['error', 'warning', 'notice'].indexOf(a!) - ['error', 'warning', 'notice'].indexOf(b!)))
  expect(kinds.filter((kind) => kind === 'error')).toHaveLength(10)
  expect(kinds.filter((kind) => kind === 'warning')).toHaveLength(10)
  expect(stdout).toContain(`podlint: ${Number(outputs['errors']) - 10} more errors, ${Number(outputs['warnings']) - 10} more warnings`)
})

test('a huge run: the summary fits, the log has everything', () => {
  const one = (at: number) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-${at}\n  namespace: shop\n${'|`*_[]()@#'.repeat(20).replace(/^/, '"')}${at}": x\n`
  const count = 4000
  const { outputs, commands, summary, summarySize, lines } = act({ files: { 'all.yaml': Array.from({ length: count }, (_, at) => one(at)).join('---\n') }, code: 1 })
  expect(outputs['errors']).toBe(String(count))
  expect(commands).toHaveLength(10)
  expect(lines.filter((line) => /^all\.yaml:\d+:\d+: error/.test(line))).toHaveLength(count)
  expect(summarySize).toBeGreaterThan(500_000)
  expect(summarySize).toBeLessThan(1 << 20)
  expect(summary.match(/^\| \| place/gm)).toHaveLength(1)
  const rows = summary.match(/^\| 🛑/gm)!.length
  expect(summary).toContain(`\n${count - rows} more are in the log.\n`)
})

test('a SARIF report, in a folder that is not there yet', () => {
  const { outputs, workspace } = act({ files: { 'deploy/a.yaml': BAD }, inputs: { 'sarif-file': 'reports/podlint.sarif', 'working-directory': 'deploy', 'fail-on': 'never' } })
  expect(outputs).toMatchObject({ errors: '1', 'sarif-file': 'deploy/reports/podlint.sarif', 'exit-code': '0' })
  const { version, runs } = JSON.parse(readFileSync(join(workspace, outputs['sarif-file']!), 'utf8'))
  expect(version).toBe('2.1.0')
  expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('deploy/a.yaml')
})

test('a report of an earlier run is not taken for one of this run', () => {
  const { outputs } = act({ files: { 'a.yaml': BAD, 'old.sarif': '{}' }, inputs: { 'sarif-file': 'old.sarif', 'fail-on': 'bad' }, code: 2 })
  expect({ outputs }).toEqual({ outputs: { errors: '', warnings: '', infos: '', 'sarif-file': '', 'exit-code': '2' } })
})

test('several paths, one of them called like a command', () => {
  const { outputs, stdout } = act({ files: { 'rules/a.yaml': BAD, 'b.yaml': BAD, 'c.yaml': BAD }, inputs: { paths: 'rules\n  b.yaml\n\n' }, code: 1 })
  expect(outputs['errors']).toBe('2')
  expect(stdout).not.toContain('c.yaml')
})

test('what is excluded, one pattern a line', () => {
  const { outputs } = act({ files: { 'a.yaml': BAD, 'vendor/b.yaml': BAD, 'x,y.yaml': BAD }, inputs: { exclude: 'vendor/\nx,y.yaml' }, code: 1 })
  expect(outputs['errors']).toBe('1')
})

test('annotations and summary can be switched off', () => {
  const { commands, summary } = act({ files: { 'a.yaml': BAD }, inputs: { annotations: 'false', summary: 'FALSE' }, code: 1 })
  expect({ commands, summary }).toEqual({ commands: [], summary: '' })
})

describe('plugins', () => {
  const files = { 'podlint.yaml': 'plugins: [./ours.mjs]\n', 'ours.mjs': "export default { id: 'ours', severity: 'error', visit: { object(o, { report }) { report(o.at('kind'), 'Found by ours') } } }", 'a.yaml': GOOD }
  const home = { full_name: 'acme/shop' }
  const fork = { full_name: 'mallory/shop' }
  const event = (content: object | string) => {
    const file = join(emptyFolder(), 'event.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return { GITHUB_EVENT_PATH: file }
  }
  const WARNING = '::warning title=podlint::this is a pull request from a fork: plugins are not run'

  test.each([
    ['a push', { repository: home }],
    ['a pull request of a branch', { repository: home, pull_request: { head: { repo: home } } }],
    ['a run after one', { repository: home, workflow_run: { head_repository: home } }],
    ['a comment on an issue', { repository: home, issue: {} }],
  ])('run for %s', (_, content) => {
    expect(act({ files, inputs: { plugins: 'true' }, env: event(content), code: 1 }).stdout).toContain('Found by ours')
  })

  test.each([
    ['a pull request of a fork', { repository: home, pull_request: { head: { repo: fork } } }],
    ['one whose fork is gone', { repository: home, pull_request: { head: { repo: null } } }],
    ['a run after one', { repository: home, workflow_run: { head_repository: fork } }],
    ['a comment on one, perhaps', { repository: home, issue: { pull_request: {} } }],
    ['an event that cannot be read', '{'],
  ])('do not run for %s, however they are allowed, and the rest goes on', (_, content) => {
    const { commands, stdout, stderr, outputs } = act({ files, inputs: { plugins: 'true' }, env: { ...event(content), PODLINT_PLUGINS: '1' } })
    expect(stdout).not.toContain('Found by ours')
    expect(commands).toEqual([WARNING])
    expect(stderr).toBe('podlint: podlint.yaml names plugins, which are not run: ./ours.mjs\n')
    expect(outputs['exit-code']).toBe('0')
  })

  test('have to be asked for, and can be declined', () => {
    expect(act({ files, code: 2 }).commands).toEqual([expect.stringMatching(/^::error title=podlint::podlint: podlint\.yaml names plugins, which are not run: \.\/ours\.mjs; .*--plugins runs them/)])
    expect(act({ files, inputs: { plugins: 'false' } }).commands).toEqual([])
  })
})

describe('changed-only', () => {
  /** Two bad files, of which the second is new on the branch. */
  const prepare = (workspace: string) => {
    rmSync(join(workspace, '.git'), { recursive: true })
    writeFileSync(join(workspace, '.gitignore'), 'b.yaml\n')
    gitRepository(workspace)
    git(workspace, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
    git(workspace, 'checkout', '--quiet', '-b', 'work')
    rmSync(join(workspace, '.gitignore'))
    git(workspace, 'add', '--all')
    git(workspace, 'commit', '--quiet', '--message', 'more')
  }
  const changed = (env: Record<string, string>, before?: (workspace: string) => string) => {
    const file = join(emptyFolder(), 'event.json')
    const { outputs, stdout } = act({
      files: { 'a.yaml': BAD, 'b.yaml': BAD },
      inputs: { 'changed-only': 'true' },
      env: { GITHUB_EVENT_PATH: file, ...env },
      code: 1,
      prepare(workspace) {
        prepare(workspace)
        writeFileSync(file, JSON.stringify(before === undefined ? {} : { before: before(workspace) }))
      },
    })
    return [outputs['errors'], /^a\.yaml:/m.test(stdout), /^b\.yaml:/m.test(stdout)]
  }

  test('reports what a pull request changes', () => expect(changed({ GITHUB_BASE_REF: 'main' })).toEqual(['1', false, true]))
  test('reports what a push changes', () => expect(changed({}, (workspace) => git(workspace, 'rev-parse', 'origin/main').trim())).toEqual(['1', false, true]))
  test('reports everything for a new branch, and on a schedule', () => {
    expect(changed({}, () => '0'.repeat(40))).toEqual(['2', true, true])
    expect(changed({})).toEqual(['2', true, true])
  })
})

test('what can be fixed is a patch in the summary, which git applies', () => {
  const text = `${GOOD}  PORT: 8080\n`
  const { summary, workspace, outputs } = act({ files: { 'a.yaml': text }, inputs: { fix: 'true' }, code: 1 })
  expect(outputs['exit-code']).toBe('1')
  expect(readFileSync(join(workspace, 'a.yaml'), 'utf8')).toBe(text)
  const [, patch] = /^```diff\n([^]*?)^```$/m.exec(summary)!
  rmSync(join(workspace, '.git'), { recursive: true })
  gitRepository(workspace)
  run('git', ['apply', '--check', '-'], { cwd: workspace, input: patch! })
  expect(patch).toContain('-  PORT: 8080\n+  PORT: "8080"\n')
  expect(act({ files: { 'a.yaml': GOOD }, inputs: { fix: 'true' } }).summary).toContain('\nNothing can be fixed safely.\n')
})

test('without the files of the runner it still lints', () => {
  const env = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, RUNNER_TEMP: undefined }
  expect(act({ files: { 'a.yaml': BAD }, env, code: 1 }).lines).not.toEqual([])
})

describe('bad inputs end with 2 and one annotation that says why', () => {
  test.each([
    [{ annotations: 'yes' }, 'The input "annotations" is true or false, not "yes"'],
    [{ summary: '1' }, 'The input "summary" is true or false, not "1"'],
    [{ 'working-directory': 'nowhere' }, 'The working-directory "nowhere" is not a folder'],
    [{ 'working-directory': 'a.yaml' }, 'The working-directory "a.yaml" is not a folder'],
    [{ 'fail-on': 'warn' }, 'podlint: --fail-on is error, warning, info or never, not "warn"'],
    [{ preset: 'nice' }, '"nice"'],
    [{ 'max-warnings': '-1' }, 'podlint: --max-warnings is a number, not "-1"'],
    [{ 'kubernetes-version': '9.9' }, '9.9'],
    [{ config: 'nowhere.yaml' }, 'nowhere.yaml'],
    [{ paths: 'nowhere' }, 'podlint: Cannot read nowhere: no such file or folder'],
    [{ paths: '--fix' }, 'podlint: Cannot read --fix: no such file or folder'],
    [{ 'sarif-file': 'a.yaml/x.sarif' }, 'Cannot write the sarif-file "a.yaml/x.sarif"'],
    [{ paths: 'empty.yaml', 'working-directory': '100%\n::warning::x' }, 'The working-directory "100%25%0A::warning::x" is not a folder'],
  ])('%j', (inputs, message) => {
    const { commands, outputs, stdout, stderr } = act({ files: { 'a.yaml': GOOD }, inputs: inputs as Record<string, string>, code: 2 })
    expect(commands).toEqual([expect.stringMatching(/^::error title=podlint::/)])
    expect(commands[0]).toContain(message)
    expect(outputs['exit-code']).toBe('2')
    expect(stdout + stderr).not.toMatch(/^\s+at /m)
  })
})

test('that a file cannot be read is said before the findings, which may be as many as are shown', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.yaml`, BAD]))
  const { commands, outputs } = act({ files, inputs: { paths: '.\nnowhere' }, code: 2 })
  expect(commands[0]).toBe('::error title=podlint::podlint: Cannot read nowhere: no such file or folder')
  expect({ count: commands.length, outputs }).toMatchObject({ count: 11, outputs: { errors: '12', 'exit-code': '2' } })
})

test('neither file names nor manifests give orders to the runner', () => {
  const name = 'x\n::error::y\n##[warning]z\n ::add-mask::a.yaml'
  const text = `${BAD}"\\n::stop-commands::q": 1\n"##[error]w": 1\n`
  const { commands, lines, summary, stderr } = act({ files: { [name]: text }, code: 1 })
  expect(commands).toHaveLength(3)
  for (const line of commands) expect(line).toMatch(/^::error title=no-unknown-field,file=/)
  expect([...lines, stderr].filter((line) => line.includes('##['))).toEqual([])
  for (const line of summary.split('\n')) expect(line).toMatch(/^(|## podlint|1 file.*|\|.*\|)$/)
})
