import { describe, expect, test } from 'vitest'
import { plainScalar } from '../../src/parser/core.ts'
import { resolvePlain } from '../../src/parser/scalar.ts'
import { Flag, Hint } from '../../src/parser/tape.ts'
import { readProblem, readValue } from './read.ts'

const cases: [title: string, values: Record<string, unknown>][] = [
  ['true', Object.fromEntries(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((text) => [text, true]))],
  ['false', Object.fromEntries(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((text) => [text, false]))],
  ['null', { '': null, '~': null, null: null, Null: null, NULL: null }],
  ['words in another case', { yEs: 'yEs', tRue: 'tRue', nULL: 'nULL', oN: 'oN' }],
  ['integers', { '0': 0, '42': 42, '+1': 1, '-1': -1, '-0': 0, '1_000': 1000, '1__0': 10, '-_1': -1, '+_1': 1 }],
  ['other bases', { '0x1F': 31, '0X1f': 31, '+0x1F': 31, '0o17': 15, '0O17': 15, '0b101': 5, '-0b101': -5, '0644': 420, '-017': -15, '0x_1': 1, '0b-1': -1 }],
  ['large integers', { '9007199254740991': 9007199254740991, '9007199254740993': 9007199254740993n, '9223372036854775807': 9223372036854775807n, '18446744073709551615': 18446744073709551615n }],
  ['integers beyond 64 bits', { '18446744073709551616': 2 ** 64, '-9223372036854775809': -(2 ** 63), '0x10000000000000000': '0x10000000000000000' }],
  ['leading zeros that are not octal', { '08': 8, '0899': 899, '09.5': 9.5 }],
  ['floats', { '1.': 1, '.5': 0.5, '+.5': 0.5, '1.e5': 100000, '1e3': 1000, '6.02E+23': 6.02e23, '.1_0': 0.1, '1e-400': 0, '.5e1': 5 }],
  ['no floats', { '.1__0': '.1__0', '.1_': '.1_', '._1': '._1', '1e400': '1e400', '0x1.8p3': '0x1.8p3', '1e': '1e', '1.2.3': '1.2.3', '.': '.' }],
  ['no numbers', { '_1': '_1', '1Gi': '1Gi', '100m': '100m', '1:30': '1:30', '190:20:30': '190:20:30', '1,5': '1,5', '0b2': '0b2', '0o8': '0o8', '0x': '0x', '-_': '-_' }],
  ['dates', { '2001-01-01': '2001-01-01', '2001-01-01T01:01:01Z': '2001-01-01T01:01:01Z' }],
  ['signs of YAML', { '<<': '<<', '=': '=', 'a:b': 'a:b', '-a': '-a', '?a': '?a', ':a': ':a', 'a#b': 'a#b' }],
  ['names of Object.prototype', { constructor: 'constructor', toString: 'toString', __proto__: '__proto__' }],
]

describe('plain scalars', () => {
  test.each(cases)('%s', async (_, values) => {
    for (const [text, value] of Object.entries(values)) expect(await readValue(`key: ${text}\n`), text).toEqual({ key: value })
  })

  test('a NaN or an infinity is refused anywhere, as JSON cannot carry it', async () => {
    for (const text of ['.nan', '.NaN', '.inf', '+.Inf', '-.INF']) expect(await readProblem(`a: [${text}]`), text).toBe(`${JSON.stringify(text)} "${text}" is not a number that JSON can carry: put it in quotes`)
    expect(await readValue('a: [.iNF, nan, +.nan, inf]')).toEqual({ a: ['.iNF', 'nan', '+.nan', 'inf'] })
  })
})

describe('what a plain scalar is at first sight', () => {
  const CHARACTERS = [...'0189.-+_~xobeEinNyYtTfFrRuUlLsSM:/<é']
  const WORDS = ['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n', '.inf', '.nan', '0644', '0x1F', '0b10', '1e3', '1.5.2', '12345678', '123456789', '127.0.0.1', '500m', '1_000', '--flag', '-Xmx', 'nginx']
  const cases = (word: string) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1), word.slice(0, -1) + word.at(-1)!.toUpperCase(), `${word}s`, `x${word}`, `-${word}`, `+${word}`]

  test('is never something else than what it is when read in full', () => {
    const texts = ['', ...CHARACTERS, ...CHARACTERS.flatMap((a) => CHARACTERS.map((b) => a + b)), ...CHARACTERS.flatMap((a) => CHARACTERS.flatMap((b) => CHARACTERS.map((c) => a + b + c))), ...WORDS.flatMap(cases)]
    let decided = 0
    for (const text of texts) {
      const { hint, flag } = plainScalar(text, 0, text.length)
      const value = resolvePlain(text)
      if (hint !== 0) {
        decided++
        const seen = (hint & 7) === Hint.text ? text : (hint & 7) === Hint.null ? null : (hint & 7) === Hint.integer ? hint >> 3 : (hint & 7) === Hint.true
        expect(seen, text).toBe(value)
      } else expect(value === null || typeof value === 'boolean', text).toBe(false)
      if (value !== null && String(value) !== text) expect(flag, text).toBe(Flag.reinterpreted)
    }
    expect(decided).toBeGreaterThan(texts.length / 2)
  })
})

describe('quoted scalars', () => {
  test('are strings', async () => {
    expect(await readValue(`a: "1"\nb: 'true'\nc: ""\nd: ''\ne: "~"`)).toEqual({ a: '1', b: 'true', c: '', d: '', e: '~' })
  })

  test('escapes', async () => {
    expect(await readValue('a: "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\\'\\\\\\N\\_\\L\\P\\x41\\u00e9\\U0001F600"')).toEqual({ a: '\0\x07\b\t\n\v\f\r\x1b "\'\\\x85\xa0\u2028\u2029Aé😀' })
    expect(await readValue("a: 'it''s \\n'")).toEqual({ a: "it's \\n" })
  })

  test.each([
    ['a: "\\/"', '"\\\\/" Unknown escape "\\/" in a double-quoted string'],
    ['a: "\\q"', '"\\\\q" Unknown escape "\\q" in a double-quoted string'],
    ['a: "\\x4"', '"\\\\x" The escape "\\x" needs 2 hexadecimal digits'],
    ['a: "\\ud83d\\ude00"', '"\\\\ud83d" The escape "\\ud83d" stands for no character'],
    ['a: "\\U00110000"', '"\\\\U00110000" The escape "\\U00110000" stands for no character'],
  ])('%s is refused', async (text, problem) => {
    expect(await readProblem(text)).toBe(problem)
  })

  test('lines fold, wherever they start', async () => {
    expect(await readValue('a: "one\ntwo\n\n  three \\\n  four\\\n\n five"\nb: \'x\n\n\n y \'')).toEqual({ a: 'one two\nthree four\nfive', b: 'x\n\ny ' })
    expect(await readValue('a: "one\u0085two\u2028three\u2028\u2029four"')).toEqual({ a: 'one two\u2028three\u2028\u2029four' })
  })
})

describe('plain scalars of several lines', () => {
  test('fold', async () => {
    expect(await readValue('a: one\n  two\n\n\n   three\nb: x\n # comment\n')).toEqual({ a: 'one two\n\nthree', b: 'x' })
    expect(await readValue('- 1\n  2\n- {a: b\n c}')).toEqual(['1 2', { a: 'b c' }])
  })
})

describe('block scalars', () => {
  test.each([
    ['|\n  a\n   b\n\n  c\n', 'a\n b\n\nc\n'],
    ['|-\n  a\n\n', 'a'],
    ['|+\n  a\n\n\n', 'a\n\n\n'],
    ['|2-\n   a\n  b\n', ' a\nb'],
    ['|-2\n   a', ' a'],
    ['>\n  a\n  b\n\n  c\n   d\n   e\n  f\n', 'a b\nc\n d\n e\nf\n'],
    ['>-\n\n  a\n\n\n  b\n', '\na\n\nb'],
    ['|\n  a', 'a\n'],
    ['|+\n  a', 'a\n'],
    ['|-\n  a', 'a'],
    ['|\n', ''],
    ['|+\n\n', '\n'],
    ['| # comment\n  a # none\n', 'a # none\n'],
    ['|\n  a\r\n  b\r\n', 'a\nb\n'],
    ['|2\n  \ta\n', '\ta\n'],
    ['|\n  \ta\n', undefined],
    ['|\n  a\n   ', 'a\n \n'],
    ['|\n    \n   a\n', undefined],
    ['|0\n  a\n', undefined],
    ['|++\n  a\n', undefined],
    ['|a\n  a\n', undefined],
    ['|\n\ta\n', undefined],
  ])('%j', async (text, value) => {
    const got = await readValue(`key: ${text}`)
    expect(got).toEqual(value === undefined ? undefined : { key: value })
  })

  test('at the root, and in a list', async () => {
    expect(await readValue('|\n text\n')).toBe('text\n')
    expect(await readValue('- |\n a\n- >-\n b\n c\n')).toEqual(['a\n', 'b c'])
  })
})

describe('tags', () => {
  test.each([
    ['!!str 123', '123'],
    ['! 123', '123'],
    ['!local 1', '1'],
    ['!!int "5"', 5],
    ['!!int 0x1F', 31],
    ['!!float 1', 1],
    ['!!bool "yes"', true],
    ['!!null ""', null],
    ['!!timestamp 2001-01-01', '2001-01-01'],
    ['!!binary aGVsbG8=', 'hello'],
    ['!!binary "aGVs\\nbG8="', 'hello'],
    ['!!seq x', 'x'],
    ['!!str', ''],
    ['!!str, a', 'a'],
    ['!<tag:yaml.org,2002:int> "7"', 7],
  ])('%s', async (text, value) => {
    expect(await readValue(`a: ${text}\n`)).toEqual({ a: value })
  })

  test.each(['!!int x', '!!int ""', '!!null x', '!!bool 1', '!!float 18446744073709551615', '!!timestamp x', '!!timestamp 2001-02-30', '!!binary "a b"', '!!binary aGVsbG8', '!e!x 1', '!!str# a'])(
    '%s is refused',
    async (text) => {
      expect(await readProblem(`a: ${text}\n`)).toBeDefined()
    },
  )
})
