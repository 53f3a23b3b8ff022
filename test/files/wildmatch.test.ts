/** Patterns that take exponential time as regular expressions. */
import { describe, expect, test } from 'vitest'
import { expandBraces } from '../../src/files/globs.ts'
import { lastMatch, readPatterns } from '../../src/files/ignore-rules.ts'
import { compilePath, matchPath } from '../../src/files/wildmatch.ts'

const matches = (pattern: string, path: string) => {
  const compiled = compilePath(pattern)
  return compiled !== undefined && matchPath(compiled, path.split('/'))
}

test.each<[pattern: string, matching: string[], others: string[]]>([
  ['a*b?c', ['abxc', 'aabbxc', 'axbbc'], ['abc', 'a/bxc', 'abxcd']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/x/bb', 'b']],
  ['a/**', ['a/b', 'a/b/c'], ['a', 'b/a']],
  ['**/b', ['b', 'a/b', 'a/a/b'], ['bb', 'b/a']],
  ['***/b', ['b', 'a/b'], []],
  ['a**b', ['ab', 'axb'], ['a/b']],
  ['[a-c]x[!0-9]', ['axy', 'cx-'], ['dxy', 'ax1']],
  ['[]x]', [']', 'x'], ['[', '']],
  ['[z-a]', ['z'], ['a', 'm']],
  ['[a-]', ['a', '-'], ['b']],
  ['[[:digit:][:upper:]]', ['1', 'A'], ['a', ':']],
  ['[[:nothing:]]', [], ['n']],
  ['[a', [], ['[a', 'a']],
  ['a\\*b\\', [], ['a*b', 'a*b\\']],
  ['\\*', ['*'], ['a', '\\*']],
])('%s', (pattern, matching, others) => {
  expect(matching.filter((path) => !matches(pattern, path))).toEqual([])
  expect(others.filter((path) => matches(pattern, path))).toEqual([])
})

test.each([
  ['a{b,c}d', ['abd', 'acd']],
  ['{a,b{c,d}}', ['a', 'bc', 'bd']],
  ['a{b}c{', ['a{b}c{']],
  ['{a,}b\\{,}', ['ab\\{,}', 'b\\{,}']],
  ['{1..3}', ['{1..3}']],
])('%s is %j', (pattern, expected) => {
  expect(expandBraces(pattern).sort()).toEqual(expected.sort())
})

describe('in time', () => {
  const soon = (action: () => void) => {
    const start = process.cpuUsage()
    action()
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(1)
  }

  test('many stars', () => soon(() => expect(matches(`${'*a'.repeat(2000)}b.yaml`, 'a'.repeat(4000))).toBe(false)))
  test('many steps of any depth', () => soon(() => expect(matches(`a/${'**/a/'.repeat(100)}b`, Array.from({ length: 500 }, () => 'a').join('/'))).toBe(false)))
  test('many brackets', () => soon(() => expect(matches('['.repeat(100_000), 'a')).toBe(false)))
  test('many braces', () => soon(() => {
    expect(expandBraces('{a,b}'.repeat(50)).length).toBeGreaterThan(1000)
    expect(expandBraces('{'.repeat(100_000))).toHaveLength(1)
    expect(expandBraces(`${'{'.repeat(50_000)}${'}'.repeat(50_000)}`)).toHaveLength(1)
  }))
  test('many patterns', () => soon(() => {
    const patterns = readPatterns('*.log\nbuild/\n/a/**/b\n'.repeat(10_000))
    for (let name = 0; name < 100; name++) expect(lastMatch(patterns, ['k8s', `${name}.yaml`], false)).toBeUndefined()
  }))
})
