/** Texts that are made to hurt: deep, large, or slow for a reader that looks at them twice. What is quadratic here runs into the time limit of a test. */
import { describe, expect, test } from 'vitest'
import { internKey } from '../../src/parser/keys.ts'
import { LineIndex } from '../../src/parser/lines.ts'
import { parse } from '../../src/parser/parse.ts'
import { Tape } from '../../src/parser/tape.ts'
import { read, readValue } from './read.ts'

const LONG = 400_000

describe('depth', () => {
  test('plain values can be as deep as the reader reads', async () => {
    const depth = 9_999
    const tape = new Tape()
    const documents = await parse(`${'['.repeat(depth)}{a: 1}${']'.repeat(depth)}`, tape)
    let value = tape.toJS(documents[0]!.root)
    for (let level = 0; level < depth; level++) value = (value as unknown[])[0]
    expect(value).toEqual({ a: 1 })
    expect(tape.toJS(documents[0]!.root)).toBe(tape.toJS(documents[0]!.root))
  })
})

describe('size', () => {
  test('more values than a document can have are a problem of that document alone', { timeout: 60_000 }, async () => {
    const tape = new Tape()
    const documents = await parse(`${'-\n'.repeat(1 << 24)}---\na: 1\n`, tape)
    expect(documents.map(({ problems }) => problems.map(({ message }) => message))).toEqual([['The document is too large: it has more than 16 million values, or does not fit in memory'], []])
    expect(tape.toJS(documents[1]!.root)).toEqual({ a: 1 })
  })
})

describe('time', () => {
  test.each([
    ['plain', (blanks: string) => `a: b${blanks}c\n  d`, (blanks: string) => `b${blanks}c d`],
    ['single-quoted', (blanks: string) => `a: 'b${blanks}c\n  d'`, (blanks: string) => `b${blanks}c d`],
    ['double-quoted', (blanks: string) => `a: "b${blanks}c\n  d"`, (blanks: string) => `b${blanks}c d`],
    ['double-quoted, with an escape', (blanks: string) => `a: "\\x41${blanks}c"`, (blanks: string) => `A${blanks}c`],
  ])('blanks in a %s text of several lines', async (_, write, value) => {
    const blanks = ' '.repeat(LONG)
    expect(await readValue(write(blanks))).toEqual({ a: value(blanks) })
  })

  test('empty lines in a quoted text', async () => {
    expect(await readValue(`a: "b${' \n'.repeat(LONG)}c"`)).toEqual({ a: `b${'\n'.repeat(LONG - 1)}c` })
  })

  test.each([
    ['small documents that are read step by step', '---\na: !!str 1\n'],
    ['documents that end', 'a: !x 1\n...\n---\n'],
    ['documents that cannot be read', '---\na: b: c\n'],
    ['lines that start no document', '----\n'],
    ['keys that are given twice, step by step', '? a\n: b\n'],
    ['values of JSON', '{"a":1}\n'],
  ])('many %s', async (_, piece) => {
    const documents = await parse(piece.repeat((1 << 19) / piece.length), new Tape())
    expect(documents.length).toBeGreaterThan(0)
  })

  test('keys of many merges that are overridden', async () => {
    const { documents } = await read(`x: &x {a: 1, b: 2}\nl:\n${'- {<<: *x, a: 3}\n'.repeat(30_000)}`)
    expect(documents[0]!.problems).toHaveLength(30_000)
  })

  test('keys that collide for a hash that everybody knows', () => {
    // All combinations of two pairs of letters that are the same number in base 31.
    const pairs = ['Aa', 'BB']
    const bits = 17
    const ids = new Set<number>()
    for (let i = 0; i < 1 << bits; i++) ids.add(internKey(Array.from({ length: bits }, (_, bit) => pairs[(i >> bit) & 1]).join('')))
    expect(ids.size).toBe(1 << bits)
  })

  test('lines that are asked for again and again', () => {
    const lines = new LineIndex(`${'x'.repeat(10_000_000)}\r\ny`)
    for (let i = 0; i < 10_000; i++) expect(lines.text(1).length).toBe(10_000_000)
    expect(lines.text(2)).toBe('y')
  })
})
