/** Regular expressions of RE2, matched against whole texts. */
import { describe, expect, test } from 'vitest'
import { wholeMatcher, type Matcher } from '../../src/formats/re2-whole.ts'

const match = (expression: string) => wholeMatcher(expression) as Matcher

describe.each<[expression: string, matching: string[], other: string[]]>([
  ['team-[a-z]+', ['team-a', 'team-shop'], ['team-', 'my-team-a', 'team-a1']],
  ['a|bc|', ['a', 'bc', ''], ['b', 'abc']],
  ['^(?:dev|prod)$', ['dev', 'prod'], ['devprod', 'dev ']],
  ['(a*)*b', ['b', 'aaab'], ['a', 'ba']],
  ['a{2}b{1,2}c{0,}', ['aab', 'aabbccc'], ['ab', 'aabbb']],
  ['x{,2}', ['x{,2}'], ['xx']],
  ['[^a-c]+', ['xyz', '-'], ['xa']],
  ['[a-]+', ['a-a'], ['b']],
  ['[]a]+', [']a'], ['b']],
  ['[\\d.-]+', ['1.2-3'], ['a']],
  ['[[:alpha:]_]+', ['aZ_'], ['1']],
  ['[[:^alpha:]]+', ['1-é'], ['a']],
  ['\\S+@\\S+', ['me@example.com'], ['me at example', 'a b@c']],
  ['(?i)prod', ['PROD', 'Prod'], ['dev']],
  ['(?i:a)b', ['Ab', 'ab'], ['aB']],
  ['a(?i)b|c', ['aB', 'C'], ['AB']],
  ['.', ['a', '😀'], ['\n', 'ab']],
  ['(?s).', ['\n'], ['']],
  ['(?m)a$\\n^b', ['a\nb'], ['ab']],
  ['\\bfoo\\b.*', ['foo', 'foo bar'], ['foobar']],
  ['\\Qa.b\\E+', ['a.b', 'a.bb'], ['axb']],
  ['\\x41\\x{42}\\103', ['ABC'], ['abc']],
  ['\\p{Greek}+', ['αβ'], ['ab']],
  ['\\PL', ['1'], ['a']],
  ['\\w+', ['a_1'], ['é']],
  ['(?P<year>\\d{4})-\\d\\d', ['2026-11'], ['26-11']],
  ['a+?b??', ['a', 'aab'], ['b']],
  ['\\/\\-\\_', ['/-_'], ['-']],
])('%s', (expression, matching, other) => {
  test.each(matching)('matches %j', (text) => expect(match(expression)(text)).toBe(true))
  test.each(other)('does not match %j', (text) => expect(match(expression)(text)).toBe(false))
})

test('says why Go cannot compile an expression', () => {
  expect(wholeMatcher('a(?=b)')).toContain('has no look-around')
  expect(wholeMatcher('[z-a]')).toContain('from a later character')
  expect(wholeMatcher('((a{1000}){1000}){1000}')).toBe('must be a smaller regular expression')
})

test('takes no longer for expressions that go back and forth elsewhere', () => {
  const text = `${'a'.repeat(5000)}!`
  for (const expression of ['(a+)+', '(a|a)*', '(a*)*b', '(?:a?){50}a{50}']) expect(match(expression)(text)).toBe(false)
})
