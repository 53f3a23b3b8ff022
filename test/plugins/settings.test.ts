/** Rules of one's own in JavaScript, as settings name them. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/reporters/index.ts'
import { GOOD, folder, podlint } from '../cli/run-cli.ts'

const RULE = `export default {
  id: 'acme-no-host',
  severity: 'error',
  options: { key: { default: 'HOST', description: 'The key.' } },
  visit: {
    ConfigMap(map, { report, options }) {
      if (Object.hasOwn(map.value.data ?? {}, options.key)) report(map.at('data', options.key), \`ConfigMap "\${map.name}" has the key "\${options.key}"\`)
    },
  },
}
`
const FILES = { 'podlint.yaml': 'plugins: [./policies/*.mjs]\n', 'policies/host.mjs': RULE, 'a.yaml': GOOD }
const env = (more: Record<string, string> = {}) => ({ GIT_CONFIG_NOSYSTEM: '1', ...more })

const run = async (files: Record<string, string>, args: readonly string[] = ['--plugins'], more: Record<string, string> = {}) => {
  const cwd = folder(files)
  return { cwd, ...(await podlint(['-f', 'concise', 'a.yaml', ...args], { cwd, env: env(more) })) }
}

describe('code of the repository', () => {
  test('does not run unless somebody says so, which is no clean bill of health', async () => {
    const { code, stdout, stderr } = await run({ ...FILES, 'policies/host.mjs': 'throw new Error("it ran")' }, [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.not.stringContaining('acme') as string })
    expect(stderr).toBe('podlint: podlint.yaml names plugins, which are not run: ./policies/*.mjs; they are code of this repository or of packages: --plugins runs them, --no-plugins goes on without them\n')
  })

  test.each([[['--no-plugins'], {}], [['--no-plugins', '--plugins'], {}], [[], { PODLINT_NO_PLUGINS: '1' }], [['--plugins'], { PODLINT_NO_PLUGINS: '1' }]])('does not run with %j and %j, and the rest goes on', async (args, more) => {
    const { code, stderr } = await run({ ...FILES, 'policies/host.mjs': 'throw new Error("it ran")' }, args, more)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'podlint: podlint.yaml names plugins, which are not run: ./policies/*.mjs\n' })
  })

  test('runs with --plugins, or its variable', async () => {
    for (const [args, more] of [[['--plugins'], {}], [[], { PODLINT_PLUGINS: 'true' }]] as const) {
      const { code, stdout, stderr } = await run(FILES, args, more)
      expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: expect.stringContaining('a.yaml:7:9-7:17: error ConfigMap "settings" has the key "HOST" [acme-no-host]') as string, stderr: '' })
    }
  })

  test('runs in a folder that the user trusts, and below it', async () => {
    const cwd = folder({ ...FILES, 'home/': '', 'deep/podlint.yaml': 'plugins: [../policies/host.mjs]\n', 'deep/a.yaml': GOOD })
    const around = { cwd, env: env({ HOME: join(cwd, 'home') }) }
    expect((await podlint(['a.yaml'], around)).code).toBe(2)
    expect((await podlint(['trust'], around)).stderr).toBe(`podlint: plugins that settings in ${cwd} name run from now on; noted in ${join(cwd, 'home/.config/podlint/trusted')}\n`)
    expect((await podlint(['trust', '.'], around)).stderr).toContain('is trusted already')
    expect(readFileSync(join(cwd, 'home/.config/podlint/trusted'), 'utf8').split('\n').slice(1)).toEqual([cwd, ''])
    expect((await podlint(['a.yaml'], around)).code).toBe(1)
    expect((await podlint(['a.yaml'], { ...around, cwd: join(cwd, 'deep') })).code).toBe(1)
    expect((await podlint(['a.yaml', '--no-plugins'], around)).code).toBe(0)
    const other = folder(FILES)
    expect((await podlint(['a.yaml'], { cwd: other, env: around.env })).code).toBe(2)
    // The beginning of a name is not a folder above.
    mkdirSync(`${cwd}2`)
    writeFileSync(join(`${cwd}2`, 'podlint.yaml'), FILES['podlint.yaml'])
    expect((await podlint(['--allow-empty'], { cwd: `${cwd}2`, env: around.env })).code).toBe(2)
  })

  test('is not reached through a link out of the repository', async () => {
    const outside = folder({ 'host.mjs': RULE })
    const cwd = folder({ 'podlint.yaml': 'plugins: [./host.mjs]\n', 'a.yaml': GOOD, '.git/': '' })
    symlinkSync(join(outside, 'host.mjs'), join(cwd, 'host.mjs'))
    expect((await podlint(['a.yaml', '--plugins'], { cwd })).stderr).toBe('podlint: podlint.yaml:1:11: The plugin ./host.mjs is a symbolic link that leaves the repository\n')
  })
})

test('of a folder below are not run, which is a finding at their place, whatever is linted', async () => {
  const cwd = folder({ '.git/': '', 'x.mjs': RULE, 'podlint.yaml': 'failOn: error\n', 'team/podlint.yaml': 'presets: recommended\nplugins: [../x.mjs]\nrules: {acme-no-host: error}\n', 'team/a.yaml': GOOD, 'b.yaml': GOOD.replace('settings', 'b') })
  for (const args of [[], ['team/a.yaml']]) expect((await podlint(['-f', 'concise', '--plugins', ...args], { cwd })).stdout).toMatch(/^team\/podlint\.yaml:2:11-2:19: warning These plugins are not run: only those that are named by the settings where podlint runs, or above, are \[no-stale-setting\]\n/)
  expect((await podlint(['-f', 'concise', '--plugins'], { cwd: join(cwd, 'team') })).stdout).toContain('[acme-no-host]')
})

describe('where plugins are not run, what is said of their rules is not wrong', () => {
  const SETTINGS = 'plugins: [./x.mjs]\nrules:\n  acme-no-host: warning\n  ours: {rule: acme-no-host, options: {key: X}}\n  acme-other: {severity: off, options: {a: 1}}\n'

  test('in the settings, on the command line and in comments', async () => {
    const { code, stderr } = await run({ 'podlint.yaml': SETTINGS, 'a.yaml': GOOD.replace('HOST', '# podlint-ignore acme-no-host: why\n  HOST') }, ['--no-plugins', '--ignore', 'acme-no-host', '--warn', 'acme-more'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'podlint: podlint.yaml names plugins, which are not run: ./x.mjs\n' })
  })

  test('but what is wrong all the same is said', async () => {
    expect((await run({ 'podlint.yaml': 'plugins: [./x.mjs]\nrules: {acme-no-host: wraning}\n', 'a.yaml': GOOD }, ['--no-plugins'])).stderr).toContain('podlint.yaml:2:23: "acme-no-host" is error, warning, info or off, not "wraning"')
  })
})

describe('rules of plugins are rules like any', () => {
  test('with severity, options and names of their own', async () => {
    const settings = `${FILES['podlint.yaml']}rules:\n  acme-no-host: {severity: warning, message: 'Ask: {message}'}\n  ours: {rule: acme-no-host, options: {key: NAME}}\n`
    const { stdout } = await run({ ...FILES, 'podlint.yaml': settings, 'a.yaml': `${GOOD}  NAME: a\n` })
    expect(stdout).toContain('warning Ask: ConfigMap "settings" has the key "HOST" [acme-no-host]')
    expect(stdout).toContain('error ConfigMap "settings" has the key "NAME" [ours]')
  })

  test('selected, left out, silenced', async () => {
    expect((await run(FILES, ['--plugins', '--select', 'acme-no-host', '--warn', 'custom'])).code).toBe(0)
    expect((await run(FILES, ['--plugins', '--ignore', 'custom'])).code).toBe(0)
    const silenced = GOOD.replace('HOST', '# podlint-ignore acme-no-host: there is one\n  HOST')
    expect(await run({ ...FILES, 'a.yaml': silenced })).toMatchObject({ code: 0, stderr: '' })
    expect((await run({ ...FILES, 'a.yaml': silenced.replace('HOST', 'host') })).stdout).toContain('acme-no-host finds nothing here')
  })

  test.each([
    ['rules: {acme-no-hots: off}', 'podlint.yaml:2:9: Unknown rule "acme-no-hots", did you mean "acme-no-host"?'],
    ['rules: {acme-no-host: {options: {kye: a}}}', 'podlint.yaml:2:34: The rule "acme-no-host" has no option "kye", did you mean "key"?'],
    ['rules: {acme-no-host: {options: {key: 1}}}', 'podlint.yaml:2:34: "key" must be a string'],
    ['rules: {custom: {rule: acme-no-host}}', 'podlint.yaml:2:9: "custom" stands for several rules: choose another name'],
  ])('%s is refused with the place', async (text, message) => {
    expect((await run({ ...FILES, 'podlint.yaml': `${FILES['podlint.yaml']}${text}\n` })).stderr).toBe(`podlint: ${message}\n`)
  })

  test('listed and explained, and no report links to a page that is not there', async () => {
    const { cwd } = await run(FILES)
    expect((await podlint(['rules', '--plugins'], { cwd })).stdout).toMatch(/\ncustom:\n {2}acme-no-host +error +acme-no-host\n/)
    expect((await podlint(['rules'], { cwd })).stderr).toBe('podlint: podlint.yaml names plugins, which are not run: ./policies/*.mjs\n')
    const page = (await podlint(['rule', 'acme-no-host', '--plugins'], { cwd })).stdout
    expect(page).toMatch(/^acme-no-host: acme-no-host\n\nSeverity error; category custom; from policies\/host\.mjs; no fix\n/)
    expect(page).not.toMatch(/https?:|How to fix|See also|Why/)
    for (const format of ['text', ...Object.keys(FORMATS).filter((name) => name !== 'text' && name !== 'template')]) {
      const { stdout } = await podlint(['a.yaml', '--plugins', '-f', format], { cwd })
      expect(stdout, format).toContain('ConfigMap')
      expect(stdout, format).not.toMatch(/rules\/acme|\[acme-no-host\]\(|"helpUri": ""|\n\n\n/)
    }
  })

  test('and may have a page', async () => {
    const { stdout } = await run({ ...FILES, 'policies/host.mjs': RULE.replace("severity: 'error',", "severity: 'error', url: 'https://example.com/no-host', category: 'our-own',") }, ['--plugins', '-f', 'github', '--warn', 'our-own'])
    expect(stdout).toContain('https://example.com/no-host')
  })

  test('a List of them, a package, CommonJS, and a module that imports podlint', async () => {
    const one = (id: string) => RULE.replace('acme-no-host', id).replace('export default ', '')
    const files = {
      'podlint.yaml': 'plugins: [./a.cjs, "@acme/rules", only-import]\n',
      'a.yaml': GOOD,
      'a.cjs': `module.exports = [${one('one')}, ${one('two')}]`,
      'node_modules/@acme/rules/package.json': '{"name": "@acme/rules", "main": "main.js"}',
      'node_modules/@acme/rules/main.js': `Object.defineProperty(exports, '__esModule', {value: true}); exports.default = ${one('three')}`,
      'node_modules/only-import/package.json': '{"name": "only-import", "type": "module", "exports": {".": {"import": "./main.js"}}}',
      'node_modules/only-import/main.js': `export default ${one('four')}`,
    }
    const { stdout, stderr } = await run(files)
    expect(stderr).toBe('')
    expect([...stdout.matchAll(/\[(\w+)\]$/gm)].map(([, id]) => id).sort()).toEqual(['four', 'one', 'three', 'two'])
  })
})

describe('a rule that fails', () => {
  test.each([
    ['object() { throw new Error("boom") }', 'boom'],
    ['async object() { }', 'a visitor must not be async: what it finds later is lost'],
    ['object(o, { report }) { report("x", "y") }', 'report needs a place first, such as object.at("spec")'],
    ['object(o, { report }) { report(o.at("kind")) }', 'report needs a message after the place, a string'],
    ['object(o, { report }) { report(o.at("kind"), "a\\nb") }', 'the message of a finding has one line'],
  ])('%s: is told with its plugin, and is 2', async (visitor, reason) => {
    const { code, stdout, stderr } = await run({ ...FILES, 'policies/host.mjs': `export default { id: 'acme', severity: 'info', visit: { ${visitor} } }` })
    expect(code).toBe(2)
    expect(stdout).toContain(`a.yaml:2:7-2:16: error the plugin policies/host.mjs failed to check this: ${reason} [acme]`)
    expect(stderr).toBe(`podlint: an error in the plugin policies/host.mjs: the rule acme failed at a.yaml:2:7 (ConfigMap shop/settings)\n${reason}\n`)
  })
})

describe('what a plugin gets wrong is said at its place in the settings', () => {
  const rule = (fields: string) => `export default { id: 'acme', severity: 'info', visit: { object() {} }, ${fields} }`
  test.each<[string, string]>([
    ['export const a = 1', 'The plugin policies/host.mjs exports no rule: export default { id, severity, visit }, or a list of such'],
    ['export default 5', 'The plugin policies/host.mjs: A rule is an object with id, severity and visit'],
    ['export default {}', 'The plugin policies/host.mjs: A rule needs an id, a string'],
    ['export default { id: "Acme Rule" }', 'The plugin policies/host.mjs: The id of a rule has lower case letters, digits and single hyphens, not "Acme Rule"'],
    ['export default { id: "acme", severity: "warn", visit: {} }', 'The plugin policies/host.mjs: The rule "acme": severity is error, warning or info, not "warn"'],
    ['export default { id: "acme", severity: "info" }', 'The plugin policies/host.mjs: The rule "acme": visit must have a function for object, podSpec, container or a kind such as Deployment'],
    [rule('visit: { Deploymnet() {} }'), 'The plugin policies/host.mjs: The rule "acme": Kubernetes has no kind "Deploymnet", did you mean "Deployment"?'],
    [rule('visit: { Widget() {} }'), 'The plugin policies/host.mjs: The rule "acme": Kubernetes has no kind "Widget"; a custom resource is named with its group: example.com/Widget'],
    [rule('visit: { "apps/Deploymnet"() {} }'), 'The plugin policies/host.mjs: The rule "acme": there is no kind "apps/Deploymnet", did you mean "Deployment"?'],
    [rule('visit: { "a/b/c/d"() {} }'), 'The plugin policies/host.mjs: The rule "acme": "a/b/c/d" is not a kind; right are Deployment, apps/Deployment, apps/v1/Deployment and batch/*'],
    [rule('visit: { Pod: true }'), 'The plugin policies/host.mjs: The rule "acme": visit.Pod must be a function'],
    [rule('visit: { Secret() {} }, crossObject: true'), 'The plugin policies/host.mjs: The rule "acme": with crossObject, objects of the kind "Secret" are not kept'],
    [rule('serverity: "info"'), 'The plugin policies/host.mjs: The rule "acme": a rule has no "serverity", did you mean "severity"?'],
    [rule('options: { a: {} }'), 'The plugin policies/host.mjs: The rule "acme": the option "a" needs a default'],
    [rule('options: { a: { default: 1, description: 2 } }'), 'The plugin policies/host.mjs: The rule "acme": the description of the option "a" must be a string'],
    [rule('options: { a: { default: "a", values: ["b"] } }'), 'The plugin policies/host.mjs: The rule "acme": the values of the option "a" must be strings, the default among them'],
    [rule('presets: ["recomended"]'), 'The plugin policies/host.mjs: The rule "acme": presets is a list of api-server, recommended, strict, pss-baseline or pss-restricted, not ["recomended"]'],
    [rule('bad: [{}]'), 'The plugin policies/host.mjs: The rule "acme": bad[0] needs yaml, a string'],
    ['throw new Error("boom\\nmore")', 'The plugin policies/host.mjs cannot be loaded: boom'],
    ['export default { id: "no-host-path", severity: "info", visit: { object() {} } }', 'The rule "no-host-path" of policies/host.mjs has the name of another, of podlint'],
    ['export default { id: "security", severity: "info", visit: { object() {} } }', 'The rule "security" of policies/host.mjs has the name of a category'],
  ])('%s', async (text, message) => {
    const { code, stderr } = await run({ ...FILES, 'policies/host.mjs': text })
    expect(code).toBe(2)
    expect(stderr.startsWith(`podlint: podlint.yaml:1:11: ${message}`), stderr).toBe(true)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test.each([
    ['[./nothing/*.mjs]', 'podlint.yaml:1:11: No file matches ./nothing/*.mjs'],
    ['[./nothing.mjs]', 'podlint.yaml:1:11: There is no plugin ./nothing.mjs'],
    ['[nothing]', 'podlint.yaml:1:11: The package "nothing" is not installed here'],
    ['[policies/host.mjs]', 'podlint.yaml:1:11: The package "policies/host.mjs" is not installed here; a file is named with a path: ./policies/host.mjs'],
    ['./policies/*.mjs', 'podlint.yaml:1:1: "plugins" must be a list'],
    ['[./policies/host.mjs, ./policies/*.mjs]', 'podlint.yaml:1:32: The rule "acme-no-host" of policies/host.mjs has the name of another, of policies/host.mjs'],
  ])('plugins: %s', async (plugins, message) => {
    expect((await run({ ...FILES, 'podlint.yaml': `plugins: ${plugins}\n` })).stderr).toBe(`podlint: ${message}\n`)
  })
})

test('a kind with its group, and custom resources', async () => {
  const plugin = `const say = (name) => (o, { report }) => report(o.at(...(name === 'c' ? ['metadata', 'name'] : ['kind'])), name)
export default { id: 'acme', severity: 'error', visit: { 'example.com/Widget': say('a'), 'v1/*': say('b'), ConfigMap: say('c'), 'apps/Deployment': say('d') } }`
  const { stdout } = await run({ ...FILES, 'policies/host.mjs': plugin, 'a.yaml': `${GOOD}---\napiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n` })
  expect([...stdout.matchAll(/a\.yaml:(\d+):.*error \w+ \S+: (\w) \[acme\]/g)].map(([, line, name]) => `${line} ${name}`)).toEqual(['2 b', '4 c', '10 a'])
})
