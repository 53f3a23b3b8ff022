/** What a team has for findings in files, it has for those in charts and kustomizations as well: baseline, suppressions, overrides, changes, severities, counts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { git, gitRepository } from '../child-process.ts'
import { folder, podlint } from './run-cli.ts'

const workload = (head: string, tail: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${head}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - name: web\n          image: ${tail}`
const PRIVILEGED = '          securityContext:\n            privileged: true\n'

/** A chart in a folder of another name, and an overlay whose patch has the mistake. */
const FILES = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/web/values.yaml': 'image: example.com/web:1\n',
  'charts/web/templates/web.yaml': workload('{{ .Release.Name }}', `{{ .Values.image }}\n${PRIVILEGED}`),
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': workload('web\n  namespace: shop', 'example.com/web:1\n'),
  'prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n',
  'prod/patch.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n${PRIVILEGED}`,
}
const TEMPLATE = 'charts/web/templates/web.yaml'
const BOTH = [TEMPLATE, 'prod/patch.yaml']

async function lint(cwd: string, argv: readonly string[] = []) {
  const { code, stdout, stderr } = await podlint(['-f', 'json', ...argv], { cwd })
  expect(code, stderr).not.toBe(2)
  const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: { rule: string; severity: string; file: string; message: string }[]; summary: Record<string, number> }
  return { code, stderr, summary, diagnostics, found: diagnostics.map(({ file }) => file) }
}

const write = (cwd: string, files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
}
const mended = Object.fromEntries(BOTH.map((path) => [path, FILES[path as keyof typeof FILES].replace('privileged: true', 'privileged: false')]))

describe('a baseline', () => {
  test('knows them, from any folder, says what is stale, and forgets that', async () => {
    const cwd = folder(FILES)
    expect((await lint(cwd)).found).toEqual(BOTH)
    expect((await podlint(['baseline', 'write'], { cwd })).stderr).toContain('2 findings in 2 files written')
    write(cwd, { 'podlint.yaml': 'baseline: podlint-baseline.json\n' })
    expect(await lint(cwd)).toMatchObject({ found: [], summary: { inBaseline: 2 } })
    expect(await lint(join(cwd, 'charts'))).toMatchObject({ found: [], summary: { inBaseline: 1 } })
    write(cwd, mended)
    expect((await lint(cwd)).diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(Array(2).fill('no-stale-setting: no-privileged-container finds nothing here any more: podlint baseline prune'))
    expect((await podlint(['baseline', 'prune'], { cwd })).stderr).toContain('2 findings removed')
    expect(JSON.parse(readFileSync(join(cwd, 'podlint-baseline.json'), 'utf8'))).toMatchObject({ files: {} })
  })

  test('written again, has no more of what is gone', async () => {
    const cwd = folder(FILES)
    await podlint(['baseline', 'write'], { cwd })
    write(cwd, mended)
    expect((await podlint(['baseline', 'write'], { cwd })).stderr).toContain('0 findings in 0 files written')
  })
})

describe('settings', () => {
  test('with suppressions ignore them, by path and by object', async () => {
    const ignoring = async (...suppressions: string[]) => lint(folder({ ...FILES, 'podlint.yaml': `suppressions: [${suppressions.map((each) => `{${each}, reason: known}`).join(', ')}]\n` }))
    expect(await ignoring('paths: charts/web/templates/**, rules: no-privileged-container', 'paths: prod/patch.yaml')).toMatchObject({ found: [], summary: { suppressed: 2 } })
    expect((await ignoring('objects: Deployment/shop/web')).found).toEqual([TEMPLATE])
  })

  test('with overrides hold for the file that a finding is shown in', async () => {
    const levels = async (files: string, level: string) => (await lint(folder({ ...FILES, 'podlint.yaml': `overrides: [{files: "${files}", kinds: Deployment, rules: {no-privileged-container: ${level}}}]\n` }))).diagnostics.map(({ file, severity }) => `${file} ${severity}`)
    expect(await levels('charts/**', 'info')).toEqual([`${TEMPLATE} info`, 'prod/patch.yaml error'])
    expect(await levels('prod/*.yaml', 'off')).toEqual([`${TEMPLATE} error`])
    expect(await levels('base/**', 'off')).toEqual([`${TEMPLATE} error`, 'prod/patch.yaml error'])
  })

  test('of a folder hold in it', async () => {
    expect((await lint(folder({ ...FILES, 'charts/podlint.yaml': 'rules: {no-privileged-container: off}\n', 'prod/podlint.yaml': 'rules: {no-privileged-container: warning}\n' }))).diagnostics.map(({ file, severity }) => `${file} ${severity}`)).toEqual(['prod/patch.yaml warning'])
  })
})

test('--min-severity, --statistics and --max-diagnostics count them', async () => {
  const cwd = folder(FILES)
  expect((await lint(cwd, ['-W', 'no-privileged-container', '--min-severity', 'error'])).found).toEqual([])
  const { stdout } = await podlint(['--statistics'], { cwd })
  for (const file of BOTH) expect(stdout).toMatch(new RegExp(`  ${file} +1 `))
  expect((await lint(cwd, ['--max-diagnostics', '1'])).diagnostics).toHaveLength(1)
})

describe('of what has changed', () => {
  const env = { ...process.env } as Record<string, string>
  const { '.git/HEAD': _head, ...own } = FILES

  function repository(): string {
    const cwd = folder({ ...own, ...mended })
    gitRepository(cwd)
    return cwd
  }

  test.each(BOTH)('--changed, --changed-lines and --staged report them, in %s alone', async (file) => {
    const cwd = repository()
    const changed = async (...flags: string[]) => {
      const { code, stdout, stderr } = await podlint(['-f', 'json', ...flags], { cwd, env })
      expect(code, stderr).not.toBe(2)
      return (JSON.parse(stdout) as { diagnostics: { file: string }[] }).diagnostics.map((found) => found.file)
    }
    write(cwd, { [file]: FILES[file as keyof typeof FILES] })
    expect(await changed('--changed', '--changed-lines')).toEqual([file])
    write(cwd, { [file]: `# new\n${FILES[file as keyof typeof FILES]}` })
    git(cwd, 'commit', '-qam', 'two')
    write(cwd, { [file]: `# new\n# newer\n${FILES[file as keyof typeof FILES]}` })
    expect(await changed('--changed', '--changed-lines')).toEqual([])
    // What is on the disk is not what is to be committed.
    git(cwd, 'add', '-A')
    write(cwd, { [file]: mended[file]! })
    expect(await changed('--staged')).toEqual([file])
  })

  test('a value that changes is as good as the template that prints it', async () => {
    const cwd = repository()
    write(cwd, { 'charts/web/values.yaml': 'image: example.com/web:latest\n' })
    const { stdout } = await podlint(['-f', 'concise', '--changed', '-W', 'no-floating-image-tag'], { cwd, env })
    expect(stdout).toMatch(/^charts\/web\/templates\/web.yaml:12:18.* has the moving tag "latest"/)
  })
})

describe('podlint files', () => {
  test('lists what charts and kustomizations are made of', async () => {
    const { stdout } = await podlint(['files'], { cwd: folder({ ...FILES, 'podlint.yaml': 'failOn: error\n' }) })
    expect(stdout).toBe('base/kustomization.yaml\nbase/web.yaml\ncharts/web/Chart.yaml\ncharts/web/templates/web.yaml: rendered, helm template\ncharts/web/values.yaml: rendered, helm values\npodlint.yaml: not linted, settings of podlint\nprod/kustomization.yaml\nprod/patch.yaml: built, kustomize patch\n4 files linted, 3 rendered or built, 1 not\n')
  })

  test('says what is not built, and why', async () => {
    const { stdout, stderr } = await podlint(['files'], { cwd: folder({ ...FILES, 'prod/kustomization.yaml': 'resources: [../base, "https://github.com/acme/base?ref=main"]\npatches: [{path: patch.yaml}]\n' }) })
    expect(stdout).toContain('prod/patch.yaml: not linted, kustomize patch\n')
    expect(stderr).toContain('podlint: prod: not built, ')
  })
})

test('what is built is not said to be left alone, nor are the settings', async () => {
  const cwd = folder({ ...FILES, 'podlint.yaml': 'baseline: podlint-baseline.json\n' })
  await podlint(['baseline', 'write'], { cwd })
  expect((await podlint([], { cwd })).stdout).toBe('4 files, 5 resources: no findings; 2 in the baseline\n')
})
