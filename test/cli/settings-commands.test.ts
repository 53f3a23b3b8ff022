import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, GOOD, podlint } from './run-cli.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  hostPID: true\n  containers:\n    - name: app\n      image: example.com/app:1.0\n'

describe('podlint config', () => {
  const files = {
    '.git/': '',
    'podlint.yaml': 'extends: ./base.yaml\nfailOn: warning\nrules:\n  no-host-path: error\noverrides:\n  - files: a/**\n    rules: {no-naked-pod: off}\n  - kinds: Job\n    rules: {no-naked-pod: info}\n',
    'base.yaml': 'exclude: [old/]\nmaxWarnings: 3\nrules: {no-host-path: info, no-host-namespace: error}\n',
    'a/podlint.yaml': 'categories: {security: info}\n',
    'a/web.yaml': POD,
    'b/web.yaml': POD,
  }

  test('says what holds, and where each value comes from', async () => {
    const { code, stdout } = await podlint(['config', '--quiet'], { cwd: folder(files), env: { PODLINT_COLOR: 'never' } })
    expect(code).toBe(0)
    const lines = stdout.split('\n').map((line) => line.replace(/ +#/, ' #'))
    expect(lines[0]).toMatch(/^# Settings: base\.yaml, podlint\.yaml; \d+ rules run$/)
    expect(lines).toEqual(expect.arrayContaining([
      'presets: ["recommended"] # default',
      'exclude: ["old/"] # base.yaml:1',
      'failOn: warning # podlint.yaml:2',
      'maxWarnings: 3 # base.yaml:2',
      'quiet: true # --quiet',
      'color: never # PODLINT_COLOR',
      'rules.no-host-path: error # podlint.yaml:4',
      'rules.no-host-namespace: error # base.yaml:3',
      'rules.no-naked-pod (files a/**): false # podlint.yaml:7',
      'rules.no-naked-pod (kinds Job): info # podlint.yaml:9',
    ]))
  })

  test('for a file has what holds there', async () => {
    const cwd = folder(files)
    const a = (await podlint(['config', 'a/web.yaml'], { cwd })).stdout
    expect(a).toContain('# Settings: base.yaml, podlint.yaml, a/podlint.yaml;')
    expect(a).toMatch(/rules\.no-naked-pod: false +# podlint\.yaml:7/)
    expect(a).toMatch(/categories\.security: info +# a\/podlint\.yaml:1/)
    const b = (await podlint(['config', 'b/web.yaml'], { cwd })).stdout
    expect(b).not.toContain('categories.security')
    expect(b).not.toMatch(/rules\.no-naked-pod:/)
  })

  test('as JSON, and without settings', async () => {
    const { settings } = JSON.parse((await podlint(['config', '--json'], { cwd: folder(files) })).stdout) as { settings: { key: string; value: unknown; origin: string }[] }
    expect(settings).toContainEqual({ key: 'exclude', value: ['old/'], origin: 'base.yaml:1' })
    expect((await podlint(['config'], { cwd: folder({}) })).stdout).toMatch(/^# No settings file; \d+ rules run\n/)
  })

  test.each([[['a', 'b'], 'takes one path'], [['nosuch.yaml'], 'Cannot read nosuch.yaml']])('%j', async (args, message) => {
    const { code, stderr } = await podlint(['config', ...args], { cwd: folder(files) })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

describe('podlint files', () => {
  const files = { '.git/': '', '.gitignore': '# made\nbuild/\n', 'podlint.yaml': 'exclude: [old/]\n', 'web.yaml': POD, 'values.yaml': 'a: b\n', 'build/web.yaml': POD, 'old/web.yaml': POD, 'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'chart/templates/a.yaml': '{{ if .Values.a }}\n' }

  test('lists what is linted, and why the rest is not, with the line of the ignore file', async () => {
    const { code, stdout } = await podlint(['files'], { cwd: folder(files) })
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['web.yaml', 'build/: not linted, left out by .gitignore:2 (build/)', 'old/: not linted, left out by exclude old/', 'chart/Chart.yaml', 'values.yaml: not linted, not a Kubernetes manifest']))
    expect(stdout).toMatch(/\n2 files linted, 1 rendered or built, 4 not\n$/)
    expect(code).toBe(0)
  })

  test('as JSON, and with nothing to lint', async () => {
    expect(JSON.parse((await podlint(['files', '--json', 'web.yaml'], { cwd: folder(files) })).stdout)).toEqual([{ file: 'web.yaml', linted: true, part: null, reason: null }])
    const { code, stderr } = await podlint(['files'], { cwd: folder({ 'a.txt': '' }) })
    expect(stderr).toContain('Nothing to lint')
    expect(code).toBe(2)
  })
})

describe('podlint init', () => {
  test('writes settings that fit, and are right', async () => {
    const cwd = folder({ 'web.yaml': POD, 'app.yaml': 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec: {interval: 5m, prune: true, path: ./a, sourceRef: {kind: GitRepository, name: a}}\n', 'replaced.yaml': GOOD.replace('database', '"@@HOST@@"'), 'marked.yaml': GOOD.replace('name: settings', 'name: marked\n  annotations: {kube-linter.io/ignore-all: why}') })
    const { code, stderr } = await podlint(['init'], { cwd })
    expect(stderr).toContain('podlint.yaml is written')
    expect(stderr).toContain('podlint baseline write')
    expect(code).toBe(0)
    const text = readFileSync(join(cwd, 'podlint.yaml'), 'utf8')
    for (const part of ['applied by Flux', 'placeholders: ["@@*@@"]', 'compatIgnores: true', 'kustomize.toolkit.fluxcd.io/v1/Kustomization', 'presets: recommended']) expect(text).toContain(part)
    expect((await podlint([], { cwd })).code).not.toBe(2)
  })

  test('everything in it that is a comment can be used', async () => {
    const cwd = folder({ 'web.yaml': POD })
    await podlint(['init'], { cwd })
    const text = readFileSync(join(cwd, 'podlint.yaml'), 'utf8')
    writeFileSync(join(cwd, 'podlint.yaml'), text.replaceAll(/^# (?=[a-zA-Z]+:($| ["a-z]+[\w".[\]-]*$)| {2})/gm, '').replace('baseline: podlint-baseline.json\n', ''))
    const { stderr } = await podlint(['config'], { cwd })
    expect(stderr).toBe('')
  })

  test('writes over nothing', async () => {
    for (const [name, text] of [['podlint.yaml', ''], ['.podlint.yaml', ''], ['package.json', '{"podlint": {}}']] as const) {
      const cwd = folder({ [name]: text, 'web.yaml': POD })
      const { code, stderr } = await podlint(['init'], { cwd })
      expect(stderr).toContain(`There are settings already: ${name}`)
      expect(code).toBe(2)
      if (name !== 'podlint.yaml') expect(existsSync(join(cwd, 'podlint.yaml'))).toBe(false)
    }
    expect((await podlint(['init', 'nosuch'], { cwd: folder({}) })).stderr).toBe('podlint: nosuch is not a folder\n')
  })
})
