import { describe, expect, test } from 'vitest'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'
import { read, readProblem, readValue } from './read.ts'

const problemIn = async (text: string) => {
  const problem = (await parse(text, new Tape(), true)).flatMap(({ problems }) => problems)[0]
  return problem && `${JSON.stringify(text.slice(problem.start, problem.end))} ${problem.message}`
}

describe('JSON', () => {
  test('has escapes of its own, and its strings are taken as they are', async () => {
    expect(await readValue('{"a": "\\/ \\ud83d\\ude00 \\b\\f\\n\\r\\t\\"\\\\", "\\u0061\\/": 1}')).toEqual({ a: '/ 😀 \b\f\n\r\t"\\', 'a/': 1 })
    expect(await readValue('{"a": "x\u0085y\u2028z\u007f", "k\u2029": "\\n\u0085"}')).toEqual({ a: 'x\u0085y\u2028z\u007f', 'k\u2029': '\n\u0085' })
    expect(await readValue('{"a": "\\ud83d"}')).toEqual({ a: '\ufffd' })
  })

  test('may be several values, one after the other', async () => {
    const { values, documents, messages } = await read('{"a": 1}\n{"b": [true, false, null]}{"c": -1.5e3}\n\n')
    expect(messages).toEqual([])
    expect(values).toEqual([{ a: 1 }, { b: [true, false, null] }, { c: -1500 }])
    expect(documents.map(({ start, end }) => [start, end])).toEqual([[0, 9], [9, 35], [35, 50]]) // prettier-ignore
  })

  test.each<[string, unknown[]]>([
    ['{"a": 010}', [{ a: 8 }]],
    ["{a: 'b',}", [{ a: 'b' }]],
    ['{"a": 1}\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['{"a": 1}\nb: 2\nc: 3\n', [{ a: 1 }, { b: 2, c: 3 }]],
    ['{"a": 1} {b: 2}', [{ a: 1 }, { b: 2 }]],
    ['\t{"a":\t1}', [{ a: 1 }]],
  ])('%j: what is not JSON after all is read as YAML, as by kubectl', async (text, values) => {
    const got = await read(text)
    expect(got.messages).toEqual([])
    expect(got.values).toEqual(values)
  })

  test.each([
    ['{"a": 1} x', '"x" JSON needs double quotes around "x"'],
    ['{"a": 1}\n{"b": 2}\n{c: 3}', '"c" A key needs double quotes in JSON'],
  ])('%j is refused', async (text, problem) => {
    expect(await readProblem(text)).toBe(problem)
  })

  test.each([
    ['{"a": 1,}', '"," JSON allows no comma after the last value'],
    ['[1, 2, ]', '"," JSON allows no comma after the last value'],
    ['{"a": 010}', '"010" JSON cannot read the number 010'],
    ['{"a": .5}', '".5" JSON needs double quotes around ".5"'],
    ['{"a": 1.}', '"1." JSON cannot read the number 1.'],
    ['{"a": 0x1F}', '"0x1F" JSON cannot read the number 0x1F'],
    ["{'a': 1}", '"\'" JSON needs double quotes'],
    ["{\"a\": 'b'}", '"\'" JSON needs double quotes'],
    ['{a: 1}', '"a" A key needs double quotes in JSON'],
    ['{"a": yes}', '"yes" JSON needs double quotes around "yes"'],
    ['{"a": True}', '"True" JSON needs double quotes around "True"'],
    ['{"a" 1}', '"1" A colon is missing after a key'],
    ['{"a": 1 "b": 2}', '"\\"" A comma is missing'],
    ['{"a": }', '"}" A value is missing'],
    ['{"a": [1, 2}', '"}" "}" does not close the bracket that is open'],
    ['{"a": [1', '"[" The "[" is never closed'],
    ['{"a": 1} // b', '"/" JSON has no comments'],
    ['# b\n{"a": 1}', '"#" JSON has no comments'],
    ['{"a": "b\n"}', '"\\"" The quote is never closed'],
    ['{"a": "b\tc"}', '"\\t" A tab or another control character in a JSON string must be an escape such as \\t'],
    ['{"a": "\\x41"}', '"\\\\x" Unknown escape "\\x" in a double-quoted string'],
    ['{"a": "\\u00g1"}', '"\\\\u" The escape "\\u" needs 4 hexadecimal digits'],
    ['', '"" The file is empty, which is not JSON'],
    ['a: 1', '"a" JSON needs double quotes around "a"'],
  ])('in a file of that name: %j is refused', async (text, problem) => {
    expect(await problemIn(text)).toBe(problem)
  })

  test('is as deep as kubectl reads it', async () => {
    expect(await problemIn('['.repeat(10_000) + ']'.repeat(10_000))).toBeUndefined()
    expect(await problemIn('['.repeat(10_001) + ']'.repeat(10_001))).toBe('"[" Maps and lists are nested more than 10,000 levels deep')
  })
})
