import { expect, test } from 'vitest'
import { re2Search } from '../../src/formats/re2-search.ts'
import { randomFrom } from '../random.ts'

const isFound = (expression: string, text: string) => re2Search(expression)!(text)

test.each([
  ['b', 'abc', true], ['^b', 'abc', false], ['^[a-z]+$', 'abc\n', false], ['^[a-z]+$', 'abc', true], ['(?m)^b$', 'a\nb\nc', true], ['a.c', 'a\nc', false], ['(?s)a.c', 'a\nc', true], ['(?i)^straße$', 'STRAßE', true],
  ['^a{2,3}$', 'aaaa', false], ['^a{2,3}$', 'aa', true], ['^a{2,}$', 'aaaaa', true], ['^a{,2}$', 'a{,2}', true], ['a{', 'xa{', true], ['^(a|bc)*$', 'abca', true], ['^(?:a|bc)*?d$', 'abcd', true], ['^$', '', true], ['', 'x', true], ['x*', '', true],
  ['\\bword\\B', 'words', true], ['\\bword\\b', 'words', false], ['^\\d+\\.\\d*$', '3.', true], ['^\\D$', '5', false], ['^[^a-c]$', 'b', false], ['^[^a-c]$', 'z', true], ['^[]a]+$', ']a]', true], ['^[a-]+$', 'a-', true], ['^[-a]+$', 'a-', true], ['^[[:alpha:]_]+$', 'ab_', true],
  ['^[[:^digit:]]+$', 'ab1', false], ['^[\\d-z]+$', '1-z', true], ['^[\\w.-]+$', 'a.b-c_1', true], ['^\\pL+$', 'äß', true], ['^\\p{Greek}+$', 'αβ', true], ['^\\p{Greek}+$', 'ab', false], ['^\\P{^Lu}$', 'A', true], ['^\\x41\\x{1F600}$', 'A😀', true], ['^.$', '😀', true],
  ['^\\Qa.b\\E$', 'a.b', true], ['^\\Qa.b\\E$', 'axb', false], ['\\Aa\\z', 'a', true], ['^[\\n\\t]$', '\t', true], ['^\\101$', 'A', true], ['^[a\\]b]$', ']', true], ['(?i:a)b', 'Ab', true], ['(?i:a)b', 'AB', false], ['^((?i)a)b$', 'AB', false], ['a|', '', true],
  ['^(?P<x>a)(?<y>b)$', 'ab', true], ['^[0-9]+%$', '5%', true], ['^/$', '/', true], ['^[$^.]+$', '$^.', true], ['^\\d*[a-c]$', 'b', true],
  ['^((0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?|latest)$', '0.26.3-rc.1', true],
] as const)('%j in %j: %j', (expression, text, found) => {
  expect(isFound(expression, text)).toBe(found)
})

test('what Go does not compile is not looked for', () => {
  expect(re2Search('(?=a)')).toBeUndefined()
  expect(re2Search('a**')).toBeUndefined()
})

test('it finds what JavaScript finds, where both mean the same', () => {
  const random = randomFrom(11)
  const piece = (depth: number): string => {
    const kind = random(depth > 2 ? 3 : 7)
    if (kind < 2) return random.pick(['a', 'b', 'c'])
    if (kind === 2) return random.pick(['.', '[a-b]', '[^a]', '\\d', '\\w', '[\\db-c]', '[^\\da]', '[b-c\\d]'])
    if (kind === 3) return `(?:${piece(depth + 1)}|${piece(depth + 1)})`
    if (kind === 4) return `(?:${piece(depth + 1)})${random.pick(['*', '+', '?', '{2}', '{1,2}', '{0,3}'])}`
    return piece(depth + 1) + piece(depth + 1)
  }
  for (let round = 0; round < 2000; round++) {
    const expression = random.pick(['', '^']) + piece(0) + random.pick(['', '$'])
    const text = Array.from({ length: random(7) }, () => random.pick(['a', 'b', 'c', '1'])).join('')
    expect([expression, text, isFound(expression, text)]).toEqual([expression, text, new RegExp(expression).test(text)])
  }
})

test('the worst expression takes no longer than the text', () => {
  expect(isFound('^(a+)+$', `${'a'.repeat(20_000)}b`)).toBe(false)
  expect(isFound('^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(20_000))).toBe(false)
})
