import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PRESETS as USUAL } from '../../src/engine/define-rule.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { MORE_PRESETS } from '../../src/parts/more-presets.ts'
import { RULE_OPTIONS } from '../../src/parts/rule-options.ts'
import { BAD, folder, GOOD, podlint } from '../cli/run-cli.ts'

const PRESETS = [...USUAL, ...Object.keys(MORE_PRESETS)]

const mistakes = async (text: string) => {
  try {
    return await parseConfig(text, 'podlint.yaml')
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

describe('a settings file', () => {
  test('with everything in it', async () => {
    const text = `presets: strict
kubernetesVersions: [1.30, '1.31', v1.31.4, latest]
pssVersion: 1.20
exclude: [vendor/]
failOn: warning
format: [text, sarif:out.sarif]
rules:
  no-unknown-field: off
  no-removed-api: "off"
  no-unknown-kind: warning
  valid-type:
    severity: info
`
    expect(await parseConfig(text, 'podlint.yaml')).toEqual({
      presets: ['strict'],
      kubernetesVersions: ['1.30', '1.31', '1.37'],
      pssVersion: '1.20',
      exclude: ['vendor/'],
      failOn: 'warning',
      format: ['text', 'sarif:out.sarif'],
      rules: { 'no-unknown-field': false, 'no-removed-api': 'off', 'no-unknown-kind': 'warning', 'valid-type': { severity: 'info' } },
    })
  })

  test.each(['', '# nothing yet\n', '---\n', 'null\n', 'rules:\n', '{}', '\ufeff{}'])('may hold nothing: %j', async (text) => {
    expect(await parseConfig(text, 'podlint.yaml')).toEqual({})
  })

  test.each([
    ['rule: {}', ['podlint.yaml:1:1: Unknown setting "rule", did you mean "rules"?']],
    ['\ufeffrule: {}', ['podlint.yaml:1:1: Unknown setting "rule", did you mean "rules"?']],
    ['failOn: eror', ['podlint.yaml:1:9: "failOn" is error, warning, info or never, not "eror", did you mean "error"?']],
    ['presets: [recommended, "strikt"]', [`podlint.yaml:1:24: "presets" is ${PRESETS.slice(0, -1).join(', ')} or ${PRESETS.at(-1)}, not "strikt", did you mean "strict"?`]],
    ['pssVersion: 1.38', ['podlint.yaml:1:13: Unknown version "1.38" of the Pod Security Standards, must be 1.0 to 1.37 or latest']],
    ['presets: {}', [`podlint.yaml:1:10: "presets" is ${PRESETS.slice(0, -1).join(', ')} or ${PRESETS.at(-1)}, not "a map or list"`]],
    ['rules:\n  valid-yml: error', ['podlint.yaml:2:3: Unknown rule "valid-yml", did you mean "valid-yaml"?']],
    ['rules:\n  valid-yaml: fatal', ['podlint.yaml:2:15: "valid-yaml" is error, warning, info or off, not "fatal"']],
    ['rules:\n  valid-yaml: on', ['podlint.yaml:2:15: "valid-yaml" is error, warning, info or off, not "on"']],
    ['rules:\n  valid-yaml: {severty: error}', ['podlint.yaml:2:16: A rule has "severity" and "suppressible", not "severty", did you mean "severity"?']],
    ['rules: [valid-yaml]', ['podlint.yaml:1:1: "rules" must be a map']],
    ['exclude: vendor', ['podlint.yaml:1:1: "exclude" must be a list']],
    ['exclude: [1]', ['podlint.yaml:1:11: "exclude" must be a string']],
    ['rules:\n  valid-yaml: {options: {a: 1}}', ['podlint.yaml:2:16: The rule "valid-yaml" has no options']],
    ['rules:\n  no-implausible-quantity: {options: {maxCores: -1}}', ['podlint.yaml:2:49: "maxCores" must be at least 0, not -1']],
    ['rules:\n  no-implausible-quantity: {options: {maxCores: 1e300}}', ['podlint.yaml:2:49: "maxCores" must be at most 9007199254740991, not 1e300']],
    ['rules:\n  no-implausible-quantity: {options: {cores: 1}}', ['podlint.yaml:2:39: The rule "no-implausible-quantity" has no option "cores", only maxCores']],
    ['presets: []', ['podlint.yaml:1:1: "presets" must not be empty']],
    ['format: [text, evil]', [expect.stringMatching(/^podlint\.yaml:1:16: Unknown format "evil", only text, .*; ESLint formatters have to be named on the command line$/)]],
    ['format: ./evil.cjs', [expect.stringContaining('Unknown format "./evil.cjs"')]],
    ['format: "json:/etc/x"', ['podlint.yaml:1:9: "/etc/x" must be a file below the folder of the settings; others have to be named on the command line']],
    ['format: "json:../x"', [expect.stringContaining('"../x" must be a file below')]],
    ['format: "json:a/../../x"', [expect.stringContaining('must be a file below')]],
    ['format: "json:a/.."', [expect.stringContaining('must be a file below')]],
    ['format: "json:.git/hooks/pre-commit"', ['podlint.yaml:1:9: ".git/hooks/pre-commit" belongs to git']],
    ['format: ""', ['podlint.yaml:1:9: "format" must not be empty']],
    ['kubernetesVersions: 1.99', ['podlint.yaml:1:21: No schema for Kubernetes "1.99", only for 1.28 to 1.37 and a preview of 1.38']],
    ['kubernetesVersions: [1.31, {}]', ['podlint.yaml:1:28: "kubernetesVersions" must be a string or a number']],
    ['- rules', ['podlint.yaml:1:1: A settings file must be a map']],
    ['failOn: error\n---\nfailOn: error', ['podlint.yaml:3:1: A settings file has one document only']],
    ['failOn: never\nfailOn: error', [expect.stringMatching(/^podlint\.yaml:2:1: .*failOn/)]],
    ['rules: {\n', [expect.stringMatching(/^podlint\.yaml:\d:\d+: /)]],
    ['b: 1\na: 2\nfailOn: x', [expect.stringContaining(':1:1: '), expect.stringContaining(':2:1: '), expect.stringContaining(':3:9: ')]],
  ])('%j is refused with the place', async (text, expected) => {
    expect(await mistakes(text)).toEqual(expected)
  })

  test('knows the options of every rule, with their types', async () => {
    for (const [id, options] of Object.entries(RULE_OPTIONS)) {
      const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]))
      if (Object.keys(defaults).length === 0) continue
      expect(await parseConfig(JSON.stringify({ rules: { [id]: { severity: 'off', options: defaults } } }), 'podlint.yaml')).toEqual({ rules: { [id]: { severity: 'off', options: defaults } } })
      for (const [name, value] of Object.entries(defaults)) {
        expect(await mistakes(JSON.stringify({ rules: { [id]: { options: { [name]: { wrong: value } } } } })), `${id} ${name}`).toEqual([expect.stringMatching(`"${name}" (must be|is \\w+, )`)])
        expect(await mistakes(JSON.stringify({ rules: { [id]: { options: { [`${name}x`]: value } } } }))).toEqual([expect.stringContaining(`did you mean "${name}"?`)])
      }
    }
  })
})

test('an option with a few values takes no other one, and off without quotes', async () => {
  const setting = (value: string) => `rules: {no-unknown-secret: {options: {references: ${value}}}}`
  expect(await mistakes(setting('nere'))).toEqual(['podlint.yaml:1:51: "references" is off, near, unit or strict, not "nere", did you mean "near"?'])
  expect((await parseConfig(setting('off'), 'podlint.yaml')).rules).toEqual({ 'no-unknown-secret': { options: { references: false } } })
})

describe('a run', () => {
  test('takes the settings of the nearest folder above, up to the root of the repository', async () => {
    const root = folder({ 'podlint.yaml': 'failOn: never\n', 'a/b/web.yaml': BAD, 'c/.git/': '', 'c/d/web.yaml': BAD, 'e/podlint.yaml': 'rules: {no-unknown-field: off}', 'e/web.yaml': BAD })
    expect((await podlint(['web.yaml'], { cwd: join(root, 'a/b') })).code).toBe(0)
    expect((await podlint(['web.yaml'], { cwd: join(root, 'c/d') })).code).toBe(1)
    expect((await podlint(['web.yaml'], { cwd: join(root, 'e') })).stdout).toContain('no findings')
    expect((await podlint(['web.yaml', '--no-config'], { cwd: join(root, 'e') })).code).toBe(1)
    expect((await podlint(['web.yaml', '-c', '../podlint.yaml'], { cwd: join(root, 'e') })).stdout).toContain('1 error')
  })

  test('with a wrong file is 2, names every mistake, and lints nothing', async () => {
    expect(await podlint(['web.yaml'], { cwd: folder({ 'podlint.yaml': 'failOn: x\nrule: {}\n', 'web.yaml': BAD }) })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'podlint: podlint.yaml:1:9: "failOn" is error, warning, info or never, not "x"\npodlint.yaml:2:1: Unknown setting "rule", did you mean "rules"?\n',
    })
  })

  test('takes the command line before variables before the file', async () => {
    const cwd = folder({ 'podlint.yaml': 'failOn: never\nformat: concise\n', 'web.yaml': BAD })
    expect((await podlint(['web.yaml'], { cwd })).code).toBe(0)
    expect((await podlint(['web.yaml'], { cwd, env: { PODLINT_FAIL_ON: 'info' } })).code).toBe(1)
    expect((await podlint(['web.yaml', '--fail-on', 'never'], { cwd, env: { PODLINT_FAIL_ON: 'info' } })).code).toBe(0)
    expect((await podlint(['web.yaml', '-f', 'json'], { cwd })).stdout).toMatch(/^\{/)
  })

  test('leaves out what the file excludes, seen from the folder of the file, and what the command line excludes', async () => {
    const root = folder({ 'podlint.yaml': 'exclude: [/k8s/vendor/]\n', 'k8s/vendor/a.yaml': BAD, 'k8s/b.yaml': BAD, 'k8s/c.yaml': GOOD })
    const { stdout } = await podlint(['--exclude', 'b.yaml', '--verbose'], { cwd: join(root, 'k8s') })
    expect(stdout).toBe('1 file, 1 resource: no findings\n')
  })
})

describe('rules', () => {
  const errors = async (argv: readonly string[], config = '') => {
    const cwd = folder({ 'podlint.yaml': config, 'web.yaml': BAD.replace('settings', 'Settings') })
    const { stdout, stderr } = await podlint(['-f', 'json', ...argv, 'web.yaml'], { cwd })
    if (stderr !== '') return stderr
    return (JSON.parse(stdout) as { diagnostics: { rule: string; severity: string }[] }).diagnostics.map(({ rule, severity }) => `${rule} ${severity}`).sort()
  }

  test.each<[string[], string, unknown]>([
    [[], '', ['no-unknown-field error', 'valid-metadata error']],
    [['--preset', 'api-server'], '', ['no-unknown-field error', 'valid-metadata error']],
    [['--select', 'no-unknown-field'], '', ['no-unknown-field error']],
    [['--select', 'validity', '--ignore', 'valid-metadata'], '', ['no-unknown-field error']],
    [['--select', 'security'], '', []],
    [['-W', 'no-unknown-field', '-A', 'valid-metadata'], '', ['no-unknown-field warning']],
    [['-W', 'validity'], '', ['no-unknown-field warning', 'valid-metadata warning']],
    [[], 'rules: {no-unknown-field: info, valid-metadata: off}', ['no-unknown-field info']],
    [['-D', 'valid-metadata'], 'rules: {no-unknown-field: info, valid-metadata: off}', ['no-unknown-field info', 'valid-metadata error']],
    [['--select', 'no-unknown-field'], 'rules: {no-unknown-field: info}', ['no-unknown-field info']],
    [['--ignore', 'no-unknown-feild'], '', 'podlint: Unknown rule or category "no-unknown-feild", did you mean "no-unknown-field"?\n'],
    [['--preset', 'recomended'], '', `podlint: Unknown preset "recomended", only ${PRESETS.slice(0, -1).join(', ')} and ${PRESETS.at(-1)}, did you mean "recommended"?\n`],
    [['--pss-version', '2.0'], '', 'podlint: Unknown version "2.0" of the Pod Security Standards, must be 1.0 to 1.37 or latest\n'],
    [['--exclude', 'no-unknown-field'], '', 'podlint: --exclude leaves out files; to leave out the rule: --ignore no-unknown-field\n'],
  ])('%j with %j', async (argv, config, expected) => {
    expect(await errors(argv, config)).toEqual(expected)
  })

  test('what cannot be read is reported whatever is selected', async () => {
    const { code, stdout } = await podlint(['--select', 'security', 'a.yaml', 'b.yaml'], { cwd: folder({ 'a.yaml': GOOD, 'b.yaml': 'apiVersion: v1\nkind: "Pod\n' }) })
    expect(code).toBe(1)
    expect(stdout).toContain('[valid-yaml]')
  })
})
