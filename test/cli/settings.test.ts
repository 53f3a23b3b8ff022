import { describe, expect, test } from 'vitest'
import { FLAG_KEYS, OTHER_KEYS, keyOf } from '../../src/config/flag-keys.ts'
import { FLAG_ENTRIES, variableOf } from '../../src/cli/flags.ts'
import { folder, GOOD, podlint, type Around } from './run-cli.ts'

const pod = (name: string, extra = '', labels = '') => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\n${labels}spec:\n${extra}  containers:\n    - name: app\n      image: example.com/app:latest\n`
const HOST = '  hostPID: true\n'
const ONLY = 'presets: api-server\n'

async function findings(files: Record<string, string>, args: readonly string[] = [], around: Around = {}): Promise<string[]> {
  const cwd = folder(files)
  const { stdout, stderr, code } = await podlint(['--format=json', ...args], { ...around, cwd: around.cwd === undefined ? cwd : `${cwd}/${around.cwd}` })
  if (code === 2) throw new Error(stderr)
  return (JSON.parse(stdout) as { diagnostics: { file: string; rule: string; severity: string; message: string }[] }).diagnostics.map(({ file, rule, severity, message }) => `${file} ${severity} ${rule === 'no-stale-setting' || rule === 'valid-suppression' ? message : rule}`)
}

describe('where settings are found', () => {
  const rules = `${ONLY}rules: {no-host-namespace: error}\n`
  test.each([['podlint.yaml', rules], ['.podlint.yaml', rules], ['podlint.yml', rules], ['package.json', '{"name": "a", "podlint": {"presets": "api-server", "rules": {"no-host-namespace": "error"}}}\n']])('%s', async (name, text) => {
    expect(await findings({ [name]: text, 'a/web.yaml': pod('web', HOST) })).toEqual(['a/web.yaml error no-host-namespace'])
    expect(await findings({ '.git/': '', [name]: text, 'a/web.yaml': pod('web', HOST) }, [], { cwd: 'a' })).toEqual(['web.yaml error no-host-namespace'])
  })

  test('a package.json without settings, or broken, is none', async () => {
    for (const text of ['{"name": "podlint"}', '{"podlint": ', '[]', 'null']) expect((await podlint([], { cwd: folder({ 'package.json': text, 'web.yaml': GOOD }) })).code, text).toBe(0)
    const { stderr } = await podlint([], { cwd: folder({ 'package.json': '{\n  "podlint": {"rules": {"nosuch": "error"}}}', 'web.yaml': GOOD }) })
    expect(stderr).toBe('podlint: package.json:2:25: Unknown rule "nosuch"\n')
  })
})

describe('settings of sub-folders', () => {
  const files = {
    '.git/': '',
    'podlint.yaml': `${ONLY}rules: {no-host-namespace: error, no-floating-image-tag: info}\n`,
    'a/podlint.yaml': 'rules: {no-host-namespace: warning}\n',
    'a/b/.podlint.yaml': 'rules: {no-floating-image-tag: off}\nexclude: [left-out.yaml]\n',
    'web.yaml': pod('web', HOST),
    'a/web.yaml': pod('web', HOST),
    'a/b/web.yaml': pod('web', HOST),
    'a/b/left-out.yaml': pod('web', HOST),
  }
  const expected = ['a/b/web.yaml warning no-host-namespace', 'a/web.yaml warning no-host-namespace', 'a/web.yaml info no-floating-image-tag', 'web.yaml error no-host-namespace', 'web.yaml info no-floating-image-tag']

  test('take precedence below them', async () => {
    expect(await findings(files)).toEqual(expected)
  })

  test('hold in the same way for a run from within, for named files and for globs', async () => {
    expect(await findings(files, [], { cwd: 'a/b' })).toEqual(['web.yaml warning no-host-namespace'])
    expect(await findings(files, ['a/b/web.yaml'])).toEqual(['a/b/web.yaml warning no-host-namespace'])
    expect(await findings(files, ['**/web.yaml'])).toEqual(expected)
    expect(await findings(files, ['a'])).toEqual(expected.slice(0, 3))
  })

  test('may say that those above do not count', async () => {
    expect(await findings({ ...files, 'a/b/.podlint.yaml': `root: true\n${ONLY}rules: {no-floating-image-tag: warning}\n` }, ['web.yaml'], { cwd: 'a/b' })).toEqual(['web.yaml warning no-floating-image-tag'])
  })

  test('with a mistake end the run', async () => {
    const { code, stderr } = await podlint([], { cwd: folder({ ...files, 'a/podlint.yaml': 'rules: {nosuch: error}\n' }) })
    expect(stderr).toBe('podlint: a/podlint.yaml:1:9: Unknown rule "nosuch"\n')
    expect(code).toBe(2)
  })
})

describe('extends', () => {
  test('files and packages, relative to where they are', async () => {
    expect(await findings({
      'podlint.yaml': 'extends: [./shared/base.yaml, "@team/policy", plain]\nrules: {no-host-namespace: warning}\n',
      'shared/base.yaml': `${ONLY}rules: {no-host-namespace: error, no-floating-image-tag: error}\nexclude: [../left-out]\n`.replace('exclude: [../left-out]\n', ''),
      'node_modules/@team/policy/podlint.yaml': 'rules: {no-floating-image-tag: info}\n',
      'node_modules/plain/package.json': '{"podlint": {"rules": {"no-naked-pod": "info"}}}',
      'web.yaml': pod('web', HOST),
    })).toEqual(['web.yaml info no-naked-pod', 'web.yaml warning no-host-namespace', 'web.yaml info no-floating-image-tag'])
  })

  test.each([
    [{ 'podlint.yaml': 'extends: [./nosuch.yaml]\n' }, 'podlint.yaml:1:11: There is no file "./nosuch.yaml"'],
    [{ 'podlint.yaml': 'extends: nosuch\n' }, 'podlint.yaml:1:1: There is no package with settings of podlint "nosuch"'],
    [{ 'podlint.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'extends: ./podlint.yaml\n' }, 'a.yaml extends podlint.yaml, which extends it in turn'],
    [{ 'podlint.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'extend: x\n' }, 'a.yaml:1:1: Unknown setting "extend", did you mean "extends"?'],
  ])('%j', async (files, message) => {
    const { code, stderr } = await podlint([], { cwd: folder({ ...(files as unknown as Record<string, string>), 'web.yaml': GOOD }) })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

// datree#726, #398, kubescape#1268, kube-linter#487, #127: by path, kind, namespace, name and label, without a word in the manifests.
describe('overrides', () => {
  const files = (overrides: string) => ({ 'podlint.yaml': `${ONLY}rules: {no-host-namespace: error, no-removed-api: error}\noverrides:\n${overrides}`, 'a/web.yaml': pod('web', HOST, '  labels: {team: a}\n'), 'b/api.yaml': pod('api', HOST) })

  test.each([
    ['files', '  - files: a/**\n    rules: {no-host-namespace: off}\n', ['b/api.yaml error no-host-namespace']],
    ['a folder', '  - files: [b/]\n    rules: {no-host-namespace: info}\n', ['a/web.yaml error no-host-namespace', 'b/api.yaml info no-host-namespace']],
    ['kinds and names', '  - kinds: Pod\n    names: a*\n    rules: {no-host-namespace: warning}\n', ['a/web.yaml error no-host-namespace', 'b/api.yaml warning no-host-namespace']],
    ['namespaces', '  - namespaces: [sh*p]\n    rules: {no-host-namespace: info}\n', ['a/web.yaml info no-host-namespace', 'b/api.yaml info no-host-namespace']],
    ['labels', '  - labels: {team: "*"}\n    rules: {no-host-namespace: off}\n', ['b/api.yaml error no-host-namespace']],
    ['what does not fit together', '  - kinds: Pod\n    labels: {team: b}\n    rules: {no-host-namespace: off}\n', ['a/web.yaml error no-host-namespace', 'b/api.yaml error no-host-namespace']],
    ['the last one counts', '  - kinds: Pod\n    rules: {no-host-namespace: off}\n  - files: b/**\n    rules: {no-host-namespace: info}\n', ['b/api.yaml info no-host-namespace']],
    ['a rule that is off elsewhere', '  - files: b/**\n    rules: {no-floating-image-tag: info}\n', ['a/web.yaml error no-host-namespace', 'b/api.yaml error no-host-namespace', 'b/api.yaml info no-floating-image-tag']],
    ['a preset', '  - files: b/**\n    presets: recommended\n    categories: {security: off, reliability: off, resources: off, best-practice: off}\n', ['a/web.yaml error no-host-namespace', 'b/api.yaml error no-host-namespace']],
  ])('by %s', async (_, overrides, expected) => {
    expect(await findings(files(overrides))).toEqual(expected)
  })

  test('change the severity of what the API server refuses', async () => {
    const text = pod('web').replace('spec:', 'spec:\n  nosuch: 1')
    expect(await findings({ 'podlint.yaml': `${ONLY}overrides: [{names: web, rules: {no-unknown-field: info}}]\n`, 'web.yaml': text, 'api.yaml': text.replace('name: web', 'name: api') })).toEqual(['api.yaml error no-unknown-field', 'web.yaml info no-unknown-field'])
  })

  test('give options', async () => {
    const text = 'rules:\n  team-label: {rule: require-label, options: {key: team}}\noverrides:\n  - names: api\n    rules: {team-label: {options: {key: app}}}\n'
    const own = (await findings({ 'podlint.yaml': `${ONLY}${text.replace('    rules: {team-label: {options: {key: app}}}', '    rules: {team-label: off}')}`, 'web.yaml': pod('web'), 'api.yaml': pod('api') }).catch((error: unknown) => [(error as Error).message]))
    expect(own.join()).toContain('team-label')
  })

  test.each([
    ['overrides: [{file: a}]', 'podlint.yaml:1:14: An item of "overrides" has no "file"'],
    ['overrides: [{files: a, rules: {nosuch: error}}]', 'podlint.yaml:1:32: Unknown rule "nosuch"'],
    ['overrides: [{files: a, rules: {no-host-path: eror}}]', '"no-host-path" is error, warning, info or off, not "eror"'],
    ['categories: {secrity: error}', 'podlint.yaml:1:14: Unknown category "secrity", did you mean "security"?'],
    ['suppressions: [{rules: secrity, paths: a}]', 'podlint.yaml:1:24: Unknown rule or category "secrity", did you mean "security"?'],
    ['suppressions: [{rules: security}]', 'needs "paths" or "objects"'],
    ['suppressions: [{paths: a, until: soon}]', '"until" is a date such as 2027-01-31, not "soon"'],
    ['suppressions: [{objects: web}]', '"web" is not KIND/NAME or KIND/NAMESPACE/NAME'],
    ['placeholders: [x]', 'A placeholder has one * for the name in it'],
    ['maxWarnings: [1]', '"maxWarnings" must be a string or a number'],
    ['quite: true', 'Unknown setting "quite", did you mean "quiet"?'],
  ])('%s is refused', async (text, message) => {
    const { code, stderr } = await podlint([], { cwd: folder({ 'podlint.yaml': `${text}\n`, 'web.yaml': GOOD }) })
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

describe('categories', () => {
  test('have a severity, which switches nothing on and counts less than that of a rule', async () => {
    const text = (categories: string) => ({ 'podlint.yaml': `rules: {no-host-namespace: error}\ncategories: ${categories}\n`, 'web.yaml': pod('web', HOST) })
    const security = (await findings(text('{}'))).filter((each) => /namespace|image/.test(each))
    expect(security.length).toBeGreaterThan(0)
    expect((await findings(text('{security: off, best-practice: off, reliability: off, resources: off}')))).toEqual(['web.yaml error no-host-namespace'])
    expect((await findings(text('{security: info}'))).every((each) => each.includes('info') || !/privilege|root/.test(each))).toBe(true)
  })

  test('have options, and references: strict is one of all that look for names', async () => {
    const text = pod('web', '  serviceAccountName: nosuch\n')
    expect((await findings({ 'podlint.yaml': 'references: strict\n', 'web.yaml': text })).join()).toContain('no-unknown-service-account')
    expect((await findings({ 'podlint.yaml': 'categories: {references: {options: {references: strict}}}\n', 'web.yaml': text })).join()).toContain('no-unknown-service-account')
    expect((await findings({ 'web.yaml': text })).join()).not.toContain('no-unknown-service-account')
  })
})

// yannh/kubeconform#226, #366, fluxcd/flux-schema#85, #87
describe('placeholders', () => {
  const deployment = (replicas: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: ${replicas}\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers: [{name: app, image: "example.com/app:1.0"}]\n`

  test.each([['${REPLICAS}'], ['${REPLICAS:=3}'], ['@@REPLICAS@@'], ['<replicas>'], ['%%REPLICAS%%']])('%s fits any value, and is counted', async (value) => {
    const cwd = folder({ 'podlint.yaml': `${ONLY}placeholders: ["@@*@@", "<*>", "%%*%%"]\n`, 'web.yaml': deployment(value) })
    const { stdout } = await podlint([], { cwd })
    expect(stdout).toContain('no findings; 1 placeholder not checked')
  })

  test('those of the settings are no findings', async () => {
    const { stdout } = await podlint(['--format=concise'], { cwd: folder({ 'podlint.yaml': 'placeholders: "@@*@@"\n', 'web.yaml': deployment('@@REPLICAS@@') }) })
    expect(stdout).not.toContain('is a placeholder')
  })

  test('those of one length are not one key', async () => {
    const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  "@@A@@": x\n  "@@B@@": x\n'
    expect(await findings({ 'podlint.yaml': ONLY + 'placeholders: "@@*@@"\n', 'web.yaml': text })).toEqual([])
  })

  test('only those that are asked for', async () => {
    expect(await findings({ 'podlint.yaml': ONLY, 'web.yaml': deployment('<replicas>') })).toEqual(['web.yaml error valid-type'])
  })

  test('positions and fixes are those of the file', async () => {
    const text = deployment('@@A@@').replace('  template:', '  nosuch: 1\n  template:')
    const { stdout } = await podlint(['--format=concise'], { cwd: folder({ 'podlint.yaml': `${ONLY}placeholders: "@@*@@"\n`, 'web.yaml': text }) })
    expect(stdout).toContain('web.yaml:8:3-8:9: error Deployment')
    expect(stdout).not.toContain('\ue000')
  })
})

describe('suppressions of the settings', () => {
  const files = (suppressions: string) => ({ 'podlint.yaml': `${ONLY}rules: {no-host-namespace: error, valid-suppression: warning, no-stale-setting: warning}\nsuppressions:\n${suppressions}`, 'vendor/web.yaml': pod('web', HOST), 'api.yaml': pod('api', HOST) })

  test.each([
    ['by path', '  - {rules: security, paths: vendor/**, reason: not ours}\n', ['api.yaml error no-host-namespace']],
    ['by identity', '  - {objects: Pod/shop/a*}\n', ['vendor/web.yaml error no-host-namespace']],
    ['by both', '  - {objects: Pod/web, paths: vendor/, rules: no-host-namespace}\n', ['api.yaml error no-host-namespace']],
    ['in vain', '  - {objects: Pod/nosuch}\n', ['api.yaml error no-host-namespace', 'podlint.yaml warning These suppressions find nothing to ignore', 'vendor/web.yaml error no-host-namespace']],
    ['no longer', '  - {objects: Pod/*, until: 2020-01-31}\n', ['podlint.yaml error This suppression has expired on 2020-01-31: fix what it ignores, or give a later date']],
  ])('%s', async (_, suppressions, expected) => {
    expect(await findings(files(suppressions))).toEqual(expected)
  })

  test('may need a reason, and cannot reach what is not suppressible', async () => {
    expect(await findings({ ...files('  - {objects: Pod/*}\n'), 'podlint.yaml': `${ONLY}requireReason: true\nrules: {no-host-namespace: {severity: error, suppressible: false}, valid-suppression: warning}\nsuppressions: [{objects: Pod/*}]\n` })).toEqual(['api.yaml error no-host-namespace', 'podlint.yaml warning This suppression gives no reason', 'vendor/web.yaml error no-host-namespace'])
  })
})

describe('settings that do nothing are told', () => {
  test.each([
    ['a glob', 'exclude: [legacy/**]\n', 'exclude "legacy/**" matches no file'],
    ['one of an override', 'overrides:\n  - files: [nosuch/**]\n    rules: {no-host-path: off}\n', 'files "nosuch/**" matches no file'],
    ['what lives elsewhere', 'external: [Secret/other]\n', 'external "Secret/other": nothing asks for it, or it is here'],
    ['a kind with a slip', 'overrides: [{kinds: Deploymnet, rules: {no-host-path: off}}]\n', 'Unknown kind "Deploymnet", did you mean "Deployment"?'],
  ])('%s', async (_, text, message) => {
    const files = { 'podlint.yaml': text, 'web.yaml': GOOD }
    expect(await findings(files)).toEqual([`podlint.yaml warning ${message}`])
    expect(await findings(files, ['web.yaml'])).toEqual([])
  })

  test('but not what is used, what git leaves out anyway, and custom kinds', async () => {
    const text = 'exclude: [old/, dist/, node_modules]\nexternal: ["ServiceAccount/robot", Namespace/shop]\nreferences: strict\noverrides: [{kinds: Certificate, rules: {no-host-path: off}}]\ncategories: {security: off, reliability: off, resources: off, best-practice: off}\n'
    expect(await findings({ '.git/': '', '.gitignore': 'dist\n', 'podlint.yaml': text, 'old/a.yaml': GOOD, 'web.yaml': pod('web', '  serviceAccountName: robot\n') })).toEqual([])
  })
})

describe('every flag', () => {
  test('has a variable and a key', () => {
    // What is about the settings themselves, or must not be said by those whom it is about.
    const without = ['config', 'no-config', 'no-baseline', 'today', 'plugins', 'no-plugins', 'values', 'set', 'debug']
    const flags = FLAG_ENTRIES.filter(([name, flag]) => variableOf(name, flag) !== undefined && !without.includes(name)).map(([name]) => name)
    expect(flags.filter((name) => !Object.hasOwn(FLAG_KEYS, name) && !Object.hasOwn(OTHER_KEYS, name))).toEqual([])
  })

  test('keys are those of flags that there are', () => {
    expect(Object.keys({ ...FLAG_KEYS, ...OTHER_KEYS }).filter((name) => !FLAG_ENTRIES.some(([flag]) => flag === name))).toEqual([])
    expect(keyOf('max-warnings')).toBe('maxWarnings')
  })

  test('comes before the variable, and that before the file', async () => {
    const cwd = folder({ 'podlint.yaml': 'maxWarnings: 0\nquiet: true\nselect: no-floating-image-tag\n', 'web.yaml': pod('web') })
    expect(await podlint([], { cwd })).toMatchObject({ code: 1, stdout: '' })
    expect((await podlint([], { cwd, env: { PODLINT_MAX_WARNINGS: '1' } })).code).toBe(0)
    expect((await podlint(['--max-warnings=0'], { cwd, env: { PODLINT_MAX_WARNINGS: '1' } })).code).toBe(1)
    expect((await podlint(['--quiet=false'], { cwd })).stdout).toContain('[no-floating-image-tag]')
    expect((await podlint([], { cwd, env: { PODLINT_QUIET: 'false' } })).stdout).toContain('[no-floating-image-tag]')
  })
})
