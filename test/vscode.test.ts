/** The VS Code extension, and the tasks of its documentation: what they run, and what they read of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { findProgram } from '../editors/vscode/src/program.ts'
import { SEVERITIES, type Report } from '../src/diagnostic.ts'
import { loadReporter } from '../src/reporters/index.ts'
import { LINE_PATTERNS } from '../src/reporters/line-patterns.ts'
import { BAD, folder, podlint } from './cli/run-cli.ts'
import { everyday, hostile } from './reporters/reports.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Pattern {
  regexp: string
  file: number
  line: number
  column: number
  endLine: number
  endColumn: number
  severity: number
  message: number
  code: number
}
interface Task {
  label: string
  type: string
  command?: string
  problemMatcher?: { fileLocation: unknown; pattern: Pattern }
}

const manifest = JSON.parse(read('editors/vscode/package.json'))
const { taskDefinitions, problemPatterns, problemMatchers, yamlValidation } = manifest.contributes
const guide = read('docs/integrations/vscode.md')
const tasksOf = (text: string): Task[] => [...text.matchAll(/^```json\n([^]*?)^```$/gm)].flatMap(([, json]) => JSON.parse(json!).tasks)
const withoutExtension = tasksOf(guide).find(({ problemMatcher }) => problemMatcher !== undefined)!
const matchers: [string, { fileLocation: unknown; pattern: Pattern }][] = [
  ['of the extension', { ...problemMatchers[0], pattern: problemPatterns[0] }],
  ['of the snippet for tasks.json', withoutExtension.problemMatcher!],
]

/** What VS Code makes of the lines of a task: one marker for each that matches. */
function markers({ regexp, ...groups }: Pattern, output: string) {
  return output.split('\n').flatMap((line) => {
    const match = new RegExp(regexp).exec(line)
    return match ? [Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[group]]))] : []
  })
}

const expected = ({ diagnostics }: Report) =>
  diagnostics.map(({ file, start, end, severity, message, rule }) => {
    const place = { line: `${start.line}`, column: `${start.column}`, endLine: `${end.line}`, endColumn: `${end.column}` }
    return { file, ...place, severity, message, code: rule }
  })

async function concise(report: Report): Promise<string> {
  const reporter = await loadReporter('concise', root)
  return reporter!(report, { color: false, cwd: root, quiet: false })
}

describe.each(matchers)('the problem matcher %s', (_, { fileLocation, pattern }) => {
  test('has the regular expression of the reporter, and files relative to the folder', () => {
    expect(pattern.regexp).toBe(LINE_PATTERNS.concise)
    expect(fileLocation).toEqual(['relative', '${workspaceFolder}'])
  })

  test('reads each finding with its range', async () => {
    expect(markers(pattern, await concise(everyday()))).toEqual(expected(everyday()))
  })

  test.each(['my app: [v1]/a b.yaml', '../100%25 #1?.yaml', '日本/🛒 e\u0301.yaml', "it's \"quoted\" $HOME `x`.yaml", 'a:1:2/b.yaml:3', 'x.yaml: error [forged]', 'back\\slash.yaml'])(
    'reads the file name %s',
    async (file) => {
      const report = everyday()
      report.diagnostics = report.diagnostics.map((diagnostic) => ({ ...diagnostic, file }))
      expect(markers(pattern, await concise(report))).toEqual(expected(report))
    },
  )

  test('is not led astray by what a message holds', async () => {
    const report = hostile()
    report.diagnostics = report.diagnostics.map((diagnostic) => ({ ...diagnostic, file: 'a.yaml' }))
    const found = markers(pattern, await concise(report)).map(({ message: _message, ...rest }) => rest)
    expect(found).toEqual(expected(report).map(({ message: _message, ...rest }) => rest))
  })

  test('reads one finding with its rule, whatever the file is called', async () => {
    const found = markers(pattern, await concise(hostile()))
    expect(found.map(({ severity, code }) => [severity, code])).toEqual(hostile().diagnostics.map(({ severity, rule }) => [severity, rule]))
  })

  test('uses words for severities that VS Code knows', () => {
    for (const severity of SEVERITIES) expect(['error', 'warning', 'info']).toContain(severity)
  })
})

test('the task without the extension runs as it is written', async () => {
  const [runner, program, ...args] = withoutExtension.command!.split(' ')
  expect([runner, program]).toEqual(['npx', 'podlint'])
  const { code, stdout } = await podlint(args, { cwd: folder({ 'a b.yaml': BAD }) })
  expect(code).toBe(1)
  expect(markers(withoutExtension.problemMatcher!.pattern, stdout)).toMatchObject([{ file: 'a b.yaml', line: '6', column: '1', endLine: '6', endColumn: '4', code: 'no-unknown-field' }])
})

test.each([
  ['the guide', guide],
  ['the README of the extension', read('editors/vscode/README.md')],
])('tasks of the type podlint have only properties that it has, in %s', (_, text) => {
  const tasks = tasksOf(text).filter(({ type }) => type === 'podlint')
  expect(tasks).not.toEqual([])
  for (const { type: _type, label: _label, ...properties } of tasks) expect(taskDefinitions[0].properties).toMatchObject(Object.fromEntries(Object.keys(properties).map((name) => [name, {}])))
})

describe('the task of the extension', () => {
  const execution = (process: string, args: string[], options: { cwd: string }) => ({ process, args, options })
  type Arguments = [definition: object, scope: object, name: string, source: string, run: ReturnType<typeof execution>, problemMatcher: string]
  interface Provider {
    provideTasks(): { made: Arguments }[]
    resolveTask(task: object): { made: Arguments } | undefined
  }

  /** The task provider that the extension registers in an editor with these folders open. */
  async function providerIn(...workspaceFolders: object[]): Promise<Provider> {
    const registered: Provider[] = []
    vi.doMock('vscode', () => ({
      workspace: { workspaceFolders, getConfiguration: () => ({ get: () => '' }) },
      tasks: { registerTaskProvider: (_: string, provider: Provider) => registered.push(provider) },
      ProcessExecution: function (...made: Parameters<typeof execution>) {
        return execution(...made)
      },
      Task: function (...made: Arguments) {
        return { made }
      },
    }))
    vi.resetModules()
    const { activate } = await import('../editors/vscode/src/extension.ts')
    activate({ subscriptions: [] } as never)
    return registered[0]!
  }
  const opened = (fsPath: string) => ({ uri: { scheme: 'file', fsPath } })

  test('lints each folder on disk whole, and is read by the problem matcher', async () => {
    const path = folder({ 'a.yaml': BAD, 'b/c.yaml': BAD })
    const tasks = (await providerIn(opened(path), { uri: { scheme: 'vscode-vfs', fsPath: path } })).provideTasks()
    expect(tasks).toHaveLength(1)
    const [, , , , run, problemMatcher] = tasks[0]!.made
    expect(problemMatcher).toBe(`$${problemMatchers[0].name}`)
    expect(run).toMatchObject({ process: 'podlint', options: { cwd: path } })
    const { stdout } = await podlint(run.args, { cwd: path })
    expect(markers(problemPatterns[0], stdout).map(({ file }) => file)).toEqual(['a.yaml', 'b/c.yaml'])
  })

  test('lints the paths that it is given, be they called like a flag or a command', async () => {
    const path = folder({ 'a.yaml': BAD, 'rules/b.yaml': BAD, '--fix/c d.yaml': BAD })
    const definition = { type: 'podlint', paths: ['rules', '--fix'] }
    const task = (await providerIn(opened(path))).resolveTask({ definition, name: 'mine', scope: opened(path) })!
    expect(task.made[0]).toBe(definition)
    expect(task.made[2]).toBe('mine')
    const { stdout } = await podlint(task.made[4].args, { cwd: path })
    expect(markers(problemPatterns[0], stdout).map(({ file }) => file)).toEqual(['--fix/c d.yaml', 'rules/b.yaml'])
  })

  test('of no folder in particular lints the first one, and there is none without a folder', async () => {
    const WORKSPACE = 2
    const task = { definition: { type: 'podlint' }, name: 'mine', scope: WORKSPACE }
    expect((await providerIn(opened('/a'), opened('/b'))).resolveTask(task)!.made[4].options).toEqual({ cwd: '/a' })
    expect((await providerIn()).resolveTask(task)).toBeUndefined()
  })
})

test('a workspace runs its own podlint, else that of the setting, else that of the PATH', () => {
  const own = `node_modules/.bin/podlint${process.platform === 'win32' ? '.cmd' : ''}`
  const path = folder({ [own]: '' })
  expect(findProgram(path, '/opt/podlint')).toBe(join(path, own))
  expect(findProgram(folder({}), '/opt/podlint')).toBe('/opt/podlint')
  expect(findProgram(folder({}), '')).toBe('podlint')
})

test.each(yamlValidation[0].fileMatch as string[])('%s, which the schema is for, is a name of a settings file', async (name) => {
  const cwd = folder({ 'a.yaml': BAD, [name]: 'rules: {no-unknown-field: off}\n' })
  expect(await podlint(['a.yaml'], { cwd })).toMatchObject({ code: 0 })
})

test('the guide and the project name the same schema', () => {
  expect(guide).toContain(`$schema=${JSON.parse(read('schema/podlint.schema.json')).$id}\n`)
})

test('the extension has the version of podlint', () => {
  expect(manifest.version).toBe(JSON.parse(read('package.json')).version)
})
