/** The program as a user meets it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BAD, folder, GOOD, podlint } from './run-cli.ts'

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n'

describe('standard input', () => {
  test('is linted for "-", under the name that is given', async () => {
    expect((await podlint(['-', '-f', 'concise'], { stdin: BAD })).stdout).toMatch(/^<stdin>:6:1/)
    expect((await podlint(['--stdin-filename', 'k8s/a.yaml', '-f', 'concise'], { stdin: BAD })).stdout).toMatch(/^k8s\/a\.yaml:6:1/)
  })

  test.each(['', '\n', '# only a comment\n', '---\n---\n'])('without a manifest (%j) is 2, or 0 with --allow-empty', async (stdin) => {
    expect(await podlint(['-'], { stdin })).toMatchObject({ code: 2, stderr: 'podlint: Nothing to lint: standard input holds no manifest (fine with --allow-empty)\n' })
    expect(await podlint(['-', '--allow-empty'], { stdin })).toMatchObject({ code: 0, stderr: '' })
  })

  test('that is no text is 2', async () => {
    expect(await podlint(['-'], { stdin: Buffer.from([0x61, 0xff]) })).toMatchObject({ code: 2, stderr: 'podlint: standard input is not valid UTF-8 (byte 0xff in line 1, column 2)\n' })
  })

  test('that is broken is a finding', async () => {
    expect(await podlint(['-'], { stdin: 'Error: template: web/templates/a.yaml:3:4: nil pointer\n' })).toMatchObject({ code: 1 })
  })

  test('is not read unasked, and that is said', async () => {
    const cwd = folder({ 'a.yaml': GOOD })
    expect(await podlint([], { cwd, stdin: BAD, isStdinPiped: true })).toMatchObject({ code: 0, stderr: 'podlint: standard input is not read; to lint it: podlint -\n' })
    expect(await podlint(['a.yaml'], { cwd, stdin: BAD, isStdinPiped: true })).toMatchObject({ code: 0, stderr: '' })
  })

  test('cannot be mixed with files', async () => {
    expect(await podlint(['-', 'a.yaml'])).toMatchObject({ code: 2, stderr: 'podlint: Standard input ("-") cannot be linted together with files\n' })
    expect((await podlint(['--stdin-filename', 'b.yaml', 'a.yaml'])).code).toBe(2)
  })

  test('named like a Helm template is left alone', async () => {
    const cwd = folder({ 'chart/Chart.yaml': '', 'chart/templates/': '' })
    expect(await podlint(['--stdin-filename', 'chart/templates/a.yaml', '-', '--allow-empty'], { cwd, stdin: 'a: {{ .Values.x }}' })).toMatchObject({ code: 0, stdout: expect.stringContaining('helm template (1)') })
  })
})

describe('what is no manifest', () => {
  test('is left alone in folders, and counted', async () => {
    const files = {
      'a.yaml': GOOD,
      'values.yaml': 'replicas: 2\n',
      'docker-compose.yaml': 'services:\n  web:\n    image: nginx\n',
      '.github/workflows/ci.yaml': 'on: push\njobs: {}\n',
      'package.json': '{"name": "x"}',
      'kustomization.yaml': 'resources: [a.yaml]\npatches: [{path: patch.yaml, target: {kind: ".*"}}]\n',
      'patch.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: any}\n',
      'chart/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n',
      'chart/templates/a.yaml': '{{ if }}\n',
    }
    const { code, stdout } = await podlint(['-f', 'json', '--render', 'off'], { cwd: folder(files) })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ summary: { resources: 3, leftAlone: { 'helm template': 1, 'kustomize patch': 1, 'not a Kubernetes manifest': 4 } } })
  })

  test.each([
    ['values.yaml', 'replicas: 2\n', 'helm values'],
    ['docker-compose.prod.yml', 'services: {}\n', 'compose file'],
    ['stack.yaml', 'services: {web: {image: nginx}}\n', 'compose file'],
    ['.github/workflows/ci.yaml', 'on: push\njobs: {}\n', 'configuration of another tool'],
    ['ci.yaml', 'on: push\njobs: {}\n', 'workflow'],
    ['.pre-commit-config.yaml', 'repos: []\n', 'configuration of another tool'],
    ['patch.yaml', '- op: remove\n  path: /spec\n', 'JSON patch'],
    ['package.json', '{"name": "x"}', 'configuration of another tool'],
    ['api.yaml', 'openapi: 3.1.0\n', 'API description'],
    ['main.go', 'package main\n', 'not YAML or JSON'],
    ['Makefile', 'all:\n\techo\n', 'not YAML or JSON'],
    ['logo.png', '\0\0', 'not YAML or JSON'],
  ])('is left alone and told when it is named: %s', async (name, text, reason) => {
    const cwd = folder({ [name]: text, 'a.yaml': GOOD })
    expect(await podlint([name, 'a.yaml'], { cwd })).toMatchObject({ code: 0, stderr: `podlint: ${name} is left alone: ${reason}\n`, stdout: expect.stringContaining(`Left alone: ${reason} (1)`) })
    expect(await podlint([name, 'a.yaml', '--force-exclude'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect(await podlint([name], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(`Nothing to lint: no Kubernetes manifest in ${name}`) })
  })

  test.each([
    ['values.yaml', `${BAD}`],
    ['web.yaml', 'spec: {replicas: 1}\n'],
    ['web.yaml', 'replicas: 1\n'],
    ['compose.yaml', 'apiVersion: v1\nkind: [\n'],
    ['web.yaml.tmpl', 'replicas: 1\n'],
  ])('but is a finding when it should be a manifest: %s with %j', async (name, text) => {
    const { code, stdout } = await podlint([name], { cwd: folder({ [name]: text }) })
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('error') })
  })

  test('is found alike whoever expands *.yaml', async () => {
    const cwd = folder({ 'a.yaml': GOOD, 'bad.yaml': BAD, 'values.yaml': 'a: 1\n', 'docker-compose.yaml': 'services: {}\n', 'patch.yaml': '- op: add\n  path: /a\n', '.hidden.yaml': BAD })
    const byShell = await podlint(['a.yaml', 'bad.yaml', 'docker-compose.yaml', 'patch.yaml', 'values.yaml', '-f', 'concise', '-q'], { cwd })
    const byPodlint = await podlint(['*.yaml', '-f', 'concise', '-q'], { cwd })
    expect(byShell).toMatchObject({ code: 1, stdout: byPodlint.stdout })
  })

  test('and nothing else is 2, with the place where it was looked for', async () => {
    const cwd = folder({ 'k8s/values.yaml': 'a: 1\n' })
    expect((await podlint([], { cwd })).stderr).toBe('podlint: Nothing to lint: no Kubernetes manifest here (fine with --allow-empty)\n')
    expect((await podlint(['k8s'], { cwd })).stderr).toBe('podlint: Nothing to lint: no Kubernetes manifest in k8s (fine with --allow-empty)\n')
  })
})

describe('output', () => {
  test('can be several formats at once, into files and onto standard output', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    const { stdout } = await podlint(['a.yaml', '-f', 'concise,json:out.json', '-f', 'sarif:out.sarif'], { cwd })
    expect(stdout).toMatch(/^a\.yaml:6:1/)
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ diagnostics: [{ rule: 'no-unknown-field' }] })
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
  })

  test('of one format goes into the file of -o, without colour', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect((await podlint(['a.yaml', '-o', 'out.txt', '--color', 'always'], { cwd })).stdout).toBe('')
    expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toMatch(/^a\.yaml:6:1: error/)
    expect(await podlint(['a.yaml', '-f', 'json,text', '-o', 'out.txt'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('--output-file is for one format') })
  })

  test('is text, and annotations too on GitHub', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect((await podlint(['a.yaml'], { cwd })).stdout).toMatch(/^a\.yaml:6:1: error .*\n.*\| dat:/)
    const { stdout } = await podlint(['a.yaml'], { cwd, env: { GITHUB_ACTIONS: 'true' } })
    expect(stdout).toMatch(/^a\.yaml:6:1: error/)
    expect(stdout).toContain('\n::error ')
    expect((await podlint(['a.yaml', '-f', 'text'], { cwd, env: { GITHUB_ACTIONS: 'true' } })).stdout).not.toContain('::error')
  })

  test.each<[string[], Record<string, string>, boolean, boolean]>([
    [[], {}, false, false],
    [[], {}, true, true],
    [[], { TERM: 'dumb' }, true, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { NO_COLOR: '' }, true, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '0' }, true, false],
    [[], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [['--color', 'never'], { FORCE_COLOR: '1' }, true, false],
    [['--color', 'always'], { NO_COLOR: '1' }, false, true],
    [['--color=auto'], {}, true, true],
  ])('%j with %j on a terminal (%j) has colour: %j', async (argv, env, isTerminal, colored) => {
    expect((await podlint(['a.yaml', ...argv], { cwd: folder({ 'a.yaml': BAD }), env, isTerminal })).stdout.includes('\u001b[')).toBe(colored)
  })

  test('with --quiet has errors only', async () => {
    const cwd = folder({ 'a.yaml': `${BAD}---\n${POD}spec:\n  containers:\n    - name: app\n      image: nginx:latest\n` })
    const { stdout } = await podlint(['a.yaml', '--quiet', '-f', 'concise'], { cwd })
    expect(stdout.trimEnd().split('\n')).toEqual([expect.stringContaining('no-unknown-field')])
  })

  test('of kubeconform: --output', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect(JSON.parse((await podlint(['-strict', '-summary', '-output', 'json', 'a.yaml'], { cwd })).stdout)).toHaveProperty('diagnostics')
    expect((await podlint(['--output', 'report.json', 'a.yaml'], { cwd })).stderr).toBe('podlint: --output takes a format, which "report.json" is not; --output-file report.json prints into a file\n')
    expect((await podlint(['-f', 'jsn', 'a.yaml'], { cwd })).stderr).toMatch(/^podlint: Unknown format "jsn", .*did you mean "json"\?\n$/)
  })

  test('is the same, byte for byte, whatever the order of the files', async () => {
    const cwd = folder({ 'a.yaml': BAD, 'b.yaml': BAD.replace('settings', 'Other'), 'c/d.yaml': POD })
    const outputs = await Promise.all([['a.yaml', 'b.yaml', 'c'], ['c', 'b.yaml', 'a.yaml'], ['b.yaml', 'c/d.yaml', 'a.yaml', 'a.yaml']].map(async (paths) => (await podlint(['-f', 'json', ...paths], { cwd })).stdout))
    expect(new Set(outputs).size).toBe(1)
  })
})

describe('versions', () => {
  test.each(['1.31', 'v1.31', '1.31.4', 'latest'])('%s', async (version) => {
    expect((await podlint(['-k', version, '-'], { stdin: GOOD })).code).toBe(0)
  })

  test('that are not known are 2', async () => {
    expect((await podlint(['-kubernetes-version', '1.99.0', '-'], { stdin: GOOD })).stderr).toBe('podlint: No schema for Kubernetes "1.99.0", only for 1.28 to 1.37 and a preview of 1.38\n')
  })
})

describe('an upgrade', () => {
  const OLD = 'apiVersion: resource.k8s.io/v1beta1\nkind: DeviceClass\nmetadata:\n  name: gpu.example.com\nspec: {}\n'

  test('reports only what it changes, with the version in machine formats', async () => {
    const { code, stdout } = await podlint(['-k', '1.37', '--upgrade-to', '1.38', '-f', 'json', '-'], { stdin: OLD })
    expect(code).toBe(1)
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toMatchObject([{ rule: 'no-removed-api', kubernetesVersions: ['1.38'] }])
  })

  test('is set by a variable, too', async () => {
    expect((await podlint(['-k', '1.36', '-'], { stdin: OLD, env: { PODLINT_UPGRADE_TO: '1.37' } })).stdout).toMatch(/^1 file, 1 resource/)
  })

  test.each([
    [['--upgrade-to', '1.31'], '--upgrade-to 1.31 is not an upgrade from 1.37; say with --kubernetes-version which version the cluster has'],
    [['-k', '1.31,1.32', '--upgrade-to', '1.38'], '--upgrade-to needs one version to start from, not 1.31, 1.32'],
    [['--upgrade-to', '2'], 'No schema for Kubernetes "2", only for 1.28 to 1.37 and a preview of 1.38'],
  ])('%j is refused', async (args, message) => {
    expect(await podlint([...args, '-'], { stdin: OLD })).toMatchObject({ code: 2, stdout: '', stderr: `podlint: ${message}\n` })
  })
})

describe('a field', () => {
  test('is explained', async () => {
    const { code, stdout } = await podlint(['explain', 'deploy.spec.strategy.type'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Deployment\.spec\.strategy\.type \(apps\/v1, Kubernetes 1\.37\)\n\n {2}type {6}string\n {2}required {2}no\n {2}default {3}RollingUpdate\n {2}checks {4}must be "RollingUpdate" or "Recreate"/)
    expect(JSON.parse((await podlint(['explain', 'deploy.spec.strategy.type', '--json', '-k', '1.31'])).stdout)).toMatchObject({ kubernetesVersion: '1.31', values: ['RollingUpdate', 'Recreate'] })
  })

  test('and a rule, by its name here or elsewhere', async () => {
    for (const name of ['no-privileged-container', 'KSV-0017']) expect((await podlint(['explain', name])).stdout).toContain('no-privileged-container')
  })

  test.each([
    [['explain', 'deplyment.spec'], 'Unknown kind or rule "deplyment", did you mean "deployment"?'],
    [['explain', 'deploy.spec.stratgy'], 'Deployment.spec has no field "stratgy", did you mean "strategy"?'],
    [['explain'], 'Name one field or rule: podlint explain pod.spec.containers'],
    [['explain', 'hpa', '--api-version', 'autoscaling/v9'], 'autoscaling/v9 has no kind HorizontalPodAutoscaler; its API version is autoscaling/v2 or autoscaling/v1'],
    [['explain', 'pod', '-k', '1.31,1.37'], 'A field is explained for one version: --kubernetes-version 1.37'],
  ])('%j is refused', async (args, message) => {
    expect(await podlint(args)).toMatchObject({ code: 2, stdout: '', stderr: `podlint: ${message}\n` })
  })
})

describe('the rules', () => {
  test('are listed', async () => {
    const { code, stdout } = await podlint(['rules'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^validity:\n[^]* {2}no-unknown-field +error/)
    expect((JSON.parse((await podlint(['rules', '--json'])).stdout) as { id: string }[]).map(({ id }) => id)).toContain('no-unknown-field')
  })

  test.each(['rule', 'explain'])('are told one by one: %s', async (command) => {
    expect((await podlint([command, 'no-unknown-field'])).stdout).toMatch(/^no-unknown-field: [^]*Why:\n[^]*How to fix:\n[^]*Wrong, [^]*Right, /)
    expect(await podlint([command, 'no-unknown-fields'])).toMatchObject({ code: 2, stderr: 'podlint: Unknown rule "no-unknown-fields", did you mean "no-unknown-field"?\n' })
    expect((await podlint([command])).stderr).toBe(`podlint: ${command === 'rule' ? 'Name one rule: podlint rule NAME' : 'Name one field or rule: podlint explain pod.spec.containers'}\n`)
  })

  test('are told with how to switch them off, and their options', async () => {
    const { stdout } = await podlint(['rule', 'no-floating-image-tag'])
    expect(stdout).toContain('# podlint-ignore no-floating-image-tag: the reason')
    expect(stdout).toContain('podlint --ignore no-floating-image-tag')
    expect(stdout).toContain('rules: {no-floating-image-tag: off}')
    const [, settings = ''] = /^Options in podlint\.yaml:\n((?: {2}.*\n)+)/m.exec(stdout) ?? []
    expect((await podlint(['-'], { cwd: folder({ 'podlint.yaml': settings.replaceAll(/^ {2}/gm, '') }), stdin: GOOD })).code).toBe(0)
  })

  test('are found by the names that other tools give the same check', async () => {
    for (const name of ['CKV_K8S_14', 'latest-tag', 'ckv_k8s_14']) expect((await podlint(['rule', name])).stdout).toMatch(/^(CKV_K8S_14|ckv_k8s_14|latest-tag) of \S+( and \S+)* is no-floating-image-tag here\.\n\nno-floating-image-tag: /)
    for (const name of ['KSV-0017', 'KSV017', 'AVD-KSV-0017', 'privileged-container']) expect((await podlint(['rule', name])).stdout).toContain('no-privileged-container')
  })
})

describe('what other tools are told is answered with what to type', () => {
  test.each([
    [['chekc'], 'Unknown command, file or folder "chekc", did you mean "check"?'],
    [['lint', 'a.yaml'], 'Unknown command, file or folder "lint"; to lint files and folders: podlint a.yaml'],
    [['validate'], 'Unknown command, file or folder "validate"; to lint files and folders: podlint PATH'],
    [['-f', 'a.yaml'], '--format (-f) takes a format, not what to lint, which needs no flag: podlint a.yaml'],
    [['-f', 'gone.yaml'], '--format (-f) takes a format, not what to lint, which needs no flag: podlint gone.yaml'],
    [['-Rf', 'k8s'], '--format (-f) takes a format, not what to lint, which needs no flag: podlint k8s'],
    [['-f', '-'], '--format (-f) takes a format, not what to lint, which needs no flag: podlint -'],
    [['-f', 'https://example.com/a.yaml'], '--format (-f) takes a format, not what to lint, which needs no flag: curl -fsSL https://example.com/a.yaml | podlint -'],
    [['https://example.com/a.yaml'], 'podlint downloads nothing; to lint https://example.com/a.yaml: curl -fsSL https://example.com/a.yaml | podlint -'],
    [['--filename', 'a.yaml'], '--filename is not needed: podlint FILE'],
    [['-k', 'k8s'], '--kubernetes-version (-k) takes a version, not a folder; to lint what a kustomization makes: kubectl kustomize k8s | podlint -'],
    [['-f', 'json,sarif', 'a.yaml'], 'Only one format can go to standard output, not both json and sarif; into a file: --format sarif:FILE'],
    [['-f', 'json,github', 'a.yaml'], 'Only one format can go to standard output, not both json and github; into a file: --format github:FILE'],
    [['-f', 'text,github,concise', 'a.yaml'], expect.stringContaining('not both text and concise')],
    [['-f', 'json:out,sarif:./out', 'a.yaml'], expect.stringContaining('Only one format can go to ./out, not both json and sarif')],
    [['--ignore', 'all', 'a.yaml'], 'No rule is left to run'],
    [['--diff', '-f', 'json', 'a.yaml'], '--diff prints a patch in place of findings, so it goes without --format'],
    [['--diff', '--statistics', 'a.yaml'], '--diff prints a patch in place of findings, so it goes without --statistics'],
  ])('%j', async (argv, answer) => {
    const { code, stderr } = await podlint(argv, { cwd: folder({ 'a.yaml': GOOD, 'k8s/a.yaml': GOOD }) })
    expect(code).toBe(2)
    const lines = stderr.trimEnd().split('\n')
    expect(lines.at(-1)!.replace('podlint: ', '')).toEqual(answer)
  })

  test('or understood', async () => {
    const cwd = folder({ 'k8s/a.yaml': BAD })
    expect(await podlint(['-R', 'k8s'], { cwd })).toMatchObject({ code: 1, stderr: 'podlint: -R has no effect: folders are linted with all that is in them\n' })
    expect((await podlint(['--no-color', 'k8s'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).not.toContain('\u001b')
    for (const formats of ['text,github', 'github,concise']) expect((await podlint(['-f', formats, 'k8s'], { cwd })).code).toBe(1)
  })
})

describe('what was not looked at', () => {
  test('is said by --verbose: the line of the ignore file, the reason, the file', async () => {
    const cwd = folder({ 'podlint.yaml': 'exclude: ["/v*"]\n', '.gitignore': '# built\n\nbuild/\n*.gen.yaml\n', '.podlintignore': '!keep.gen.yaml\n', 'k8s/.gitignore': '/b.yaml', 'build/a.yaml': BAD, 'a.gen.yaml': BAD, 'keep.gen.yaml': GOOD, 'k8s/a.yaml': GOOD, 'k8s/b.yaml': BAD, 'vendor/a.yaml': BAD, 'values.yaml': 'a: 1\n' })
    expect((await podlint(['-v', '.'], { cwd })).stderr.split('\n').slice(1)).toEqual([
      'podlint: a.gen.yaml: left out by .gitignore:4 (*.gen.yaml)',
      'podlint: build/: left out by .gitignore:3 (build/)',
      'podlint: k8s/b.yaml: left out by k8s/.gitignore:1 (/b.yaml)',
      'podlint: values.yaml: left out by exclude /v*',
      'podlint: vendor/: left out by exclude /v*',
      'podlint: podlint.yaml: left alone, settings of podlint',
      '',
    ])
    expect((await podlint(['-v', '**/b.yaml', 'k8s/*.yaml'], { cwd })).stderr).toContain('k8s/b.yaml: left out by k8s/.gitignore:1 (/b.yaml)')
  })

  test.each(['text', 'concise', 'pretty', 'junit', 'markdown'])('has no "no findings" in %s', async (format) => {
    const { stdout } = await podlint(['gone.yaml', '-f', format], { cwd: folder({}) })
    expect(stdout).not.toMatch(/no findings/)
    expect(stdout).toMatch(/nothing was checked/)
  })
})

describe('a patch', () => {
  test('goes into a file', async () => {
    const cwd = folder({ 'a.yaml': BAD })
    expect(await podlint(['--diff', '--unsafe-fixes', 'a.yaml', '-o', 'fix.patch'], { cwd })).toMatchObject({ code: 1, stdout: '' })
    expect(readFileSync(join(cwd, 'fix.patch'), 'utf8')).toContain('+data:')
  })

  test('is not printed where a CI server would obey one of its lines', async () => {
    const cwd = folder({ 'a.yaml': `${BAD}#\n  # x\n`.replace('namespace: shop', 'namespace: shop\n  annotations:\n    a: >-\n     ::error::x') })
    const argv = ['--diff', '--unsafe-fixes', 'a.yaml']
    expect((await podlint(argv, { cwd })).stdout).toContain('::error::x')
    expect(await podlint(argv, { cwd, env: { GITHUB_ACTIONS: 'true' } })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('into a file: --output-file FILE') })
  })
})

test('files of a path pattern are left out', async () => {
  const { stdout } = await podlint(['-ignore-filename-pattern', '(^|/)b\\.'], { cwd: folder({ 'a.yaml': GOOD, 'b.yaml': BAD, 'c/b.yaml': BAD }) })
  expect(stdout).toBe('Left alone: left out by --ignore-filename-pattern (2)\n1 file, 1 resource: no findings\n')
  expect((await podlint(['--ignore-filename-pattern', '('])).stderr).toBe('podlint: --ignore-filename-pattern: "(" is not a regular expression\n')
})

test('a Markdown file that is named is linted in its fences', async () => {
  const cwd = folder({ 'README.md': `# Example\n\n\`\`\`yaml\n${BAD}\`\`\`\n`, 'docs/a.md': `\`\`\`yaml\n${BAD}\`\`\`\n` })
  expect((await podlint(['README.md', '-f', 'concise'], { cwd })).stdout).toMatch(/^README\.md:9:1/)
  expect((await podlint([], { cwd })).code).toBe(2)
  expect((await podlint(['--include-markdown', '-f', 'json'], { cwd })).stdout).toMatch(/README\.md[^]*docs\/a\.md|docs\/a\.md[^]*README\.md/)
})

test('an error in the program itself has no stack trace, unless it is asked for', async () => {
  const broken = { cwd: folder({ 'a.yaml': GOOD }), env: new Proxy({}, { get: () => { throw new TypeError('boom') } }) }
  expect(await podlint(['a.yaml'], broken)).toMatchObject({ code: 2, stderr: expect.stringMatching(/^podlint: an error in podlint itself: boom\nPlease report it at .*\n$/) })
  expect((await podlint(['a.yaml', '--verbose'], broken)).stderr).toMatch(/\n {4}at /)
})
