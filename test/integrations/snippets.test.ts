/** The snippets of docs/integrations: each one is named here, and read or run. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/parse-config.ts'
import { parseArguments } from '../../src/cli/arguments.ts'
import { BAD, GOOD } from '../cli/run-cli.ts'
import { readXml } from '../reporters/read-xml.ts'
import { emptyFolder, git, gitRepository, run } from '../child-process.ts'
import { want } from '../want.ts'
import { installPodlint, releasedFiles, repository, write } from './doors.ts'
import { snippet, snippets } from './snippets.ts'
import { ownTool } from './tools.ts'

let released: string
beforeAll(async () => {
  released = await releasedFiles()
})

/** A project with podlint among its dependencies, and one good and one bad manifest. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const cwd = emptyFolder()
  write(cwd, { 'package.json': '{ "private": true }\n', '.gitignore': 'node_modules\n', 'deploy/good.yaml': GOOD, 'deploy/bad.yaml': BAD, ...files })
  installPodlint(released, cwd)
  return cwd
}

/** A registry that answers nothing: whatever runs must find podlint in the project. */
const OFFLINE = { npm_config_offline: 'true' }
const shell = (command: string, cwd: string, { code = 0, env = {} }: { code?: number; env?: NodeJS.ProcessEnv } = {}) => run('sh', ['-c', command], { cwd, code, env: { ...OFFLINE, ...env } })
/** The programs of the project, and podlint by its name. */
const onPath = (cwd: string) => ({ PATH: [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter) })
const flagsOf = (command: string) => parseArguments(command.split(/\s+/).slice(command.split(/\s+/).findIndex((word) => /^podlint(@|$)/.test(word)) + 1), {})

test('every snippet of every page is known here', () => {
  const pages = readdirSync(join(repository, 'docs/integrations')).filter((page) => page !== 'vscode.md' && page !== 'README.md')
  const known = Object.fromEntries(pages.map((page) => [page, snippets(page).map(({ language, name }) => `${language} ${name}`.trim())]))
  expect(known).toEqual({
    'azure.md': ['yaml azure-pipelines.yml'],
    'docker.md': ['dockerfile Dockerfile', 'sh'],
    'git-hooks.md': ['yaml lefthook.yml', 'sh', 'sh .husky/pre-commit', 'sh'],
    // workflows.test.ts has them too.
    'github.md': ['yaml .github/workflows/podlint.yml', 'yaml', 'yaml .github/workflows/podlint.yml', 'yaml .github/workflows/podlint.yml'],
    'gitlab.md': ['yaml .gitlab-ci.yml'],
    'gitops.md': ['yaml .github/workflows/podlint.yml', 'yaml podlint.yaml'],
    'helix.md': ['yaml ~/.config/efm-langserver/config.yaml', 'toml ~/.config/helix/languages.toml'],
    'jenkins.md': ['groovy Jenkinsfile'],
    'neovim.md': ['lua ~/.config/nvim/plugin/podlint.lua', 'lua ~/.config/nvim/after/plugin/podlint.lua', 'vim ~/.vim/compiler/podlint.vim'],
    // pre-commit.test.ts runs these.
    'pre-commit.md': ['yaml .pre-commit-config.yaml', 'sh', 'yaml .pre-commit-config.yaml'],
    'teamcity.md': ['kotlin .teamcity/settings.kts'],
  })
})

test('the index names every page, and the pages say what was tried', () => {
  const index = readFileSync(join(repository, 'docs/integrations/README.md'), 'utf8')
  for (const page of readdirSync(join(repository, 'docs/integrations')).filter((name) => name !== 'README.md')) {
    expect(index).toContain(`](${page})`)
    if (page !== 'vscode.md') expect(readFileSync(join(repository, 'docs/integrations', page), 'utf8')).toContain('\n## What was tried\n')
  }
})

describe('CI servers', () => {
  test('GitHub: the inputs and outputs of the page are those of action.yml', () => {
    const { inputs, outputs } = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as { inputs: Record<string, { default?: string }>; outputs: object }
    const rows = [...readFileSync(join(repository, 'docs/integrations/github.md'), 'utf8').matchAll(/^\| (`.+?`) \|(?: (`.+?`)? ?\|)? .*\|$/gm)].map(([, names, value]) => [names!.replaceAll('`', ''), value?.replaceAll('`', '')])
    expect(rows.slice(0, Object.keys(inputs).length)).toEqual(Object.entries(inputs).map(([name, input]) => [name, input.default]))
    expect(rows.slice(Object.keys(inputs).length).flatMap(([names]) => names!.split(', '))).toEqual(Object.keys(outputs))
  })

  test('GitHub, without the action', () => {
    const workflow = parse(snippets('github.md')[3]!.text) as { jobs: Record<string, { steps: { run?: string }[] }> }
    const command = workflow.jobs['podlint']!.steps.at(-1)!.run!
    const cwd = project()
    const { output } = shell(command, cwd, { code: 1, env: { GITHUB_ACTIONS: 'true' } })
    expect(output).toMatch(/^deploy\/bad\.yaml:6:1: error/m)
    expect(output).toMatch(/^::error title=no-unknown-field,file=deploy\/bad\.yaml,/m)
  })

  test('GitLab', () => {
    const { podlint: job } = parse(snippet('gitlab.md', '.gitlab-ci.yml')) as { podlint: { script: string[]; artifacts: { reports: Record<string, string> } } }
    const cwd = project()
    mkdirSync(join(cwd, '.git'))
    const { output } = shell(job.script.join('\n'), cwd, { code: 1 })
    expect(output).toMatch(/^deploy\/bad\.yaml:6:1: error/m)
    const issues = JSON.parse(readFileSync(join(cwd, job.artifacts.reports['codequality']!), 'utf8'))
    expect(issues).toEqual([expect.objectContaining({ check_name: 'no-unknown-field', severity: 'major', fingerprint: expect.any(String), location: expect.objectContaining({ path: 'deploy/bad.yaml' }) })])
    expect(readXml(readFileSync(join(cwd, job.artifacts.reports['junit']!), 'utf8'))).toMatchObject({ name: 'testsuites' })
  })

  test('Azure Pipelines', () => {
    const { steps } = parse(snippet('azure.md', 'azure-pipelines.yml')) as { steps: { script?: string; inputs?: Record<string, string> }[] }
    const cwd = project()
    const script = steps.find((step) => step.script !== undefined)!.script!.replaceAll('$(Build.ArtifactStagingDirectory)', cwd)
    shell(script, cwd, { code: 1 })
    const published = steps.find((step) => step.inputs?.['testResultsFiles'] !== undefined)!.inputs!['testResultsFiles']!
    expect(readXml(readFileSync(join(cwd, published), 'utf8'))).toMatchObject({ name: 'testsuites' })
    expect(JSON.parse(readFileSync(join(cwd, 'podlint.sarif'), 'utf8')).runs[0].results).toHaveLength(1)
  })

  test('TeamCity', () => {
    const text = snippet('teamcity.md', '.teamcity/settings.kts')
    const cwd = project()
    const { output } = shell(/scriptContent = "(.+)"/.exec(text)![1]!, cwd, { code: 1 })
    // A value ends at the first quote without a bar before it, and a bar escapes the character after it.
    const messages = [...output.matchAll(/^##teamcity\[(\w+) (.*)\]$/gm)].map(([, name, values]) => [name, Object.fromEntries([...values!.matchAll(/(\w+)='((?:[^'|]|\|.)*)'/g)].map(([, key, value]) => [key, value!.replaceAll(/\|(.)/g, '$1')]))] as const)
    expect(messages.map(([name]) => name)).toEqual(['inspectionType', 'inspection'])
    expect(messages[0]![1]).toMatchObject({ id: 'no-unknown-field', name: expect.any(String), description: expect.any(String), category: expect.any(String) })
    expect(messages[1]![1]).toMatchObject({ typeId: 'no-unknown-field', file: 'deploy/bad.yaml', line: '6', SEVERITY: 'ERROR' })
    expect(readFileSync(join(cwd, /artifactRules = "(.+)"/.exec(text)![1]!), 'utf8')).toContain('<!doctype html>')
    expect([...text].filter((character) => character === '{')).toHaveLength([...text].filter((character) => character === '}').length)
  })

  test('Jenkins', () => {
    const text = snippet('jenkins.md', 'Jenkinsfile')
    const cwd = project()
    shell(/sh '(.+)'/.exec(text)![1]!, cwd, { code: 1 })
    expect(readXml(readFileSync(join(cwd, /junit '(.+)'/.exec(text)![1]!), 'utf8'))).toMatchObject({ name: 'testsuites' })
    expect(readXml(readFileSync(join(cwd, /pattern: '(.+)'/.exec(text)![1]!), 'utf8'))).toMatchObject({ name: 'checkstyle' })
    expect([...text].filter((character) => character === '{')).toHaveLength([...text].filter((character) => character === '}').length)
  })
})

test('Argo CD and Flux: the settings are right', async () => {
  await expect(parseConfig(snippet('gitops.md', 'podlint.yaml'), 'podlint.yaml')).resolves.toMatchObject({ crds: ['crds'] })
})

/** What the registry has of podlint, with its dependencies inside: nothing has to come from elsewhere, whatever npm has in its cache. */
function tarball(folder: string): string {
  const source = join(folder, 'package')
  cpSync(released, source, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const bundleDependencies = Object.keys(manifest.dependencies)
  for (const dependency of bundleDependencies) cpSync(join(repository, 'node_modules', dependency), join(source, 'node_modules', dependency), { recursive: true })
  write(source, { 'package.json': JSON.stringify({ ...manifest, bundleDependencies }) })
  const [{ filename }] = JSON.parse(shell('npm pack --json --ignore-scripts', source).stdout) as [{ filename: string }]
  return join(source, filename)
}

test('Docker: the installed package and the entry point', () => {
  const [dockerfile, commands] = snippets('docker.md')
  const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { name: string; version: string }
  const install = /^RUN (npm install --global (\S+)@(\S+))/m.exec(dockerfile!.text)!
  expect([install[2], install[3]]).toEqual([name, version.split('.')[0]])
  const cwd = project()
  const command = install[1]!.replace(`${name}@${install[3]}`, `'${tarball(cwd)}'`)
  shell(command, cwd, { env: { npm_config_prefix: cwd, npm_config_ignore_scripts: 'true' } })
  const [entry] = JSON.parse(/^ENTRYPOINT (.+)$/m.exec(dockerfile!.text)![1]!) as [string]
  const args = /^docker run .* podlint (.+)$/m.exec(commands!.text)![1]!
  expect(run(join(cwd, 'bin', entry), [args], { cwd, code: 1 }).output).toMatch(/^deploy\/bad\.yaml:6:1: error/m)
})

describe('git hooks', () => {
  beforeEach((context) => want(context, 'git'))

  /** What any hook has to do. */
  function tryHook(cwd: string): void {
    const commit = (files: Record<string, string>, code = 0) => {
      write(cwd, files)
      git(cwd, 'add', '--all')
      return run('git', ['commit', '-m', 'x'], { cwd, code, env: { ...OFFLINE, ...onPath(cwd) } }).output
    }
    // Nothing to lint, a good manifest, a bad one, and the same put right.
    commit({ 'notes.txt': 'x', 'compose.yaml': 'services: {}\n' })
    commit({ 'deploy/a good one.yaml': GOOD })
    const held = commit({ 'deploy/a bad one.yaml': BAD }, 1)
    expect(held).toMatch(/deploy\/a bad one\.yaml:6:1: error/)
    expect(held).not.toContain('deploy/bad.yaml')
    commit({ 'deploy/a bad one.yaml': GOOD })
  }

  test('lefthook', (context) => {
    want(context, 'lefthook')
    const cwd = project({ 'lefthook.yml': snippet('git-hooks.md', 'lefthook.yml') })
    gitRepository(cwd)
    for (const name of readdirSync(ownTool('node_modules')).filter((each) => each.startsWith('lefthook'))) symlinkSync(ownTool(`node_modules/${name}`), join(cwd, 'node_modules', name))
    symlinkSync('../lefthook/bin/index.js', join(cwd, 'node_modules/.bin/lefthook'))
    shell(snippets('git-hooks.md')[1]!.text, cwd)
    tryHook(cwd)
  })

  test('husky', (context) => {
    want(context, 'husky')
    const cwd = project({ '.husky/pre-commit': snippet('git-hooks.md', '.husky/pre-commit') })
    gitRepository(cwd)
    cpSync(ownTool('node_modules/husky'), join(cwd, 'node_modules/husky'), { recursive: true })
    symlinkSync('../husky/bin.js', join(cwd, 'node_modules/.bin/husky'))
    shell(snippets('git-hooks.md')[3]!.text, cwd)
    tryHook(cwd)
  })
})

describe('editors', () => {
  const REPORT = [6, 1, 6, 4, 'ConfigMap has no field "dat", did you mean "data"?']

  test('the flags of every editor exist', () => {
    const compiler = snippet('neovim.md', '~/.vim/compiler/podlint.vim')
    expect(flagsOf(/makeprg=(.+)/.exec(compiler)![1]!.replaceAll('\\ ', ' '))).toMatchObject({ command: 'check', flags: { format: ['concise'], 'force-exclude': true } })
    for (const text of snippets('neovim.md').slice(0, 2)) {
      const words = [...text.text.matchAll(/'(check|--[a-z-]+|json|concise|\.)'/g)].map(([, word]) => word!)
      expect(parseArguments(words, {})).toMatchObject({ command: 'check', flags: { context: ['.'], 'allow-empty': true } })
    }
  })

  test('the compiler in Vim', (context) => {
    want(context, 'vim')
    const cwd = project({ 'home/compiler/podlint.vim': snippet('neovim.md', '~/.vim/compiler/podlint.vim') })
    const commands = ['set runtimepath^=home', 'compiler podlint', 'silent make .', 'call writefile([json_encode(map(getqflist(), {_, e -> [bufname(e.bufnr), e.lnum, e.col, e.end_lnum, e.end_col, e.type, e.text]}))], "list.json")', 'qall!']
    // Vim puts its temporary file into a command without quotes.
    run('vim', ['-u', 'NONE', '-N', '-es', ...commands.flatMap((command) => ['-c', command])], { cwd, env: { ...onPath(cwd), TMPDIR: undefined } })
    expect(JSON.parse(readFileSync(join(cwd, 'list.json'), 'utf8'))).toEqual([['deploy/bad.yaml', ...REPORT.slice(0, 4), 'e', `${REPORT[4]} [no-unknown-field]`]])
  })

  test('diagnostics in Neovim', (context) => {
    want(context, 'nvim')
    const script = snippet('neovim.md', '~/.config/nvim/plugin/podlint.lua')
    const cwd = project({ 'podlint.lua': script, 'deploy/bad.yaml': BAD.replace('dat:', '"é😀": x\ndat:') })
    const dump = 'vim.fn.writefile({ vim.json.encode(vim.tbl_map(function(d) return { d.lnum, d.col, d.end_lnum, d.end_col, d.message, d.code, d.severity } end, vim.diagnostic.get(0))) }, "list.json")'
    run('nvim', ['--headless', '-u', 'NONE', '-c', 'luafile podlint.lua', '-c', 'edit deploy/bad.yaml', '-c', 'lua vim.wait(10000, function() return #vim.diagnostic.get(0) > 1 end)', '-c', `lua ${dump}`, '-c', 'qall!'], { cwd, env: onPath(cwd) })
    const [first, second] = JSON.parse(readFileSync(join(cwd, 'list.json'), 'utf8')) as unknown[][]
    // In bytes, as Neovim counts: two quotes, two of é and four of the face.
    expect(first).toEqual([5, 0, 5, 8, 'ConfigMap has no field "é😀"', 'no-unknown-field', 1])
    expect(second).toEqual([6, 0, 6, 3, REPORT[4], 'no-unknown-field', 1])
  })

  test('efm-langserver', async (context) => {
    want(context, 'efm-langserver', 'git')
    const cwd = project({ 'config.yaml': snippet('helix.md', '~/.config/efm-langserver/config.yaml') })
    gitRepository(cwd)
    const uri = pathToFileURL(join(cwd, 'deploy/bad.yaml')).href
    const server = spawn('efm-langserver', ['-q', '-c', 'config.yaml'], { cwd, env: { ...process.env, ...onPath(cwd) } })
    onTestFinished(() => void server.kill())
    const messages = [
      { id: 1, method: 'initialize', params: { processId: null, rootUri: pathToFileURL(cwd).href, capabilities: {} } },
      { method: 'initialized', params: {} },
      { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text: BAD } } },
    ]
    for (const message of messages) {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message })
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    }
    let output = ''
    for await (const chunk of server.stdout) {
      output += String(chunk)
      if (output.includes('publishDiagnostics')) break
    }
    expect(JSON.parse(output.split(/Content-Length: \d+\r\n\r\n/).at(-1)!)).toMatchObject({
      params: { uri, diagnostics: [{ range: { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } }, severity: 1, source: 'podlint', message: `ConfigMap shop/settings: ${REPORT[4]} [no-unknown-field]` }] },
    })
  })

  test('the settings of Helix name the server of efm-langserver', () => {
    const text = snippet('helix.md', '~/.config/helix/languages.toml')
    const server = /^\[language-server\.(\S+)\]\ncommand = "efm-langserver"$/m.exec(text)![1]
    expect(text).toMatch(new RegExp(`^language-servers = \\[.*"${server}"\\]$`, 'm'))
  })
})
