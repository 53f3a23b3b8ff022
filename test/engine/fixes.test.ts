import { expect, test } from 'vitest'
import type { TextEdit } from '../../src/diagnostic.ts'
import { applyFixes } from '../../src/engine/fixes.ts'

const at = (offset: number) => ({ line: 1, column: 1, offset })
const edit = (start: number, end: number, text: string): TextEdit => ({ start: at(start), end: at(end), text })

test('a fix is all of its edits or none, and the first of two that overlap wins', () => {
  const fixes = [[edit(4, 5, 'E')], [edit(0, 1, 'A'), edit(4, 6, 'x')], [edit(2, 3, 'C'), edit(0, 2, '')], [edit(3, 3, '+')], [edit(3, 3, '-')]]
  expect(applyFixes('abcdefg', fixes)).toEqual({ text: 'C+dEfg', count: 3, taken: [0, 2, 3] })
})

test.each([
  ['no number', NaN, 1],
  ['no whole number', 0.5, 1],
  ['before the text', -1, 1],
  ['after the text', 2, 4],
  ['backwards', 2, 1],
])('an edit that is %s is left out', (_, start, end) => {
  expect(applyFixes('abc', [[edit(0, 1, 'A')], [edit(2, 3, 'C'), edit(start, end, 'x')]])).toEqual({ text: 'Abc', count: 1, taken: [0] })
})

test('many fixes take no time, in any order', () => {
  const count = 40_000
  const fixes = Array.from({ length: count }, (_, index) => [edit(2 * index, 2 * index + 1, 'b')])
  expect(applyFixes('a '.repeat(count), fixes).text).toBe('b '.repeat(count))
  expect(applyFixes('a '.repeat(count), fixes.toReversed()).text).toBe('b '.repeat(count))
})
