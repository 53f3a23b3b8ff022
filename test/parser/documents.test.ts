import { describe, expect, test } from 'vitest'
import { LineIndex } from '../../src/parser/lines.ts'
import { Tape } from '../../src/parser/tape.ts'
import { parse } from '../../src/parser/parse.ts'
import { read, readProblem } from './read.ts'

describe('documents', () => {
  test.each<[string, unknown[]]>([
    ['', [undefined]],
    ['# only a comment', [undefined]],
    ['\n\n', [undefined]],
    ['a: 1', [{ a: 1 }]],
    ['---\na: 1\n', [{ a: 1 }]],
    ['# before\n\n---\na: 1\n', [{ a: 1 }]],
    ['a: 1\n---\n', [{ a: 1 }, undefined]],
    ['---\n---\n', [undefined, undefined]],
    ['--- # c\n---\nx\n---\t\n2\n---#c\na: 1', [undefined, 'x', 2, { a: 1 }]],
    ['a: 1\n---\n\ufeffb: 2\nc: 3', [{ a: 1 }, { b: 2, c: 3 }]],
    ['\ufeff--- {a: 1}', [{ a: 1 }]],
    ['a: 1\n...\n# rest\n', [{ a: 1 }]],
    ['a: 1\n...\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['---\n# Source: a\n---\n# Source: b\nb: 2\n', [undefined, { b: 2 }]],
    ['\ufeffa: 1', [{ a: 1 }]],
    ['\ufeff{"a": 1}', [{ a: 1 }]],
    ['a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\r---\rb: 2', [{ a: 1 }, { b: 2 }]],
    ['~', [null]],
    ['a: ---\nb: -- -\n', [{ a: '---', b: '-- -' }]],
    ['a: |\n  x\n---\nb: 1', [{ a: 'x\n' }, { b: 1 }]],
  ])('%j', async (text, values) => {
    const got = await read(text)
    expect(got.messages).toEqual([])
    expect(got.values).toEqual(values)
    expect(got.documents[0]!.start).toBe(text.startsWith('\ufeff') ? 1 : 0)
    expect(got.documents.at(-1)!.end).toBe(text.length)
    got.documents.slice(1).forEach(({ start }, index) => expect(start).toBe(got.documents[index]!.end))
  })

  test('one that cannot be read does not keep the others from being read', async () => {
    const { values, messages } = await read('a: 1\n---\nb: [1\n---\nc: "x\n---\nd: 4\n---\n*e\n---\nf: 6\n')
    expect(values).toEqual([{ a: 1 }, undefined, undefined, { d: 4 }, undefined, { f: 6 }])
    expect(messages).toEqual(['The "[" is never closed', 'The document ends inside a quoted string', '"*e" is read as an alias, but no anchor "&e" comes before it'])
  })

  test('a tape is used again, and its copy stays', async () => {
    const tape = new Tape()
    const [first] = await parse('a: [1, 2]\n', tape)
    const copy = tape.detach()
    await parse('b: c\n', tape)
    expect(copy.toJS(first!.root)).toEqual({ a: [1, 2] })
    expect(tape.toJS(0)).toEqual({ b: 'c' })
  })
})

describe('what kubectl refuses', () => {
  test.each([
    ['a: - b', '"-" A list cannot begin on the line of its key'],
    ['a: "b" c', '"c" Unexpected text after a value'],
    ['a: "b', '"\\"" The quote is never closed'],
    ["a: 'b", '"\'" The quote is never closed'],
    ['a: [1, 2', '"[" The "[" is never closed'],
    ['a: [1 2}', '"}" "}" does not close the bracket that is open'],
    ['a: [1, , 2]', '"," A comma without a value before it'],
    ['a: ["1" "2"]', '"\\"" A comma is missing'],
    ['a: [- b]', '"-" A list item with a dash cannot stand inside brackets'],
    ['%YAML 1.1 \n---\na: 1', '"%YAML 1.1" kubectl refuses the directive "%YAML 1.1"'],
    ['%YAML 1.2\n---\na: 1', '"%YAML 1.2" kubectl does not know the directive "%YAML 1.2"'],
    ['%FOO\n---\na: 1', '"%FOO" kubectl does not know the directive "%FOO"'],
    ['%YAML 1.1\na: 1', '"%YAML 1.1" A directive needs a line "---" after it'],
    ['a: 1\n---\n...\n', '"..." "..." has no document to end'],
    ['--- {a: 1}', '"--- {a: 1}" kubectl needs "---" alone on its line'],
    ['a: 1\n...\nb: 2', '"b: 2" kubectl does not read what follows "..." without a line "---"'],
    ['a: \u0001', '"\\u0001" Control character U+0001 is not allowed'],
    ['a: 1 # \u007f', '"\x7f" Control character U+007F is not allowed'],
    ['\ufeff\ufeffa: 1', '"\ufeff" A second byte order mark makes the text unreadable for kubectl'],
  ])('%j', async (text, problem) => {
    const got = await readProblem(text)
    if (problem === undefined) expect(got).toBeDefined()
    else expect(got).toBe(problem)
  })

  test('nesting beyond 10,000 levels', async () => {
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    const problems = async (text: string) => (await parse(text, new Tape())).flatMap((document) => document.problems.map(({ kind, message }) => `${kind}: ${message}`))
    const tooDeep = ['too-deep: Maps and lists are nested more than 10,000 levels deep']
    expect(await problems(nest(10_000))).toEqual([])
    expect(await problems(nest(10_001))).toEqual(tooDeep)
    expect(await problems(`a: !!seq ${nest(10_000)}`)).toEqual(tooDeep)
    expect(await problems('- '.repeat(10_000))).toEqual([])
    expect(await problems('- '.repeat(10_001))).toEqual(tooDeep)
  })
})

describe('what kubectl allows', () => {
  test.each<[string, unknown]>([
    ['a: "b"#comment', { a: 'b' }],
    ['{a:}', { 'a:': null }],
    ['[a:, b]', ['a:', 'b']],
    ['{a :b}', { 'a :b': null }],
    ['{"a":b, c}', { a: 'b', c: null }],
    ['[a: b, c]', [{ a: 'b' }, 'c']],
    ['[1, 2,]', [1, 2]],
    ['a: [\n1,\n2\n]', { a: [1, 2] }],
    ['a: "b\nc"', { a: 'b c' }],
    ['a:\n|\n b', { a: 'b\n' }],
    ['a :  1', { a: 1 }],
    ['"a" : 1', { a: 1 }],
    ['a:\n- b\n- c', { a: ['b', 'c'] }],
    ['- a:\n  - b\n  c: d', [{ a: ['b'], c: 'd' }]],
    ['- - a\n  - b\n-\n  - c', [['a', 'b'], ['c']]],
    ['a: 1\u2028b: 2', { a: 1, b: 2 }],
    ['a: 1\u0085b: 2', { a: 1, b: 2 }],
    ['a: x\ufeffy', { a: 'x\ufeffy' }],
    ['? a\n: b\n? c', { a: 'b', c: null }],
  ])('%j', async (text, value) => {
    const { values, messages } = await read(text)
    expect(messages).toEqual([])
    expect(values).toEqual([value])
  })
})

describe('tabs', () => {
  test.each(['a:\t1', 'a:\t\n  b: 1', 'a\t: 1', 'a: b\tc', 'a: 1 \t# c', 'a: [\t1,\n\t2]', '{\n\t"a": 1\n}', 'a: b\n \t\nc: d', '- a\t\n- b', 'a: &x\t1'])('%j is allowed', async (text) => {
    expect((await read(text)).messages).toEqual([])
  })

  test.each(['\ta: 1', 'a:\n\tb: 1', 'a: 1\n\t\nb: 2', 'a: "1"\n\t# c\nb: 2', '-\ta', '- \ta', '?\ta', 'a: b\n\tc', 'a: [b\n\t\n]'])('%j is refused', async (text) => {
    expect(await readProblem(text)).toMatch(/^"\\t" A tab in the indentation/)
  })
})

describe('positions', () => {
  test('of every kind of node', async () => {
    const text = 'a: 1 # c\nb:\n  - "x" \n  -\n  - {k: v }\nc: |\n  text\n\nd:   \n'
    const { tape } = await read(text)
    const sources: string[] = []
    for (let node = 0; node < tape.size; node++) sources.push(tape.source(node))
    expect(sources).toEqual([text.slice(0, -4), 'a', '1', 'b', '- "x" \n  -\n  - {k: v }', '"x"', '', '{k: v }', 'k', 'v', 'c', '|\n  text', 'd', ''])
    expect(tape.start(6)).toBe(text.indexOf('-\n') + 1)
    expect(tape.start(13)).toBe(text.indexOf('d:') + 2)
  })

  test('lines end with LF, CRLF and CR; a byte order mark takes no column', () => {
    const lines = new LineIndex('\ufeffab\r\ncd\re😀f\n')
    expect(lines.position(1)).toEqual({ line: 1, column: 1, offset: 1 })
    expect(lines.position(0)).toEqual({ line: 1, column: 1, offset: 0 })
    expect(lines.position(5)).toEqual({ line: 2, column: 1, offset: 5 })
    expect(lines.position(11)).toEqual({ line: 3, column: 4, offset: 11 })
    expect(lines.position(13)).toEqual({ line: 4, column: 1, offset: 13 })
    expect(lines.position(99)).toEqual({ line: 4, column: 1, offset: 13 })
    expect([1, 2, 3, 4, 5].map((line) => lines.text(line))).toEqual(['ab', 'cd', 'e😀f', '', ''])
  })
})

test('what only kubectl refuses is read all the same', async () => {
  const { values, documents } = await read('%TAG !e! tag:yaml.org,2002:\n%YAML 1.1 # c\n---\na: !e!str 1\n--- |\n b\n--- !!map\nc: 1\n')
  expect(values).toEqual([{ a: '1' }, 'b\n', { c: 1 }])
  expect(documents.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([['document-start'], ['document-start'], ['document-start']])
})

test('one wrong value does not keep the rest of its document from being read, and is hidden', async () => {
  const { tape, documents } = await read('a: .nan\nb: 1')
  expect(tape.toJS(documents[0]!.root)).toEqual({ b: 1 })
})
