/** What is committed under dist/ is what the sources make; and the program as a process: streams, exit codes, what it loads. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ruleJson, rulePage } from '../../src/cli/rule-pages.ts'
import { exampleText } from '../../src/engine/define-rule.ts'
import { VERSION } from '../../src/project.ts'
import { documentedRules } from '../../src/rule-docs.ts'
import { emptyFolder, run as runProgram, runNode, type RunOptions } from '../child-process.ts'
import { buildTo, repository } from '../integrations/doors.ts'
import { want } from '../want.ts'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const built = emptyFolder()
const program = join(built, 'podlint.cjs')

beforeAll(() => buildTo(built))

const run = (args: readonly string[], options: Partial<RunOptions> = {}) => runNode([program, ...args], { cwd: built, ...options })

test('dist/ is fresh', () => {
  const list = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(root, path)).isFile()).sort()
  expect(list(join(repository, 'dist'))).toEqual(list(built))
  for (const path of list(built)) expect(readFileSync(join(repository, 'dist', path)).equals(readFileSync(join(built, path))), `${path} is not fresh: npm run bundle`).toBe(true)
})

test('the bundle runs by its own name, also through a link', () => {
  const cwd = folder({ 'a.yaml': BAD })
  symlinkSync(program, join(cwd, 'podlint'))
  expect(runProgram(join(cwd, 'podlint'), ['a.yaml'], { cwd, code: 1 }).stdout).toMatch(/^a\.yaml:6:1: error/)
})

// Each part gets what others share of the program by other ways than in the sources.
test('every rule runs in the bundle as in the sources', () => {
  const examples = documentedRules().flatMap(({ id, bad }) => bad.map(({ yaml }, at) => [`${id}-${at}.yaml`, exampleText(yaml)] as const))
  const settings = `rules:\n${documentedRules().filter(({ visit, needs }) => visit !== undefined && needs === undefined).map(({ id, severity }) => `  ${id}: ${severity}\n`).join('')}`
  const cwd = folder({ 'podlint.yaml': settings, ...Object.fromEntries(examples) })
  const { stderr } = run(['-f', 'json', '--exit-zero', '.'], { cwd, code: 'any' })
  expect(stderr).not.toContain('podlint itself')
})

// What many small runs cost is what they load: yannh/kubeconform#206.
describe('what is loaded', () => {
  /** The parts that a run loads. */
  const loaded = (args: readonly string[], cwd = built) => {
    const listing = join(folder({ 'listing.js': `
      const fs = require('node:fs'), { basename } = require('node:path'), { openSync } = fs, parts = []
      fs.openSync = (path, ...rest) => (/parts[\\\\/].*\\.cjs$/.test(path) && parts.push(basename(path)), openSync(path, ...rest))
      const { reallyExit } = process
      process.reallyExit = (code) => (console.error('loaded: ' + parts.sort().join(' ')), reallyExit.call(process, code))` }), 'listing.js')
    const { stderr } = runNode(['--require', listing, program, ...args], { cwd, code: 'any' })
    return /loaded: (.*)/.exec(stderr)?.[1]?.split(' ')
  }

  test('for --version nothing more, and for --help its text', () => {
    expect(loaded(['--version'])).toEqual(['cli.cjs'])
    expect(loaded(['--help'])).toEqual(['cli-help.cjs', 'cli.cjs'])
  })

  test('for ordinary files and folders: the linter, what the kinds need that are met, and the format', () => {
    const cwd = folder({ 'k8s/a.yaml': BAD, 'others/a.yaml': 'apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: a}\n', 'pods/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n' })
    for (const path of ['k8s/a.yaml', 'k8s']) expect(loaded(['-f', 'concise', path], cwd)).toEqual(['cli.cjs', 'engine-fixer.cjs', 'parts-core.cjs', 'reporters-concise.cjs', 'schema-suggest.cjs'])
    expect(loaded(['-f', 'concise', 'others'], cwd)).toEqual(['cli.cjs', 'reporters-concise.cjs', 'schema-crd-custom-resources.cjs', 'schema-unknown-kind.cjs'])
    expect(loaded(['-f', 'concise', 'pods'], cwd)).toEqual(['cli.cjs', 'parts-workload.cjs', 'reporters-concise.cjs'])
    expect(loaded(['-f', 'concise', '--preset', 'strict', 'pods'], cwd)).toEqual(['cli.cjs', 'model-rbac.cjs', 'parts-every-object-optional.cjs', 'parts-workload-optional.cjs', 'parts-workload.cjs', 'reporters-concise.cjs'])
  })

  test('only then: globs, ignore files, settings, fixes', () => {
    const cwd = folder({ 'k8s/a.yaml': BAD, 'ignored/.gitignore': '*', 'set/podlint.yaml': 'failOn: never', 'set/a.yaml': GOOD })
    expect(loaded(['-f', 'concise', 'k8s/*.yaml'], cwd)).toContain('files-globs.cjs')
    expect(loaded(['-f', 'concise', 'ignored'], cwd)).toContain('files-ignore-rules.cjs')
    expect(loaded(['-f', 'concise', 'a.yaml'], join(cwd, 'set'))).toContain('config-load-config.cjs')
    expect(loaded(['--diff', 'k8s'], cwd)).toContain('cli-fix.cjs')
  })
})

test.each(['text', 'concise', 'pretty', 'json', 'github', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson'])('the bundle prints %s', (format) => {
  const cwd = folder({ 'a.yaml': BAD, 'b.yaml': `${GOOD.replace('HOST: database', 'HOST: &host database\n  OTHER: *host')}` })
  const { stdout, stderr } = run(['-f', format], { cwd, code: 1 })
  expect(stderr).toBe('')
  expect(stdout).toContain('a.yaml')
  expect(stdout).toContain('dat')
})

test.each([
  ['formatter.cjs', 'module.exports = (results) => `${results.length} file`'],
  ['formatter.mjs', 'export default (results) => `${results.length} file`'],
])('the bundle prints with %s', (file, text) => {
  expect(run(['-f', `./${file}`, 'a.yaml'], { cwd: folder({ 'a.yaml': BAD, [file]: text }), code: 1 }).output).toBe('1 file\n')
})

test('fugue/regula#99: 2 MB of JSON take no more memory than small machines have', () => {
  const items = Array.from({ length: 4000 }, (_, at) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `a${at}`, namespace: 'shop' }, data: { a: 'x'.repeat(400) } }))
  const cwd = folder({ 'a.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) })
  expect(runNode(['--max-old-space-size=64', program, 'a.json'], { cwd, code: 0 }).stdout).toBe('1 file, 4000 resources: no findings\n')
})

test('a Node without WebAssembly is told so', () => {
  const { stdout, stderr } = runNode(['--jitless', program, '--version'], { cwd: built, code: 2 })
  expect({ stdout, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({ stdout: '', last: 'podlint: Node runs without WebAssembly, which podlint needs: leave out --jitless' })
})

describe('the code cache', () => {
  /** Lints a file, and returns what is kept then. */
  const kept = (cache: string, variables: NodeJS.ProcessEnv = { PODLINT_CACHE_DIR: cache }, flags: readonly string[] = []) => {
    const { stdout, stderr } = runNode([...flags, program, '-f', 'concise', '-q', 'a.yaml'], { cwd: folder({ 'a.yaml': BAD }), env: { HOME: undefined, ...variables }, code: 1 })
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^a\.yaml:6:1-6:4: error .*\n$/), stderr: '' })
    return existsSync(cache) ? readdirSync(cache).sort().map((name) => join(cache, name)) : []
  }
  /** What that run is made of: the program, what a ConfigMap needs, the format, and what makes suggestions and fixes for an unknown field. */
  const PARTS = ['cli', 'engine-fixer', 'parts-core', 'reporters-concise', 'schema-suggest']
  /** The same in the ordinary format, which is in the program but for the frames of code. */
  const TEXT_PARTS = PARTS.map((part) => part.replace('concise', 'code-frame'))
  const inodes = (files: readonly string[]) => files.map((file) => statSync(file).ino)
  const place = () => join(folder({}), 'cache')

  test('of the program grows with the first run that loads a part', () => {
    const cache = place()
    runNode([program, '--version'], { cwd: built, env: { PODLINT_CACHE_DIR: cache } })
    const [before] = readdirSync(cache)
    const size = statSync(join(cache, before!)).size
    expect(kept(cache)).toHaveLength(PARTS.length)
    expect(statSync(join(cache, before!)).size).toBeGreaterThan(size * 1.2)
  })

  test('has nothing of parts for linting after a run that has linted nothing', () => {
    const cache = place()
    runNode([program, 'rules'], { cwd: built, env: { PODLINT_CACHE_DIR: cache } })
    const files = readdirSync(cache)
    expect(files.length).toBeGreaterThan(1)
    expect(files.filter((name) => !name.startsWith('cli'))).toEqual([])
  })

  test('is made by the first run, for its user only, and used by the next', () => {
    const cache = place()
    const files = kept(cache)
    expect(files.map((file) => basename(file).replace(/-[0-9a-f]{16}-.*/, ''))).toEqual(PARTS)
    expect([cache, ...files].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, ...PARTS.map(() => 0o600)])
    const made = inodes(files)
    // What is of no use is made again.
    expect(inodes(kept(cache))).toEqual(made)
  })

  const flip = (file: string, at: number) => {
    const bytes = readFileSync(file)
    bytes[at]! ^= 1
    writeFileSync(file, bytes)
  }
  const spoil: Record<string, (file: string, other: string) => void> = {
    'cut off': (file) => truncateSync(file, statSync(file).size / 2),
    empty: (file) => truncateSync(file, 0),
    'full of holes': (file) => writeFileSync(file, readFileSync(file).fill(0, 4096, 8192)),
    'wrong in the first bit': (file) => flip(file, 0),
    'wrong in a bit of the first copy': (file) => flip(file, 12_345),
    'wrong in a bit of the second copy': (file) => flip(file, statSync(file).size - 12_345),
    'wrong in the last bit': (file) => flip(file, statSync(file).size - 1),
    'a pipe': (file) => {
      rmSync(file)
      runProgram('mkfifo', ['-m', '600', file], { cwd: built })
    },
    'that of another part': (file, other) => writeFileSync(file, readFileSync(other)),
    'open to others': (file) => chmodSync(file, 0o666),
  }
  test.each(Object.keys(spoil))('is made again when it is %s', (how) => {
    const cache = place()
    const [file, ...others] = kept(cache) as [string, string, string]
    spoil[how]!(file, others.at(-1)!)
    const made = inodes([file, ...others])
    const again = inodes(kept(cache))
    expect(again[0]).not.toBe(made[0])
    expect(again.slice(1)).toEqual(made.slice(1))
    expect(inodes(kept(cache))).toEqual(again)
  })

  test('is another for other flags of Node', () => {
    const cache = place()
    const made = kept(cache)
    expect(kept(cache, { PODLINT_CACHE_DIR: cache, NODE_OPTIONS: '--max-old-space-size=500' })).toHaveLength(2 * PARTS.length)
    expect(kept(cache, { PODLINT_CACHE_DIR: cache }, ['--no-opt'])).toHaveLength(3 * PARTS.length)
    expect(inodes(kept(cache))).toHaveLength(3 * PARTS.length)
    expect(made.every((file) => existsSync(file))).toBe(true)
  })

  test('is another for folders where V8 works with other settings', () => {
    const cache = place()
    const cwd = folder({ 'a.yaml': BAD })
    const lint = () => run(['-q', '.'], { cwd, env: { PODLINT_CACHE_DIR: cache }, code: 1 })
    lint()
    const files = readdirSync(cache).map((name) => join(cache, name))
    expect(files.map((file) => file.includes('-tuned'))).toEqual(TEXT_PARTS.map(() => process.versions.v8.startsWith('11.')))
    const made = inodes(files)
    lint()
    expect(inodes(files)).toEqual(made)
  })

  test('lies among the caches of the user', () => {
    const home = folder({})
    expect(kept(join(home, 'xdg/podlint'), { HOME: home, XDG_CACHE_HOME: join(home, 'xdg') })).toHaveLength(PARTS.length)
    expect(kept(join(home, '.cache/podlint'), { HOME: home })).toHaveLength(PARTS.length)
  })

  test('is none where there is no place for it, or it is not wanted', () => {
    const root = folder({ file: '', 'open/': '' })
    chmodSync(join(root, 'open'), 0o777)
    expect(kept(join(root, 'file/cache'))).toEqual([])
    expect(kept(join(root, 'open'))).toEqual([])
    expect(kept(join(root, 'off'), { PODLINT_CACHE_DIR: join(root, 'off'), NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual([])
    expect(kept('/proc/podlint', { XDG_CACHE_HOME: '/proc' })).toEqual([])
    expect(kept(join(root, 'home/.cache/podlint'), { HOME: join(root, 'home') })).toEqual([])
    expect(kept(root, { XDG_CACHE_HOME: 'relative' })).toEqual([join(root, 'file'), join(root, 'open')])
  })

  test('forgets what is oldest, and nothing else', () => {
    const cache = place()
    mkdirSync(cache)
    for (let age = 1; age <= 110; age++) {
      for (const name of [`old-${age}.podlint-code`, `note-${age}`]) {
        writeFileSync(join(cache, name), '')
        utimesSync(join(cache, name), 1e9 - age, 1e9 - age)
      }
    }
    const names = kept(cache).map((file) => basename(file))
    expect(names.filter((name) => name.startsWith('note-'))).toHaveLength(110)
    expect(names.filter((name) => name.startsWith('old-')).map((name) => Number.parseInt(name.slice(4), 10)).sort((a, b) => a - b)).toEqual(Array.from({ length: 96 - PARTS.length }, (_, index) => index + 1))
  })

  test('is whole when several runs make it at the same time', async () => {
    const cache = place()
    const cwd = folder({ 'a.yaml': BAD })
    const runs = Array.from({ length: 6 }, () => spawn(process.execPath, [program, '-q', 'a.yaml'], { cwd, env: { ...process.env, PODLINT_CACHE_DIR: cache }, stdio: 'ignore' }))
    expect(await Promise.all(runs.map(async (child) => ((await once(child, 'close')) as [number])[0]))).toEqual([1, 1, 1, 1, 1, 1])
    const files = readdirSync(cache).map((name) => join(cache, name))
    expect(files).toHaveLength(TEXT_PARTS.length)
    const made = inodes(files)
    run(['-q', 'a.yaml'], { cwd, env: { PODLINT_CACHE_DIR: cache }, code: 1 })
    expect(inodes(files)).toEqual(made)
  })
})

test('the bundle says of the examples of all rules what the sources say', async () => {
  const files = documentedRules().flatMap(({ id, bad }) => bad.map(({ yaml }, at) => [`${id}/${at}/a.yaml`, exampleText(yaml)]))
  const cwd = folder(Object.fromEntries(files))
  const args = ['-f', 'json', '--select', 'all', '--no-gitignore']
  const { code, stdout } = await podlint(args, { cwd })
  const bundled = run(args, { cwd, code })
  expect(bundled.stderr).toBe('')
  expect(JSON.parse(bundled.stdout)).toEqual(JSON.parse(stdout))
})

test('the bundle knows every rule, with its examples', () => {
  expect(run(['rules', '--json']).stdout).toBe(ruleJson(documentedRules()))
  for (const { id } of [documentedRules()[0]!, documentedRules().at(-1)!]) expect(run(['rule', id]).stdout).toBe(rulePage(id, documentedRules()))
  expect(run(['--version']).stdout).toBe(`podlint ${VERSION}\n`)
})

describe('the library', () => {
  const script = `lint([{ file: 'a.yaml', text: ${JSON.stringify(BAD)} }], { rules: { 'no-unknown-field': 'warning' } }).then(({ diagnostics, rules }) => console.log(diagnostics[0].message, rules.get('no-unknown-field').why.length > 0, VERSION))`
  const library = join(built, 'parts/library.cjs')
  test.each([
    ['required', 'commonjs', `const { lint, VERSION } = require(${JSON.stringify(library)})`],
    ['imported by name', 'module', `import { lint, VERSION } from ${JSON.stringify(pathToFileURL(library))}`],
  ])('can be %s, and the program stays silent', (_, type, line) => {
    const { stdout, stderr } = runNode([`--input-type=${type}`, '-e', `${line}\n${script}`], { cwd: built })
    expect({ stdout, stderr }).toEqual({ stdout: `ConfigMap has no field "dat", did you mean "data"? true ${VERSION}\n`, stderr: '' })
  })
})

test('findings go to standard output, notes to standard error, and standard input is read to its end', () => {
  const documents = Array.from({ length: 3000 }, () => BAD).join('---\n')
  const { stdout, stderr } = run(['-f', 'concise', '-n', '4', '-'], { input: documents, code: 1 })
  expect(stdout.trimEnd().split('\n').length).toBeGreaterThanOrEqual(3000)
  expect(stderr).toBe('podlint: -n has no effect: podlint needs no workers\n')
})

test('a reader that stops reading is no error', async () => {
  const cwd = folder({ 'a.yaml': Array.from({ length: 3000 }, () => BAD).join('---\n') })
  const child = spawn(process.execPath, [program, '-f', 'json', 'a.yaml'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  await once(child.stdout, 'readable')
  child.stdout.destroy()
  const [code] = (await once(child, 'close')) as [number]
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
})

test('a report that cannot be printed is told, and is 2', () => {
  const cwd = folder({ 'a.yaml': BAD })
  const shell = (command: string, code: number) => runProgram('sh', ['-c', command.replaceAll('podlint', `'${process.execPath}' '${program}'`)], { cwd, code })
  expect(shell('podlint a.yaml > /dev/full', 2).stderr).toBe('podlint: Cannot write to standard output: no space left on the disk\n')
  shell('podlint a.yaml > /dev/full 2> /dev/full', 2)
  expect(shell('podlint -n 1 a.yaml 2> /dev/full', 1).stdout).toContain('a.yaml:6:1')
  expect(shell('podlint a.yaml -o /dev/full', 2).stderr).toBe('podlint: Cannot write /dev/full: no space left on the disk\n')
})

test('a current folder that is gone is told, and is 2', () => {
  const { stderr } = runProgram('sh', ['-c', `mkdir gone && cd gone && rmdir ../gone && '${process.execPath}' '${program}' a.yaml`], { cwd: folder({}), code: 2 })
  expect(stderr.trimEnd().split('\n').at(-1)).toBe('podlint: The current folder is not there any more')
})

test('a pipe that is named like a file is read: <(helm template .)', (context) => {
  want(context, 'bash')
  const cwd = folder({})
  writeFileSync(join(cwd, 'a.yaml'), BAD)
  expect(runProgram('bash', ['-c', `'${process.execPath}' '${program}' -f concise <(cat a.yaml)`], { cwd, code: 1 }).stdout).toMatch(/\/dev\/fd\/\d+:6:1/)
})

test('the examples of the project: the good one is silent, the others are not', () => {
  const cwd = join(repository, 'examples')
  expect(run(['good.yaml'], { cwd }).output).toBe('1 file, 3 resources: no findings\n')
  for (const file of readdirSync(cwd)) if (file !== 'good.yaml') run([file], { cwd, code: 1 })
})
