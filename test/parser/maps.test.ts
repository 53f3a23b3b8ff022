import { describe, expect, test } from 'vitest'
import { read, readProblem, readValue } from './read.ts'

describe('keys', () => {
  test('become strings as kubectl writes them', async () => {
    const text = 'on: 1\nn: 1\n0x10: 1\n-1: 1\n1.5: 1\n1e6: 1\n.inf: 1\n0.00001: 1\n2001-01-01: 1\n"~": 1\n1_0: 1\n'
    expect(Object.keys((await readValue(text)) as object).sort()).toEqual(['"', 'true', 'false', '16', '-1', '1.5', '1e+06', '.inf', '1e-05', '2001-01-01', '~', '10'].slice(1).sort())
  })

  test.each([
    ['~: 1', '"~" A key cannot be empty or null'],
    ['? \n: 1', '"?" A key cannot be empty or null'],
    [': 1', '":" A colon without a key before it'],
    ['18446744073709551615: 1', '"18446744073709551615" Key "18446744073709551615" is too large a number'],
    ['[a]: 1', '"[a]" A map or a list cannot be a key'],
    ['{a: b}: 1', '"{a: b}" A map or a list cannot be a key'],
    ['? [a]\n: 1', '"[a]" A map or a list cannot be a key'],
    ['{[a]: 1}', '"[" A map or a list cannot be a key'],
    [`${'a'.repeat(1025)}: 1`, `"${'a'.repeat(1025)}" A key is longer than 1024 characters`],
    ['a\n  b: 1', '"a" A colon is missing on this line'],
    ['"a\n  b": 1', '"\\"a" A key and its colon are not on one line'],
    ['{"a"\n: b}', '":" A key and its colon are not on one line'],
  ])('%s', async (text, problem) => {
    expect(await readProblem(text)).toBe(problem)
  })

  test('may have 1024 characters', async () => {
    const key = 'a'.repeat(1024)
    expect(await readValue(`${key}: 1`)).toEqual({ [key]: 1 })
  })

  test('the rest can be read beside a key that cannot', async () => {
    expect(await readValue('a: 1\n~: 2\nb: 3')).toEqual({ a: 1, b: 3 })
  })
})

describe('duplicate keys', () => {
  test('are found after the scalars were resolved, with both places', async () => {
    const text = 'a:\n  yes: 1\n  b: 2\n  true: 3\n'
    const { documents, values } = await read(text)
    expect(values).toEqual([{ a: { true: 3, b: 2 } }])
    expect(documents[0]!.problems).toEqual([
      { kind: 'duplicate-key', message: 'Key "true" is set twice in the same map', start: 21, end: 25, related: { message: 'Set here before', start: 5, end: 8 } },
    ])
  })

  test.each([
    ['1: a\n0x1: b', 1],
    ['1: a\n"1": b', 1, 'ambiguous-key'],
    ['1.0: a\n1: b', 1, 'ambiguous-key'],
    ['a: 1\n"a": 2', 1],
    ['{a: 1, b: 2, a: 3}', 1],
    ['a: 1\na: 2\na: 3', 2],
    ['a: {b: 1}\nc: {b: 1}', 0],
    ['a: 1\nb: {a: 1}\na: 2', 1],
    ['[{a: 1}, {a: 1}]', 0],
    ['a:\na:', 1],
  ])('%j', async (text, count, kind = 'duplicate-key') => {
    const { documents } = await read(text)
    expect(documents[0]!.problems.map((problem) => problem.kind)).toEqual(Array(count).fill(kind))
  })
})

describe('aliases', () => {
  test('are copies that nothing may be fixed in', async () => {
    const { tape, values } = await read('a: &x {b: [1, &y 2]}\nc: *x\nd: [*y, *x]\n? *y\n: z\n')
    expect(values).toEqual([{ a: { b: [1, 2] }, c: { b: [1, 2] }, d: [2, { b: [1, 2] }], '2': 'z' }])
    const copy = tape.find(0, 'c')
    expect(tape.has(copy, 1 << 6)).toBe(true)
    expect(tape.has(tape.find(copy, 'b'), 1 << 6)).toBe(true)
    expect(tape.has(tape.find(0, 'a'), 1 << 6)).toBe(false)
    expect(tape.source(copy)).toBe('{b: [1, &y 2]}')
  })

  test('mean the last anchor of their name before them', async () => {
    expect(await readValue('- &a 1\n- *a\n- &a 2\n- *a\n')).toEqual([1, 1, 2, 2])
    expect(await readValue('- &a\n  x: 1\n- &b\n  - 2\n- &c |\n  t\n- [*a, *b, *c]\n')).toEqual([{ x: 1 }, [2], 't\n', [{ x: 1 }, [2], 't\n']])
  })

  test.each([
    ['a: *x', '"*x" "*x" is read as an alias, but no anchor "&x" comes before it'],
    ['a: &x [*x]', '"*x" Alias "x" stands inside the value that it repeats'],
    ['a: &x\n  b: *x', '"*x" Alias "x" stands inside the value that it repeats'],
    ['a: &ä 1', '"&ä" The anchor "&ä" has characters other than letters, digits, "-" and "_"'],
    ['a: &x.y 1', '"&x.y" The anchor "&x.y" has characters other than letters, digits, "-" and "_"'],
    ['a: &x 1\nb: &y *x', '"*x" An anchor or a tag does not fit here'],
  ])('%j', async (text, problem) => {
    expect(await readProblem(text)).toBe(problem)
  })

  test('that expand too much are refused, and cost little', async () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`)].join('\n')
    const { documents, tape } = await read(bomb)
    expect(documents[0]!.problems.map(({ kind, message }) => `${kind} ${message}`)).toEqual(['alias-expansion Aliases expand this document far too much'])
    expect(tape.size).toBe(0)
  })
})

describe('merge keys', () => {
  test.each([
    ['x: &x {a: 1, b: 2}\nm: {<<: *x}', { a: 1, b: 2 }],
    ['x: &x {a: 1}\nm: {<<: *x, a: 2}', { a: 2 }, 'merge-override'],
    ['x: &x {a: 1}\nm: {a: 1, <<: *x}', { a: 1 }, 'merge-override'],
    ['x: &x {a: 1}\nm: {a: "1", <<: *x}', { a: 1 }, 'duplicate-key'],
    ['x: &x {a: 1}\nm: {a: 2, <<: *x}', { a: 1 }, 'duplicate-key'],
    ['x: &x {a: 1}\nz: &z {a: 2}\nm: {<<: [*x, *z]}', { a: 1 }, 'merge-override'],
    ['m: {<<: {a: 1}, b: 2}', { a: 1, b: 2 }],
    ['m: {"<<": 1}', { '<<': 1 }],
    ['m: {!!merge "<<": {a: 1}}', { a: 1 }],
    ['x: &x {a: 1}\nw: &w {<<: *x, b: 2}\nm: {<<: *w}', { a: 1, b: 2 }],
  ])('%j', async (text, merged, kind?: string) => {
    const { values, documents } = await read(text)
    expect((values[0] as { m: unknown }).m).toEqual(merged)
    expect(documents[0]!.problems.map(({ kind }) => kind)).toEqual(kind === undefined ? [] : [kind])
  })

  test('what a later key overrides is gone', async () => {
    const { tape, values, messages } = await read('x: &x\n  a: {b: [1, 2]}\n  c: {d: 1}\n  e: 1\nm:\n  <<: *x\n  a: {f: {g: 2}}\n  c: 3\n  h: {i: {}}\n')
    expect(values[0]).toEqual({ x: { a: { b: [1, 2] }, c: { d: 1 }, e: 1 }, m: { e: 1, a: { f: { g: 2 } }, c: 3, h: { i: {} } } })
    expect(messages).toHaveLength(2)
    const map = tape.find(0, 'm')
    expect(tape.count(map)).toBe(4)
    expect(tape.next(map)).toBe(tape.size)
    expect(Object.keys(tape.toJS(map) as object)).toEqual(['e', 'a', 'c', 'h'])
  })

  test.each(['<<: 1', '<<:', '<<: [1]', 'x: &x [{a: 1}]\n<<: *x', '<<: [[{a: 1}]]'])('%j is refused', async (text) => {
    expect((await read(text)).messages).toEqual(['Only maps can be merged with "<<"'])
  })
})

describe('objects without a separator between them', () => {
  const object = (name: string, end = '\n') => ['apiVersion: v1', 'kind: ConfigMap', `metadata: {name: ${name}}`, 'data: {}', ''].join(end)

  test.each(['\n', '\r\n'])('are one problem for each that is missing, and it can be put in: %j', async (end) => {
    const text = object('a', end) + object('b', end) + object('c', end)
    const { documents, messages } = await read(text)
    expect(messages).toEqual(Array(2).fill('A "---" is missing before this object'))
    let fixed = text
    for (const { edits } of documents[0]!.problems.toReversed()) for (const edit of edits!) fixed = fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end)
    expect(fixed).toBe(object('a', end) + `---${end}` + object('b', end) + `---${end}` + object('c', end))
  })

  test('are told from keys that are there twice', async () => {
    expect((await read('apiVersion: v1\nkind: A\nmetadata: {}\nkind: B\n')).messages).toEqual(['Key "kind" is set twice in the same map'])
    expect((await read('apiVersion: v1\nkind: A\nmetadata: {}\nmetadata: {}\n')).messages).toEqual(['Key "metadata" is set twice in the same map'])
  })

  test('in a text that is read step by step, too', async () => {
    expect((await read(object('!!str a') + object('b'))).messages).toEqual(['A "---" is missing before this object'])
  })
})
