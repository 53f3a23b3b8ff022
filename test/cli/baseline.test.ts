import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, GOOD, podlint } from './run-cli.ts'

const container = (name: string, image = `example.com/${name}:1.0`) => `      - name: ${name}\n        image: ${image}\n        securityContext: {privileged: true}\n`
const deployment = (name: string, ...containers: string[]) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  selector:\n    matchLabels: {app: ${name}}\n  template:\n    metadata:\n      labels: {app: ${name}}\n    spec:\n      containers:\n${containers.map((each) => container(each)).join('')}`
const SELECT = ['--select', 'no-privileged-container']

interface Found {
  code: number
  /** `file object path` */
  found: string[]
  inBaseline: number
}

const findings = async (cwd: string, ...args: string[]): Promise<Found> => {
  const { code, stdout, stderr } = await podlint(['--format=json', ...SELECT, ...args], { cwd })
  if (stdout === '') throw new Error(stderr)
  const report = JSON.parse(stdout) as { diagnostics: { file: string; object: string; path: string; rule: string; message: string }[]; summary: { inBaseline?: number } }
  return { code, found: report.diagnostics.map(({ file, object, path, rule, message }) => (rule === 'no-stale-setting' ? message : `${file} ${object} ${path}`)), inBaseline: report.summary.inBaseline ?? 0 }
}

/** With a baseline of all that is found. */
async function adopted(files: Record<string, string>): Promise<string> {
  const cwd = folder({ ...files, 'podlint.yaml': 'baseline: podlint-baseline.json\n' })
  expect((await podlint(['baseline', 'write', ...SELECT], { cwd })).code).toBe(0)
  expect(await findings(cwd)).toMatchObject({ code: 0, found: [] })
  return cwd
}

const write = (cwd: string, file: string, text: string) => {
  mkdirSync(dirname(join(cwd, file)), { recursive: true })
  writeFileSync(join(cwd, file), text)
}

// stackrox/kube-linter, kubestellar/console#21257: a baseline by line broke whenever a line moved.
describe('a baseline survives', () => {
  test('moved lines', async () => {
    const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
    write(cwd, 'web.yaml', `# a comment\n\n# and one more\n${deployment('web', 'app')}`)
    expect(await findings(cwd)).toEqual({ code: 0, found: [], inBaseline: 1 })
  })

  test('documents in another order', async () => {
    const cwd = await adopted({ 'all.yaml': [deployment('web', 'app'), deployment('api', 'app')].join('---\n') })
    write(cwd, 'all.yaml', [deployment('api', 'app'), deployment('web', 'app')].join('---\n'))
    expect(await findings(cwd)).toEqual({ code: 0, found: [], inBaseline: 2 })
  })

  test('containers in another order, and new ones among them, which are reported', async () => {
    const cwd = await adopted({ 'web.yaml': deployment('web', 'app', 'proxy') })
    write(cwd, 'web.yaml', deployment('web', 'proxy', 'new', 'app'))
    expect(await findings(cwd)).toEqual({ code: 1, found: ['web.yaml Deployment shop/web spec.template.spec.containers[1].securityContext.privileged'], inBaseline: 2 })
  })

  test('a file with another name, and objects that have moved to another file', async () => {
    const cwd = await adopted({ 'all.yaml': [deployment('web', 'app'), deployment('api', 'app')].join('---\n'), 'old/db.yaml': deployment('db', 'app') })
    write(cwd, 'all.yaml', deployment('web', 'app'))
    write(cwd, 'api.yaml', deployment('api', 'app'))
    renameSync(join(cwd, 'old/db.yaml'), join(cwd, 'database.yaml'))
    expect(await findings(cwd)).toEqual({ code: 0, found: [], inBaseline: 3 })
  })

  test('items of a List in another order', async () => {
    const list = (...objects: string[]) => `apiVersion: v1\nkind: List\nitems:\n${objects.map((each) => each.replace(/^/gm, '  ').replace(/^  /, '- ').replace(/ +$/, '')).join('')}`
    const cwd = await adopted({ 'list.yaml': list(deployment('web', 'app'), deployment('api', 'app', 'proxy')) })
    write(cwd, 'list.yaml', list(GOOD, deployment('api', 'app', 'proxy'), deployment('web', 'app')))
    expect(await findings(cwd)).toEqual({ code: 0, found: [], inBaseline: 3 })
  })
})

describe('a baseline does not hide', () => {
  test('more of the same than there was', async () => {
    const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
    write(cwd, 'web.yaml', [deployment('web', 'app'), deployment('web', 'app')].join('---\n'))
    expect((await findings(cwd)).found).toHaveLength(1)
  })

  // bridgecrewio/checkov#7647: what was fixed in one file hid what was new in another.
  test('what is new in an object of the same name in another file', async () => {
    const cwd = await adopted({ 'dev/web.yaml': deployment('web', 'app'), 'prod/web.yaml': deployment('web', 'app').replace('privileged: true', 'privileged: false') })
    write(cwd, 'dev/web.yaml', deployment('web', 'app').replace('privileged: true', 'privileged: false'))
    write(cwd, 'prod/web.yaml', deployment('web', 'app'))
    expect(await findings(cwd, '--error=no-stale-setting')).toEqual({ code: 1, found: ['no-privileged-container finds nothing here any more: podlint baseline prune', 'prod/web.yaml Deployment shop/web spec.template.spec.containers[0].securityContext.privileged'], inBaseline: 0 })
  })
})

describe('stale entries', () => {
  test('are reported, and pruned', async () => {
    const cwd = await adopted({ 'web.yaml': deployment('web', 'app', 'proxy'), 'gone.yaml': deployment('gone', 'app') })
    write(cwd, 'web.yaml', deployment('web', 'app'))
    rmSync(join(cwd, 'gone.yaml'))
    const { stdout, code } = await podlint(['--format=concise', ...SELECT, '--warn=no-stale-setting'], { cwd })
    expect(stdout.split('\n').filter((line) => line.startsWith('podlint-baseline'))).toEqual([
      'podlint-baseline.json:7:11-7:74: warning no-privileged-container finds nothing here any more: podlint baseline prune [no-stale-setting]',
      'podlint-baseline.json:15:11-15:76: warning no-privileged-container finds nothing here any more: podlint baseline prune [no-stale-setting]',
    ])
    expect(code).toBe(0)
    expect(await podlint(['baseline', 'prune', ...SELECT], { cwd })).toMatchObject({ code: 0, stderr: 'podlint: 2 findings removed from podlint-baseline.json, 1 finding left\n' })
    expect((await findings(cwd, '--warn=no-stale-setting')).found).toEqual([])
    expect(await podlint(['baseline', 'prune', ...SELECT], { cwd })).toMatchObject({ stderr: 'podlint: podlint-baseline.json has nothing that is stale\n' })
  })

  test('are not those of files and rules that the run does not look at', async () => {
    const cwd = await adopted({ 'web.yaml': deployment('web', 'app'), 'api.yaml': deployment('api', 'app') })
    expect((await findings(cwd, '--warn=no-stale-setting', 'web.yaml')).found).toEqual([])
    expect((await podlint(['--select=no-latest-image,no-stale-setting'], { cwd })).stdout).not.toContain('baseline prune')
  })
})

test('what is written can be read by people, and merges line by line', async () => {
  const cwd = await adopted({ 'k8s/web.yaml': deployment('web', 'app') })
  expect(JSON.parse(readFileSync(join(cwd, 'podlint-baseline.json'), 'utf8'))).toEqual({
    about: 'What podlint found before, and leaves out. Written by: podlint baseline write',
    files: { 'k8s/web.yaml': { 'Deployment shop/web': { 'no-privileged-container': { 'spec.template.spec.containers[app].securityContext.privileged': 1 } } } },
  })
  expect(await podlint(['baseline', 'show'], { cwd })).toMatchObject({ code: 0, stdout: '1  no-privileged-container (1 file)\npodlint-baseline.json: 1 finding of 1 rule in 1 file\n' })
  expect(JSON.parse((await podlint(['baseline', 'show', '--json'], { cwd })).stdout)).toHaveLength(1)
})

test('writing anew for some files or rules keeps the rest', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app'), 'api.yaml': deployment('api', 'app') })
  write(cwd, 'web.yaml', GOOD)
  expect((await podlint(['baseline', 'write', ...SELECT, 'web.yaml'], { cwd })).stderr).toBe('podlint: 0 findings in 0 files written to podlint-baseline.json, and 1 finding kept of what this run did not look at\n')
  expect(await findings(cwd)).toEqual({ code: 0, found: [], inBaseline: 1 })
})

test('of a text on standard input', async () => {
  const cwd = folder({})
  const text = deployment('web', 'app')
  expect((await podlint(['baseline', 'write', ...SELECT, '-'], { cwd, stdin: text })).stderr).toContain('add to podlint.yaml: baseline: podlint-baseline.json')
  expect((await podlint([...SELECT, '--baseline=podlint-baseline.json', '-'], { cwd, stdin: `\n${text}` })).code).toBe(0)
  expect((await podlint([...SELECT, '--baseline=podlint-baseline.json', '-'], { cwd, stdin: deployment('web', 'other') })).code).toBe(1)
})

test('fixes only what is reported', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
  await podlint([...SELECT, '--fix', '--unsafe-fixes'], { cwd })
  expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(deployment('web', 'app'))
})

test('--no-baseline and variables', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
  expect((await findings(cwd, '--no-baseline')).found).toHaveLength(1)
  rmSync(join(cwd, 'podlint.yaml'))
  expect((await podlint(SELECT, { cwd, env: { PODLINT_BASELINE: 'podlint-baseline.json' } })).code).toBe(0)
})

test('the summary says how much it hides', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
  expect((await podlint(SELECT, { cwd })).stdout).toContain('no findings; 1 in the baseline')
})

test('how to switch it on is said as the settings have it', async () => {
  const cwd = folder({ '.git/': '', 'web.yaml': deployment('web', 'app') })
  expect((await podlint(['baseline', 'write'], { cwd })).stderr).toContain('every run, add to podlint.yaml: baseline: podlint-baseline.json\n')
  await podlint(['init'], { cwd })
  expect((await podlint(['baseline', 'write'], { cwd })).stderr).toContain('every run, take the # from "baseline:" in podlint.yaml\n')
})

test('what the settings do not let be ignored is in no baseline', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
  const [rule] = (JSON.parse((await podlint(['baseline', 'show', '--json'], { cwd })).stdout) as [{ rule: string }]).map((entry) => entry.rule)
  writeFileSync(join(cwd, 'podlint.yaml'), `baseline: podlint-baseline.json\nrules: {${rule}: {suppressible: false}}\n`)
  for (const flags of [[], ['--no-inline-config']]) {
    const { code, stdout } = await podlint(['-f', 'concise', ...flags], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(new RegExp(`^web\\.yaml:.*\\[${rule}\\]$`, 'm'))
    expect(stdout).toContain(`The settings do not let ${rule} be left out: podlint baseline prune [no-stale-setting]`)
  }
  expect((await podlint(['baseline', 'write', 'web.yaml'], { cwd })).stderr).toContain('1 finding of rules that the settings do not let be ignored is not in it\n')
  expect(JSON.parse((await podlint(['baseline', 'show', '--json'], { cwd })).stdout)).toEqual([])
})

test.each([
  ['nothing', undefined, 'There is no baseline b.json; to make it: podlint baseline write'],
  ['no JSON', '{"files": {', 'b.json:1:11: The "{" is never closed'],
  ['something else', '{"a": 1}\n', 'b.json:1:1: This is not a baseline, which has a map "files"'],
  ['a list', '{"files": []}\n', 'b.json:1:1: This is not a baseline'],
  ['a wrong count', '{"files": {"a.yaml": {"Pod a": {"no-latest-image": {"spec": 0}}}}}\n', 'b.json:1:61: A baseline has the number of findings here'],
  ['a level missing', '{"files": {"a.yaml": {"Pod a": 1}}}\n', 'b.json:1:32: A baseline has a map here'],
  ['a conflict', '{\n<<<<<<< ours\n"files": {}\n=======\n"files": {}\n>>>>>>> theirs\n}\n', 'The baseline has the marks of a merge conflict'],
])('a baseline that is %s is an error with its place', async (_, text, message) => {
  const cwd = folder({ 'web.yaml': GOOD, ...(text === undefined ? {} : { 'b.json': text }) })
  const { code, stderr } = await podlint(['--baseline=b.json'], { cwd })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('a run that cannot read everything writes nothing', async () => {
  const cwd = folder({ 'web.yaml': deployment('web', 'app') })
  const { code, stderr } = await podlint(['baseline', 'write', 'web.yaml', 'missing.yaml'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('The baseline is left as it is\nCannot read missing.yaml')
  expect((await podlint(['baseline', 'show'], { cwd })).code).toBe(2)
})

test.each([[[], 'Say what to do with the baseline'], [['wirte'], 'did you mean "write"?'], [['show', 'a'], 'takes no paths']])('podlint baseline %j', async (args, message) => {
  const { code, stderr } = await podlint(['baseline', ...args], { cwd: folder({}) })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

test('sarif describes stale entries', async () => {
  const cwd = await adopted({ 'web.yaml': deployment('web', 'app') })
  write(cwd, 'web.yaml', GOOD)
  const sarif = JSON.parse((await podlint(['--format=sarif', ...SELECT, '--warn=no-stale-setting'], { cwd })).stdout) as { runs: { tool: { driver: { rules: { id: string }[] } } }[] }
  expect(sarif.runs[0]!.tool.driver.rules.map(({ id }) => id)).toContain('no-stale-setting')
})

test.each(['../elsewhere.json', '/tmp/elsewhere.json', '.git/config'])('the settings cannot have %s written', async (file) => {
  const cwd = folder({ 'a/podlint.yaml': `baseline: ${file}\n`, 'a/web.yaml': GOOD })
  const { code, stderr } = await podlint(['baseline', 'write'], { cwd: join(cwd, 'a') })
  expect(stderr).toMatch(/podlint\.yaml:1:11: ".*" (must be a file below the folder of the settings|belongs to git)/)
  expect(code).toBe(2)
})
