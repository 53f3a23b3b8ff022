import { expect, test } from 'vitest'
import { re2 } from '../../src/formats/re2.ts'

test.each([
  '', 'a', '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'a{2,5}?', 'a{2,}', 'a{,5}', 'a{', '{', '}', ']', 'x{1000}', '(?i)a', '(?i:a)b', '(?P<name>a)', '(?<name>a)', '(?s-m:.)', '\\d\\D\\w\\s', '\\pL', '\\p{Greek}', '\\P{^Lu}', '\\x41', '\\x{10FFFF}', '\\Qa.b\\E', '\\Qa(',
  '[]a]', '[^]a]', '[a-]', '[-a]', '[[:alpha:]_]', '[[:^digit:]]', '[\\d-z]', '[\\n\\t]', '\\A\\z', '\\bword\\B', 'a|', '|', '()', '(|a)*', 'a**'.slice(0, 2), '\\.', '\\-', '\\012', '(?:a*)*', '[a\\]b]', '\\p{Thai}', 'é+',
])('Go compiles %j', (expression) => {
  expect(re2(expression)).toBeUndefined()
})

test.each([
  '(', ')', 'a)', '[', '[a', '[]', '*', '+a', '?', 'a**', 'a+*', 'a{2}{3}', '{2}', '|*', '(*)', 'a{1001}', 'a{5,2}', '(?=a)', '(?!a)', '(?<=a)', '(?<!a)', '(?>a)', '(a)\\1', '\\8', '\\', '\\C', '\\Z', '\\G', '\\K', '\\h', '\\u0041', '\\x{110000}', '\\p{Foo}', '\\p{Latn}', '\\pQ', '[z-a]', '[[:foo:]]', '[\\b]', '(?P<a>b)(?P<a>c)', '(?P=a)', '(?#comment)', '(?x)a', '(?P<a-b>c)',
])('Go refuses %j', (expression) => {
  expect(re2(expression)).toMatch(/^must be a regular expression as Go reads it: ./)
})

test('whatever the text, it ends at once', () => {
  for (const part of ['(', '[', 'a{', '\\Q', '(?', 'a*', '[[:', '|']) expect(() => re2(part.repeat(20_000))).not.toThrow()
})
