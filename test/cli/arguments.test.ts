import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/arguments.ts'
import { FLAG_ENTRIES } from '../../src/cli/flags.ts'
import { helpText } from '../../src/cli/help.ts'

const parse = (line: string, env = {}) => parseArguments(line.split(' ').filter(Boolean), env)

test.each([
  ['', 'check', []],
  ['a.yaml b', 'check', ['a.yaml', 'b']],
  ['check a.yaml', 'check', ['a.yaml']],
  ['-', 'check', ['-']],
  ['./rules', 'check', ['./rules']],
  ['rules', 'rules', []],
  ['explain valid-yaml', 'explain', ['valid-yaml']],
  ['-- --strict', 'check', ['--strict']],
])('"%s" is %s %j', (line, command, operands) => {
  expect(parse(line)).toMatchObject({ command, operands, flags: {}, notes: [] })
})

test.each([
  ['--fail-on warning', { 'fail-on': 'warning' }],
  ['--fail-on=warning', { 'fail-on': 'warning' }],
  ['--fail-on error --fail-on never', { 'fail-on': 'never' }],
  ['-k 1.31,v1.32', { 'kubernetes-version': ['1.31', 'v1.32'] }],
  ['-k1.31 -k 1.32', { 'kubernetes-version': ['1.31', '1.32'] }],
  ['-qk1.31', { quiet: true, 'kubernetes-version': ['1.31'] }],
  ['-D a -W b,c -A d', { error: ['a'], warn: ['b', 'c'], off: ['d'] }],
  ['--exclude a,b --exclude c', { exclude: ['a,b', 'c'] }],
  ['--profile strict', { preset: ['strict'] }],
  ['--fix=false --diff=true', { fix: false, diff: true }],
  ['-f json:out.json -o x', { format: ['json:out.json'], 'output-file': 'x' }],
])('%s', (line, flags) => {
  expect(parse(line).flags).toEqual(flags)
})

describe('kubeconform', () => {
  test('its command lines are understood', () => {
    const { flags, operands, notes } = parse('-strict -summary -kubernetes-version 1.31.0 -ignore-missing-schemas -output json -schema-location default -verbose -ignore-filename-pattern ^x a.yaml')
    expect(flags).toMatchObject({ 'kubernetes-version': ['1.31.0'], output: 'json', verbose: true, 'ignore-filename-pattern': ['^x'] })
    expect(operands).toEqual(['a.yaml'])
    expect(notes).toEqual([])
  })

  test('what has no effect is said', () => {
    expect(parse('-n 4 -cache /tmp/x -exit-on-error a.yaml')).toMatchObject({
      operands: ['a.yaml'],
      notes: ['-n has no effect: podlint needs no workers', '-cache has no effect: podlint downloads nothing', '-exit-on-error has no effect: all files are linted, and the exit code is the same'],
    })
  })

  test('what would change the result and cannot be done is refused', () => {
    expect(() => parse('-skip CustomResourceDefinition')).toThrow('-skip has no equivalent: leave out files with --exclude, or rules with --ignore')
    expect(() => parse('-reject=Secret')).toThrow('-reject has no equivalent')
  })
})

test.each([
  ['--fali-on error', 'Unknown flag "--fali-on", did you mean "--fail-on"?'],
  ['--kubernetes-verison 1.31', 'Unknown flag "--kubernetes-verison", did you mean "--kubernetes-version"?'],
  ['--zzzzzzzzz', 'Unknown flag "--zzzzzzzzz"; see podlint --help'],
  ['-x', 'Unknown flag "-x"; see podlint --help'],
  ['--fail-on', '--fail-on needs a value: --fail-on LEVEL'],
  ['--fail-on=', '--fail-on needs a value'],
  ['--fail-on eror', '--fail-on is error, warning, info or never, not "eror", did you mean "error"?'],
  ['--quiet=maybe', '--quiet takes no value'],
  ['--select ,', '--select needs a value'],
])('%s is refused', (line, message) => {
  expect(() => parse(line)).toThrow(message)
})

describe('variables', () => {
  test('stand in for flags that are not given', () => {
    const env = { PODLINT_FAIL_ON: 'warning', PODLINT_KUBERNETES_VERSION: '1.31,1.32', PODLINT_QUIET: '1', PODLINT_ALLOW_EMPTY: 'false', PODLINT_FORMAT: '', PODLINT_FIX: '1', OTHER: 'x' }
    expect(parse('', env).flags).toEqual({ 'fail-on': 'warning', 'kubernetes-version': ['1.31', '1.32'], quiet: true, 'allow-empty': false })
    expect(parse('--fail-on never -k 1.30', env).flags).toEqual({ 'fail-on': 'never', 'kubernetes-version': ['1.30'], quiet: true, 'allow-empty': false })
  })

  test('with a wrong value are refused by their name', () => {
    expect(() => parse('', { PODLINT_FAIL_ON: 'warn' })).toThrow('PODLINT_FAIL_ON is error, warning, info or never, not "warn", did you mean "warning"?')
    expect(() => parse('', { PODLINT_QUIET: 'maybe' })).toThrow('PODLINT_QUIET is true or false, not "maybe"')
  })
})

test('no two flags share a spelling', () => {
  const spellings = FLAG_ENTRIES.flatMap(([name, { short, aliases = [] }]) => [name, ...aliases, ...(short === undefined ? [] : [short])])
  expect(spellings.filter((each, index) => spellings.indexOf(each) !== index)).toEqual([])
})

test('the help text names every flag that is meant to be used, in lines that fit', () => {
  const text = helpText()
  for (const [name, { group }] of FLAG_ENTRIES) expect(text.includes(` --${name} `) || text.includes(` --${name}\n`), name).toBe(group !== undefined)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(130)
})
